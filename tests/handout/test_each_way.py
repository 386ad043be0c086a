"""Counts tied to a side or direction, a pace that is counted out, and rounds with closed eyes."""

from typing import Any

import pytest

from unpinch.handout import read

FIELDS = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")


def check(sentence: str, **expected: Any) -> None:
    (one,) = read(f"Lie on your back with your knees bent. {sentence}").exercises
    found = {name: value.min for name in FIELDS if (value := getattr(one, name)) is not None}
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Do 10 turnings in each direction.", 10),
        ("Make 12 sawing motions each way.", 12),
        ("Perform eight loops with each leg.", 8),
        ("Do 10 changes.", 10),
        ("Do 6 revolutions clockwise.", 6),
    ],
)
def test_what_is_done_each_way_is_counted_whatever_it_is_called(sentence: str, count: int) -> None:
    check(sentence, reps=count)


@pytest.mark.parametrize(
    "sentence",
    ["Place 2 pillows on each side.", "Do 3 exercises each side.", "Put 3 fingers on each side."],
)
def test_things_that_lie_on_each_side_are_no_count(sentence: str) -> None:
    check(sentence)


def test_counting_while_the_lowering_is_done_is_the_pace_and_no_hold() -> None:
    check(
        "Lift the leg, then slowly count to five as you do the lowering part. Repeat 8 times.",
        reps=8,
    )


@pytest.mark.parametrize("verb", ["Do", "Then try", "Next, repeat", "You can practise"])
def test_a_second_round_with_closed_eyes_is_another_way(verb: str) -> None:
    check(
        f"Lift one leg and hold for 20 seconds. {verb} it with your eyes closed for 5 seconds.",
        hold_s=20,
    )


def test_closed_eyes_from_the_start_are_the_exercise() -> None:
    check("Close your eyes and hold one leg up for 9 seconds.", hold_s=9)
