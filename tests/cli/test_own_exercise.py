"""A fifth exercise is one file: listed, planned, drawn and led to the end, with no code."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import EXERCISE, PROGRAM, Command
from unpinch.exercises import library, programs
from unpinch.exercises.choosing import plan
from unpinch.session import State, advance, script, step
from unpinch.terms.cue import CueKind, Phase
from unpinch.terms.event import Started


def test_it_is_listed_after_those_that_are_shipped(command: Command, own: Path) -> None:
    found = json.loads(command("exercises", "--json", "--data", own).out)["exercises"]

    assert [each["id"] for each in found][4:] == ["heel-raise"]
    assert found[4]["dose"]["hold_s"] == [4, 6]


def test_it_is_planned(command: Command, own: Path) -> None:
    turns = json.loads(command("plan", "counter", "--json", "--data", own).out)["turns"]

    assert [turn["side"] for turn in turns] == ["left", "right"] * 6
    assert {(turn["exercise"], turn["hold_s"], turn["of"]) for turn in turns} == {
        ("heel-raise", 5, 12)
    }


@pytest.mark.parametrize("side", ["left", "right"])
def test_it_is_drawn(command: Command, own: Path, side: str) -> None:
    svg = command("draw", "heel-raise", "--side", side, "--data", own).out

    assert "Heel raise" in svg
    assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_it_is_checked(command: Command, own: Path) -> None:
    assert "is an exercise, and fine." in command("check", own / "exercises/heel-raise.toml").out


def test_it_is_led_to_the_end() -> None:
    exercises = library({"heel-raise.toml": EXERCISE})
    program = programs({"counter.toml": PROGRAM}, exercises)["counter"]
    session = script(plan(program, exercises))
    begun, _ = step(session, State(), Started(0))

    ended, cues, _ = advance(session, begun, 3_600_000)

    assert ended.phase is Phase.FINISHED
    assert sum(cue.kind is CueKind.HOLD for cue in cues) == 12
    assert any("left heel" in cue.say for cue in cues)


def test_a_broken_own_file_is_refused_wherever_it_would_be_used(
    command: Command, own: Path
) -> None:
    (own / "exercises/heel-raise.toml").write_text(EXERCISE.replace("standing", "upright"), "utf-8")

    for words in (["exercises"], ["plan"], ["draw", "childs-pose"], ["programs"]):
        assert command(*words, "--data", own).refusal.startswith(
            'heel-raise.toml, posture: "upright" is not known; write "on the back",'
        )


def test_hidden_files_and_other_files_are_passed_over(command: Command, own: Path) -> None:
    (own / "exercises/.draft.toml").write_text("nonsense", "utf-8")
    (own / "exercises/notes.txt").write_text("nonsense", "utf-8")

    assert command("exercises", "--data", own).code == 0


def test_a_data_folder_that_is_not_there_is_refused_when_it_was_named(command: Command) -> None:
    assert command("exercises", "--data", "/nowhere").refusal == (
        "--data: /nowhere is not a folder; name the one with your files."
    )


def test_what_is_not_held_is_listed_and_planned_as_what_it_is(command: Command, own: Path) -> None:
    file, program = own / "exercises/heel-raise.toml", own / "programs/counter.toml"
    for place, hold, goes_on in (
        (file, 'hold = "4 s to 6 s"', 'activity = "10 min"'),
        (program, 'hold = "5 s"', 'activity = "10 min"'),
    ):
        text = re.sub(r"hold +=", "hold =", place.read_text("utf-8"))
        assert hold in text
        place.write_text(text.replace(hold, goes_on), "utf-8")

    turns = json.loads(command("plan", "counter", "--json", "--data", own).out)["turns"]

    assert {(turn["kind"], turn["hold_s"]) for turn in turns} == {("activity", 600)}
    assert "10 min" in command("plan", "counter", "--data", own).out
    assert "10 min going on" in command("exercises", "--data", own).out
    assert "10 min going on" in command("programs", "--data", own).out
