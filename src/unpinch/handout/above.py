"""Sheets that say each dose above the name it is for: "3 sets of 10" over "1. Bridge".

Read downwards every dose would go to the exercise before it. It is above its name only where that
holds for all: one before the first name, one before each other, and none after the last.
"""

from collections.abc import Sequence
from dataclasses import replace

from unpinch.handout.dosing import opens_with_dose
from unpinch.handout.line import Kind, Line
from unpinch.handout.part import Part
from unpinch.handout.whole import speaks_of_all

_SEVERAL = 2


def doses_above(plain: str, found: Sequence[Line], made: list[Part]) -> list[Part]:
    """The parts, each with the dose above its name if the sheet is written so."""
    first = next((at for at, part in enumerate(made) if part.title), len(made))
    named = made[first:]
    if first == 0 or len(named) < _SEVERAL or _dose_lines(plain, found, made[-1]):
        return made
    before = made[first - 1 : -1]
    over = [_dose_lines(plain, found, part) for part in before]
    if not all(over) or not all(_has_more(found, part, over[n]) for n, part in enumerate(before)):
        return made
    shorter = [
        replace(part, last=lines[0]) for part, lines in zip(before, over, strict=True) if lines
    ]
    kept = [*made[: first - 1], *shorter, made[-1]]
    return [
        replace(part, over=over[at - first]) if at >= first else part
        for at, part in enumerate(kept)
    ]


def _dose_lines(plain: str, found: Sequence[Line], part: Part) -> tuple[int, int] | None:
    """The lines at the end of a part that are doses of one exercise and nothing else."""
    stop = part.last
    while stop > part.first and found[stop - 1].kind in (Kind.BLANK, Kind.RULE):
        stop -= 1
    start = stop
    while start > part.first and _is_dose_line(plain, found[start - 1]):
        start -= 1
    return (start, stop) if start < stop else None


def _is_dose_line(plain: str, line: Line) -> bool:
    if line.kind is not Kind.PLAIN:
        return False
    words = plain[line.start : line.end]
    return opens_with_dose(words) and not speaks_of_all(words)


def _has_more(found: Sequence[Line], part: Part, over: tuple[int, int] | None) -> bool:
    """Whether an exercise has words of its own besides the dose of the next."""
    if part.title is None or over is None:
        return True
    own = found[part.first : over[0]]
    return any(line.kind is not Kind.BLANK for line in own)
