"""Sheets that give a name and a dose and little more: each name is one exercise, with its own."""

from typing import Any

import pytest

from unpinch.handout import read

KNEES = ("Knees to chest", (15, 60), None)
HAMSTRING = ("Hamstring stretch", (30, 30), (3, 3))
PLANK = ("Plank", (20, 20), None)
TWO = [KNEES, HAMSTRING]


def program(text: str) -> list[tuple[Any, ...]]:
    found = read(text).exercises
    return [
        (
            one.name,
            one.hold_s and (one.hold_s.min, one.hold_s.max),
            one.reps and (one.reps.min, one.reps.max),
        )
        for one in found
    ]


def on_one_line(before: tuple[str, str], between: str, gap: str = "\n") -> str:
    return (
        f"{before[0]}Knees to chest{between}hold 15 to 60 seconds.{gap}"
        f"{before[1]}Hamstring stretch{between}30 seconds three times each leg"
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("between", [": ", " - ", " – ", ". "])
@pytest.mark.parametrize("before", [("1. ", "2. "), ("1) ", "2) "), ("- ", "- "), ("• ", "• "),
                                    ("", "")])  # fmt: skip
def test_a_name_and_its_dose_on_one_line_are_one_exercise(
    before: tuple[str, str], between: str, gap: str
) -> None:
    assert program(on_one_line(before, between, gap)) == TWO


def over_lines(before: tuple[str, str], inner: str, gap: str) -> str:
    return (
        f"{before[0]}Knees to chest{inner}Hold 15 to 60 seconds.{gap}"
        f"{before[1]}Hamstring stretch{inner}Hold 30 seconds, three times each leg."
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("inner", ["\n", "\n\n", "\n   ", "\n  - "])
@pytest.mark.parametrize("before", [("1. ", "2. "), ("- ", "- "), ("## ", "## "), ("", "")])
def test_a_name_over_its_dose_is_one_exercise(
    before: tuple[str, str], inner: str, gap: str
) -> None:
    assert program(over_lines(before, inner, gap)) == TWO


SHEETS: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "one name and dose alone": ("Knees to chest\nHold 15 to 60 seconds.", [KNEES]),
    "one name and dose on one line": ("Knees to chest: hold 15 to 60 seconds.", [KNEES]),
    "bare doses": (
        "Knees to chest\n15 to 60 seconds\n\nHamstring stretch\n30 seconds, 3 times each leg\n\n"
        "Plank\n20 seconds\n",
        [KNEES, HAMSTRING, PLANK],
    ),
    "names that hold no word of the body": (
        "Dead bug\nHold 5 seconds. Repeat 10 times.\n\nWindscreen wipers\n10 times each side\n\n"
        "Clamshell\n2 sets of 10",
        [("Dead bug", (5, 5), (10, 10)), ("Windscreen wipers", None, (10, 10)),
         ("Clamshell", None, (10, 10))],
    ),
    "among exercises with orders": (
        "Knees to chest\nLie on your back. Pull one knee to your chest. Hold 15 to 60 seconds.\n\n"
        "Plank\nHold 20 seconds.\n\n"
        "Hamstring stretch\nLie on your back. Straighten one leg. Hold 30 seconds, 3 times.\n",
        [KNEES, PLANK, HAMSTRING],
    ),
    "in one list with exercises with orders": (
        "1. Knees to chest: pull one knee to your chest and hold 15 to 60 seconds.\n"
        "2. Hamstring stretch: 30 seconds three times each leg\n3. Plank: hold 20 seconds\n",
        [KNEES, HAMSTRING, PLANK],
    ),
    "after a comma": (
        "1. Knees to chest, hold 15 to 60 seconds.\n"
        "2. Hamstring stretch, 30 seconds, three times each leg.\n3. Plank, 20 seconds",
        [KNEES, HAMSTRING, PLANK],
    ),
    "in brackets and after an equals sign": (
        "Knees to chest (hold 15-60 seconds)\nHamstring stretch (30 seconds x 3 each leg)\n"
        "Plank = hold 20 seconds",
        [KNEES, HAMSTRING, PLANK],
    ),
    "two sentences on a line": (
        "Knees to chest: hold 15 to 60 seconds. Twice a day.\n"
        "Hamstring stretch: hold 30 seconds. Repeat 3 times.",
        TWO,
    ),
    "work by the clock": (
        "Marching: 2 minutes\nKnees to chest: hold 15 to 60 seconds",
        [("Marching", None, None), KNEES],
    ),
    "words of what it is for": (
        "Knees to chest\nThis helps your back.\nHold 15 to 60 seconds.\n\n"
        "Hamstring stretch\nThis loosens the leg.\nHold 30 seconds, 3 times.",
        TWO,
    ),
    "rows without a head": (
        "Knees to chest | 15 to 60 seconds hold\nHamstring stretch | hold 30 seconds, 3 times\n",
        TWO,
    ),
    "one line without a mark between": ("Plank 3 x 30 secs", [("Plank", (30, 30), (3, 3))]),
    "a dose without a number": (
        "Plank: hold as long as you can.\nKnees to chest: hold 15 to 60 seconds.\n\n"
        "Calf stretch\nHold for a few seconds.\n",
        [("Plank", None, None), KNEES, ("Calf stretch", None, None)],
    ),
    "with labels": (
        "Knees to chest\nHold: 15 to 60 seconds\n\n"
        "Hamstring stretch\nHold: 30 seconds\nRepetitions: 3\n",
        TWO,
    ),
    "with an introduction": (
        "Home exercises\n\nDo these twice a day.\n\n"
        "1. Knees to chest: hold 15 to 60 seconds.\n"
        "2. Hamstring stretch: 30 seconds three times each leg\n",
        TWO,
    ),
    "an order that names no part of the body": (
        "Plank\nStand and lean forward.\nHold for 20 seconds.\n", [PLANK],
    ),
    "underscores": (
        "Calf stretch\n\nHold for 30 seconds. _Repeat_ 3 times on each leg.",
        [("Calf stretch", (30, 30), (3, 3))],
    ),
    "stars": (
        "Calf stretch\n\nHold for 30 seconds. *Repeat* 3 times on each leg.",
        [("Calf stretch", (30, 30), (3, 3))],
    ),
    "marked names": (
        "**Knees to chest**: hold 15 to 60 seconds.\n"
        "**Hamstring stretch:** 30 seconds three times each leg\n",
        TWO,
    ),
    "slanted names": (
        "_Knees to chest_\nHold 15 to 60 seconds.\n\n"
        "*Hamstring stretch*\nHold 30 seconds, three times.",
        TWO,
    ),
}  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_exercise_is_lost_and_no_doses_are_mixed(sheet: str) -> None:
    text, expected = SHEETS[sheet]
    assert program(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bridge\nLie on your back and lift your hips.\nTotal time: 20 minutes\nHold 5 seconds.",
        "Bridge\nLie on your back and lift your hips.\nHold 5 seconds.\nContractions: 10",
        "Bridge\nLie on your back and lift your hips. Hold 5 seconds.\n\nPrescription\n3 x 10",
        "Bridge\n1. Starting position: lie on your back.\n2. Lift your hips.\n3. Hold: 5 seconds.",
        "Bridge\nLie on your back and lift your hips. Hold 5 seconds.\nLeft leg: 10 times",
    ],
)
def test_what_only_doses_an_exercise_is_no_other_one(text: str) -> None:
    assert [one.name for one in read(text).exercises] == ["Bridge"]
    assert read(text).exercises[0].duration_s is None


@pytest.mark.parametrize(
    "text",
    [
        "Home programme\nHold each stretch for 30 seconds.",
        "How often\nRepeat 3 times a day.",
        "Opening hours: 9 to 5",
        "Waiting room: 10 minutes",
        "In short, hold for 30 seconds",
        "Appointment: 30 minutes",
        "Home programme: 3 times a day",
    ],
)
def test_doses_under_no_exercises_name_are_none(text: str) -> None:
    assert read(text).exercises == ()


def test_numbers_in_markup_are_no_doses() -> None:
    drawn = '<svg><path d="M0 0"/><animate dur="60s" begin="0s" values="hold 30 s"/></svg>'
    assert all(one.hold_s is None for one in read(drawn).exercises)


@pytest.mark.parametrize("nought", ["0 s", "0 seconds", "zero seconds", "0 times", "0 reps"])
def test_nought_is_never_a_dose(nought: str) -> None:
    one = read(f"Plank\nLie face down and lift your hips. Hold {nought}. Rest.").exercises
    assert [(each.hold_s, each.reps) for each in one] in ([], [(None, None)])
