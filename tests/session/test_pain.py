"""What a pain turns out to be, and when it is told: before the start, twice, after the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.session.plans import plan as small_plan
from tests.session.tapes import any_events, pains, plans, tapes, walk
from unpinch.exercises.plan import Plan
from unpinch.session import State, advance, script, step, summary
from unpinch.terms.cue import CueKind, Phase, Priority
from unpinch.terms.event import Event, Hurts, PainKind, PainPlace, Started, Stopped

DANGEROUS = [kind for kind in PainKind if kind is not PainKind.STRETCH]
dangerous = st.sampled_from(DANGEROUS)
places = st.none() | st.sampled_from(PainPlace)


@given(plans, pains, st.lists(any_events, max_size=12))
def test_any_pain_before_the_start_ends_the_session(
    plan: Plan, pain: Hurts, more: list[Event]
) -> None:
    whole = script(plan)
    state, cues = step(whole, State(), pain)

    assert state.phase is Phase.STOPPED
    assert [cue.kind for cue in cues] == [CueKind.STOPPED]
    assert [(one.where, one.kind) for one in state.pains] == [(pain.where, pain.kind)]
    for event in [Started(pain.at_ms), *more]:
        state, cues = step(whole, state, event)
        assert state.phase is Phase.STOPPED
        assert cues == ()


@given(plans, tapes(), places, places, dangerous)
def test_a_stretch_that_turns_out_worse_is_kept_as_the_worse(
    plan: Plan, tape: list[Event], first: PainPlace | None, then: PainPlace | None, kind: PainKind
) -> None:
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    if state.over:
        return
    state, _ = step(whole, state, Hurts(state.at_ms, where=first, kind=PainKind.STRETCH))
    state, _ = step(whole, state, Hurts(state.at_ms, where=then, kind=kind))

    kept = summary(whole, state).pains[-1]
    assert kept.kind is kind
    assert kept.where is (then or first or kept.where)


@given(plans, tapes(), st.none() | st.sampled_from(PainKind), st.sampled_from(PainPlace))
def test_telling_the_place_of_a_pain_leaves_its_kind_as_it_was(
    plan: Plan, tape: list[Event], kind: PainKind | None, where: PainPlace
) -> None:
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    if state.over or state.phase is Phase.HURT:
        return
    state, _ = step(whole, state, Hurts(state.at_ms, kind=kind))
    count = len(state.pains)
    state, _ = step(whole, state, Hurts(state.at_ms, where=where))

    assert len(state.pains) == count
    assert (state.pains[-1].where, state.pains[-1].kind) == (where, kind)


# ---------------------------------------------------------------- after the end
_LONG = 10_000_000
late_pains = st.builds(
    Hurts, st.integers(0, 2 * _LONG), where=places, kind=st.none() | st.sampled_from(PainKind)
)


@given(plans, tapes(), st.lists(late_pains, min_size=1, max_size=5))
def test_no_pain_is_lost_however_late_it_is_told(
    plan: Plan, tape: list[Event], late: list[Hurts]
) -> None:
    whole = script(plan)
    state, _, _ = advance(whole, walk(whole, tape)[-1][2], _LONG)
    if not state.over:
        state, _ = step(whole, state, Stopped(_LONG))
    ended = replace(state, pains=())

    for event in late:
        state, cues = step(whole, state, event)
        assert replace(state, pains=()) == ended, "the session stays as it ended"
        assert {cue.kind for cue in cues} <= {CueKind.STOPPED}

    told = {event.kind for event in [*tape, *late] if isinstance(event, Hurts)}
    kept = {pain.kind for pain in summary(whole, state).pains}
    assert kept
    assert kept & set(DANGEROUS) or not told & set(DANGEROUS)


@pytest.mark.parametrize("kind", [*PainKind, None], ids=str)
@pytest.mark.parametrize("ticked", [True, False], ids=["at the end before", "in one step"])
def test_a_pain_after_the_last_words_is_kept_and_answered(
    kind: PainKind | None, ticked: bool
) -> None:
    whole = script(small_plan())
    state, _ = step(whole, State(), Started(0))
    finished, _, _ = advance(whole, state, _LONG)
    end_ms = finished.since_ms
    state, _, _ = advance(whole, state, end_ms if ticked else end_ms - 1)
    state, cues = step(whole, state, Hurts(end_ms + 15_000, where=PainPlace.THIGH, kind=kind))

    assert state.phase is Phase.FINISHED
    said = cues[-1]
    assert (said.kind, said.priority, said.at_ms) == (
        CueKind.STOPPED, Priority.SAFETY, end_ms + 15_000,
    )  # fmt: skip
    told = summary(whole, state)
    assert [(one.where, one.kind) for one in told.pains] == [(PainPlace.THIGH, kind)]
    assert [one.result for one in told.exercises] == ["hurt"]


# told one after the other after the end, as the page tells it -> what is kept
TOLD = [
    ([(None, None), (None, "sharp"), ("calf", "sharp")], [("calf", "sharp")]),
    ([(None, None), (None, "stretch"), ("calf", "stretch")], [("calf", "stretch")]),
    ([(None, "stretch"), (None, "sharp")], [(None, "sharp")]),
    ([("calf", "sharp"), (None, "stretch")], [("calf", "sharp"), (None, "stretch")]),
    ([("calf", "stretch"), (None, None)], [("calf", "stretch"), (None, None)]),  # it hurt again
    ([(None, "sharp"), (None, "alarm")], [(None, "sharp"), (None, "alarm")]),
]


@pytest.mark.parametrize("ending", ["finished", "stopped"])
@pytest.mark.parametrize(("told", "kept"), TOLD)
def test_what_is_told_of_a_late_pain_belongs_together(
    ending: str, told: list[tuple[str | None, str | None]], kept: list[tuple[str, str]]
) -> None:
    whole = script(small_plan())
    state, _ = step(whole, State(), Started(0))
    if ending == "stopped":
        state, _ = step(whole, state, Stopped(60_000))
    state, _, _ = advance(whole, state, _LONG)
    for second, (where, kind) in enumerate(told):
        state, _ = step(whole, state, Hurts(
            _LONG + second * 1000,
            where=PainPlace(where) if where else None, kind=PainKind(kind) if kind else None,
        ))  # fmt: skip

    assert [(one.where, one.kind) for one in state.pains] == kept
