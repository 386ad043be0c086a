"""`unpinch replay`."""

from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.runtime.test_transcribing import done
from unpinch.cli.main import run
from unpinch.runtime import diary as book

TRANSCRIPT = """# A short one.
plan: leg-numbness
choose: hamstring-stretch, left out
choose: opposition-stretch, left out
choose: childs-pose, left out

0.000 > started
46.000 > hurts  thigh, sharp
"""


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    file = tmp_path / "session.txt"
    file.write_text(TRANSCRIPT, encoding="utf-8")
    return file


def test_events_give_cues_again(transcript: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(transcript)]) == 0

    said = capsys.readouterr().out
    assert said.startswith("# A short one.\nplan: leg-numbness\n")
    assert "< welcome         If anything hurts, just let go." in said
    assert "< stopped         Let go. We stop here for today." in said.splitlines()[-1]


def test_a_replayed_transcript_is_the_same_again(
    transcript: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["replay", str(transcript)])
    once = capsys.readouterr().out
    transcript.write_text(once, encoding="utf-8")

    assert run(["replay", str(transcript)]) == 0
    assert capsys.readouterr().out == once
    assert run(["replay", "--check", str(transcript)]) == 0


def test_a_session_of_the_diary_is_replayed(
    diary: Path, clock: Clock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done(book.plan(), clock)
    file = tmp_path / "mine.txt"

    words = ["export", "--format", "transcript", "-o", str(file), "--data", str(diary)]
    assert run(words) == 0
    assert "The session of 2026-11-22 is in" in capsys.readouterr().out
    assert run(["replay", str(file)]) == 0
    assert capsys.readouterr().out == file.read_text("utf-8")
    assert run(["replay", "--check", str(file)]) == 0


def test_a_session_is_named_for_a_transcript_only(
    diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "-o", "x", "--session", "2026-11-22", "--data", str(diary)]) == 2
    assert "--session: is for --format transcript only" in capsys.readouterr().err


def test_check_shows_where_cues_differ(
    transcript: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["replay", str(transcript)])
    text = capsys.readouterr().out.replace("just let go", "carry on")
    transcript.write_text(text, encoding="utf-8")

    assert run(["replay", "--check", str(transcript)]) == 1
    assert "carry on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plan: nowhere\n0.0 > started\n", "nowhere"),
        ("plan: x\nled: {}\n0.0 > started\n", "line 2: the plan of this session cannot be read"),
        ("plan: leg-numbness\n0.0 > flew\n", 'line 2: "flew" is not an event'),
        (
            "plan: leg-numbness\nchoose: knees-to-chest, hold 61 s\n",
            "61 s is longer than the handout allows",
        ),
    ],
)
def test_what_cannot_be_replayed_is_refused_in_one_line(
    text: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "session.txt"
    file.write_text(text, encoding="utf-8")

    assert run(["replay", str(file)]) == 2
    refused = capsys.readouterr().err
    assert refused.count("\n") == 1
    assert refused.startswith(f"{file}: ")
    assert line in refused
