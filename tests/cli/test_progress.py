"""`unpinch progress`: the summary, the table, and what is missing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.conftest import Clock
from tests.journal.history import play, read

HISTORY = Path(__file__).parents[1] / "journal/histories/improving.txt"


@pytest.fixture
def improving(diary: Path, clock: Clock) -> Path:
    """Three weeks of somebody's diary; the folder it lies in."""
    play(read(HISTORY.read_text("utf-8")), clock)
    return diary


def test_an_empty_diary_says_what_is_missing(command: Command, diary: Path, clock: Clock) -> None:
    ended = command("progress", "--data", diary)

    assert ended.code == 0
    assert "no session and no answers" in ended.out
    assert "answer before, after and the next morning" in " ".join(ended.out.split())


def test_it_says_which_way_it_went_and_what_was_changed(command: Command, improving: Path) -> None:
    ended = command("progress", "--data", improving)

    assert ended.code == 0, ended.err
    lines = ended.out.splitlines()
    assert lines[0] == (
        "Over three weeks the numbness in your left leg went from foot to knee, calf or shin."
    )
    assert "  left  |█████████▆▆▆▆▆▆▆▆▆▆▆▆▆|  knee, calf or shin" in lines
    assert "Knees to chest: 15 s x 1 to 20 s x 1. Three sessions" in ended.out
    assert "proves neither harm nor healing" in ended.out
    assert "The last 14 of 21" in ended.out


def test_with_json_every_sentence_has_its_sources(command: Command, improving: Path) -> None:
    ended = command("progress", "--json", "--weeks", "8", "--data", improving)
    found = json.loads(ended.out)

    assert found["legs"][0]["way"] == "retreating"
    assert all(sentence["sources"] for sentence in found["summary"])
    assert len(found["sessions"]) == 21
    assert found["sessions"][0]["colour"] == "green"
