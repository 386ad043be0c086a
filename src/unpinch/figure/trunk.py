"""Trunk, neck and head."""

from unpinch.body import flesh
from unpinch.body import proportions as size
from unpinch.body.skeleton import Skeleton
from unpinch.body.vector import Vec, add, cross, dot, scale, sub, unit
from unpinch.figure import shapes
from unpinch.figure.mark import Brush, mark
from unpinch.figure.outline import UNITS, Point, closed, matrix, project, tube
from unpinch.terms.side import Side

TROUSERS = (-0.16, -0.06, 0.06, 0.17, 0.27)
SHIRT = (0.15, 0.28, 0.44, 0.62, 0.80, 0.95, 1.06)


def hips(brush: Brush, body: Skeleton) -> str:
    """Seat and waistband of the trousers; the shirt hangs over them."""
    front, back = _edges(body, TROUSERS, 1.0)
    low = _beyond(front, back, 0.38)
    return _cloth(brush, "hips", closed([*reversed(front), low, *back]), "cloth")


def shirt(brush: Brush, body: Skeleton) -> str:
    front, back = _edges(body, SHIRT, 3.0)
    hem = _beyond(front, back, 0.22)
    top = (
        front[-1][0] * 0.45 + back[-1][0] * 0.55,
        front[-1][1] * 0.45 + back[-1][1] * 0.55,
    )
    outline = closed([front[0], *front, top, *reversed(back), back[0], hem])
    return _cloth(brush, "shirt", outline, "shirt")


def neck(brush: Brush, body: Skeleton) -> str:
    low = add(body.spine[3], unit(sub(body.skull, body.spine[3])), -0.030)
    line = [(project(low), 39.0), (project(body.spine[3]), 37.0), (project(body.skull), 34.0)]
    return mark("path", "neck", d=tube(line), fill=brush.paint("skin"))


def head(brush: Brush, body: Skeleton, eyes: float) -> str:
    """`eyes` is how far they are open, 0 to 1: lids fade, they do not pop."""
    facing = abs(body.face[2]) > 0.6
    if facing:
        across = unit(sub(body.legs[Side.LEFT].hip, body.legs[Side.RIGHT].hip))
        placed = matrix(body.head, across, body.crown)
    else:
        placed = matrix(body.head, body.face, body.crown)
    inner = _front_face(brush) if facing else _profile(brush)
    return mark("g", "head", inner + _eyes(brush, eyes, facing=facing), transform=placed)


def _profile(brush: Brush) -> str:
    cut = brush.paint("cut")
    skin = brush.paint("skin")
    edge = {"stroke": cut, "stroke_opacity": 0.36}
    return (
        mark("path", d=shapes.head_outline(shapes.FACE), fill=skin, stroke_width=5, **edge)
        + mark("path", d=shapes.head_outline(shapes.HAIR), fill=brush.paint("hair"))
        + mark("path", d=shapes.head_outline(shapes.EAR), fill=skin, stroke_width=4, **edge)
        + _lines(brush, shapes.head_line(shapes.MOUTH) + shapes.head_line(shapes.BROW))
    )


def _front_face(brush: Brush) -> str:
    edge = {"stroke": brush.paint("cut"), "stroke_opacity": 0.36}
    face = shapes.head_outline(shapes.FRONT_FACE)
    lines = shapes.head_line(shapes.FRONT_MOUTH) + shapes.head_line(shapes.FRONT_NOSE)
    return (
        mark("path", d=face, fill=brush.paint("skin"), stroke_width=5, **edge)
        + mark("path", d=shapes.head_outline(shapes.FRONT_HAIR), fill=brush.paint("hair"))
        + _lines(brush, lines)
    )


def _eyes(brush: Brush, open_share: float, *, facing: bool) -> str:
    lids = shapes.FRONT_LIDS if facing else (shapes.LID,)
    eyes = shapes.FRONT_EYES if facing else (shapes.EYE,)
    size_of = size.HEAD * UNITS
    looking = "".join(
        mark(
            "ellipse", cx=round(x * size_of, 1), cy=round(y * size_of, 1), rx=3.2, ry=4.8,
            fill=brush.paint("face"),
        )
        for x, y in eyes
    )  # fmt: skip
    shut = _lines(brush, "".join(shapes.head_line(lid) for lid in lids))
    return mark("g", "eyes-open", looking, opacity=round(open_share, 2)) + mark(
        "g", "eyes-shut", shut, opacity=round(1.0 - open_share, 2)
    )


def _lines(brush: Brush, d: str) -> str:
    return mark(
        "path", d=d, fill="none", stroke=brush.paint("face"), stroke_width=4.2,
        stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip


def _edges(
    body: Skeleton, places: tuple[float, ...], grow: float
) -> tuple[list[Point], list[Point]]:
    """Front and back outline of the trunk, as the viewer sees them from where they are."""
    right = unit(sub(body.legs[Side.RIGHT].hip, body.legs[Side.LEFT].hip))
    front, back = [], []
    for place in places:
        middle, chest = flesh.spine_at(body, place)
        chest = unit(chest)
        ahead, behind, width = size.trunk_depth(place)
        centre = project(add(middle, chest, (ahead - behind) / 2))
        across = _across(chest, right)
        deep = _seen(chest, across) * (ahead + behind) / 2
        wide = _seen(right, across) * width
        reach = max(abs(deep), abs(wide)) * UNITS + grow
        front.append((centre[0] + across[0] * reach, centre[1] + across[1] * reach))
        back.append((centre[0] - across[0] * reach, centre[1] - across[1] * reach))
    return front, back


def _across(chest: Vec, right: Vec) -> Point:
    """The direction in the picture at a right angle to the trunk, on the chest's side."""
    x, y = project(cross(right, chest))
    long = (x * x + y * y) ** 0.5
    across = (-y / long, x / long)
    towards = project(chest)
    side_on = across[0] * towards[0] + across[1] * towards[1] >= 0.0
    return across if side_on or abs(dot(chest, (0.0, 0.0, 1.0))) > 0.6 else (-across[0], -across[1])


def _seen(direction: Vec, across: Point) -> float:
    x, y = project(scale(direction, 1.0 / UNITS))
    return x * across[0] + y * across[1]


def _beyond(front: list[Point], back: list[Point], sag: float) -> Point:
    """A point below the middle of the lower edge, so that a hem hangs and a seat is round."""
    return (
        (front[0][0] + back[0][0]) / 2 + (front[0][0] - front[1][0]) * sag,
        (front[0][1] + back[0][1]) / 2 + (front[0][1] - front[1][1]) * sag,
    )


def _cloth(brush: Brush, part: str, outline: str, colour: str) -> str:
    return mark(
        "path", part, d=outline, fill=brush.paint(colour), stroke=brush.paint("cut"),
        stroke_opacity=0.40,
    )  # fmt: skip
