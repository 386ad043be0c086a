"""Parts that hold several exercises without titles: lists, tables and runs of paragraphs.

A numbered list is most often the steps of one exercise. It is a list of exercises only when
at least two of its items each say how to begin and how much to do.
"""

from dataclasses import dataclass

from unpinch.handout.line import Kind, Line
from unpinch.handout.part import Part


@dataclass(frozen=True)
class Run:
    """Lines that belong together."""

    first: int
    last: int


def items(found: list[Line], part: Part) -> list[Run]:
    """The items of the outermost list in a part, each with the lines under it."""
    listed = [n for n in range(part.first, part.last) if found[n].kind is Kind.NUMBERED]
    if not listed:
        listed = [n for n in range(part.first, part.last) if found[n].kind is Kind.BULLET]
    if not listed:
        return []
    outermost = min(found[n].indent for n in listed)
    heads = [n for n in listed if found[n].indent <= outermost]
    return _runs(heads, part.last)


def paragraphs(found: list[Line], first: int, last: int) -> list[Run]:
    """The runs of lines between blank lines."""
    heads = [
        n
        for n in range(first, last)
        if found[n].kind is not Kind.BLANK and (n == first or found[n - 1].kind is Kind.BLANK)
    ]
    return _runs(heads, last)


def table_runs(found: list[Line], part: Part) -> list[Run]:
    """The tables of a part, each from its first row to its last."""
    runs: list[Run] = []
    at = part.first
    while at < part.last:
        stop = at
        while stop < part.last and found[stop].kind in (Kind.ROW, Kind.RULE):
            stop += 1
        if stop > at and any(found[n].kind is Kind.ROW for n in range(at, stop)):
            runs.append(Run(at, stop))
        at = max(stop, at + 1)
    return runs


def _runs(heads: list[int], last: int) -> list[Run]:
    return [Run(head, stop) for head, stop in zip(heads, [*heads[1:], last], strict=True)]
