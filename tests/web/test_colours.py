"""The style sheets' colours: the contrast that LOOK asks for, and the figure's own."""

import re
from pathlib import Path

import pytest

import unpinch.web
from unpinch.figure import custom_properties

STYLES = Path(unpinch.web.__file__).parent / "static" / "unpinch"
SESSION = [
    ("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("accent", "paper"),
    ("on-accent", "accent"), ("stop", "paper"), ("on-stop", "stop"),
]  # fmt: skip
GRAPHIC = [("edge", "paper"), ("edge", "card"), ("feel", "card"), ("accent", "line")]


def _themes() -> dict[str, dict[str, str]]:
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root(\S*) \{([^}]*)\}", css)
    found = {name: dict(re.findall(r"--([\w-]+): (#\w{6});", body)) for name, body in blocks}
    light, dark = found[""], found['[data-theme="dark"]']
    assert found[":not([data-theme])"] == dark, "both ways into the dark theme must agree"
    return {"light": light, "dark": {**light, **dark}}


def _luminance(colour: str) -> float:
    def channel(at: int) -> float:
        c = int(colour[at : at + 2], 16) / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), SESSION)
def test_what_is_read_from_the_floor_has_seven_to_one(theme: str, text: str, ground: str) -> None:
    colours = _themes()[theme]

    assert _contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), GRAPHIC)
def test_marks_and_edges_have_three_to_one(theme: str, mark: str, ground: str) -> None:
    colours = _themes()[theme]

    assert _contrast(colours[mark], colours[ground]) >= 3


def test_the_emergency_screen_has_seven_to_one() -> None:
    assert _contrast(_themes()["dark"]["alarm"], "#ffffff") >= 7


def test_the_page_gives_the_dark_figure_its_own_colours() -> None:
    css = (STYLES / "figure.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root\S* \{([^}]*)\}", css)

    assert len(blocks) == 2
    for block in blocks:
        assert dict(re.findall(r"(--fig[\w-]+): (\S+);", block)) == custom_properties("dark")
