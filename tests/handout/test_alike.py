"""Names that only their company, their place or an announcing sentence gives away."""

import pytest

from unpinch.handout import read
from unpinch.handout.draft import Dose


def least(dose: Dose | None) -> float | None:
    return dose.min if dose else None


def program(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(one.name, least(one.hold_s), least(one.reps)) for one in read(text).exercises]


def test_a_numbered_name_over_a_blank_line_keeps_it_whatever_its_paragraph_opens_with() -> None:
    text = (
        "1. Pendulum swing\n\nBend forward and let the arm hang. Swing it 10 times.\n\n"
        "2. Wall walk\n\nFace a wall and put your hand on the wall. Walk your fingers up. Do 8.\n"
    )
    assert [one[0] for one in program(text)] == ["Pendulum swing", "Wall walk"]


def test_names_with_a_colon_over_their_lists_name_though_one_could_be_an_order() -> None:
    text = (
        "Arm lift:\n- Lie on your back\n- Lift the sore arm\n- Repeat 5 times\n"
        "Arm opener: (you need a broom)\n- Hold the broom in both hands\n- Turn your arm out\n"
        "Cross arm stretch:\n- Stand tall\n- Pull the arm over your chest\n- Hold for 20 seconds\n"
    )
    assert program(text) == [
        ("Arm lift", None, 5), ("Arm opener", None, None), ("Cross arm stretch", 20, None)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("The first exercise is called ", "The second stretch is called ", "Third is the "),
        ("Our first move is the ", "The next one is ", "And the last exercise is called the "),
        ("First up is the ", "Next up is the ", "Last is the "),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_sentence_that_announces_a_name_begins_the_exercise(
    first: str, second: str, third: str, gap: str
) -> None:
    text = gap.join(
        [
            f"{first}Wall Slide. Slide your arm up the wall and hold for 15 sec. Repeat 5x.",
            f"{second}Table Slide. Slide your arm along the table and hold for 20 sec.",
            f"{third}Broom Turn. Push the broom away from your body. Repeat 8 times.",
        ]
    )
    assert program(text) == [
        ("Wall Slide", 15, 5), ("Table Slide", 20, None), ("Broom Turn", None, 8)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    ["The first is easy.", "The next step is to rest.", "The last exercise is for your neck."],
)
def test_a_sentence_about_the_first_or_next_names_nothing(said: str) -> None:
    text = f"Bridge\nLie on your back and lift your hips. Repeat 5 times. {said} Breathe out."
    assert [one[0] for one in program(text)] == ["Bridge"]


def test_in_a_numbered_list_each_item_is_named_as_its_neighbours_are() -> None:
    text = (
        "1. Elbow curl: Stand tall and bend both elbows.\n"
        "2. Roll into a fist: First bend the end joints. Then bend the knuckles. Hold 5 seconds.\n"
        "3. Thumb out: Put a band round your fingers. Move the thumb out. Hold for 6 seconds.\n"
        "4. Grip: Squeeze a tube for 10 seconds.\n"
    )
    assert program(text) == [
        ("Elbow curl", None, None), ("Roll into a fist", 5, None),
        ("Thumb out", 6, None), ("Grip", 10, None),
    ]  # fmt: skip


def test_how_to_do_it_is_a_label_and_no_name() -> None:
    text = (
        "3. Bridging:\n\nHow to Do:\n\n• Lie on your back.\n• Lift your hips, hold 2 seconds.\n\n"
        "4. Leg curl:\n\nHow to Do This Exercise:\n\n• Bend your knee. Do 15 reps.\n"
    )
    assert program(text) == [("Bridging", 2, None), ("Leg curl", None, 15)]


def test_balancing_on_one_leg_counts_no_legs() -> None:
    text = "One leg balance\n\nStand on your sore leg for 20 seconds, near a wall.\n"
    assert program(text) == [("One leg balance", 20, None)]


@pytest.mark.parametrize(
    "often", ["a few times", "several times", "multiple times", "a couple of times"]
)
def test_a_number_of_times_that_is_not_said_is_not_once_a_day(often: str) -> None:
    sheet = "Bridge\nLie on your back and lift your hips. Repeat 5 times."
    (bridge,) = read(f"{sheet} Do this {often} a day, every day.").exercises
    assert bridge.frequency is None


def test_what_stands_among_exercises_and_gives_an_order_is_one_though_it_has_no_dose() -> None:
    text = (
        "Ankle care\n\nTiptoe balance\n\nStand on your toes for 20 seconds.\n\n"
        "Ankle letters\n\nTrace the alphabet in the air with your foot.\n\n"
        "Towel grab\n\nPick up a towel with your toes. Repeat 10 times.\n\n"
        "Ankle in and out\n\nTurn your foot in and out.\n\n"
    )
    names = [one[0] for one in program(text)]
    assert names == ["Tiptoe balance", "Ankle letters", "Towel grab", "Ankle in and out"]


def test_advice_between_two_exercises_is_none() -> None:
    text = (
        "Bridge\n\nLie on your back and lift your hips. Repeat 5 times.\n\n"
        "Knee exercises\n\nDo these exercises with care.\n\n"
        "Leg rest\n\nYour leg may be swollen. This is usual.\n\n"
        "Squat\n\nStand and bend your knees. Repeat 6 times.\n\n"
    )
    assert program(text) == [("Bridge", None, 5), ("Squat", None, 6)]


def test_plain_lines_with_a_colon_name_as_the_lines_around_them_do() -> None:
    text = (
        "Day 1 exercises\nDeep breaths: take 5 slow breaths every hour.\n"
        "Ankles: bend up and down, 20 times every hour.\nDay 2 exercises\n"
        "Knee bends: slide your heel up the bed, 10 times.\n"
        "Knee presses: press your knee down and hold for 6 seconds.\n"
    )
    assert program(text) == [
        ("Deep breaths", None, None), ("Ankles", None, 20),
        ("Knee bends", None, 10), ("Knee presses", 6, None),
    ]  # fmt: skip


def test_an_item_that_lets_a_limb_fall_is_an_exercise_of_its_own() -> None:
    text = (
        "1. Lie on your back. Pull one knee to your chest and hold for 20 seconds.\n"
        "2. Still on your back, let both knees fall to one side. Hold for 10 seconds.\n"
        "3. Lie on your front and push up on to your elbows. Stay there for 2 minutes.\n"
    )
    assert [one[1] for one in program(text)] == [20, 10, 120]


def test_doses_labelled_at_the_head_of_a_sheet_hold_for_all() -> None:
    text = (
        "KNEE PROGRAMME\nFrequency: 1-2 times daily\nReps: 10  Sets: 2\n\n"
        "A. Quad Sets\nSit with your leg straight. Tighten your thigh, hold 6 seconds.\n\n"
        "B. Leg Raise\nLie down. Lift your leg, hold 3 seconds.\n"
    )
    assert program(text) == [("Quad Sets", 6, 10), ("Leg Raise", 3, 10)]


def test_a_cell_that_says_its_own_label_and_number_is_a_value() -> None:
    text = "Chin tuck\nReps 10 | Hold 5 s | 3x/day\nShoulder squeeze\nReps 15 | Hold 3 s | 2x/day\n"
    assert program(text) == [("Chin tuck", 5, 10), ("Shoulder squeeze", 3, 15)]
