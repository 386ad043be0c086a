from unpinch.handout import read

ROOM = "Leg lift\n\nLie on your back and lift your leg.\n\n"


def test_a_head_over_one_row_gives_the_exercise_its_dose() -> None:
    for mark in ("|", "\t"):
        sheet = f"Repetitions{mark}Days per week\n2 sets of 12{mark}4 to 5\n"
        rows = sheet if mark == "\t" else sheet.replace("Rep", "| Rep").replace("2 s", "| 2 s")
        one = read(ROOM + rows).exercises[0]
        assert one.reps is not None
        assert one.sets is not None
        assert one.frequency is not None
        assert (one.reps.min, one.sets.min, one.frequency.per_week) == (12, 2, (4, 5))


def test_rows_that_begin_with_their_label_give_the_dose() -> None:
    one = read(
        ROOM + "| Sets | 3 |\n| Reps | 8-10 |\n| Hold | 5 |\n| Rest | 30 seconds |"
    ).exercises[0]
    assert one.sets is not None
    assert one.reps is not None
    assert one.rest_s is not None
    assert (one.sets.min, one.reps.min, one.reps.max, one.rest_s.min) == (3, 8, 10, 30)


def test_labels_over_their_values_give_the_dose() -> None:
    one = read(ROOM + "Repetitions\n3 sets of 10\nDays per week\n3\n").exercises[0]
    assert one.sets is not None
    assert one.reps is not None
    assert one.frequency is not None
    assert (one.sets.min, one.reps.min, one.frequency.per_week) == (3, 10, (3, 3))


def test_a_flattened_table_gives_the_dose() -> None:
    one = read(ROOM + "Repetitions Days per week 3 sets of 10 4 to 5").exercises[0]
    assert one.sets is not None
    assert one.reps is not None
    assert one.frequency is not None
    assert (one.sets.min, one.reps.min, one.frequency.per_week) == (3, 10, (4, 5))


def test_rows_that_name_exercises_are_exercises() -> None:
    draft = read(
        "| Exercise | Sets | Reps | Hold | Times per day |\n|---|---|---|---|---|\n"
        "| Bridge | 3 | 10 | 5 sec | 2 |\n| Clam | 2 | 8-12 | 3 sec | 1-2 |\n"
    )
    first, second = draft.exercises
    assert (first.name, second.name) == ("Bridge", "Clam")
    assert first.sets is not None
    assert first.hold_s is not None
    assert second.reps is not None
    assert second.frequency is not None
    assert (first.sets.min, first.hold_s.min) == (3, 5)
    assert (second.reps.min, second.reps.max, second.frequency.per_day) == (8, 12, (1, 2))


def test_a_table_at_the_end_gives_the_doses_of_exercises_named_before() -> None:
    draft = read(
        "## Bridge\nLie on your back and lift your hips.\n\n## Clam\n"
        "Lie on your side and lift the top knee.\n\nExercise\tReps\nBridge\t10\nClam\t15\n"
    )
    assert [(one.name, one.reps and one.reps.min) for one in draft.exercises] == [
        ("Bridge", 10),
        ("Clam", 15),
    ]
