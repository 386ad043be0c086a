"""A word about form: one at a time, where there is room, never for somebody who stopped."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.session.plans import part, plan
from unpinch.exercises.plan import Correction, Plan
from unpinch.session import Script, State, advance, script, step
from unpinch.session.form import OTHER_SIDE, PAUSE_MS
from unpinch.session.words import speech_ms
from unpinch.terms.cue import Cue, CueKind, Phase
from unpinch.terms.event import CameraFound, Event, FormFault, Hurts, InPosition, Paused, Started

_WORDS = (Correction("knee bent", "Straighten your knee a little."),
          Correction("bouncing", "Stay there, without bouncing."))  # fmt: skip


def _told(hold_s: float = 30, repetitions: int = 3) -> Plan:
    one = replace(part(hold_s=hold_s, repetitions=repetitions), form=_WORDS)
    return plan(one)


def _run(whole: Script, events: list[Event], to_ms: int) -> tuple[State, list[Cue]]:
    state, cues = step(whole, State(), Started(0))
    said = list(cues)
    for event in events:
        state, due, _ = advance(whole, state, event.at_ms)
        state, cues = step(whole, state, event)
        said += [*due, *cues]
    state, due, _ = advance(whole, state, to_ms)
    return state, said + list(due)


def _holding_ms(whole: Script) -> int:
    _, said = _run(whole, [], 200_000)
    return next(cue.at_ms for cue in said if cue.kind is CueKind.HOLD)


def _form(said: list[Cue]) -> list[Cue]:
    return [cue for cue in said if cue.kind is CueKind.FORM]


def test_a_fault_is_spoken_of_when_the_words_before_it_are_over() -> None:
    whole = script(_told())
    begin = _holding_ms(whole)
    _, said = _run(whole, [FormFault(begin + 100, "knee bent")], begin + 14_000)
    hold = next(cue for cue in said if cue.kind is CueKind.HOLD)

    assert [cue.say for cue in _form(said)] == ["Straighten your knee a little."]
    assert _form(said)[0].at_ms >= hold.at_ms + speech_ms(hold.say)


def test_a_fault_that_the_plan_has_no_words_for_is_passed_over() -> None:
    whole = script(_told())
    begin = _holding_ms(whole)
    _, said = _run(whole, [FormFault(begin + 100, "elbow high")], begin + 40_000)

    assert _form(said) == []


def test_the_other_side_is_told_which_limb_is_meant() -> None:
    whole = script(_told())
    begin = _holding_ms(whole)
    _, said = _run(whole, [FormFault(begin + 100, OTHER_SIDE)], begin + 14_000)

    assert [cue.say for cue in _form(said)] == ["This time the right leg."]


def test_in_a_short_hold_it_is_said_at_the_end_and_the_rest_waits_for_it() -> None:
    whole = script(_told(hold_s=3))
    begin = _holding_ms(whole)
    _, said = _run(whole, [FormFault(begin + 1_500, "knee bent")], begin + 20_000)
    form = _form(said)[0]
    after = next(cue for cue in said if cue.at_ms > form.at_ms)

    assert form.at_ms >= begin + 3_000
    assert after.at_ms >= form.at_ms + speech_ms(form.say)


def test_in_a_pause_and_after_pain_nothing_is_said_about_form() -> None:
    whole = script(_told())
    begin = _holding_ms(whole)
    for ending in (Paused(begin + 200), Hurts(begin + 200)):
        state, said = _run(whole, [FormFault(begin + 100, "knee bent"), ending], begin + 60_000)

        assert state.phase in (Phase.PAUSED, Phase.HURT)
        assert _form(said) == []


@given(
    hold_s=st.sampled_from([3, 15, 30]),
    faults=st.lists(
        st.tuples(st.integers(0, 200_000), st.sampled_from(["knee bent", "bouncing"])), max_size=30
    ),
    ticks=st.lists(st.integers(0, 200_000), max_size=20),
    seen=st.booleans(),
)
def test_words_about_form_keep_their_pause_and_run_into_no_other(
    hold_s: int, faults: list[tuple[int, str]], ticks: list[int], seen: bool
) -> None:
    whole = script(_told(hold_s=hold_s))
    events: list[Event] = [FormFault(at, fault) for at, fault in faults]
    if seen:
        events += [CameraFound(0), *(InPosition(at) for at in ticks)]
    _, said = _run(whole, sorted(events, key=lambda event: event.at_ms), 250_000)
    form = _form(said)

    for one, other in pairwise(form):
        assert other.at_ms - one.at_ms >= PAUSE_MS
    if not seen:  # who gets into position decides when "hold" is said
        for cue in form:
            until = cue.at_ms + speech_ms(cue.say)
            assert not [c for c in said if cue.at_ms < c.at_ms < until]
    assert [c.at_ms for c in said] == sorted(c.at_ms for c in said)


@given(ticks=st.lists(st.integers(0, 120_000), max_size=30), at=st.integers(0, 90_000))
def test_how_often_somebody_looks_changes_no_word_about_form(ticks: list[int], at: int) -> None:
    whole = script(_told(hold_s=15))
    fault = FormFault(at, "knee bent")
    _, once = _run(whole, [fault], 130_000)
    state, cues = step(whole, State(), Started(0))
    said = list(cues)
    for now in sorted([*ticks, at]):
        state, due, _ = advance(whole, state, now)
        said += due
        if now == at:
            state, cues = step(whole, state, fault)
            said += cues
            at = -1
    _, due, _ = advance(whole, state, 130_000)

    assert said + list(due) == once
