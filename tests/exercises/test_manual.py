"""docs/adding-an-exercise.md: its examples work, and every word a file may use is in it."""

import re
from pathlib import Path

import pytest

from unpinch.body.vocabulary import EYES, GLOW, HANDS, MOVING, POSTURES
from unpinch.exercises import dose_table, library, programs, reading, shipped_folder
from unpinch.exercises.measure import CAMERA_MEASURES, POSE_ANGLES, bare
from unpinch.exercises.model import Test
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.when import when

MANUAL = (Path(__file__).parents[2] / "docs/adding-an-exercise.md").read_text("utf-8")
EXERCISE, PROGRAM = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
RULE = r"^(?:\w+ (?:above|.* by|below|outside|faster).* for|let go before) [\d.]+ s$"
RULES = re.findall(RULE, MANUAL, re.MULTILINE)


def test_the_example_is_an_exercise() -> None:
    exercise = read_exercise(EXERCISE, "heel-slide.toml")

    assert exercise.id == "heel-slide"
    assert exercise.variation("both") is not None


def test_the_example_stands_beside_the_library_and_its_program_finds_it() -> None:
    exercises = library({"heel-slide.toml": EXERCISE})

    program = programs({"knee.toml": PROGRAM}, exercises)["knee"]

    assert program == read_program(PROGRAM, "knee.toml", exercises)
    assert program.parts[0].variation == "both"


@pytest.mark.parametrize("ours", library())
def test_a_copy_of_ours_is_an_exercise_once_name_and_aliases_are_changed(ours: str) -> None:
    """As the section Changing one of ours says."""
    text = Path(shipped_folder(), f"{ours}.toml").read_text("utf-8")
    head, table = text.split("\n[text]", maxsplit=1)
    head = re.sub(r"^aliases = \[.*?\]\n", "", head, flags=re.DOTALL | re.MULTILINE)
    head = re.sub(r"^name    = .*$", 'name = "One of my own"', head, flags=re.MULTILINE)
    table = re.sub(r"^aliases = \[.*?\]\n", "", table, flags=re.DOTALL | re.MULTILINE)

    found = library({"mine.toml": f"{head}\n[text]{table}"})

    assert found["mine"].dose == found[ours].dose


def test_the_example_uses_every_line_that_an_exercise_may_have() -> None:
    instead_of_a_hold = set(dose_table.KINDS[1:])
    for key in {*reading.HEAD, *reading.TEXT, *dose_table.KEYS} - instead_of_a_hold:
        assert re.search(rf"^{key} *= ", EXERCISE, re.MULTILINE), key
    for table in reading.TABLES:
        assert f"[{table}" in EXERCISE, table


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_in_the_manual_is_one(rule: str) -> None:
    assert when(rule)


def test_the_manual_shows_every_kind_of_rule() -> None:
    assert {when(rule).test for rule in RULES} == set(Test)


@pytest.mark.parametrize("word", [*POSTURES, *MOVING, *HANDS, *EYES, *GLOW, *dose_table.SIDES])
def test_every_word_is_in_the_manual(word: str) -> None:
    assert f'"{word}"' in MANUAL


@pytest.mark.parametrize(
    "name",
    sorted({bare(each) for each in (*POSE_ANGLES, *CAMERA_MEASURES)}
           | {*reading.HEAD, *reading.TEXT, *dose_table.KEYS}),
)  # fmt: skip
def test_every_field_and_measure_is_explained(name: str) -> None:
    assert f"`{name}`" in MANUAL


def test_the_ways_to_say_moving_and_resting_are_explained() -> None:
    assert "`moving_knee_flexion`" in MANUAL
    assert "`resting_knee_flexion`" in MANUAL
