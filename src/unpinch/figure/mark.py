"""SVG elements as text, and what every part of one drawing shares: its paint and its uid.

Presentation attributes only: the pages' security policy forbids style.
"""

from dataclasses import dataclass

from unpinch.figure.outline import Point
from unpinch.figure.palette import Paint

EDGE = 6  # width of the cut edge; half of it is under the fill


def mark(tag: str, part: str = "", inner: str = "", **attributes: object) -> str:
    """One element. A part with a name may move; `_` in attribute names stands for `-`."""
    text = f'<{tag} data-part="{part}"' if part else f"<{tag}"
    for name, value in attributes.items():
        if value is not None:
            text += f' {name.rstrip("_").replace("_", "-")}="{value}"'
    return f"{text}>{inner}</{tag}>" if inner else f"{text}/>"


@dataclass(frozen=True)
class Brush:
    """Colours by name, and ids that no other drawing on the page has."""

    paint: Paint
    uid: str

    def name(self, what: str) -> str:
        return f"{self.uid}-{what}"

    def url(self, what: str) -> str:
        return f"url(#{self.uid}-{what})"

    def along(
        self, what: str, part: str, start: Point, end: Point, stops: tuple[tuple[float, str, float], ...]
    ) -> str:
        """A gradient from one point to another; stops are place, colour, opacity."""
        return mark(
            "linearGradient", part, self._stops(stops), id=self.name(what),
            gradientUnits="userSpaceOnUse", x1=round(start[0]), y1=round(start[1]),
            x2=round(end[0]), y2=round(end[1]),
        )  # fmt: skip

    def round_glow(self, what: str, stops: tuple[tuple[float, str, float], ...]) -> str:
        return mark("radialGradient", "", self._stops(stops), id=self.name(what))

    def _stops(self, stops: tuple[tuple[float, str, float], ...]) -> str:
        return "".join(
            mark(
                "stop", offset=f"{place:g}", stop_color=self.paint(colour),
                stop_opacity=None if opacity == 1 else f"{opacity:g}",
            )
            for place, colour, opacity in stops
        )  # fmt: skip
