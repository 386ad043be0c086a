from typing import Any

import pytest

from unpinch.handout import read

ROOM = "Lie on your back. Bend your knee and lift the foot. Repeat 12 times. {}"


def often(words: str) -> dict[str, Any]:
    found = read(ROOM.format(words)).exercises
    assert len(found) == 1
    assert found[0].reps is not None
    assert found[0].reps.min == 12
    one = found[0].frequency
    names = ("per_day", "per_week", "every_hours")
    return {name: value for name in names if one and (value := getattr(one, name))}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Do this once a day.", {"per_day": (1, 1)}),
        ("Do this once or twice a day.", {"per_day": (1, 2)}),
        ("Do this twice daily.", {"per_day": (2, 2)}),
        ("Do this 2-3 times a day.", {"per_day": (2, 3)}),
        ("Do this 2/3 times a day.", {"per_day": (2, 3)}),
        ("Do this three times each day.", {"per_day": (3, 3)}),
        ("Do this 3 times per day.", {"per_day": (3, 3)}),
        ("Do this 3 times every day.", {"per_day": (3, 3)}),
        ("Do this 3 times during the day.", {"per_day": (3, 3)}),
        ("Do this 4 times throughout the day.", {"per_day": (4, 4)}),
        ("Do this 3x/day.", {"per_day": (3, 3)}),
        ("Do this 3x daily.", {"per_day": (3, 3)}),
        ("Do this x3 daily.", {"per_day": (3, 3)}),
        ("Do this 3 x per day.", {"per_day": (3, 3)}),
        ("At least 3 times a day.", {"per_day": (3, None)}),
        ("Up to 4 times a day.", {"per_day": (None, 4)}),
        ("Two sessions a day.", {"per_day": (2, 2)}),
        ("Daily.", {"per_day": (1, 1)}),
        ("Once daily.", {"per_day": (1, 1)}),
        ("1 time daily", {"per_day": (1, 1)}),
        ("Do it every day.", {"per_day": (1, 1)}),
        ("Do it each morning.", {"per_day": (1, 1)}),
        ("Do it every morning and evening.", {"per_day": (2, 2)}),
        ("Morning, noon and night.", {"per_day": (3, 3)}),
        ("BD", {"per_day": (2, 2)}),
        ("TDS", {"per_day": (3, 3)}),
        ("QDS", {"per_day": (4, 4)}),
        ("Every hour.", {"every_hours": (1, 1)}),
        ("Every 3-4 hours.", {"every_hours": (3, 4)}),
        ("Every two hours.", {"every_hours": (2, 2)}),
        ("2 hourly", {"every_hours": (2, 2)}),
        ("Hourly.", {"every_hours": (1, 1)}),
        ("Three days a week.", {"per_week": (3, 3)}),
        ("3 to 4 days per week.", {"per_week": (3, 4)}),
        ("5 days out of 7.", {"per_week": (5, 5)}),
        ("Twice a week.", {"per_week": (2, 2)}),
        ("2-3 times weekly.", {"per_week": (2, 3)}),
        ("3x/week", {"per_week": (3, 3)}),
        ("Every other day.", {"per_week": (3, 4)}),
        ("Twice a day, 5 days a week.", {"per_day": (2, 2), "per_week": (5, 5)}),
        ("Days per week: 4", {"per_week": (4, 4)}),
        ("Times per day: 2-3", {"per_day": (2, 3)}),
    ],
)
def test_how_often_is_read(words: str, expected: dict[str, Any]) -> None:
    assert often(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Do this for 6 weeks.",
        "This helps with everyday activities.",
        "This helps with daily life.",
        "You may be sore on the first 2 days.",
        "Do this regularly.",
        "It can be done at any time of the day.",
        "In bed, or a bid at the table.",
    ],
)
def test_other_days_and_weeks_are_no_frequency(words: str) -> None:
    assert often(words) == {}


def test_the_words_of_both_parts_are_kept() -> None:
    one = read(ROOM.format("Twice a day, 5 days a week.")).exercises[0]
    assert one.frequency is not None
    assert one.frequency.span.text == "Twice a day, 5 days a week"
