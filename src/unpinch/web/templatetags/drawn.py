"""Icons and figures inside a page, as SVG of the page's own colours."""

from functools import lru_cache

from django import template
from django.utils.safestring import SafeString

from unpinch import figure as figures
from unpinch.runtime import diary
from unpinch.runtime.own_files import Stamp, own_files_stamp
from unpinch.terms.dose import Sides
from unpinch.terms.side import Side

register = template.Library()

# A 24 grid, one stroke, round ends. Always beside a word.
_ICONS = {
    "arrow-left": "M20 12H5M11 6l-6 6 6 6",
    "arrow-right": "M4 12h15M13 6l6 6-6 6",
    "arrow-up": "M12 20V5M6 11l6-6 6 6",
    "arrow-down": "M12 4v15M6 13l6 6 6-6",
    "arrows-out": "M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4",
    "back": "M15 5l-7 7 7 7",
    "bolt": "M13 3L5 14h6l-1 7 8-11h-6z",
    "camera": "M4 7h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2z"
    "M16 11l6-3v8l-6-3",
    "chart": "M4 4v16h16M8 15l3.5-4 3 2.5L20 7",
    "check": "M4 13l5 5L20 6",
    "chevron": "M9 5l7 7-7 7",
    "dash": "M5 12h14",
    "eye": "M2.5 12C5 7.5 8.3 5.5 12 5.5S19 7.5 21.5 12C19 16.5 15.7 18.5 12 18.5"
    "S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
    "half": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 4v16M12 12h8M12 8h7M12 16h7",
    "hand": "M8 12V6a1.6 1.6 0 0 1 3.2 0V4.6a1.6 1.6 0 0 1 3.2 0V6a1.6 1.6 0 0 1"
    " 3.2 0v8.5A6.5 6.5 0 0 1 11 21c-3 0-4.3-1.7-5.3-3.7L3.6 13a1.6 1.6 0 0 1"
    " 2.8-1.5L8 14zM11.2 6v5M14.4 6v5",
    "leave": "M5 5h9v14H5zM17 8l4 4-4 4M10 12h11",
    "legs": "M6 3h12M7 3c-1 4-.8 7 0 10l1 8M11.4 21l.6-12 .6 12M17 3c1 4 .8 7 0 10l-1 8"
    "M5.5 21h6M12.5 21h6",
    "mat": "M3 17h18l-3-5H6zM8 12c2-5 6-5 8 0",
    "note": "M12 4v10M12 19v.5",
    "page": "M6 3h8l4 4v14H6zM9 12h6M9 16h6M9 8h2",
    "pause": "M8 5v14M16 5v14",
    "phone": "M5 3h4l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v4a2 2 0 0 1-2 2"
    "A16 16 0 0 1 3 5a2 2 0 0 1 2-2z",
    "play": "M7 4.5l12 7.5-12 7.5z",
    "record": "M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
    "repeat": "M5 9a7.5 7.5 0 1 1-.5 5M4 4v5h5",
    "sheet": "M5 3h14v18H5zM8.5 8h.5M12 8h4M8.5 12h.5M12 12h4M8.5 16h.5M12 16h4",
    "shield": "M12 3l7.5 2.8v5.7c0 4.6-3 8-7.5 9.5-4.5-1.5-7.5-4.9-7.5-9.5V5.8z"
    "M8.5 12l2.5 2.5 4.5-4.5",
    "skip": "M5 5l9 7-9 7zM19 5v14",
    "sliders": "M5 4v16M12 4v16M19 4v16M2.5 9h5M9.5 15h5M16.5 8h5",
    "sound": "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
    "stop": "M6 6h12v12H6z",
    "sun": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2"
    "M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
    "warn": "M12 4L2.5 20h19zM12 10v5M12 17.5v.3",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """One icon; it says nothing to a screen reader, the word beside it does."""
    return SafeString(
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'
    )


@register.simple_tag
def figure(exercise: str, pose: str, variation: str | None = None) -> SafeString:
    """An exercise as a picture, on the side it begins with."""
    return _drawn(exercise, pose, variation or None, own_files_stamp())


@lru_cache(maxsize=200)
def _drawn(exercise: str, pose: str, variation: str | None, _stamp: Stamp) -> SafeString:
    own = diary.library()[exercise]
    dose = own.dose_of(variation)
    uid = "-".join(("f", exercise, variation or "main", pose))
    svg = figures.draw(
        own, pose, side_shown(dose.sides, dose.first), variation=variation, theme="page", uid=uid
    )
    return SafeString(svg)


def side_shown(sides: Sides | None, first: Side | None) -> Side | None:
    """Which side a still picture shows."""
    if sides is None:
        return None
    return Side.BOTH if sides is Sides.TOGETHER else first or Side.RIGHT
