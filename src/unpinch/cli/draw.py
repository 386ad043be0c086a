"""`unpinch draw`: the figure of an exercise, as SVG."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data, all_exercises
from unpinch.cli.output import say
from unpinch.cli.refusal import Refusal
from unpinch.exercises.model import Exercise
from unpinch.exercises.naming import exercise_named
from unpinch.exercises.problems import remedy
from unpinch.exercises.reading import read_exercise
from unpinch.figure import draw as drawing
from unpinch.runtime import own_files
from unpinch.terms.dose import Dose
from unpinch.terms.side import Side


class Pose(StrEnum):
    """What of the exercise is drawn."""

    START = "start"
    HOLD = "hold"


class Theme(StrEnum):
    """Whose colours. `page` follows the page it is put into."""

    LIGHT = "light"
    DARK = "dark"
    PAGE = "page"


def draw(
    exercise: Annotated[str, typer.Argument(help="Its id or name, or a .toml file.")],
    pose: Annotated[Pose, typer.Option(help="Where it begins, or the hold.")] = Pose.HOLD,
    side: Annotated[
        Side | None, typer.Option(help="The side that works; the reaching arm.", show_default=False)
    ] = None,
    variation: Annotated[str | None, typer.Option(metavar="ID", help="Another way.")] = None,
    theme: Annotated[Theme, typer.Option(help="Which colours.")] = Theme.LIGHT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.svg", help="Where to; else to the screen."),
    ] = None,
    data: Data = None,
) -> None:
    """The figure of an exercise, as SVG."""
    if output is not None and str(output) != "-" and output.suffix.lower() != ".svg":
        raise Refusal(f'-o: "{output}" does not end in .svg; write {output.stem or "figure"}.svg.')
    found = _exercise(exercise, data)
    known = [each.id for each in found.variations]
    if variation is not None and variation not in known:
        hint = remedy(variation, known) if known else "it has none"
        raise Refusal(f'--variation: "{variation}" is not one of {found.id}; {hint}')
    worked = _side(found, found.dose_of(variation), side)
    svg = drawing(
        found, pose.value, worked, variation=variation, theme=theme.value, uid=f"{found.id}-{pose}"
    )
    if output is None or str(output) == "-":
        sys.stdout.write(svg + "\n")
    else:
        own_files.write(output, svg + "\n")
        say(f"{found.name}, {'start' if pose is Pose.START else 'hold'}, is in {output}.")


def _exercise(named: str, data: Path | None) -> Exercise:
    if named.endswith(".toml"):
        path = Path(named)
        return read_exercise(own_files.read(path), path.name)
    return exercise_named(named, all_exercises(data))


def _side(exercise: Exercise, dose: Dose, side: Side | None) -> Side | None:
    """The side to draw, if it makes sense here."""
    if dose.two_sided:
        if side is Side.BOTH:
            raise Refusal(f"--side: {exercise.id} has one side at a time; write left or right.")
        return side or dose.first
    only = Side.BOTH if dose.sides else None
    if side not in (None, only, Side.BOTH):
        raise Refusal(f"--side: {exercise.id} has no sides here; leave --side out.")
    return only
