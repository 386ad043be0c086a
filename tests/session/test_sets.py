"""The rest between sets, as it is led."""

import pytest

from tests.session.plans import part, plan
from unpinch.exercises.plan import Plan
from unpinch.session import State, advance, project, script, step, timeline
from unpinch.session.words import rest_for, speech_ms
from unpinch.terms.cue import Cue, CueKind, Phase
from unpinch.terms.event import Hurts, Skipped, Started

BRIDGE = plan(
    part("Bridge", hold_s=5, sides=(None,), repetitions=4, rest_after=(1,), moving="whole body")
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
    assert following.say.startswith("Again. 3 of 4.")


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
