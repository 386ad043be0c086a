"""Smooth edges through given points, cut at any of them: neighbouring areas share their border."""

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]

_SIXTH = 1 / 6  # a Catmull-Rom spline as cubic curves


class Contour:
    """One edge of a shape, from top to bottom."""

    def __init__(self, points: Sequence[Point]) -> None:
        """Led through all of these points."""
        self.points = tuple(points)

    def down(self, start: int, end: int) -> str:
        """The curves from one point to a later one."""
        return "".join(
            _curve(*self._handles(here), self.points[after])
            for here, after in pairwise(range(start, end + 1))
        )

    def up(self, start: int, end: int) -> str:
        """The curves from one point back to an earlier one."""
        found = []
        for after in range(start, end, -1):
            first, second = self._handles(after - 1)
            found.append(_curve(second, first, self.points[after - 1]))
        return "".join(found)

    def _handles(self, at: int) -> tuple[Point, Point]:
        """What leads the curve from this point to the next."""
        last = len(self.points) - 1
        before, here = self.points[max(at - 1, 0)], self.points[at]
        there, after = self.points[at + 1], self.points[min(at + 2, last)]
        return (
            (here[0] + (there[0] - before[0]) * _SIXTH, here[1] + (there[1] - before[1]) * _SIXTH),
            (there[0] - (after[0] - here[0]) * _SIXTH, there[1] - (after[1] - here[1]) * _SIXTH),
        )


def move(to: Point) -> str:
    """Where a path begins."""
    return f"M{_at(to)}"


def bow(start: Point, end: Point, sag: float) -> str:
    """A border that hangs through by so much in its middle."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 2 * sag)
    return f"Q{_at(middle)} {_at(end)}"


def _curve(first: Point, second: Point, to: Point) -> str:
    return f"C{_at(first)} {_at(second)} {_at(to)}"


def _at(point: Point) -> str:
    return f"{point[0]:.0f} {point[1]:.0f}"
