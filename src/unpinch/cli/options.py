"""Options that several commands share, and what they stand for."""

from pathlib import Path
from typing import Annotated

import typer

from unpinch.exercises import library, programs
from unpinch.exercises.model import Exercise, Program
from unpinch.runtime.own_files import own_files

Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="The data folder, if not the usual one.", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]


def all_exercises(data: Path | None) -> dict[str, Exercise]:
    """Those that are shipped and the person's own."""
    return library(own_files(data).exercises)


def all_programs(data: Path | None) -> dict[str, Program]:
    """Those that are shipped and the person's own."""
    own = own_files(data)
    return programs(own.programs, library(own.exercises))
