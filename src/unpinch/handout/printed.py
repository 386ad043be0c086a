"""What stands on a printed handout, as the layout reads it. Words only; the layout places them."""

import re

import msgspec

# Words longer than this get places where a line may break.
_LONG = 16
_LONG_WORD = re.compile(rf"[^\s-]{{{_LONG + 1},}}")
_MAY_BREAK = "\u200b"


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A drawing's file, its words for those who cannot see it, and its width over its height."""

    file: str
    alt: str
    shape: float


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the handout claims, and what is known about it."""

    says: str
    known: str


class PrintedExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One page. What is empty is left out."""

    name: str
    variation: str
    a_day: int = msgspec.field(name="a-day")  # at most: so many boxes to tick
    place: str
    hold: str
    count: str
    pace: str  # how fast a movement is, and the rest between sets
    handout: str  # the dose as the handout has it
    reading: str  # the part of the dose that is a reading
    reader: str  # and whose it is
    settled: str  # the heading over the readings
    steps: tuple[str, ...]
    again: str  # from the second time on
    note: str  # of whoever put the program together
    feel: str
    cautions: tuple[str, ...]  # the handout's
    additions: tuple[str, ...]  # ours
    readings: tuple[str, ...]
    aim: str
    known: str
    source: str
    start: Figure
    held: Figure
    position_only: bool = msgspec.field(name="position-only")  # the figure tells no movement


class PrintedSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole printout."""

    paper: str
    name: str
    source: str
    often: str
    readings: tuple[str, ...]
    claims: tuple[Said, ...]
    exercises: tuple[PrintedExercise, ...]


def legible(words: str) -> str:
    """One line of what can be printed, with breaks allowed in words that no line could hold."""
    seen = "".join(c if c.isprintable() else " " for c in words)
    return _LONG_WORD.sub(_breakable, " ".join(seen.split()))


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    return _MAY_BREAK.join(word[at : at + _LONG] for at in range(0, len(word), _LONG))
