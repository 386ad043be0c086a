"""`unpinch replay`: a transcript's events again, and every cue that follows."""

import sys
from difflib import unified_diff
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data, all_exercises, all_programs
from unpinch.cli.refusal import Refusal
from unpinch.exercises.choosing import ChoiceError, plan
from unpinch.exercises.naming import UnknownNameError, program_named
from unpinch.exercises.plan import Plan
from unpinch.runtime import own_files
from unpinch.session import script
from unpinch.session.transcript import (
    Transcript,
    TranscriptError,
    read_transcript,
    transcript_lines,
)

_DIFFERENT = 1


def replay(
    transcript: Annotated[Path, typer.Argument(help="A session as text.")],
    check: Annotated[
        bool, typer.Option("--check", help="Say only where the cues differ from the recorded ones.")
    ] = False,
    data: Data = None,
) -> None:
    """Play a session's events again and show every cue that follows."""
    try:
        told = read_transcript(own_files.read(transcript))
        whole = script(told.led or _plan(told, data))
    except (TranscriptError, ChoiceError, UnknownNameError) as error:
        raise Refusal(f"{transcript}: {error}") from error
    played = transcript_lines(whole, told.events)
    if not check:
        sys.stdout.write("\n".join([*told.head, "", *played, ""]))
        return
    difference = [*unified_diff(told.lines, played, "recorded", "now", lineterm="", n=1)]
    if difference:
        sys.stdout.write("\n".join([*difference, ""]))
        raise typer.Exit(_DIFFERENT)
    sys.stdout.write(f"The same {len(played)} lines as recorded.\n")


def _plan(told: Transcript, data: Path | None) -> Plan:
    program = program_named(told.plan, all_programs(data))
    return plan(program, all_exercises(data), told.choices, told.pace)
