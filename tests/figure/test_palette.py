"""Colours: the body can be told from the paper, near from far, moving from still."""

import pytest

from unpinch.figure import PALETTES, custom_properties

PAPER = {"light": "#f7f1e5", "dark": "#12191f"}
# What must be seen against the paper: WCAG asks 3:1 of a picture's parts.
SEEN = (
    "skin", "skin-far", "shirt", "shirt-far", "cloth", "cloth-far", "move", "move-far", "hair",
    "mat-line", "tag",
)  # fmt: skip


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("part", SEEN)
def test_every_part_is_seen_against_the_paper(theme: str, part: str) -> None:
    assert contrast(PALETTES[theme][part], PAPER[theme]) >= 3.0


@pytest.mark.parametrize("theme", PALETTES)
def test_a_head_that_is_down_between_the_arms_is_told_from_sleeve_and_mat(theme: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours["hair"], colours["mat"]) >= 3.0
    assert contrast(colours["hair"], colours["shirt-far"]) >= 2.0


@pytest.mark.parametrize("theme", PALETTES)
def test_letters_are_read_on_their_tag(theme: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours["tag-ink"], colours["tag"]) >= 7.0


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("part", ["skin", "shirt", "cloth", "move"])
def test_near_stands_out_more_than_far(theme: str, part: str) -> None:
    colours = PALETTES[theme]
    near, far = (contrast(colours[each], PAPER[theme]) for each in (part, f"{part}-far"))
    assert near > far * 1.15


def test_both_themes_name_the_same_colours_and_the_page_can_set_them() -> None:
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()
    assert custom_properties("dark")["--fig-move"] == PALETTES["dark"]["move"]
