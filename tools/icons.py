"""The icons of the app as PNG, from the one SVG mark, drawn by the typst that prints handouts.

Systems cut an icon to their own shape, so those that a system cuts fill the whole square; the
maskable one keeps the mark within the circle that no system cuts into.
"""

import re
from pathlib import Path
from typing import cast

import typst

MARK = Path(__file__).resolve().parent.parent / "src/unpinch/web/static/unpinch/icon.svg"
_SIDE = 34
# name: pixels, room around the mark in its own units, round corners
ICONS = {
    "touch": (180, 2, False),
    "icon-192": (192, 0, True),
    "icon-512": (512, 0, True),
    "maskable-512": (512, 7, False),
}


def make(folder: Path) -> None:
    """Draw all of them; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = MARK.read_text("utf-8")
    for name, (pixels, room, rounded) in ICONS.items():
        (folder / f"{name}.png").write_bytes(_drawn(_framed(mark, room, rounded), pixels))


def _framed(mark: str, room: int, rounded: bool) -> str:
    side = _SIDE + 2 * room
    frame = f'<rect x="{-room}" y="{-room}" width="{side}" height="{side}" '
    mark = mark.replace(
        f'viewBox="0 0 {_SIDE} {_SIDE}"', f'viewBox="{-room} {-room} {side} {side}"'
    )
    return re.sub(r'<rect width="\d+" height="\d+" ', frame, mark if rounded else _square(mark))


def _square(mark: str) -> str:
    return re.sub(r' rx="\d+"', "", mark)


def _drawn(svg: str, pixels: int) -> bytes:
    page = f"width: {pixels}pt, height: {pixels}pt, margin: 0pt, fill: none"
    source = f'#set page({page})\n#image("mark.svg", width: 100%)'
    files = {"main.typ": source.encode(), "mark.svg": svg.encode()}
    compiler = typst.Compiler(cast("bytes", files), ignore_system_fonts=True)
    return cast("bytes", compiler.compile(format="png", ppi=72))
