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
