"""A time that no verb governs is a hold or a duration by what the exercise is."""

import pytest

from unpinch.handout import read
from unpinch.handout.claim import Field
from unpinch.handout.nature import nature


@pytest.mark.parametrize("words", ["calf stretch", "tree pose", "wall sit", "figure four"])
def test_a_position_is_held(words: str) -> None:
    assert nature(words) is Field.HOLD


@pytest.mark.parametrize("words", ["marching on the spot", "pendulum", "exercise bike", "walk"])
def test_a_movement_goes_on(words: str) -> None:
    assert nature(words) is Field.DURATION


@pytest.mark.parametrize("words", ["knee exercise", "walking stretch", ""])
def test_what_is_neither_or_both_says_nothing(words: str) -> None:
    assert nature(words) is None


def test_a_minute_of_a_stretch_is_a_hold_and_of_marching_a_duration() -> None:
    (stretch,) = read(
        "Calf stretch against the wall, back leg straight. A minute each leg."
    ).exercises
    (march,) = read("March on the spot, lifting your knees. A minute.").exercises
    assert stretch.hold_s is not None
    assert stretch.hold_s.min == 60
    assert stretch.duration_s is None
    assert march.duration_s is not None
    assert march.hold_s is None
