"""Doses that stand above the name they are for, and names that a dose opens."""

from unpinch.handout import read
from unpinch.handout.draft import Dose


def most(dose: Dose | None) -> float | None:
    return dose.max if dose else None


def program(text: str) -> list[tuple[str, float | None, float | None, float | None]]:
    return [
        (one.name, most(one.sets), most(one.reps), most(one.hold_s)) for one in read(text).exercises
    ]


ABOVE = """3 sets of 10

1. Bridge
Lie on your back and lift your hips.

2 sets of 8

2. Squat
Stand and bend your knees.

1 set of 12

3. Heel raise
Stand and rise on your toes.
"""


def test_a_dose_above_each_numbered_name_is_that_names() -> None:
    found = program(ABOVE)
    assert found == [("Bridge", 3, 10, None), ("Squat", 2, 8, None), ("Heel raise", 1, 12, None)]


def test_a_dose_above_a_name_points_at_its_own_words() -> None:
    squat = read(ABOVE).exercises[1]
    assert squat.reps is not None
    assert ABOVE[squat.reps.span.start : squat.reps.span.end] == squat.reps.span.text
    assert ABOVE.index("2 sets") <= squat.reps.span.start < ABOVE.index("Squat")


def test_a_dose_right_under_the_steps_and_over_the_next_name_is_the_next_ones() -> None:
    text = (
        "Do this exercise up to 10 times. Do 2-3 sets.\n\n1. Knee to wall\n\n"
        "  • Stand facing a wall.\n  • Push your knee to the wall.\n"
        "Do this exercise up to 15 times. Do 2 sets.\n\n2. Heel to toe\n\n"
        "  • Sit with your feet flat.\n  • Lift your heels and lower them.\n"
    )
    assert program(text) == [("Knee to wall", 3, 10, None), ("Heel to toe", 2, 15, None)]


def test_a_dose_at_the_end_of_each_exercise_stays_its_own() -> None:
    text = (
        "2 sets of 9\n\n1. Bridge\nLie on your back and lift your hips.\nHold for 5 seconds.\n\n"
        "2. Squat\nStand and bend your knees.\nHold for 3 seconds.\n"
    )
    assert [(one[0], one[3]) for one in program(text)] == [("Bridge", 5), ("Squat", 3)]


def test_a_dose_under_every_name_is_never_taken_for_one_above_the_next() -> None:
    text = "My plan\n\nBridge\n3 sets of 10\n\nSquat\n2 sets of 8\n\nPlank\nHold for 20 seconds\n"
    found = program(text)
    assert found == [("Bridge", 3, 10, None), ("Squat", 2, 8, None), ("Plank", None, None, 20)]


def test_a_count_and_a_name_over_a_paragraph_are_name_and_dose() -> None:
    text = (
        "Legs\n10 reps of single-leg deadlifts (each side)\n"
        "Hinge from your hips. The other leg goes out behind you.\n"
        "12 to 15 reps of wide squats\nStand with your feet wide. Bend your knees and stand up.\n"
    )
    assert program(text) == [
        ("single-leg deadlifts", None, 10, None), ("wide squats", None, 15, None)
    ]  # fmt: skip


def test_what_a_picture_shows_and_whose_it_is_name_no_exercise() -> None:
    text = (
        "Back bend\n\nStand, bend back and hold for 60 seconds.\n\n"
        "Knees to chest\n\nWoman pulling up her knees\n\nJo Bloggs/Big Agency Images\n\n"
        "1. Lie on your back.\n2. Bring your knees to your chest.\n3. Hold for 2 seconds.\n"
    )
    assert program(text) == [("Back bend", None, None, 60), ("Knees to chest", None, None, 2)]


def test_daily_on_its_own_line_does_not_run_on_into_the_next_name() -> None:
    text = (
        "WRIST BEND STRETCH\nBend your wrist and hold for 30 seconds.\nDAILY\n"
        "FINGER BEND STRETCH\nBend your fingers and hold for 20 seconds.\nDAILY\n"
    )
    assert [(one[0], one[3]) for one in program(text)] == [
        ("WRIST BEND STRETCH", 30), ("FINGER BEND STRETCH", 20)
    ]  # fmt: skip
