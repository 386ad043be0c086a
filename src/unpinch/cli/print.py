"""`unpinch print`: a program as a handout on paper."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.choices import Hold, LeaveOut, Repetitions, Variation, made
from unpinch.cli.options import SHIPPED, Data, all_exercises, all_programs
from unpinch.cli.output import say
from unpinch.cli.refusal import Refusal
from unpinch.exercises.naming import program_named
from unpinch.handout.printing import printout
from unpinch.runtime.printing import write_pdf


class Paper(StrEnum):
    """What lies in the printer."""

    A4 = "a4"
    LETTER = "letter"


def print_program(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.pdf", help="Where to.")],
    program: Annotated[
        str | None,
        typer.Argument(
            help=f"Its id or name; else {SHIPPED}, whichever is followed.", show_default=False
        ),
    ] = None,
    paper: Annotated[Paper, typer.Option(help="What lies in the printer.")] = Paper.A4,
    hold: Hold = None,
    repetitions: Repetitions = None,
    variation: Variation = None,
    leave_out: LeaveOut = None,
    data: Data = None,
) -> None:
    """A program as a handout to hang up, with figures and a week to tick, as PDF."""
    if output.suffix.lower() != ".pdf":
        raise Refusal(f'-o: "{output}" does not end in .pdf; write {output.stem or "sheet"}.pdf.')
    library = all_exercises(data)
    known = all_programs(data)
    chosen = program_named(program or SHIPPED, known)
    choices = made(library, hold, repetitions, variation, leave_out)
    write_pdf(output, printout(chosen, library, choices, paper.value))
    say(f"{chosen.name}, on {_SAID[paper]} paper, is in {output}.")
    others = [each for each in known if each != SHIPPED]
    if program is None and others:
        say(f"It is the program that comes with Unpinch; for another name it: {', '.join(others)}.")


_SAID = {Paper.A4: "A4", Paper.LETTER: "Letter"}
