"""Outlines as SVG path text: closed quadratic B-splines, so every shape is q after q after q.

One command sequence for one kind of shape, whatever the pose: a client may then move between two
drawings by moving their numbers. Whole units at body height 1000; written relative, which is
short, and differenced after rounding, so nothing drifts.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

from unpinch.body.proportions import Profile, thickness
from unpinch.body.vector import Vec, add, lerp

Point = tuple[float, float]

UNITS = 1000.0
# The view is turned a little: what is nearer lies further left and lower. The floor stays level.
NEAR_LEFT, NEAR_DOWN = 0.16, 0.20


def project(point: Vec) -> Point:
    """From the body's space to the picture."""
    x, y, z = point
    return ((x - NEAR_LEFT * z) * UNITS, (NEAR_DOWN * z - y) * UNITS)


def matrix(origin: Vec, x_axis: Vec, y_axis: Vec, size: float = 1.0) -> str:
    """A transform that sets a flat shape (x right, y down, in units) into the body's space."""
    (a, b), (c, d), (e, f) = project(x_axis), project(y_axis), project(origin)
    k = size / UNITS
    return f"matrix({a * k:.3f} {b * k:.3f} {-c * k:.3f} {-d * k:.3f} {e:.0f} {f:.0f})"


def closed(points: Sequence[Point]) -> str:
    """A smooth closed outline led by these points; a point given twice is a corner."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise([points[-1], *points])]
    path = _Pen(middles[0])
    for lead, end in zip(points, [*middles[1:], middles[0]], strict=True):
        path.curve(lead, end)
    return path.text + "z"


def open_line(points: Sequence[Point]) -> str:
    """A smooth open line from the first point to the last."""
    path = _Pen(points[0])
    inner = points[1:-1]
    for lead, after in pairwise(inner):
        path.curve(lead, ((lead[0] + after[0]) / 2, (lead[1] + after[1]) / 2))
    path.curve(inner[-1], points[-1])
    return path.text


class _Pen:
    """Writes relative curves in whole units."""

    def __init__(self, start: Point) -> None:
        self.at = (round(start[0]), round(start[1]))
        self.text = f"M{self.at[0]} {self.at[1]}"

    def curve(self, lead: Point, end: Point) -> None:
        x, y = self.at
        to = (round(end[0]), round(end[1]))
        lead_x, lead_y = round(lead[0]) - x, round(lead[1]) - y
        self.text += f"q{lead_x} {lead_y} {to[0] - x} {to[1] - y}"
        self.at = to


def cap(centre: Point, radius: float, heading: float, leads: int = 4) -> list[Point]:
    """Half a circle around the end of a limb, from its left side to its right as it heads."""
    spread = pi / leads
    outside = radius / cos(spread / 2)
    turns = (heading - pi / 2 + spread * (k + 0.5) for k in range(leads))
    return [(centre[0] + outside * cos(t), centre[1] + outside * sin(t)) for t in turns]


def cuff(centre: Point, radius: float, heading: float) -> list[Point]:
    """A gently curved cut with two corners."""
    ux, uy = cos(heading), sin(heading)
    left = (centre[0] + uy * radius, centre[1] - ux * radius)
    right = (centre[0] - uy * radius, centre[1] + ux * radius)
    bow = (centre[0] + ux * radius * 0.55, centre[1] + uy * radius * 0.55)
    return [left, left, bow, right, right]


Station = tuple[Point, float]


def stations(
    start: Vec, end: Vec, front: Vec, profile: Profile, places: Iterable[float], grow: float = 0.0
) -> list[Station]:
    """Centres and radii along a bone, in the picture."""
    found = []
    for place in places:
        radius, shift = thickness(profile, place)
        centre = add(lerp(start, end, place), front, -shift)
        found.append((project(centre), radius * UNITS + grow))
    return found


def heading(line: Sequence[Station]) -> float:
    (x0, y0), (x1, y1) = line[0][0], line[-1][0]
    return atan2(y1 - y0, x1 - x0)


def tube(line: Sequence[Station], *, cut: bool = False) -> str:
    """A tapered limb around its stations: a round start, and a round end or a cuff."""
    ahead = heading(line)
    nx, ny = -sin(ahead), cos(ahead)
    left = [(c[0] - nx * r, c[1] - ny * r) for c, r in line]
    right = [(c[0] + nx * r, c[1] + ny * r) for c, r in line]
    end = (cuff if cut else cap)(*line[-1], ahead)
    start = cap(*line[0], ahead + pi)
    inner = slice(1, -1 if cut else None)
    return closed([*left[inner], *end, *reversed(right[inner]), *start])


def hull(a: Station, b: Station) -> str:
    """Two balls and what is stretched around them."""
    if hypot(b[0][0] - a[0][0], b[0][1] - a[0][1]) < 1e-6:
        b = ((b[0][0] + 0.01, b[0][1]), b[1])
    return tube([a, b])
