"""Doses in shorthand and in answers: "3 x 45 s (30 s rest)", "How many? 8 to 12." """

from typing import Any

import pytest

from unpinch.handout import read

FIELDS = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")


def doses(text: str) -> list[dict[str, Any]]:
    return [
        {name: (value.min, value.max) for name in FIELDS if (value := getattr(one, name))}
        for one in read(text).exercises
    ]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ("3 x 45 s (30 s rest)", {"reps": (3, 3), "hold_s": (45, 45), "rest_s": (30, 30)}),
        ("3x45s, 30s rest", {"reps": (3, 3), "hold_s": (45, 45), "rest_s": (30, 30)}),
        ("3 x 20-30 s each side, 45 s rest",
         {"reps": (3, 3), "hold_s": (20, 30), "rest_s": (45, 45)}),
        ("5 breaths x 3 per leg", {"hold_breaths": (5, 5), "reps": (3, 3)}),
    ],
)  # fmt: skip
def test_a_hold_beside_a_rest_with_its_own_number_is_kept(
    dose: str, expected: dict[str, Any]
) -> None:
    assert doses(f"Side plank: {dose}") == [expected]


def test_a_number_alone_before_the_word_rest_is_still_the_rest() -> None:
    assert doses("Bridge: lift your hips, 10 reps, 45 seconds, rest") != []
    assert doses("Bridge\nLift your hips 10 times, then rest 45 seconds.") == [
        {"reps": (10, 10), "rest_s": (45, 45)}
    ]


def test_lots_are_sets() -> None:
    assert doses("Wall slide\nSlide your arms up the wall. Do 2 lots of 8.") == [
        {"sets": (2, 2), "reps": (8, 8)}
    ]
    assert doses("Wall slide\nSlide your arms up the wall 8 times. Take lots of care.") == [
        {"reps": (8, 8)}
    ]


def test_a_question_of_the_sheet_leads_the_number_that_answers_it() -> None:
    text = (
        "Calf stretch\nLean into a wall with one leg behind you."
        " How long do I hold it? 20. How many? 3 to 5. How often? Every other day."
    )
    assert doses(text) == [{"hold_s": (20, 20), "reps": (3, 5)}]


def test_a_question_about_people_is_answered_by_no_dose() -> None:
    text = "Bridge\nLift your hips 9 times. How often do people hurt their backs? 8 in 10."
    assert doses(text) == [{"reps": (9, 9)}]


def test_ten_more_the_other_way_are_no_second_set() -> None:
    text = "Shoulder rolls\nRoll your shoulders backwards 10 times. Roll them forwards, another 10."
    assert doses(text) == [{"reps": (10, 10)}]
    again = "Bridge\nLift your hips 10 times. Rest, then do another 10."
    assert doses(again) == [{"reps": (10, 10), "sets": (2, 2)}]


def test_where_to_begin_is_the_time_and_where_to_get_to_is_not() -> None:
    text = "Walk\nBuild up to half an hour of walking, five days a week. Begin with ten minutes."
    assert doses(text) == [{"duration_s": (600, 600)}]


@pytest.mark.parametrize("rest", ["about a minute or so between sets", "a minute off between sets"])
def test_a_minute_between_sets_is_rest_however_loosely_it_is_said(rest: str) -> None:
    assert doses(f"Bridge\nLift your hips. Do three sets of eight with {rest}.") == [
        {"sets": (3, 3), "reps": (8, 8), "rest_s": (60, 60)}
    ]


def test_as_many_as_possible_in_a_time_is_how_long_to_go_on() -> None:
    assert doses("Wall press\nBend your elbows. As many as you can in 30 seconds.") == [
        {"duration_s": (30, 30)}
    ]


def test_lifting_for_a_count_and_then_a_number_of_times_is_a_hold() -> None:
    assert doses("Head lift\nLift your head for a count of 5, 10 times.") == [
        {"hold_s": (5, 5), "reps": (10, 10)}
    ]
    slow = read("Leg lift\nLift your leg for a count of 3, lower it for a count of 5. Do 8.")
    assert slow.exercises[0].hold_s is None
    assert slow.exercises[0].tempo is not None


def test_the_breath_that_is_held_between_in_and_out_is_no_hold() -> None:
    text = "Calm breathing\nLie down and breathe in for 4, hold for 4, out for 6. Do this 5 times."
    assert doses(text) == [{"reps": (5, 5)}]
    assert doses("Plank\nBreathe in and out. Hold for 9 seconds.") == [{"hold_s": (9, 9)}]


def test_names_in_a_list_under_a_dose_of_their_own_are_an_exercise_each() -> None:
    text = "Stretching: 30 seconds each, twice through.\n1. Calves\n2. Hamstrings\n3. Quads\n"
    assert [one.name for one in read(text).exercises] == ["Calves", "Hamstrings", "Quads"]
    assert doses(text) == [{"hold_s": (30, 30), "reps": (2, 2)}] * 3
