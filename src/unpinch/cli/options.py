"""Options that several commands share, and what they stand for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.refusal import Refusal
from unpinch.exercises import library, programs
from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.naming import UnknownNameError, exercise_named
from unpinch.runtime.own_files import own_files

Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="The data folder, if not the usual one.", show_default=False
    ),
]
# What `plan` and `print` take without a name. Which program a person follows is in the diary,
# and a script must get the same on every machine.
SHIPPED = "leg-numbness"
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]


def all_exercises(data: Path | None) -> dict[str, Exercise]:
    """Those that are shipped and the person's own."""
    return library(own_files(data).exercises)


def exercise_of(option: str, name: str, library: Mapping[str, Exercise]) -> Exercise:
    """The exercise that an option names. Raises Refusal, which names the option."""
    try:
        return exercise_named(name, library)
    except UnknownNameError as error:
        raise Refusal(f"{option}: {error}") from error


def all_programs(data: Path | None) -> dict[str, Program]:
    """Those that are shipped and the person's own."""
    own = own_files(data)
    return programs(own.programs, library(own.exercises))
