"""The shape of the leg map: one leg from the front and from the back, cut into areas.

Whole units at a body height of 1000, as the figures; x from the body's middle, y
down. Drawn is the right leg; the left one is its mirror image. The area names are
those of `care.symptoms.Patch`, which this room may not import; a test compares.
"""

from functools import cache

from msgspec import Struct

from unpinch.figure.contour import Contour, Point, bow, move

# Outside and inside of the leg, from the waist down to where they meet under the foot.
_HIP: tuple[Point, ...] = ((72, -46), (69, -14), (74, 16), (88, 52))
_OUTSIDE: tuple[Point, ...] = (
    (101, 98), (107, 150), (105, 205), (96, 265), (84, 322),
    (82, 352), (87, 388), (94, 430), (90, 476), (75, 532), (66, 576),
)  # fmt: skip
_MIDDLE: tuple[Point, ...] = ((0, -46), (0, 54))
_INSIDE: tuple[Point, ...] = (
    (0, 172), (10, 212), (19, 265), (29, 322),
    (34, 352), (29, 388), (24, 428), (29, 474), (38, 530), (41, 576),
)  # fmt: skip
_CROTCH = len(_MIDDLE)
_FRONT_FOOT_OUT: tuple[Point, ...] = ((65, 594), (78, 622), (94, 646), (90, 660), (70, 664))
_FRONT_FOOT_IN: tuple[Point, ...] = ((41, 594), (41, 622), (42, 648), (52, 662), (70, 664))
_BACK_FOOT_OUT: tuple[Point, ...] = ((63, 592), (69, 614), (75, 634), (69, 646), (55, 649))
_BACK_FOOT_IN: tuple[Point, ...] = ((42, 592), (36, 614), (34, 634), (41, 646), (55, 649))


class Area(Struct, frozen=True):
    """One area: its name, its outline, and whether cloth covers it."""

    name: str
    outline: str
    clothed: bool


class View(Struct, frozen=True):
    """One leg from one side: its areas from the top down, its edge, and the lines on it.

    `shade` is the side turned away from the light, `sole` the middle of the foot on the ground.
    """

    name: str
    areas: tuple[Area, ...]
    edge: str
    lines: str
    shade: str
    sole: Point


_TURNED_AWAY = 0.3
_TURNS_FROM, _TURNS_WITHIN = 172, 95

# An area: name, how many points of the outside and of the inside above its lower border,
# and how far that border hangs through.
_Cut = tuple[str, int, int, float]

_FRONT_CUTS: tuple[_Cut, ...] = (
    ("hip and groin", 4, 2, 12),
    ("front of the thigh", 8, 5, 9),
    ("knee and shin", 14, 11, 5),
    ("top of the foot", 19, 16, 0),
)
_BACK_CUTS: tuple[_Cut, ...] = (
    ("low back", 3, 1, 6),
    ("buttock", 5, 2, 15),
    ("back of the thigh", 8, 5, 8),
    ("back of the knee and calf", 14, 11, 5),
    ("heel and sole", 19, 16, 0),
)
_CLOTHED = ("hip and groin", "buttock")

# Knee cap, instep and toes; hollow of the knee, calf and heel. They say which side is seen.
_FRONT_LINES = (
    "M43 349Q45 335 58 335Q71 336 73 350M46 366Q49 378 59 379Q69 378 71 365M64 396Q58 440 57 520"
    "M50 640L49 655M59 641L60 657M69 642L72 657M79 641L84 654"
)
_BACK_LINES = (
    "M38 349Q57 358 78 348M59 396Q57 436 57 462M33 460Q42 490 57 462Q72 492 85 462"
    "M51 524Q50 570 46 604M58 524Q60 570 63 604"
)


@cache
def views() -> tuple[View, View]:
    """Front and back."""
    front = _view("front", _FRONT_FOOT_OUT, _FRONT_FOOT_IN, _FRONT_CUTS, _FRONT_LINES)
    back = _view("back", _BACK_FOOT_OUT, _BACK_FOOT_IN, _BACK_CUTS, _BACK_LINES)
    return front, back


def _view(
    name: str,
    foot_out: tuple[Point, ...],
    foot_in: tuple[Point, ...],
    cuts: tuple[_Cut, ...],
    lines: str,
) -> View:
    out = Contour((*_HIP, *_OUTSIDE, *foot_out))
    inside = Contour((*_MIDDLE, *_INSIDE, *foot_in))
    areas = []
    above: _Cut = ("", 0, 0, 0)
    for cut in cuts:
        areas.append(_area(out, inside, above, cut))
        above = cut
    around = out.down(0, len(out.points) - 1) + inside.up(len(inside.points) - 1, _CROTCH)
    edge = move(out.points[0]) + around
    return View(name, tuple(areas), edge, lines, _shade(out, inside), inside.points[-1])


def _shade(out: Contour, inside: Contour) -> str:
    """A strip along the inside of the leg, from the crotch to the ground."""
    rim = inside.points[_CROTCH:]
    turned = Contour(tuple((x + _turned(x, y, out), y) for x, y in rim[:-1]) + rim[-1:])
    last = len(rim) - 1
    return move(rim[0]) + Contour(rim).down(0, last) + turned.up(last, 0) + "z"


def _turned(x: float, y: float, out: Contour) -> int:
    """How wide the strip is there: a share of the leg."""
    outside = min(out.points, key=lambda point: abs(point[1] - y))[0]
    begins = min(1, (y - _TURNS_FROM) / _TURNS_WITHIN)
    return round((outside - x) * _TURNED_AWAY * begins)


def _area(out: Contour, inside: Contour, above: _Cut, cut: _Cut) -> Area:
    name = cut[0]
    return Area(name, _between(out, inside, above[1:], cut[1:]), name in _CLOTHED)


def _between(
    out: Contour, inside: Contour, top: tuple[int, int, float], low: tuple[int, int, float]
) -> str:
    """The outline between two borders, each given by its two ends and its sag."""
    (out_top, in_top, sag_top), (out_low, in_low, sag_low) = top, low
    ends_meet = out.points[out_low] == inside.points[in_low]
    return "".join(
        (
            move(out.points[out_top]),
            out.down(out_top, out_low),
            "" if ends_meet else bow(out.points[out_low], inside.points[in_low], sag_low),
            inside.up(in_low, in_top),
            bow(inside.points[in_top], out.points[out_top], sag_top),
            "z",
        )
    )
