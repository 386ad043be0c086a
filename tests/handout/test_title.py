import pytest

from unpinch.handout.line import lines
from unpinch.handout.plain import plain
from unpinch.handout.title import title_at

UNDER = "\nLie on your back and lift your leg off the floor. Hold for 5 seconds."


def name(text: str) -> str | None:
    title = title_at(text, plain(text), lines(text), 0)
    return text[title.start : title.end] if title else None


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("Leg lift", "Leg lift"),
        ("LEG LIFT", "LEG LIFT"),
        ("## Leg lift", "Leg lift"),
        ("**Leg lift**", "Leg lift"),
        ("1. Leg lift", "Leg lift"),
        ("Exercise 3: Leg lift", "Leg lift"),
        ("Exercise 3 - Leg lift", "Leg lift"),
        ("Exercise 3", "Exercise 3"),
        ("Leg lift (x10 each side)", "Leg lift"),
        ("Leg lift - hold 5 seconds x 10", "Leg lift"),
        ("Leg lift: 3 x 10", "Leg lift"),
        ("Sit to Stand", "Sit to Stand"),
        ("Child’s pose", "Child’s pose"),
        ("Cat/cow", "Cat/cow"),
        ("Leg lift (lying)", "Leg lift (lying)"),
    ],
)
def test_a_short_line_over_orders_is_a_name(line: str, called: str) -> None:
    assert name(line + UNDER) == called


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("Leg lift: Lie on your back and lift your leg.", "Leg lift"),
        ("Leg lift – Lie on your back and lift your leg.", "Leg lift"),
        ("Leg lift. Lie on your back and lift your leg.", "Leg lift"),
        ("2) Leg lift: lie on your back and lift your leg.", "Leg lift"),
    ],
)
def test_a_name_may_stand_on_the_line_of_its_first_order(line: str, called: str) -> None:
    assert name(line) == called


@pytest.mark.parametrize(
    "line",
    [
        "Lift your leg",
        "Hold for 5 seconds",
        "Repeat 10 times",
        "10 times",
        "4 to 5",
        "3 x 10",
        "Starting position",
        "Repetitions",
        "Equipment needed: none",
        "Tip: breathe",
        "You should not feel pain",
        "Call 01234 567890",
        "www.example.org",
        "Slowly lower",
        "and then the other leg",
        "Progression: add a weight",
        "Monday",
    ],
)
def test_orders_doses_and_labels_are_no_names(line: str) -> None:
    assert name(line + UNDER) is None
