"""What a pain turns out to be, and when it comes: before the start, in two breaths, in a pause."""

from hypothesis import given
from hypothesis import strategies as st

from tests.session.tapes import any_events, pains, plans, tapes, walk
from unpinch.exercises.plan import Plan
from unpinch.session import State, script, step, summary
from unpinch.terms.cue import CueKind, Phase
from unpinch.terms.event import Event, Hurts, PainKind, PainPlace, Started

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
