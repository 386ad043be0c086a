"""The way from start to hold as keyframes of numbers.

Every keyframe is the same drawing with other numbers: the same elements in the same order and
the same path commands. What differs is kept once as a text with holes, and per keyframe as the
numbers that fill them. A client draws any moment between by mixing two neighbours.
"""

import re

import msgspec

from unpinch.body.vocabulary import PoseError
from unpinch.exercises.model import Exercise
from unpinch.figure import scene
from unpinch.figure.mark import Brush
from unpinch.figure.palette import paint
from unpinch.figure.subject import prepare
from unpinch.terms.side import Side

FORMAT = 1
STEPS = 10
HOLE = "#"
BY_TIME = ("glow", "opacity")  # the light follows the clock, not the way; figure.js sets it
_ELEMENT = re.compile(r'<\w+ data-part="([^"]+)"([^>]*)>')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One attribute that moves. Each HOLE in the text takes the next number of a keyframe."""

    part: str
    attribute: str
    text: str


class Motion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keyframes at equal steps from start (first) to hold (last)."""

    format: int
    slots: tuple[Slot, ...]
    frames: tuple[tuple[int | float, ...], ...]

    def json(self) -> str:
        """What the page's figure.js reads."""
        return msgspec.json.encode(self).decode()


def motion(exercise: Exercise, side: Side | None, variation: str | None = None) -> Motion:
    """Every number that changes on the way, for a drawing made by `draw` with the same words."""
    try:
        subject = prepare(exercise, side, variation)
    except PoseError as error:
        raise PoseError(f"{exercise.id}: {error}") from error
    brush = Brush(paint("light"), "m")
    drawings = [
        _attributes(scene.layers(subject, brush, step / STEPS)) for step in range(STEPS + 1)
    ]
    moving = [key for key in drawings[0] if len({drawing[key] for drawing in drawings}) > 1]
    slots = tuple(Slot(*key, _NUMBER.sub(HOLE, drawings[0][key])) for key in moving)
    return Motion(FORMAT, slots, tuple(_numbers(drawing, moving) for drawing in drawings))


def _attributes(drawing: str) -> dict[tuple[str, str], str]:
    return {
        (part, name): value
        for part, rest in _ELEMENT.findall(drawing)
        for name, value in _ATTRIBUTE.findall(rest)
        if name not in ("fill", "stroke") and (part, name) != BY_TIME
    }


def _numbers(
    drawing: dict[tuple[str, str], str], moving: list[tuple[str, str]]
) -> tuple[int | float, ...]:
    return tuple(
        float(number) if "." in number else int(number)
        for key in moving
        for number in _NUMBER.findall(drawing[key])
    )
