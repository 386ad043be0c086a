"""Held, moved, or going on for minutes: only what the sheet says; the rest is asked."""

import pytest

from tests.handout.test_writing import answered, sitting, written
from unpinch import exercises
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.writing import exercise_file
from unpinch.handout import read
from unpinch.handout.asking import asks
from unpinch.handout.confirming import Edit, EntryError, edited, settle
from unpinch.handout.manner import PACE_MS, kind_of, pace
from unpinch.terms.dose import Kind, Range

PUMPS = (
    "Ankle pumps\n\nLie on your back. Bend your ankle up and down slowly. Keep it moving, do not "
    "hold. 3 sets of 10, both sides.\n"
)
RAISES = "Heel raises\n\nStand at the worktop. Rise onto your toes, then lower. Repeat 12 times.\n"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Bend your knee and hold for 5 seconds. Repeat 10 times.", Kind.HOLD),
        ("Bend your knee. Hold for 3 breaths. Repeat 10 times.", Kind.HOLD),
        ("Bend your knee and hold. Repeat 10 times.", Kind.HOLD),
        ("Bend and straighten your knee. Do not hold. Repeat 10 times.", Kind.MOVEMENT),
        ("Bend your knee without pausing. Repeat 10 times.", Kind.MOVEMENT),
        ("Bend your knee, 3 seconds up and 3 seconds down. Repeat 10 times.", Kind.MOVEMENT),
        ("March on the spot for 2 minutes.", Kind.ACTIVITY),
        ("March on the spot for 1 minute. Repeat 3 times.", Kind.ACTIVITY),
        ("Bend your knee. Repeat 10 times.", None),
        ("Bend your knee. Do not hold your breath. Repeat 10 times.", None),
        ("Bend your knee. Do not hold on to the chair. Repeat 10 times.", None),
    ],
)
def test_what_it_is_comes_from_the_sheets_words_and_from_nothing_else(
    told: str, kind: Kind | None
) -> None:
    (one,) = read(f"Knee bends\n\nStand up straight. {told}\n").exercises

    assert kind_of(one) is kind


def test_what_the_sheet_leaves_open_is_asked_and_no_hold_is_made_up() -> None:
    begun = sitting(RAISES)
    ask = asks(begun, exercises.library())[0]

    moved = settle(edited(begun, Edit(0, {"kind": "movement"}))).exercises[0]
    held = edited(begun, Edit(0, {"kind": "hold"}))

    assert ask.text == "Is it held, or is it a movement? The sheet names no hold."
    assert settle(begun).exercises[0].turn_ms is None
    assert (moved.hold_ms, moved.turn_ms) == (None, PACE_MS)
    assert asks(held, exercises.library())[0].field == "hold_ms"


def test_a_movement_is_written_with_its_sets_and_whose_pace_it_is() -> None:
    files = written(answered(sitting(PUMPS), counted="on each side"))
    own = files.library["ankle-pumps"]

    assert own.dose.kind is Kind.MOVEMENT
    assert (own.dose.sets, own.dose.repetitions) == (Range(3, 3), Range(30, 30))
    assert (own.dose.hold_ms, own.dose.rest_ms) == (PACE_MS, 30_000)
    assert "The pace is ours" in own.readings["movement"]
    assert "gives no rest" in own.readings["rest"]
    assert 'movement = "4 s"' in files.exercises["ankle-pumps.toml"]
    assert "hold = " not in files.exercises["ankle-pumps.toml"].split("[dose]")[1].split("[")[0]
    assert files.program.parts[0].kind is Kind.MOVEMENT
    assert read_exercise(exercise_file(own), "ankle-pumps.toml") == own


def test_the_sheets_tempo_and_rest_are_the_sheets() -> None:
    text = (
        "Heel raises\n\nStand up straight. 2 seconds up and 4 seconds down. "
        "3 sets of 10. Rest 60 seconds between sets.\n"
    )
    own = written(answered(sitting(text), sides="none")).library["heel-raises"]

    assert (own.dose.hold_ms, own.dose.rest_ms) == (Range(6_000, 6_000), 60_000)
    assert not {"movement", "rest"} & set(own.readings)


@pytest.mark.parametrize(
    ("tempo", "pace_s"),
    [
        ("2 seconds up and 2 seconds down", 4),
        ("3-1-3", 7),
        ("lower over 4 seconds", 8),
        ("with the breath", None),
    ],
)
def test_a_tempo_with_seconds_is_a_pace(tempo: str, pace_s: int | None) -> None:
    (one,) = read(
        f"Squats\n\nStand. Bend your knees, {tempo}. Tempo {tempo}. 10 times.\n"
    ).exercises
    found = pace(one.tempo)

    assert (found and found.low) == (pace_s and pace_s * 1000)


def test_a_walk_is_asked_no_side_and_no_position() -> None:
    begun = sitting("Walking\n\nWalk on level ground for 30 minutes every day.\n")

    assert asks(begun, exercises.library()) == ()
    own = written(begun).library["walking"]

    assert (own.dose.kind, own.dose.hold_ms) == (Kind.ACTIVITY, Range(1_800_000, 1_800_000))
    assert own.posture == "standing"
    assert 'activity = "30 min"' in exercise_file(own)
    assert "Stay there" not in own.text.hold


def test_minutes_that_are_repeated_are_kept_as_minutes_and_times() -> None:
    begun = sitting("Marching\n\nStand. March on the spot for 1 minute. Rest. Do this 3 times.\n")
    files = written(answered(begun))
    own = files.library[files.program.parts[0].exercise]

    assert (own.dose.hold_ms, own.dose.repetitions) == (Range(60_000, 60_000), Range(3, 3))
    assert own.dose.kind is Kind.ACTIVITY


def test_one_cycles_sitting() -> None:
    begun = sitting("Stationary bike\n\nCycle gently for 15 to 20 minutes, 3 times a week.\n")

    assert settle(begun).exercises[0].posture == "sitting"
    assert asks(begun, exercises.library()) == ()


def test_a_time_that_fits_no_hold_may_fit_an_activity() -> None:
    walk = sitting("Walking\n\nWalk on level ground for 30 minutes every day.\n")

    assert settle(edited(walk, Edit(0, {"hold_ms": "40 min"}))).exercises[0].hold_ms
    with pytest.raises(EntryError, match="A hold lies between 1 second and 10 minutes"):
        edited(sitting(RAISES), Edit(0, {"hold_ms": "40 min"}))


def test_a_movement_of_ours_that_is_not_held_keeps_its_place_in_the_safety_rules() -> None:
    text = (
        "Knees to chest\n\nLie on your back. Bring one knee to your chest and straighten it again. "
        "Keep it moving, do not hold. Repeat 10 times on each leg.\n"
    )
    begun = answered(sitting(text))
    own = next(iter(written(begun).library[p.exercise] for p in written(begun).program.parts))

    assert own.like == "knees-to-chest"
    assert own.dose.kind is Kind.MOVEMENT
    assert own.accept == {}  # the camera counts holds


def test_words_that_are_ours_are_said_to_be_ours() -> None:
    own = written(answered(sitting(RAISES), sides="none")).library["heel-raises"]
    told = own.readings["words"]

    assert own.text.hold in told
    assert own.text.release in told
    assert own.text.move not in told
