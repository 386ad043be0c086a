"""The rest between sets, as it is led."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.session.plans import part, plan
from unpinch.exercises.plan import Plan, rests, turns
from unpinch.session import State, advance, project, script, step, timeline
from unpinch.session.sets import places
from unpinch.session.words import rest_for, speech_ms
from unpinch.terms.cue import Cue, CueKind, Phase
from unpinch.terms.dose import Counted, Dose, Range, Sides
from unpinch.terms.event import Hurts, Skipped, Started
from unpinch.terms.side import Side

BRIDGE = plan(
    part("Bridge", hold_s=5, sides=(None,), repetitions=4, rest_after=(1,), moving="whole body")
)

sheets = st.builds(
    lambda sets, more, sides: Dose(
        hold_ms=Range(5_000, 5_000),
        repetitions=Range(sets + more, sets + more),
        sets=Range(sets, sets),
        rest_ms=30_000,
        sides=sides,
        first=Side.RIGHT if sides in (Sides.ONE_THEN_OTHER, Sides.ALTERNATING) else None,
        counted=Counted.EACH_SIDE,
    ),
    st.integers(1, 5),
    st.integers(0, 25),
    st.sampled_from([None, *Sides]),
)


def cues_of(own: Plan) -> tuple[Cue, ...]:
    whole = script(own)
    state, cues = step(whole, State(), Started(0))
    return cues + project(whole, state).cues


def in_the_rest(kind: type[Skipped | Hurts]) -> State:
    """Ten seconds into the rest, then this."""
    whole = script(BRIDGE)
    state, _ = step(whole, State(), Started(0))
    begins = next(cue.at_ms for cue in cues_of(BRIDGE) if "Rest for" in cue.say)
    state, _, _ = advance(whole, state, begins + 10_000)
    assert (state.phase, state.turn) == (Phase.RELEASING, 1)
    state, _ = step(whole, state, kind(begins + 10_000))
    return state


def test_between_two_sets_it_is_said_how_long_to_rest_and_when_the_next_one_comes() -> None:
    cues = cues_of(BRIDGE)
    (rest,) = [cue for cue in cues if "Rest for" in cue.say]
    (soon,) = [cue for cue in cues if cue.say == "Next set in ten seconds."]
    following = next(cue for cue in cues if cue.at_ms > soon.at_ms)

    assert rest.say == "Lower your leg. Rest for one minute."
    assert rest.kind is CueKind.RELEASE
    assert soon.at_ms - rest.at_ms == 50_000
    assert following.at_ms - rest.at_ms == 60_000
    assert following.say == "Again. Set 2 of 2."


def test_each_set_is_counted_from_one_and_the_screen_knows_which_it_is() -> None:
    whole = script(BRIDGE)
    begun, _ = step(whole, State(), Started(0))
    holds = [one for one in project(whole, begun).scenes if one.phase is Phase.HOLDING]

    assert [(one.repetition, one.of, one.set, one.sets) for one in holds] == [
        (1, 2, 1, 2), (2, 2, 1, 2), (1, 2, 2, 2), (2, 2, 2, 2),
    ]  # fmt: skip
    assert [cue.say for cue in cues_of(BRIDGE) if cue.say.startswith("Again.")] == [
        "Again. 2 of 2.", "Again. Set 2 of 2.", "Again. 2 of 2.",
    ]  # fmt: skip


def test_the_sets_of_the_other_leg_begin_anew() -> None:
    (on_each,) = plan(part(repetitions=4, rest_after=(1, 5))).parts

    assert [(one.repetition, one.set) for one in places(on_each)] == [
        (1, 1),
        (2, 1),
        (1, 2),
        (2, 2),
    ] * 2
    assert {(one.of, one.sets) for one in places(on_each)} == {(2, 2)}


def test_where_the_sides_take_turns_a_set_has_both_and_is_named_before_the_side() -> None:
    (one,) = plan(part(hold_s=3, repetitions=1)).parts
    both = replace(one.turns[0], of=8), replace(one.turns[1], of=8)
    turns = tuple(replace(both[n % 2], repetition=n + 1) for n in range(8))
    led = plan(replace(one, turns=turns, rest_after=(3,)))

    assert [each.repetition for each in places(led.parts[0])] == [1, 2, 3, 4] * 2
    assert any(cue.say.startswith("Set 2 of 2. Right leg.") for cue in cues_of(led))


@given(sheets)
def test_however_uneven_the_sets_are_every_turn_has_its_place_once(dose: Dose) -> None:
    repetitions = dose.repetitions.high
    own = turns("bridge", dose, 5_000, repetitions)
    placed = places(replace(plan().parts[0], turns=own, rest_after=rests(dose, repetitions)))
    sides = dose.sides is Sides.ONE_THEN_OTHER

    assert len(placed) == len(own)
    assert len(
        {
            (one.repetition, one.set, n * 2 // len(own) if sides else 0)
            for n, one in enumerate(placed)
        }
    ) == len(own)
    assert {one.sets for one in placed} == {dose.in_sets(repetitions)}


def test_the_number_counts_the_rest_down() -> None:
    whole = script(BRIDGE)
    state, _ = step(whole, State(), Started(0))
    scenes = project(whole, state).scenes
    (rest,) = [one for one in scenes if one.phase is Phase.RELEASING and one.until_ms
               and one.until_ms - one.at_ms == 60_000]  # fmt: skip

    assert rest.unit == "seconds to rest"
    assert rest.pose == "start"


@pytest.mark.parametrize("pace", ["slow", "calm", "brisk"])
def test_no_pace_shortens_a_rest_that_the_sheet_gives(pace: str) -> None:
    own = plan(*BRIDGE.parts, pace=pace)
    times = timeline(own).turns

    assert times[2].start_ms - times[1].end_ms >= 60_000


def test_a_short_rest_has_at_least_the_time_of_its_words() -> None:
    own = plan(
        part("Bridge", hold_s=5, sides=(None,), repetitions=4, rest_after=(1,), rest_s=1,
             moving="whole body")
    )  # fmt: skip
    times = timeline(own).turns
    said = [cue.say for cue in cues_of(own)]

    assert times[2].start_ms - times[1].end_ms > speech_ms("Lower your leg. Rest for 1 second.")
    assert "Next set in ten seconds." not in said


def test_a_rest_that_is_skipped_goes_on_with_the_next_set() -> None:
    state = in_the_rest(Skipped)

    assert (state.phase, state.turn) == (Phase.MOVING, 2)


def test_pain_in_the_rest_ends_it_as_anywhere() -> None:
    state = in_the_rest(Hurts)

    assert state.phase is Phase.HURT


@pytest.mark.parametrize(
    ("milliseconds", "says"),
    [
        (1_000, "Rest for 1 second."),
        (30_000, "Rest for 30 seconds."),
        (60_000, "Rest for one minute."),
        (90_000, "Rest for 90 seconds."),
        (120_000, "Rest for 2 minutes."),
    ],
)
def test_how_long_a_rest_is_in_words(milliseconds: int, says: str) -> None:
    assert rest_for(milliseconds) == says
