"""SVG elements as text, and what every part of one drawing shares: its paint and its uid.

Presentation attributes only: the pages' security policy forbids style.
"""

from msgspec import Struct

from unpinch.figure.outline import Point
from unpinch.figure.palette import Paint

Stops = tuple[tuple[float, str, float], ...]  # place, colour, opacity
EDGE = 6  # width of the cut edge; half of it is under the fill


def mark(tag: str, part: str = "", inner: str = "", /, **attributes: object) -> str:
    """One element. A part with a name may move; `_` in attribute names stands for `-`."""
    text = f'<{tag} data-part="{part}"' if part else f"<{tag}"
    for name, value in attributes.items():
        if value is not None:
            text += f' {name.rstrip("_").replace("_", "-")}="{value}"'
    return f"{text}>{inner}</{tag}>" if inner else f"{text}/>"


class Brush(Struct, frozen=True):
    """Colours by name, and ids that no other drawing on the page has."""

    paint: Paint
    uid: str

    def name(self, what: str) -> str:
        return f"{self.uid}-{what}"

    def url(self, what: str) -> str:
        return f"url(#{self.uid}-{what})"

    def along(
        self, what: str, part: str, ends: tuple[Point, Point], like: str = "", stops: Stops = ()
    ) -> str:
        """A gradient from one point to another, with its own stops or like another's."""
        (x1, y1), (x2, y2) = ends
        return mark(
            "linearGradient", part, self._stops(stops), id=self.name(what),
            href=f"#{self.name(like)}" if like else None, gradientUnits="userSpaceOnUse",
            x1=round(x1), y1=round(y1), x2=round(x2), y2=round(y2),
        )  # fmt: skip

    def stops_only(self, what: str, stops: Stops) -> str:
        """A gradient for others to be like."""
        return mark("linearGradient", "", self._stops(stops), id=self.name(what))

    def round_glow(self, what: str, stops: Stops) -> str:
        return mark("radialGradient", "", self._stops(stops), id=self.name(what))

    def _stops(self, stops: Stops) -> str:
        return "".join(
            mark(
                "stop", offset=f"{place:g}", stop_color=self.paint(colour),
                stop_opacity=None if opacity == 1 else f"{opacity:g}",
            )
            for place, colour, opacity in stops
        )  # fmt: skip
