import pytest

from unpinch.handout import read

ROOM = "Lie on your back. Bend your knee and lift the foot. Hold for 5 seconds. {}"


def side(words: str) -> str | None:
    found = read(ROOM.format(words)).exercises
    assert len(found) == 1
    return found[0].sides.value if found[0].sides else None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Repeat 10 times, then switch legs.", "each_side"),
        ("Repeat 10 times. Then repeat with the other leg.", "each_side"),
        ("Do 10 repetitions, then change sides.", "each_side"),
        ("Do 3 on the right, then swap to the left side.", "each_side"),
        ("Repeat with the other leg. Do this 10 times.", "alternating"),
        ("Switch legs and repeat. Do 10 repetitions.", "alternating"),
        ("Repeat on the opposite side. Repeat 3 times on each side.", "alternating"),
        ("Lower the leg, then do the same with the left leg. Repeat 5 times.", "alternating"),
        ("Alternate legs. Do 20 in all.", "alternating"),
        ("Do 10 on each leg, alternating sides.", "alternating"),
        ("Move the legs alternately, 10 times.", "alternating"),
        ("Repeat on the other side.", "each_side"),
        ("Repeat using the opposite arm.", "each_side"),
        ("Repeat with your left leg.", "each_side"),
        ("Then change to the other leg.", "each_side"),
        ("Do 10 with each leg.", "each_side"),
        ("10 times each side", "each_side"),
        ("x10 per leg", "each_side"),
        ("Do 5 on both sides.", "each_side"),
        ("Repeat 10 times with the affected leg.", "affected_only"),
        ("Use your injured arm. Repeat 10 times.", "affected_only"),
        ("Bend the knee of the leg you want to stretch. Repeat 3 times.", "affected_only"),
        ("Bring both knees to your chest together. Repeat 3 times.", "both_together"),
        ("Lift both heels up. Repeat 10 times.", "both_together"),
    ],
)
def test_the_words_and_their_order_give_the_sides(words: str, value: str) -> None:
    assert side(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "Repeat 10 times.",
        "Keep both feet flat on the floor. Repeat 10 times.",
        "Make a fist with each hand. Now circle the wrists.",
        "Do 10 circles in one direction and then 10 in the other direction.",
        "Do 2 sets of 5 with a 5-second hold.",
        "Do not let the opposite hip lift. Repeat 10 times.",
        "Place one foot on the opposite thigh.",
        "Progression: do it with the other leg as well.",
        "Variation: pull both knees up together.",
    ],
)
def test_where_nothing_is_said_of_sides_nothing_is_read(words: str) -> None:
    assert side(words) is None


def test_the_words_of_the_sides_are_kept() -> None:
    one = read(ROOM.format("Repeat 10 times, then switch legs.")).exercises[0]
    assert one.sides is not None
    assert one.sides.span.text == "switch legs"
