"""Sessions as text, one file each: what went in, and every word that came out.

A change here is a change of what people hear. To take a meant change over:
`make transcripts`, then read the diff.
"""

import os
from pathlib import Path

import pytest

from unpinch import exercises
from unpinch.exercises.choosing import plan
from unpinch.session import script
from unpinch.session.transcript import (
    TranscriptError,
    read_transcript,
    transcript_lines,
)

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


def _played(text: str) -> str:
    told = read_transcript(text)
    program = exercises.programs()[told.plan]
    whole = script(plan(program, exercises.library(), told.choices, told.pace))
    return "\n".join([*told.head, "", *transcript_lines(whole, told.events), ""])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_people_hear_is_what_the_transcript_says(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    played = _played(text)
    if os.environ.get("UNPINCH_REFRESH"):
        file.write_text(played, encoding="utf-8")
        text = played

    assert text == played


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 8


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello", 'line 1: "hello" is not a transcript line; write a time, ">" and an event'),
        ("plan: x\n 1.0 > jumped", 'line 2: "jumped" is not an event; write one of '),
        ("plan: x\n 1.0 > hurts  ear", 'line 2: "ear" is not known; write one of back,'),
        (" 0.0 > started", 'no program: begin with a line such as "plan: leg-numbness".'),
    ],
)
def test_what_cannot_be_read_says_which_line(text: str, line: str) -> None:
    with pytest.raises(TranscriptError) as refused:
        read_transcript(text)

    assert str(refused.value).startswith(line)
