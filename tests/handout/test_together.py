"""Several exercises named in one line, and headings that say how often something else is done."""

import pytest

from unpinch.handout import read

PUMPS = ["ankle pumps", "heel slides", "quad sets"]


def counted(text: str) -> list[tuple[str, float | None]]:
    return [(one.name.lower(), one.reps.min if one.reps else None) for one in read(text).exercises]


@pytest.mark.parametrize(
    "text",
    [
        "Do ankle pumps, heel slides and quad sets 10 times each, twice a day.",
        "Ankle pumps, heel slides, quad sets: 10 times each, twice a day",
        "Ankle pumps, heel slides and quad sets - 10 reps, twice a day",
        "Exercises\nAnkle pumps, heel slides and quad sets. 10 of each, twice a day.",
        "Start with ankle pumps, heel slides, and quad sets. Do 10 of each twice a day.",
        "Plan\n\nWeek 1: ankle pumps, heel slides & quad sets, 10 times, twice a day.",
        "Do 10 each of ankle pumps, heel slides and quad sets. Do them twice a day.",
    ],
)
def test_names_in_a_row_with_one_dose_are_an_exercise_each(text: str) -> None:
    assert counted(text) == [(name, 10) for name in PUMPS]
    assert all(one.frequency and one.frequency.per_day == (2, 2) for one in read(text).exercises)


def test_a_shared_dose_points_at_its_words_and_each_name_at_its_own() -> None:
    text = "Do ankle pumps, heel slides and quad sets 10 times each."
    for one in read(text).exercises:
        assert one.name_span is not None
        assert text[one.name_span.start : one.name_span.end] == one.name
        assert one.reps is not None
        assert "10 times" in text[one.reps.span.start : one.reps.span.end]
        assert one.sides is None


def test_a_dose_for_each_may_stand_before_the_names() -> None:
    text = "Hold each stretch for 30 seconds: calf stretch, hamstring stretch, hip flexor stretch."
    found = read(text).exercises
    assert [one.name for one in found] == [
        "calf stretch",
        "hamstring stretch",
        "hip flexor stretch",
    ]
    assert all(one.hold_s and one.hold_s.min == 30 for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Bend, straighten and circle your ankle 10 times.",
        "Ankle circles\nCircle your ankle clockwise, anticlockwise, up and down, 10 times each.",
        "Neck stretch\nTilt your head to the left, right, forwards and back, 10 times each.",
        "Calf stretch, knee straight: 10 times",
        "Bridge and squeeze: 10 times",
        "Lift the heels, toes and knees 10 times.",
    ],
)
def test_parts_of_one_movement_stay_one_exercise(text: str) -> None:
    found = counted(text)
    assert len(found) == 1
    assert found[0][1] == 10


def test_nothing_of_a_line_that_names_several_is_told_as_left_out() -> None:
    draft = read("Bridges, clams and squats 3 x 10")
    assert [one.name for one in draft.exercises] == ["Bridges", "clams", "squats"]
    assert (draft.left_out, draft.unread) == ((), ())


SHEET = (
    "{}\n\n1. Bridge\n\nLie on your back and lift your hips. Do 9.\n\n"
    "2. Squat\n\nBend your knees. Do 8.\n"
)


@pytest.mark.parametrize(
    "of_something_else",
    [
        "Ice pack x3 per day for 10 mins",
        "Icing 3 times a day",
        "Foam roller 2 x daily, 5 mins",
        "Medication: paracetamol four times a day",
        "Brace off twice a day",
        "Scar massage twice a day",
        "Short walks 4 times a day",
        "Compression stocking, 3 x daily",
    ],
)
def test_a_line_that_says_how_often_something_else_is_done_says_it_of_no_exercise(
    of_something_else: str,
) -> None:
    found = read(SHEET.format(of_something_else)).exercises
    assert [one.name for one in found][-2:] == ["Bridge", "Squat"]
    assert [one.frequency for one in found][-2:] == [None, None]


@pytest.mark.parametrize(
    "heading",
    [
        "Strengthening (3 times a day)",
        "Knee exercises - 3 times a day",
        "Lying on your bed: 3 x daily",
        "Phase 1, 3 times a day",
        "Week 2: 3 times a day",
        "3 times a day:",
    ],
)
def test_a_heading_over_exercises_says_how_often_they_are_done(heading: str) -> None:
    found = read(SHEET.format(heading)).exercises
    assert [one.name for one in found] == ["Bridge", "Squat"]
    assert all(one.frequency and one.frequency.per_day == (3, 3) for one in found)
