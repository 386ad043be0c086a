"""Hours as a dose: an order to go on or to stay for half an hour, never the hours of a day."""

import pytest

from unpinch.handout import read
from unpinch.handout.draft import Dose, DraftExercise, Frequency


def only(body: str) -> DraftExercise:
    found = read(f"Heel slides\nSlide your heel up and down. Repeat 10 times. {body}").exercises
    assert len(found) == 1
    return found[0]


def ends(dose: Dose | None) -> tuple[float | None, float | None] | None:
    return (dose.min, dose.max) if dose else None


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("for half an hour", (1800, 1800)),
        ("for half of an hour", (1800, 1800)),
        ("for ½ an hour", (1800, 1800)),
        ("for 1/2 hour", (1800, 1800)),
        ("for a quarter of an hour", (900, 900)),
        ("for three quarters of an hour", (2700, 2700)),
        ("for an hour", (3600, 3600)),
        ("for 1 hour", (3600, 3600)),
        ("for one and a half hours", (5400, 5400)),
        ("for an hour and a half", (5400, 5400)),
        ("for 1½ hours", (5400, 5400)),
        ("for an hour and ten minutes", (4200, 4200)),
        ("for 20 minutes to half an hour", (1200, 1800)),
        ("for half an hour to an hour", (1800, 3600)),
        ("for at least half an hour", (1800, None)),
    ],
)
def test_walking_for_hours_is_read_as_how_long_to_go_on(
    said: str, seconds: tuple[float, float | None]
) -> None:
    (walking,) = read(f"Walking\nWalk on the flat {said}, twice a week.").exercises
    assert ends(walking.duration_s) == seconds
    assert walking.frequency is not None
    assert walking.frequency.per_week == (2, 2)
    assert walking.duration_s is not None
    assert "hour" in walking.duration_s.span.text


def test_staying_for_half_an_hour_is_a_hold() -> None:
    (lying,) = read(
        "Legs up\nLie on your back with your calves on a stool. Stay there for half an hour."
    ).exercises
    assert ends(lying.hold_s) == (1800, 1800)


@pytest.mark.parametrize(
    "advice",
    [
        "Your heel may be sore for an hour.",
        "Wear the boot for 2 hours.",
        "Do not drive for 24 hours.",
        "Stand for 4 hours.",
        "Take your tablets half an hour before.",
        "An ache for two hours is too much.",
        "Soreness should be gone after half an hour.",
        "Half an hour later your heel is warm.",
        "Sit for no longer than half an hour.",
        "Sit for an hour at a time.",
        "Rest for an hour in the afternoon.",
        "The class takes about an hour.",
        "Allow an hour between lunch and this.",
    ],
)
def test_the_hours_of_pain_and_of_the_day_are_no_dose(advice: str) -> None:
    exercise = only(advice)
    assert ends(exercise.reps) == (10, 10)
    assert (exercise.hold_s, exercise.duration_s, exercise.rest_s) == (None, None, None)
    assert exercise.frequency is None


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Do this every 2 hours.", (2, 2)),
        ("Do this every 2 to 3 hours.", (2, 3)),
        ("Do this 3 hourly.", (3, 3)),
        ("Do this every half an hour.", (0.5, 0.5)),
        ("Do 5 slides every half hour.", (0.5, 0.5)),
    ],
)
def test_the_hours_between_are_how_often(said: str, hours: tuple[float, float]) -> None:
    found = only(said).frequency
    assert isinstance(found, Frequency)
    assert found.every_hours == hours


def test_a_change_of_position_every_half_hour_is_no_frequency_of_the_exercise() -> None:
    assert only("Change position every half hour.").frequency is None


def test_minutes_of_easy_breathing_are_no_rest() -> None:
    (lying,) = read(
        "Legs up the wall\nLie on your back and raise your legs up the wall."
        " Relax while breathing slowly for 5 minutes."
    ).exercises
    assert ends(lying.hold_s) == (300, 300)
    assert lying.rest_s is None
