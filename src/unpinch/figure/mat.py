"""What the person is on: mat, soft shade where parts come near it, and a stool to sit on."""

from collections.abc import Iterator

from unpinch.body import flesh
from unpinch.body.skeleton import Skeleton
from unpinch.body.vector import Vec
from unpinch.figure.mark import Brush, mark
from unpinch.figure.outline import UNITS, Point, project

HALF_WIDTH, THICK, CORNER = 0.27, 0.017, 26.0
SHORTEST = 1.06
NEAR_ENOUGH = 0.13  # a part this far above the mat casts no shade any more
DARKEST = 0.38
STOOL_FROM = 0.12


def extent(bodies: list[Skeleton]) -> tuple[float, float]:
    """From where to where the mat goes, so that all of these bodies lie on it."""
    xs = [
        point[0] + way * radius
        for body in bodies
        for balls in _parts(body).values()
        for point, radius in balls
        if point[1] - radius < 0.10
        for way in (-1, 1)
    ]
    low, high = min(xs) - 0.075, max(xs) + 0.075
    spare = max(0.0, SHORTEST - (high - low)) / 2
    return low - spare, high + spare


def corners(span: tuple[float, float], drop: float = 0.0) -> list[Point]:
    low, high = span
    flat: list[Vec] = [
        (low, -drop, -HALF_WIDTH), (high, -drop, -HALF_WIDTH),
        (high, -drop, HALF_WIDTH), (low, -drop, HALF_WIDTH),
    ]  # fmt: skip
    return [project(corner) for corner in flat]


def mat(brush: Brush, span: tuple[float, float]) -> str:
    line = {"stroke": brush.paint("mat-line"), "stroke_width": 5, "stroke_linejoin": "round"}
    edge = _rounded(corners(span, THICK))
    return mark("path", d=edge, fill=brush.paint("mat-edge"), **line) + mark(
        "path", d=_rounded(corners(span)), fill=brush.paint("mat"), **line
    )


def shade(brush: Brush, body: Skeleton) -> str:
    """One soft ellipse a part, darker the nearer it is."""
    return "".join(
        _blot(brush, f"shade-{name}", list(balls)) for name, balls in _parts(body).items()
    )


def seat_height(body: Skeleton, posture: str) -> float:
    """How high someone sits, if on something; 0 on the mat and in every other posture."""
    height = flesh.lowest(flesh.trunk(body))
    return height if posture == "sitting" and height > STOOL_FROM else 0.0


def stool(brush: Brush, height: float) -> str:
    """A plain block under the hips, which stay where they are while someone sits."""
    if not height:
        return ""
    left, top = project((-0.15, height + 0.036, 0.10))
    right, bottom = project((0.11, 0.0, 0.10))
    return mark(
        "rect", x=round(left), y=round(top), width=round(right - left),
        height=round(bottom - top), rx=14, fill=brush.paint("seat"),
        stroke=brush.paint("mat-line"), stroke_width=5,
    )  # fmt: skip


def _parts(body: Skeleton) -> dict[str, list[flesh.Ball]]:
    parts = {"head": list(flesh.head(body))}
    trunk = list(flesh.trunk(body))
    parts["seat"], parts["chest"] = trunk[: len(trunk) // 2], trunk[len(trunk) // 2 :]
    for side, leg in body.legs.items():
        parts[f"{side}-thigh"] = list(flesh.thigh(leg))
        parts[f"{side}-shin"] = [*flesh.shank(leg), *flesh.foot(leg)]
    for side, arm in body.arms.items():
        parts[f"{side}-arm"] = list(flesh.arm(arm))
    return parts


def _blot(brush: Brush, part: str, balls: list[flesh.Ball]) -> str:
    """Under the part of this limb that is near the mat; it shrinks to nothing as that rises."""
    weights = [max(0.0, 1.0 - (p[1] - r) / NEAR_ENOUGH) ** 2 for p, r in balls]
    whole = sum(weights) or 1.0
    strength = max(weights)
    x = sum(w * p[0] for (p, _), w in zip(balls, weights, strict=True)) / whole
    z = sum(w * p[2] for (p, _), w in zip(balls, weights, strict=True)) / whole
    spread = sum(w * (p[0] - x) ** 2 for (p, _), w in zip(balls, weights, strict=True)) / whole
    thick = sum(w * max(r, 0.02) for (_, r), w in zip(balls, weights, strict=True)) / whole
    cx, cy = project((x, 0.0, z))
    rx = (1.9 * spread**0.5 + 1.25 * thick) * UNITS
    ry = (0.30 * thick + 0.012) * UNITS * 1.5
    return mark(
        "ellipse", part, cx=round(cx), cy=round(cy), rx=round(rx), ry=round(ry),
        opacity=f"{DARKEST * strength:.2f}", fill=brush.url("shade"),
    )  # fmt: skip


def _rounded(points: list[Point]) -> str:
    text = ""
    for index, (x, y) in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        start, end = _towards((x, y), before), _towards((x, y), after)
        text += f"{'L' if text else 'M'}{start[0]:.0f} {start[1]:.0f}"
        text += f"Q{x:.0f} {y:.0f} {end[0]:.0f} {end[1]:.0f}"
    return text + "z"


def _towards(corner: Point, other: Point) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    share = CORNER / ((dx * dx + dy * dy) ** 0.5)
    return corner[0] + dx * share, corner[1] + dy * share


def parts(body: Skeleton) -> Iterator[flesh.Ball]:
    """Every ball of the body, for those who need to know how far it reaches."""
    for balls in _parts(body).values():
        yield from balls
