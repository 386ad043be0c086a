"""The figure's colours: two stand-alone themes, and one that follows the page.

Every body part keeps 3:1 against its theme's paper, far limbs too; the mat has a line around it
for the same reason. On the page each colour is a custom property with the light value behind it.
"""

from collections.abc import Callable
from typing import Literal

Theme = Literal["light", "dark", "page"]
Paint = Callable[[str], str]

LIGHT = {
    "skin": "#a9673f", "skin-far": "#b57a51", "hair": "#40362f", "face": "#5b3018",
    "shirt": "#70806a", "shirt-far": "#818c76", "cloth": "#5c5a5b", "cloth-far": "#828387",
    "move": "#2f55b0", "move-far": "#6883ca", "cut": "#2b241c", "cut-far": "#4d463b",
    "mat": "#ede2ca", "mat-edge": "#cdbb95", "mat-line": "#8d8166", "seat": "#d9cba9",
    "shade": "#3a3021", "glow-core": "#ffad33", "glow": "#ffc56b", "glow-rim": "#ffeccb",
    "tag": "#274a9d", "tag-ink": "#ffffff",
}  # fmt: skip
DARK = {
    "skin": "#c9946f", "skin-far": "#96745d", "hair": "#cfc4ba", "face": "#55301c",
    "shirt": "#a9b596", "shirt-far": "#77836e", "cloth": "#8b929a", "cloth-far": "#666f78",
    "move": "#8fb0ff", "move-far": "#5f7cc4", "cut": "#10161b", "cut-far": "#10161b",
    "mat": "#26323a", "mat-edge": "#1b252c", "mat-line": "#5f6e78", "seat": "#34424b",
    "shade": "#05080a", "glow-core": "#ffab3a", "glow": "#ffc879", "glow-rim": "#fff0d6",
    "tag": "#9db9ff", "tag-ink": "#0d1522",
}  # fmt: skip
PALETTES = {"light": LIGHT, "dark": DARK}


def paint(theme: Theme) -> Paint:
    """From a colour's name to what stands in the drawing."""
    if theme == "page":
        return lambda name: f"var(--fig-{name}, {LIGHT[name]})"
    colours = PALETTES[theme]
    return lambda name: colours[name]


def custom_properties(theme: Literal["light", "dark"]) -> dict[str, str]:
    """What a page sets so that its inlined figures follow this theme."""
    return {f"--fig-{name}": value for name, value in PALETTES[theme].items()}
