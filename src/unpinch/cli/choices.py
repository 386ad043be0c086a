"""The options with which a person chooses within a program, and the choices they make."""

from collections.abc import Iterable, Mapping
from typing import Annotated

import typer
from msgspec.structs import replace

from unpinch.cli.options import exercise_of
from unpinch.cli.refusal import Refusal
from unpinch.exercises.choosing import Choice
from unpinch.exercises.model import Exercise
from unpinch.exercises.quantity import QuantityError, count, time

Hold = Annotated[
    list[str] | None, typer.Option(metavar="EXERCISE=SECONDS", help="Hold longer or shorter.")
]
Repetitions = Annotated[
    list[str] | None, typer.Option(metavar="EXERCISE=N", help="More or fewer times.")
]
Variation = Annotated[
    list[str] | None, typer.Option(metavar="EXERCISE=ID", help="Do it the other way.")
]
LeaveOut = Annotated[list[str] | None, typer.Option(metavar="EXERCISE", help="Not today.")]


def made(
    library: Mapping[str, Exercise],
    hold: Iterable[str] | None,
    repetitions: Iterable[str] | None,
    variation: Iterable[str] | None,
    leave_out: Iterable[str] | None,
) -> list[Choice]:
    """The choices, one an exercise. Raises Refusal."""
    chosen: dict[str, Choice] = {}

    def choose(option: str, name: str, **what: object) -> None:
        exercise = exercise_of(option, name, library).id
        chosen[exercise] = replace(chosen.get(exercise, Choice(exercise=exercise)), **what)

    for name, value in _pairs(hold, "--hold", "knees-to-chest=30"):
        choose("--hold", name, hold_ms=_quantity("--hold", value))
    for name, value in _pairs(repetitions, "--repetitions", "childs-pose=3"):
        choose("--repetitions", name, repetitions=_count("--repetitions", value))
    for name, value in _pairs(variation, "--variation", "knees-to-chest=both"):
        choose("--variation", name, variation=value)
    for name in leave_out or ():
        choose("--leave-out", name, left_out=True)
    return list(chosen.values())


def _pairs(given: Iterable[str] | None, option: str, example: str) -> Iterable[tuple[str, str]]:
    for each in given or ():
        name, equals, value = each.rpartition("=")
        if not equals or not name or not value:
            raise Refusal(f'{option}: "{each}" is not EXERCISE=VALUE; write {option} {example}.')
        yield name, value


def _quantity(option: str, value: str) -> int:
    bare = value.replace(".", "", 1).isdigit()
    try:
        return time(f"{value} s" if bare else value)
    except QuantityError as slip:
        raise Refusal(f"{option}: {slip}.") from None


def _count(option: str, value: str) -> int:
    try:
        return count(value)
    except QuantityError as slip:
        raise Refusal(f"{option}: {slip}.") from None
