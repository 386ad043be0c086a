"""Exercises that a list, a form or a foot line makes several of, or one dose for all."""

import pytest

from unpinch.handout import read
from unpinch.handout.naming import NUMBERED_NAME


def program(text: str) -> list[tuple[str, float | None, float | None]]:
    return [
        (one.name, one.reps.min if one.reps else None, one.sets.min if one.sets else None)
        for one in read(text).exercises
    ]


def test_orders_under_each_exercise_are_an_exercise_each() -> None:
    text = (
        "Hand exercises after a fracture\nDo each exercise 10 times, every two hours.\n"
        "1. Make a fist, then straighten your fingers.\n2. Touch each finger with your thumb.\n"
        "3. Bend your wrist forwards and back.\n"
    )
    found = read(text)
    assert [one.reps and one.reps.min for one in found.exercises] == [10, 10, 10]
    assert all(one.frequency and one.frequency.every_hours == (2, 2) for one in found.exercises)
    assert found.unread == ()


@pytest.mark.parametrize("said", ["Do this exercise 10 times.", "Do this 10 times a day."])
def test_orders_under_one_exercise_are_its_steps(said: str) -> None:
    steps = "1. Make a fist.\n2. Turn your palm up.\n3. Bend your wrist forwards.\n"
    text = f"Wrist bend\n{said}\n{steps}"
    assert [one[0] for one in program(text)] == ["Wrist bend"]


@pytest.mark.parametrize("label", ["Exercise", "Name", "Exercise name", "Movement"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_form_with_a_label_for_the_name_is_an_exercise_for_each_name(
    label: str, gap: str
) -> None:
    text = gap.join(
        [
            f"{label}: Heel slides\nSets: 2\nReps: 15\nHow: Lie down and slide your heel up.",
            f"{label}: Calf raises\nSets: 3\nReps: 12\nHow: Stand and rise on to your toes.",
        ]
    )
    assert program(text) == [("Heel slides", 15, 2), ("Calf raises", 12, 3)]


def test_an_order_after_the_label_is_no_name() -> None:
    text = "Heel slides\nExercise: Slide your heel up and down\nReps: 15\n"
    assert program(text) == [("Heel slides", 15, None)]


def test_the_whole_set_is_repeated_by_all_and_not_by_the_last() -> None:
    text = (
        "Bridge - Lie on your back and lift your hips. Do 8.\n"
        "Squat - Stand and bend your knees. Do 9.\n"
        "Repeat the whole set twice.\n"
    )
    assert program(text) == [("Bridge", 8, 2), ("Squat", 9, 2)]


def test_a_height_or_a_load_in_a_list_is_passed_over() -> None:
    text = "• Mini squats 3x15\n• Step-ups 6 inch, 3x10\n• Arm curls 2 kg 2x12\n"
    assert program(text) == [("Mini squats", 15, 3), ("Step-ups", 10, 3), ("Arm curls", 12, 2)]


def test_doses_under_the_name_of_a_programme_are_those_of_its_exercises() -> None:
    text = (
        "Shoulder programme\nPerform 3 times per week, 2 sets of 12, with 1 minute rest.\n"
        "1. Band pull: Hold the band and pull your elbows back.\n"
        "2. Outward turn: Keep your elbow in. Turn your hand out against the band.\n"
    )
    assert program(text) == [("Band pull", 12, 2), ("Outward turn", 12, 2)]
    assert [one.rest_s and one.rest_s.min for one in read(text).exercises] == [60, 60]


def test_a_time_under_the_name_of_a_programme_is_of_no_exercise() -> None:
    text = (
        "Icing routine\n10 minutes, 3 times a day.\n\n"
        "1. Bridge\nLie on your back, lift your hips. Do 8.\n\n2. Squat\nBend your knees. Do 9.\n"
    )
    found = [(one.hold_s, one.duration_s, one.frequency) for one in read(text).exercises]
    assert found == [(None, None, None)] * 2


def test_what_a_count_comes_to_in_minutes_is_no_dose() -> None:
    (glide,) = read("Nerve glide: 2 sets of 15 each leg (about 2 min in total).").exercises
    assert (glide.duration_s, glide.hold_s) == (None, None)
    assert glide.reps is not None


def test_how_often_the_following_is_done_is_of_all_that_follows() -> None:
    text = (
        "My sheet\n\nPlease do the following 2 x daily:\n\n1. Heel slides 10x\n2. Leg raises 9x\n"
    )
    found = read(text).exercises
    assert [one.name for one in found] == ["Heel slides", "Leg raises"]
    assert all(one.frequency and one.frequency.per_day == (2, 2) for one in found)


def test_exercises_numbered_in_words_lose_the_number_and_keep_the_name() -> None:
    text = (
        "EXERCISE ONE: BRIDGE\nLie on your back and lift your hips. Ten times.\n"
        "EXERCISE TWO: CLAM\nLie on your side and lift your knee. Nine times.\n"
    )
    assert program(text) == [("BRIDGE", 10, None), ("CLAM", 9, None)]


def test_exercising_one_leg_at_a_time_is_no_numbered_name() -> None:
    assert NUMBERED_NAME.match("exercise one leg at a time") is None
    assert NUMBERED_NAME.match("exercise one: bridge") is not None
