"""`unpinch read`: a sheet in, a draft out."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

SHEET = (
    "Calf stretch\r\nStand facing a wall. Put one leg behind you and lean forward.\r\n"
    "Hold for 30 seconds. Repeat three times.\r\n"
)
FIELDS = [
    "name",
    "exercise",
    "hold_s",
    "hold_breaths",
    "duration_s",
    "reps",
    "sets",
    "rest_s",
    "tempo",
    "sides",
    "frequency",
    "steps",
    "sensation",
    "cautions",
    "questions",
]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.txt"
    path.write_bytes(SHEET.encode())
    return path


def test_the_json_has_every_field_and_places_that_count_in_the_text(
    command: Command, sheet: Path
) -> None:
    (one,) = json.loads(command("read", str(sheet), "--json").out)["exercises"]

    assert [name for name in FIELDS if name not in one] == []
    hold = one["hold_s"]
    assert (hold["min"], hold["max"]) == (30, 30)
    span = hold["span"]
    assert SHEET[span["start"] : span["end"]] == span["text"] == "Hold for 30 seconds"
    assert one["reps"]["scope"] == "unspecified"
    assert (one["sets"], one["sides"], one["frequency"]) == (None, None, None)


def test_people_see_each_number_beside_its_words_and_the_questions(
    command: Command, sheet: Path
) -> None:
    said = command("read", str(sheet)).out

    assert "“Hold for 30 seconds”" in said
    assert "Three in all, or one and three more?" in said
    assert "How often?" in said


def test_a_sheet_can_be_piped_in(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHEET.encode())))

    assert "Calf stretch" in command("read", "-").out


def test_a_text_without_an_exercise_says_so(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("We open at nine.")

    ended = command("read", str(path))

    assert ended.code == 0, "it was read; a script looks at what was found"
    assert "No exercise was found" in ended.out
    assert json.loads(command("read", "--json", path).out)["exercises"] == []


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("noise.txt", bytes(range(256)) * 40, "is not text, whatever its name says"),
        ("large.txt", b"a" * 2_000_001, "has more than 2,000,000 letters"),
        ("sheet.pdf", b"%PDF-1.7", "is damaged; open it and print it to a new PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    command: Command, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    ended = command("read", str(path))

    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert says in ended.err


def test_a_file_that_is_not_there_is_refused_in_one_line(command: Command, tmp_path: Path) -> None:
    ended = command("read", str(tmp_path / "none.txt"))

    assert ended.code == 2
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_from_other_programs_is_understood(
    command: Command, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "sheet.txt"
    path.write_bytes(SHEET.replace("30 s", "20–30 s").encode(encoding))

    assert "20 to 30 s" in command("read", str(path)).out
