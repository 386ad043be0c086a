"""A small drawing for the terminal: enough to see a leg that points the wrong way.

Braille letters are a grid of dots, two across and four down. Bones are drawn
as lines between joints, the head as a ring, with the floor below.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, pi, sin

from unpinch.body.skeleton import Skeleton
from unpinch.body.vector import Vec, add
from unpinch.exercises.model import Exercise
from unpinch.figure.subject import prepare
from unpinch.terms.side import Side

# Dots a body height: a lying figure is then about 40 letters wide.
_SCALE = 72
_HEAD, _FOOT = 0.06, 0.09
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))

Dot = tuple[int, int]
Point = tuple[float, float]


def sketch(exercise: Exercise, side: Side | None, variation: str | None, *, hold: bool) -> str:
    """The start or the hold as lines of text, seen from the side."""
    body = prepare(exercise, side, variation).body(1.0 if hold else 0.0)
    lines = [*_bones(body), *_ring((body.head[0], body.head[1]))]
    along = [x for line in lines for x, _ in line]
    lines.append(((min(along), 0.0), (max(along), 0.0)))
    return _letters({dot for one, other in lines for dot in _line(one, other)})


def _bones(body: Skeleton) -> Iterator[tuple[Point, Point]]:
    chains: list[tuple[Vec, ...]] = [(*body.spine, body.skull)]
    chains += [(leg.hip, leg.knee, leg.ankle) for leg in body.legs.values()]
    chains += [(arm.shoulder, arm.elbow, arm.wrist) for arm in body.arms.values()]
    for chain in chains:
        for one, other in pairwise(chain):
            yield (one[0], one[1]), (other[0], other[1])
    for leg in body.legs.values():
        toes = add(leg.ankle, leg.toes, _FOOT)
        yield (leg.ankle[0], leg.ankle[1]), (toes[0], toes[1])


def _ring(middle: Point) -> Iterator[tuple[Point, Point]]:
    around = [
        (middle[0] + _HEAD * cos(step * pi / 8), middle[1] + _HEAD * sin(step * pi / 8))
        for step in range(17)
    ]
    yield from pairwise(around)


def _line(one: Point, other: Point) -> Iterator[Dot]:
    (x, y), (to_x, to_y) = one, other
    steps = max(1, round(_SCALE * max(abs(to_x - x), abs(to_y - y))))
    for step in range(steps + 1):
        share = step / steps
        yield round(_SCALE * (x + (to_x - x) * share)), round(-_SCALE * (y + (to_y - y) * share))


def _letters(dots: Iterable[Dot]) -> str:
    grid: dict[Dot, int] = {}
    for x, y in dots:
        cell = (x // 2, y // 4)
        grid[cell] = grid.get(cell, 0) | _DOTS[y % 4][x % 2]
    left, right = min(x for x, _ in grid), max(x for x, _ in grid)
    rows = range(min(y for _, y in grid), max(y for _, y in grid) + 1)
    return "\n".join(
        "".join(chr(0x2800 + grid.get((x, y), 0)) for x in range(left, right + 1)) for y in rows
    )
