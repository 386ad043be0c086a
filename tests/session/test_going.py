"""Turns that are not held: a movement there and back, an activity; and sets of either."""

from itertools import pairwise

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.session.plans import part, plan
from tests.session.tapes import plans
from unpinch.exercises.plan import Plan, Words
from unpinch.session import State, advance, script, step, timeline
from unpinch.session.project import project
from unpinch.session.scene import scene
from unpinch.session.words import speech_ms
from unpinch.terms.cue import Cue, CueKind, Phase
from unpinch.terms.dose import Kind
from unpinch.terms.event import (
    Event,
    Hurts,
    PainKind,
    Paused,
    Repeated,
    Resumed,
    Skipped,
    Started,
)
from unpinch.terms.side import Side

WORDS = Words(
    start="Lie on your back.",
    move="Bend your ankle up and down.",
    hold="Keep it moving, do not hold.",
    release="Rest your leg.",
)


def pumps(repetitions: int = 3, sets: int = 1, seconds: float = 4) -> Plan:
    ends = tuple(n * repetitions // sets - 1 for n in range(1, sets))
    return plan(
        part(
            "Ankle pumps",
            hold_s=seconds,
            ceiling_s=seconds * 1.5,
            repetitions=repetitions,
            words=WORDS,
            kind=Kind.MOVEMENT,
            rest_after=(*ends, *(repetitions + end for end in ends)),
            rest_s=30,
        )
    )


def walk(minutes: float = 10, repetitions: int = 1) -> Plan:
    whole = minutes * 60
    return plan(
        part("Walking", hold_s=whole, ceiling_s=whole * 1.5, repetitions=repetitions,
             sides=(None,), words=WORDS, kind=Kind.ACTIVITY)
    )  # fmt: skip


def heard(led: Plan) -> list[Cue]:
    return list(project(script(led), step(script(led), State(), Started(0))[0]).cues)


def said(led: Plan) -> list[str]:
    return [cue.say for cue in heard(led)]


def test_a_movement_is_counted_there_and_back_and_nobody_says_hold() -> None:
    words = said(pumps())

    first = words.index("Right leg. Bend your ankle up and down. Keep it moving, do not hold.")
    assert words[first + 1 : first + 9] == [
        "There.", "And back.", "2.", "There.", "And back.", "3.", "There.", "And back.",
    ]  # fmt: skip
    assert not [each for each in words if each.startswith("Hold") or "Let go slowly" in each]


def circles(name: str = "Ankle circles", move: str = "Turn your foot.", seconds: float = 4) -> Plan:
    (one,) = pumps(seconds=seconds).parts
    return plan(replace(one, name=name, words=replace(WORDS, move=move)))


@pytest.mark.parametrize("led", [circles(), circles("Feet", "Draw slow circles with your foot.")])
def test_a_circle_goes_round_and_nobody_says_back(led: Plan) -> None:
    cues = [cue for cue in heard(led) if cue.kind in (CueKind.THERE, CueKind.BACK)]

    assert {(cue.say, cue.line) for cue in cues} == {("Round.", "All the way round.")}
    assert len(cues) == len(led.turns)


def test_half_a_circle_has_a_way_back() -> None:
    assert "And back." in said(circles("Feet", "Draw half circles with your toes."))


def test_even_a_very_quick_circle_has_a_word_that_fits() -> None:
    for seconds in (1, 1.5):
        cues = [cue for cue in heard(circles(seconds=seconds)) if cue.kind is CueKind.THERE]
        assert all(cue.say and speech_ms(cue.say) <= cue.room_ms for cue in cues)


def test_a_movement_says_all_of_it_once_on_each_side() -> None:
    words = said(pumps(repetitions=4, sets=2))

    assert sum("Bend your ankle" in each for each in words) == 2


@given(plans)
def test_nothing_that_is_said_runs_into_the_next(led: Plan) -> None:
    cues = heard(led)

    for now, following in pairwise(cues):
        assert now.at_ms + speech_ms(now.say) <= following.at_ms or now.kind in (
            CueKind.COUNT, CueKind.FORM, CueKind.RELEASE, CueKind.HOLD,
        ), (now, following)  # fmt: skip


@pytest.mark.parametrize("seconds", [1, 1.5, 2, 3, 4, 10])
def test_a_movement_of_any_pace_finds_words_that_fit(seconds: float) -> None:
    cues = [c for c in heard(pumps(seconds=seconds)) if c.kind in (CueKind.THERE, CueKind.BACK)]

    assert cues
    assert all(speech_ms(cue.say) <= cue.room_ms for cue in cues)


def test_the_screen_counts_repetitions_of_a_movement_and_no_seconds() -> None:
    led = script(pumps(repetitions=30, sets=3))
    begun, _ = step(led, State(), Started(0))
    moving = [one for one in project(led, begun).scenes if one.phase is Phase.HOLDING]

    assert {one.until_ms for one in moving} == {None}
    assert [one.count for one in moving[:3]] == [1, 2, 3]
    assert (moving[12].count, moving[12].unit) == (3, "of 10")
    assert (moving[12].set, moving[12].sets) == (2, 3)
    assert moving[12].line == "There and back."


def test_between_two_sets_of_a_movement_there_is_the_rest_that_the_dose_has() -> None:
    led = pumps(repetitions=4, sets=2)
    times = timeline(led).turns
    resting = [cue for cue in heard(led) if cue.say == "Rest for 30 seconds."]

    assert [cue.line for cue in resting] == ["Rest.", "Rest."]
    assert times[2].start_ms - times[1].end_ms >= 30_000
    assert times[4].start_ms - times[3].end_ms < 20_000  # from leg to leg


def test_an_activity_goes_on_for_minutes_with_half_way_and_a_last_minute() -> None:
    cues = {cue.kind: cue for cue in heard(walk())}
    begins = cues[CueKind.GOING]

    assert begins.say == "Keep going for 10 minutes. Keep it moving, do not hold."
    assert cues[CueKind.HALF].say == "Half-way. 5 minutes to go."
    assert cues[CueKind.HALF].at_ms - begins.at_ms == 300_000
    assert cues[CueKind.LAST_MINUTE].say == "One minute to go."
    assert cues[CueKind.LAST_MINUTE].at_ms - begins.at_ms == 540_000
    assert cues[CueKind.RELEASE].say == "That was 10 minutes. Rest your leg."
    assert CueKind.HOLD not in cues
    assert CueKind.COUNT not in cues


def test_what_has_no_sides_begins_with_its_name_and_not_with_one_of_one() -> None:
    begins = next(cue for cue in heard(walk()) if cue.kind is CueKind.MOVE)

    assert begins.line == "Walking."


def test_an_activity_of_less_than_two_minutes_has_no_last_minute() -> None:
    words = said(walk(1.5))

    assert "Half-way." in words
    assert not [each for each in words if "to go" in each]


def test_a_pause_keeps_what_was_walked() -> None:
    led = script(walk())
    state, _, _ = advance(led, step(led, State(), Started(0))[0], 200_000)
    assert state.phase is Phase.HOLDING
    gone = 200_000 - state.since_ms

    state, cues = step(led, state, Paused(200_000))
    assert [cue.say for cue in cues] == ["Paused. Rest."]
    state, _ = step(led, state, Resumed(300_000))
    ahead = project(led, state).cues

    going = next(cue for cue in ahead if cue.kind is CueKind.GOING)
    half = next(cue for cue in ahead if cue.kind is CueKind.HALF)
    assert half.at_ms - going.at_ms == 300_000 - gone


def test_a_pause_in_a_movement_is_taken_up_where_it_was() -> None:
    led = script(pumps(repetitions=5))
    begun, _ = step(led, State(), Started(0))
    third = next(s for s in project(led, begun).scenes if s.phase is Phase.HOLDING and s.count == 3)
    state, _, _ = advance(led, begun, third.at_ms + 1_000)

    state, _ = step(led, state, Paused(third.at_ms + 1_000))
    state, cues = step(led, state, Resumed(third.at_ms + 60_000))
    assert cues[0].say.startswith("Going on.")
    state, _, _ = advance(led, state, third.at_ms + 70_000)

    done = [outcome for outcome in state.outcomes if outcome.turn == 2]
    assert [outcome.held_ms for outcome in done] == [4_000]


def test_pain_ends_a_movement_and_an_activity_at_once() -> None:
    for led in (script(pumps()), script(walk())):
        state, _, _ = advance(led, step(led, State(), Started(0))[0], 40_000)
        state, cues = step(led, state, Hurts(40_000))

        assert state.phase is Phase.HURT
        assert advance(led, state, 900_000)[0].phase is Phase.HURT
        assert [cue.kind for cue in cues] == [CueKind.HURT]


@pytest.mark.parametrize("led", [pumps(), walk()], ids=["movement", "activity"])
@pytest.mark.parametrize(
    "event", [Paused(40_000), Hurts(40_000), Hurts(40_000, kind=PainKind.SHARP)]
)
def test_nobody_is_told_to_let_go_where_nothing_is_held(led: Plan, event: Event) -> None:
    whole = script(led)
    state, _, _ = advance(whole, step(whole, State(), Started(0))[0], 40_000)
    state, (cue,) = step(whole, state, event)
    now = scene(whole, state)

    assert now.held is False
    assert "let go" not in " ".join((cue.say, cue.line, now.line)).lower()
    assert cue.line == now.line


@pytest.mark.parametrize(
    "event", [Paused(40_000), Hurts(40_000), Hurts(40_000, kind=PainKind.SHARP)]
)
def test_in_a_hold_the_first_word_is_to_let_go(event: Event) -> None:
    whole = script(plan(part(hold_s=15)))
    state, _, _ = advance(whole, step(whole, State(), Started(0))[0], 40_000)
    state, (cue,) = step(whole, state, event)

    assert scene(whole, state).held is True
    assert "let go" in cue.say.lower()


def test_after_the_rest_that_a_safety_answer_asks_for_nobody_lets_go_of_a_movement() -> None:
    (moved,) = pumps(repetitions=2).parts
    eased = [cue for cue in heard(plan(replace(moved, ease_ms=20_000))) if "Rest." in cue.line]

    assert {cue.line for cue in eased} == {"Rest."}


def test_said_again_and_skipped_in_words_that_fit() -> None:
    led = script(walk())
    state, _, _ = advance(led, step(led, State(), Started(0))[0], 40_000)

    _, again = step(led, state, Repeated(40_000))
    _, skipped = step(led, state, Skipped(41_000))

    assert again[0].say.startswith("Keep going")
    assert skipped[0].say == "Skipped. Rest."


def test_a_side_of_the_whole_body_is_a_side_and_no_leg() -> None:
    led = plan(part("Side bends", hold_s=4, ceiling_s=6, moving="whole body", kind=Kind.MOVEMENT))

    assert any(each.startswith("Right side.") for each in said(led))
    assert Side.RIGHT in [turn.side for turn in led.turns]


def test_a_rest_that_a_safety_answer_asks_for_comes_after_each_movement_too() -> None:
    (part_,) = pumps(repetitions=2).parts
    easy = replace(part_, ease_ms=20_000, words=replace(WORDS, rest="Come off your knees."))
    led = plan(easy)
    times = timeline(led).turns

    gaps = [after.start_ms - before.end_ms for before, after in pairwise(times)]
    assert min(gaps) >= 20_000
    assert sum("Come off your knees." in each for each in said(led)) == len(times) - 1
