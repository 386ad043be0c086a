"""Whole sheets in the layouts that they come in."""

from typing import Any

from unpinch.handout import read
from unpinch.handout.draft import Draft, DraftExercise


def brief(one: DraftExercise) -> tuple[Any, ...]:
    """Name, hold, repetitions, sets."""
    values = (one.hold_s, one.reps, one.sets)
    ends = [None if value is None else (value.min, value.max) for value in values]
    return (one.name, *[end[0] if end and end[0] == end[1] else end for end in ends])


def program(draft: Draft) -> list[tuple[Any, ...]]:
    return [brief(one) for one in draft.exercises]


def per_day(draft: Draft) -> list[Any]:
    return [one.frequency and one.frequency.per_day for one in draft.exercises]


HOSPITAL = """# Back care exercises

These exercises are for people with a sore back. They should not hurt.
Stop if your leg gets worse and speak to your physiotherapist.
Do each exercise 10 times, twice a day unless told otherwise.

## 1. Pelvic tilt
Lie on your back with your knees bent. Flatten your back into the bed. Hold for 5 seconds.

## 2. Knee rolls
Lie on your back, knees together. Slowly roll your knees from side to side.

## 3. Single knee to chest
Lie on your back. Bring one knee to your chest and hold it for 20 seconds. 3 times each side.

## Further information
Call the department on 01234 567890 between 8.30 and 4.30. Review 2030. Page 2 of 2.
"""


def test_headings_make_exercises_and_the_introduction_gives_what_they_do_not_say() -> None:
    draft = read(HOSPITAL)
    assert program(draft) == [
        ("Pelvic tilt", 5, 10, None),
        ("Knee rolls", None, 10, None),
        ("Single knee to chest", 20, 3, None),
    ]
    assert per_day(draft) == [(2, 2)] * 3


def test_introduction_and_advert_are_left_out_and_their_warnings_kept() -> None:
    draft = read(HOSPITAL)
    assert [span.text for span in draft.cautions] == [
        "They should not hurt.",
        "Stop if your leg gets worse and speak to your physiotherapist.",
    ]
    assert [span.text.split()[0] for span in draft.left_out] == ["These", "Call"]


def test_a_dose_that_is_inherited_points_at_its_sentence() -> None:
    rolls = read(HOSPITAL).exercises[1]
    assert rolls.reps is not None
    assert rolls.reps.span.text == "10 times"
    assert HOSPITAL[rolls.reps.span.start : rolls.reps.span.end] == "10 times"


def test_numbered_titles_with_lines_of_orders_and_a_last_line_for_all() -> None:
    draft = read(
        "Home programme\n\n1. Bridging\nLie on your back with both knees bent.\n"
        "Lift your bottom off the bed.\nHold 5 secs, repeat x10.\n\n"
        "2. Clam\nLie on your side with your knees bent.\nLift your top knee.\nx10 each side\n\n"
        "3. Sit to stand\nSit on a firm chair. Stand up without your arms.\n10 reps x 3 sets\n\n"
        "Repeat all exercises 3 x daily.\n"
    )
    assert program(draft) == [
        ("Bridging", 5, 10, None),
        ("Clam", None, 10, None),
        ("Sit to stand", None, 10, 3),
    ]
    assert per_day(draft) == [(3, 3)] * 3


def test_a_last_paragraph_of_doses_holds_for_all_where_none_has_its_own() -> None:
    draft = read(
        "## Bridge\nLie on your back and lift your hips off the bed.\n\n"
        "## Clam\nLie on your side and lift your top knee.\n\n"
        "Hold for 5 seconds, repeat 10 times, twice a day.\n"
    )
    assert program(draft) == [("Bridge", 5, 10, None), ("Clam", 5, 10, None)]
    assert per_day(draft) == [(2, 2), (2, 2)]


def test_a_last_paragraph_is_the_last_exercises_own_where_the_others_have_theirs() -> None:
    draft = read(
        "## Bridge\nLie on your back and lift your hips.\n\nRepeat 12 times.\n\n"
        "## Clam\nLie on your side and lift your top knee.\n\nRepeat 8 times.\n"
    )
    assert program(draft) == [("Bridge", None, 12, None), ("Clam", None, 8, None)]


def test_a_heading_with_a_dose_holds_for_the_exercises_under_it_only() -> None:
    draft = read(
        "Leg exercises (2 sets of 10, 3 times a week)\n\n"
        "Leg raise\nStand behind a chair. Lift one leg to the side.\n\n"
        "Knee curl\nStand behind a chair. Bend one knee and lift your heel.\n\n"
        "Stretches - hold each for 30 seconds\n\n"
        "Calf stretch\nStand facing a wall with one foot behind. Lean forward.\n"
    )
    assert program(draft) == [
        ("Leg raise", None, 10, 2),
        ("Knee curl", None, 10, 2),
        ("Calf stretch", 30, None, None),
    ]
    week = [one.frequency and one.frequency.per_week for one in draft.exercises]
    assert week == [(3, 3), (3, 3), None]


def test_a_numbered_list_of_steps_is_one_exercise() -> None:
    draft = read(
        "1. Lie on your back with your knees bent.\n2. Lift one foot about 3 inches.\n"
        "3. Hold for 5 seconds.\n4. Lower it and repeat with the other leg.\n5. Do 10 on each"
        " side.\n"
    )
    assert [brief(one)[1:] for one in draft.exercises] == [(5, 10, None)]


def test_a_numbered_list_of_whole_exercises_is_several() -> None:
    draft = read(
        "1. Lie on your back and pull one knee to your chest. Hold 20 seconds, 3 times each leg.\n"
        "2. Stand facing a wall and lean forward. Hold 30 seconds, 3 times each leg.\n"
        "3. Kneel on all fours and arch your back. Repeat 10 times.\n"
    )
    assert [brief(one)[1:] for one in draft.exercises] == [
        (20, 3, None),
        (30, 3, None),
        (None, 10, None),
    ]


def test_names_on_the_line_of_their_orders_make_exercises() -> None:
    draft = read(
        "Do these stretches every morning.\n"
        "Cat stretch. Start on your hands and knees. Arch your back up. Repeat 5 times.\n"
        "Knee hug. Lie on your back and hug both knees to your chest. Hold for 15 seconds.\n"
    )
    assert program(draft) == [("Cat stretch", None, 5, None), ("Knee hug", 15, None, None)]
    assert per_day(draft) == [(1, 1), (1, 1)]


def test_a_list_of_names_with_doses_is_a_program() -> None:
    draft = read(
        "Your programme\n- Bridge: 3 x 10\n- Clam - x10 each side\n"
        "- Plank 3 x 30 secs\n- Calf stretch: hold 30 secs, 3 times\nTwice a day.\n"
    )
    assert program(draft) == [
        ("Bridge", None, 10, 3),
        ("Clam", None, 10, None),
        ("Plank", 30, 3, None),
        ("Calf stretch", 30, 3, None),
    ]
    assert per_day(draft) == [(2, 2)] * 4


def test_labelled_parts_and_bullets_stay_in_one_exercise() -> None:
    draft = read(
        "Heel slides\nRepetitions\n2 sets of 10\nDays per week\n4 to 5\n"
        "Main muscles worked: thigh\nEquipment needed: none\nStep-by-step directions\n"
        "• Lie on your back with your legs straight.\n• Slide your heel toward you.\n"
        "• Hold for 5 seconds and slide it back.\nTip: Do not lift your heel.\n\n"
        "Wall squats\nRepetitions\n3 sets of 8\nDays per week\n3\nStep-by-step directions\n"
        "• Stand with your back to a wall, feet 12 inches away.\n• Slide down until your knees are"
        " bent 45 degrees.\n• Hold 10 seconds.\n"
    )
    assert program(draft) == [("Heel slides", 5, 10, 2), ("Wall squats", 10, 8, 3)]


def test_a_sub_heading_does_not_divide_an_exercise() -> None:
    draft = read(
        "Bridge\n\nHow to get ready\nLie on your back with your knees bent.\n"
        "Going up\nPush your hips up. Hold for 5 seconds. Repeat 10 times.\n"
    )
    assert len(draft.exercises) == 1
    assert draft.exercises[0].reps is not None


def test_a_dose_on_its_own_line_stays_with_the_exercise_above_it() -> None:
    draft = read(
        "Calf stretch\nStand facing a wall. Put one leg behind you and lean forward.\n"
        "Hold 30 secs\nEach leg x 3\n"
    )
    assert program(draft) == [("Calf stretch", 30, 3, None)]
    assert draft.exercises[0].sides is not None


def test_the_time_of_the_whole_programme_is_not_the_time_of_each() -> None:
    draft = read(
        "Do these exercises for 10 minutes twice a day.\n\n"
        "## Bridge\nLie on your back and lift your hips. Repeat 10 times.\n\n"
        "## Clam\nLie on your side and lift your knee. Repeat 10 times.\n"
    )
    assert [one.duration_s for one in draft.exercises] == [None, None]
    assert per_day(draft) == [(2, 2), (2, 2)]


def test_the_length_of_a_routine_in_its_title_is_no_dose() -> None:
    draft = read(
        "# 10-minute back routine\n\n## Bridge\nLie on your back and lift your hips. 10 times.\n\n"
        "## Clam\nLie on your side and lift your knee. 10 times.\n"
    )
    assert [one.duration_s for one in draft.exercises] == [None, None]


def test_text_without_an_exercise_gives_an_empty_draft() -> None:
    for text in ("", "\n\n", "Our clinic opens at 9. Parking costs £2.", "% % % ... 1 2 3"):
        assert read(text).exercises == ()


def test_an_exercise_without_a_name_is_called_by_the_words_it_opens_with() -> None:
    one = read("Lie on your back, with your knees bent and lift your hips. 10 times.").exercises[0]
    assert one.name == "Lie on your back, with your knees bent"
    assert one.name_span is None


def test_two_columns_read_across_are_doubted() -> None:
    row = "Lie on your back and lift     Stand by a wall and lean\n"
    assert read(row * 10).doubts
    assert not read(HOSPITAL).doubts


def test_a_last_hold_without_how_often_is_the_last_exercises_alone() -> None:
    draft = read(
        "## Bridge\nLie on your back and lift your hips off the bed.\n\n"
        "## Plank\nLie on your front and lift your body on to your forearms and toes.\n\n"
        "Hold for 10 seconds.\n"
    )
    assert [one.hold_s and one.hold_s.max for one in draft.exercises] == [None, 10]
