"""The leg map: both legs from the front and from the back, with what is marked on them.

Right is on the right in both views, as in a mirror. Stripes are numbness, dots are
tingling, both are both: told apart by pattern, never by colour alone.

`draw` makes one whole picture that stands by itself, `shapes` and `small` a row of
small ones that share their outlines. Where it is tapped, a page gives each area a
name and makes its layers come and go; that is why a map for tapping has all of them.
"""

from collections.abc import Mapping
from typing import Literal, Protocol

from unpinch.figure.legs import Area, View, views
from unpinch.figure.mark import Brush, mark
from unpinch.figure.palette import Paint, Theme
from unpinch.terms.side import Side

LIGHT = {
    "skin": "#f6e1cb", "cloth": "#e4ddd0", "edge": "#7a5438", "line": "#a9673f",
    "shirt": "#a9b596", "feel": "#9a4a08", "ink": "#1d262c", "shade": "#7a5438",
}  # fmt: skip
DARK = {
    "skin": "#3d3129", "cloth": "#353d45", "edge": "#c29a7c", "line": "#8a6a54",
    "shirt": "#6d7a63", "feel": "#ffb457", "ink": "#f1ece2", "shade": "#000000",
}  # fmt: skip
PALETTES = {"light": LIGHT, "dark": DARK}

APART = 258  # from the middle of the front view to the middle of the back view
TOP, BOTTOM, HALF = -92, 676, 124
WORDS_FROM = 716  # left, right and the names of the views stand here
_LEGS = (Side.LEFT, Side.RIGHT)
_FACE = "Unpinch Text, Atkinson Hyperlegible Next, Atkinson Hyperlegible, sans-serif"
# The hem of the shirt: lower in front, drawn up behind so that the low back is seen.
_SHIRT_FRONT = "M-84 -92C-78 -50 -76 -10 -80 26Q0 44 80 26C76 -10 78 -50 84 -92z"
_SHIRT_BACK = "M-84 -92C-79 -76 -77 -64 -76 -46Q0 -30 76 -46C77 -64 79 -76 84 -92z"

# Where the keyboard is: a page sets it around an area, above all that is drawn.
_RING = '<use class="ring" fill="none" display="none" pointer-events="none"/>'


class Marked(Protocol):
    """What is marked on one leg, by the names of the areas."""

    @property
    def numb(self) -> tuple[str, ...]: ...

    @property
    def tingling(self) -> tuple[str, ...]: ...


Legs = Mapping[Side, Marked]


def custom_properties(theme: Literal["light", "dark"]) -> dict[str, str]:
    """What a page sets so that its inlined leg maps follow this theme."""
    return {f"--leg-{name}": value for name, value in PALETTES[theme].items()}


def areas(view: str) -> tuple[str, ...]:
    """The names of the areas seen from there, from the top down."""
    return tuple(area.name for one in views() if one.name == view for area in one.areas)


def draw(
    legs: Legs, *, uid: str, theme: Theme = "page", tappable: bool = False, title: str = ""
) -> str:
    """Front and back beside each other. A tappable one is named and described by its page."""
    brush = Brush(_paint(theme), uid)
    drawn = "".join(
        _view(view, legs, brush, tappable=tappable, x=index * APART)
        for index, view in enumerate(views())
    )
    frame = f"{-HALF} {TOP} {2 * HALF + APART} {WORDS_FROM + 14 - TOP}"
    inner = _defs(brush, grain=1.0) + drawn + _captions(brush)
    return _svg(frame, inner, title=title, hidden=tappable)


def shapes(*, uid: str, theme: Theme = "page") -> str:
    """The outlines and patterns that the small maps of a page share; itself it shows nothing."""
    brush = Brush(_paint(theme), uid)
    bare = "".join(
        mark(
            "g", "", _view(view, {}, brush, tappable=False, x=0), id=brush.name(f"bare-{view.name}")
        )
        for view in views()
    )
    inner = _defs(brush, grain=1.9, more=bare)
    return f'<svg width="0" height="0" aria-hidden="true" focusable="false">{inner}</svg>'


def small(legs: Legs, *, uid: str, title: str) -> str:
    """One small map, front and back, from the outlines of `shapes` with the same uid."""
    brush = Brush(_paint("page"), uid)
    inner = ""
    for index, view in enumerate(views()):
        marked = "".join(
            _leg(side, _layers(view, legs.get(side), brush, tappable=False, ground=False))
            for side in _LEGS
        )
        bare = mark("use", href=f"#{brush.name(f'bare-{view.name}')}")
        inner += mark("g", "", bare + marked, transform=f"translate({index * APART})")
    return _svg(f"{-HALF} {TOP} {2 * HALF + APART} {BOTTOM - TOP}", inner, title=title)


def swatch(feeling: str, *, uid: str) -> str:
    """A small sample of a pattern, from a map with the same uid on the page."""
    brush = Brush(_paint("page"), uid)
    box = mark(
        "rect", x=2, y=2, width=60, height=40, rx=10, fill=brush.paint("skin"),
        stroke=brush.paint("edge"), stroke_width=3,
    )  # fmt: skip
    over = mark("rect", x=3, y=3, width=58, height=38, rx=9, fill=brush.url(feeling))
    return f'<svg class="swatch" viewBox="0 0 64 44" aria-hidden="true">{box}{over}</svg>'


def _paint(theme: Theme) -> Paint:
    if theme == "page":
        return lambda name: f"var(--leg-{name}, {LIGHT[name]})"
    colours = PALETTES[theme]
    return lambda name: colours[name]


def _svg(frame: str, inner: str, *, title: str = "", hidden: bool = False) -> str:
    says = 'aria-hidden="true"' if hidden or not title else 'role="img"'
    head = f"<title>{title}</title>" if title and not hidden else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" {says}'
        f' stroke-linejoin="round" stroke-linecap="round">{head}{inner}</svg>'
    )


def _defs(brush: Brush, *, grain: float, more: str = "") -> str:
    """Each area once, and the two patterns. Their lines and dots never cover each other."""
    outlines = "".join(
        mark("path", d=area.outline, id=_id(brush, area)) for view in views() for area in view.areas
    )
    ink = brush.paint("feel")
    stripe = mark("rect", x=0, y=0, width=5.2, height=18, fill=ink)
    dot = mark("circle", cx=11.6, cy=9, r=3.9, fill=ink)
    tile = {
        "width": 18, "height": 18, "patternUnits": "userSpaceOnUse",
        "patternTransform": f"rotate(45) scale({grain:g})",
    }  # fmt: skip
    patterns = mark("pattern", "", stripe, id=brush.name("numb"), **tile)
    patterns += mark("pattern", "", dot, id=brush.name("tingling"), **tile)
    return mark("defs", "", outlines + patterns + more)


def _view(view: View, legs: Legs, brush: Brush, *, tappable: bool, x: float) -> str:
    both = "".join(
        _leg(
            side,
            _layers(view, legs.get(side), brush, tappable=tappable, side=side)
            + _lines(view, brush)
            + (_RING if tappable else ""),
        )
        for side in _LEGS
    )
    shirt = mark(
        "path", d=_SHIRT_FRONT if view.name == "front" else _SHIRT_BACK,
        fill=brush.paint("shirt"), stroke=brush.paint("edge"), stroke_width=3,
        pointer_events="none",
    )  # fmt: skip
    return mark(
        "g",
        "",
        _ground(view, brush) + both + shirt,
        transform=f"translate({x:g})",
        data_view=view.name,
    )


def _ground(view: View, brush: Brush) -> str:
    """Both feet stand on something."""
    x, y = view.sole
    return "".join(
        mark(
            "ellipse", cx=side * x, cy=y, rx=46, ry=8, fill=brush.paint("shade"), opacity=0.22,
            pointer_events="none",
        )
        for side in (-1, 1)
    )  # fmt: skip


def _leg(side: Side, inner: str) -> str:
    if not inner:
        return ""
    return mark("g", "", inner, transform="scale(-1 1)" if side is Side.LEFT else None)


def _layers(
    view: View,
    marked: Marked | None,
    brush: Brush,
    *,
    tappable: bool,
    ground: bool = True,
    side: Side | None = None,
) -> str:
    """The areas of one leg: skin or cloth, then stripes, then dots."""
    found = []
    for area in view.areas:
        use = f"#{_id(brush, area)}"
        layers = ""
        if ground:
            layers = mark(
                "use", href=use, fill=brush.paint("cloth" if area.clothed else "skin"),
                stroke=brush.paint("line"), stroke_width=2.5,
            )  # fmt: skip
        for feeling in ("numb", "tingling"):
            on = marked is not None and area.name in getattr(marked, feeling)
            if on or tappable:
                layers += mark(
                    "use", href=use, fill=brush.url(feeling), class_=feeling,
                    display=None if on else "none", pointer_events="none",
                )  # fmt: skip
        if tappable:
            # A foot is small: what is near it is meant for it too.
            width = 30 if area is view.areas[-1] else 0
            near = {"stroke": "transparent", "stroke_width": width, "fill": "transparent"}
            layers += mark("use", href=use, class_="near", **near)
            layers = mark("g", "", layers, class_="area", data_leg=side, data_area=area.name)
        found.append(layers)
    return "".join(found)


def _lines(view: View, brush: Brush) -> str:
    away = mark(
        "path", d=view.shade, fill=brush.paint("shade"), opacity=0.15, pointer_events="none"
    )
    fine = mark(
        "path", d=view.lines, fill="none", stroke=brush.paint("line"), stroke_width=3,
        opacity=0.55, pointer_events="none",
    )  # fmt: skip
    around = mark(
        "path", d=view.edge, fill="none", stroke=brush.paint("edge"), stroke_width=3,
        pointer_events="none",
    )  # fmt: skip
    return away + fine + around


def _captions(brush: Brush) -> str:
    found = ""
    for index, name in enumerate(("Front", "Back")):
        middle = index * APART
        for x, word in ((-56, "Left"), (56, "Right")):
            found += _word(brush, word, middle + x, WORDS_FROM)
        found += _word(brush, name, middle, TOP + 40, weight=800)
    return found


def _word(brush: Brush, word: str, x: float, y: float, weight: int = 600) -> str:
    return mark(
        "text", "", word, x=x, y=y, text_anchor="middle", font_family=_FACE, font_size=29,
        font_weight=weight, fill=brush.paint("ink"), pointer_events="none",
    )  # fmt: skip


def _id(brush: Brush, area: Area) -> str:
    return brush.name(area.name.replace(" ", "-"))
