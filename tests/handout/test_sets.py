"""Sets and the rest between them: from a sheet to a program, to paper, and back."""

import re

import pytest
from msgspec.structs import replace

from tests.handout.printed import program, said
from tests.handout.test_writing import answered, sitting, written
from unpinch.exercises.choosing import plan
from unpinch.exercises.model import Exercise
from unpinch.handout import read
from unpinch.handout.confirming import Edit, edited
from unpinch.handout.printing import printout
from unpinch.terms.dose import Counted, Range, Sides
from unpinch.terms.side import Side

BRIDGE = """Bridge
Lie on your back with your knees bent. Lift your hips off the floor. Hold for 5 seconds, then slowly
lower your hips. Do 3 sets of 10. {rest}
"""


def bridge(rest: str, **more: str) -> Exercise:
    now = sitting(BRIDGE.format(rest=rest))
    if more:
        now = edited(now, Edit(0, more))
    files = written(answered(now, sides="none"))
    (part,) = plan(files.program, files.library).parts
    exercise = files.library[part.exercise]
    assert (part.rest_after, part.rest_ms) == ((9, 19), exercise.dose.rest_ms)
    assert len(part.turns) == 30
    return exercise


@pytest.mark.parametrize(
    ("rest", "rest_ms"),
    [
        ("Rest 1 minute between sets.", 60_000),
        ("Take a 90 second rest between each set.", 90_000),
        ("Rest for 45 seconds between sets.", 45_000),
    ],
)
def test_the_rest_of_the_sheet_is_led_as_the_sheets(rest: str, rest_ms: int) -> None:
    exercise = bridge(rest)

    assert (exercise.dose.sets, exercise.dose.rest_ms) == (Range(3, 3), rest_ms)
    assert "rest" not in exercise.readings


def test_of_a_range_the_longer_rest_is_led_and_it_says_so() -> None:
    exercise = bridge("Rest 30 to 60 seconds between sets.")

    assert exercise.dose.rest_ms == 60_000
    assert exercise.readings["rest"].endswith("We take the longer time.")


@pytest.mark.parametrize(
    "rest", ["", "Rest between sets.", "Rest for 10 seconds between repetitions."]
)
def test_where_the_sheet_gives_no_rest_between_sets_it_is_ours_and_it_says_so(rest: str) -> None:
    exercise = bridge(rest)

    assert exercise.dose.rest_ms == 30_000
    assert exercise.readings["rest"].startswith("The sheet gives no rest between its sets.")


def test_a_rest_that_was_typed_is_the_persons_answer() -> None:
    exercise = bridge("Rest 1 minute between sets.", rest_ms="120")

    assert exercise.dose.rest_ms == 120_000
    assert exercise.readings["rest"].startswith("How long you rest between sets is your answer")


def test_one_set_has_no_rest() -> None:
    files = written(answered(sitting(BRIDGE.format(rest="").replace("3 sets of", "1 set of")),
                             sides="none"))  # fmt: skip
    (part,) = plan(files.program, files.library).parts

    assert files.library[part.exercise].dose.sets is None
    assert part.rest_after == ()


def test_the_same_sheet_twice_is_the_same_exercise_and_another_rest_another() -> None:
    from unpinch.exercises import library, programs
    from unpinch.handout.writing import write

    def again(rest: str, known: dict[str, Exercise]) -> set[str]:
        now = answered(sitting(BRIDGE.format(rest=rest)), sides="none")
        return {part.exercise for part in write(now, known, programs()).program.parts}

    first = written(answered(sitting(BRIDGE.format(rest="")), sides="none"))
    known = {**library(), **first.library}

    assert again("", known) == {"bridge"}
    assert again("Rest 2 minutes between sets.", known) == {"bridge-2"}


LEGS = {"sides": Sides.ONE_THEN_OTHER, "first": Side.RIGHT, "counted": Counted.EACH_SIDE}
TURNS = {"sides": Sides.ALTERNATING, "first": Side.RIGHT, "counted": Counted.EACH_SIDE}
IN_ALL = {"sides": Sides.ALTERNATING, "first": Side.RIGHT, "counted": Counted.IN_TOTAL}


@pytest.mark.parametrize(
    ("sides", "count"),
    [
        ({}, "Do 3 sets of 10. Rest for 60 seconds between sets."),
        (LEGS, "Do 3 sets of 10 on each side: first the right side, then the left side. "
               "Rest for 60 seconds between sets."),
        (TURNS, "Do 3 sets of 10 on each side, alternating sides, the right side first. "
                "Rest for 60 seconds between sets."),
        (IN_ALL, "Do this 30 times in all, alternating sides, the right side first. "
                 "Rest for 60 seconds between sets."),
    ],
)  # fmt: skip
def test_a_printed_sheet_has_the_sets_and_is_read_as_no_more_than_it_was(
    sides: dict[str, object], count: str
) -> None:
    own = bridge("Rest 1 minute between sets.")
    own = replace(own, dose=replace(own.dose, **sides))
    (exercise,) = said(printout(*program(own)))["exercises"]
    (draft,) = read(f"Bridge\nLie on your back. {exercise['hold']} {exercise['count']}").exercises

    assert exercise["count"] == count
    assert re.search(r"(3 sets of 10|in 3 sets)", exercise["handout"])
    assert exercise["handout"].endswith(", 60 seconds of rest between sets")
    assert draft.reps is not None
    assert (draft.reps.max or 0) * ((draft.sets and draft.sets.max) or 1) == 30
    assert draft.rest_s is not None
    assert (draft.rest_s.max, draft.rest_s.between) == (60, "sets")


def test_a_rest_that_is_ours_is_printed_as_nobodys_answer_and_not_as_the_sheets() -> None:
    (exercise,) = said(printout(*program(bridge(""))))["exercises"]

    assert exercise["count"].endswith("Rest for 30 seconds between sets.")
    assert "rest" not in exercise["handout"] + exercise["reading"]
    assert exercise["readings"][0].startswith("The sheet gives no rest between its sets.")


def test_uneven_sets_are_printed_as_one_count() -> None:
    own = bridge("")
    own = replace(own, dose=replace(own.dose, repetitions=Range(31, 31)))
    (exercise,) = said(printout(*program(own)))["exercises"]

    assert exercise["count"].startswith("Do this 31 times. Rest for 30 seconds between sets.")
