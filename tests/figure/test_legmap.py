"""The leg map: every area that can be marked is drawn once, and pattern tells what is marked."""

import re
from xml.etree import ElementTree

import pytest

from tests.figure.test_palette import contrast
from unpinch.care.symptoms import Leg, Patch
from unpinch.figure import legmap
from unpinch.figure.contour import Contour
from unpinch.figure.legs import views
from unpinch.terms.side import Side

SVG = "{http://www.w3.org/2000/svg}"
MARKED = {
    Side.LEFT: Leg(),
    Side.RIGHT: Leg(numb=(Patch.CALF, Patch.SOLE), tingling=(Patch.CALF, Patch.SHIN)),
}


def drawn(**options: object) -> ElementTree.Element:
    svg = legmap.draw(MARKED, uid="m", **options)  # type: ignore[arg-type]
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def of_class(tree: ElementTree.Element, name: str) -> list[str]:
    found = [one for one in tree.iter(f"{SVG}use") if one.get("class") == name]
    return sorted(str(one.get("href")) for one in found if one.get("display") != "none")


def test_every_area_of_the_symptom_map_is_drawn_in_one_of_the_two_views() -> None:
    names = [area.name for view in views() for area in view.areas]

    assert sorted(names) == sorted(patch.value for patch in Patch)
    assert legmap.areas("front") + legmap.areas("back") == tuple(names)


def test_stripes_lie_on_what_is_numb_and_dots_on_what_tingles() -> None:
    tree = drawn(theme="light")

    assert of_class(tree, "numb") == ["#m-back-of-the-knee-and-calf", "#m-heel-and-sole"]
    assert of_class(tree, "tingling") == ["#m-back-of-the-knee-and-calf", "#m-knee-and-shin"]


def test_stripes_and_dots_never_cover_each_other() -> None:
    tree = drawn()
    stripe = next(one for one in tree.iter(f"{SVG}pattern") if one.get("id") == "m-numb")[0]
    dot = next(one for one in tree.iter(f"{SVG}pattern") if one.get("id") == "m-tingling")[0]

    end_of_stripe = float(stripe.get("x", "")) + float(stripe.get("width", ""))
    middle, radius = float(dot.get("cx", "")), float(dot.get("r", ""))
    assert end_of_stripe < middle - radius
    assert middle + radius < 18


def test_the_right_leg_is_drawn_on_the_right_in_both_views_and_the_left_is_its_mirror() -> None:
    for view in views():
        xs = [float(x) for x in re.findall(r"(-?\d+) -?\d+", view.areas[2].outline)]
        assert min(xs) >= 0
    tree = drawn(tappable=True)
    mirrored = [one for one in tree.iter(f"{SVG}g") if one.get("transform") == "scale(-1 1)"]
    sides = {area.get("data-leg") for leg in mirrored for area in leg if area.get("data-leg")}
    assert len(mirrored) == 2
    assert sides == {"left"}


def test_neighbouring_areas_share_their_border() -> None:
    for view in views():
        for upper, lower in zip(view.areas, view.areas[1:], strict=False):
            assert lower.outline.split("C")[0][1:] in upper.outline


def test_a_map_for_tapping_has_every_area_of_both_legs_with_both_layers() -> None:
    tree = drawn(tappable=True)
    areas = [one for one in tree.iter(f"{SVG}g") if one.get("class") == "area"]

    assert len(areas) == 2 * len(Patch)
    for area in areas:
        assert [one.get("class") for one in area] == [None, "numb", "tingling", "near"]


def test_small_maps_share_their_outlines_and_have_names() -> None:
    shared = legmap.shapes(uid="s")
    small = [legmap.small(MARKED, uid="s", title=day) for day in ("4 Oct", "11 Oct")]

    assert all(len(one) < len(shared) / 3 for one in small)
    used = set(re.findall(r'href="#([^"]+)"', "".join(small)))
    assert used <= set(re.findall(r'id="([^"]+)"', shared))
    assert "<title>4 Oct</title>" in small[0]


@pytest.mark.parametrize("theme", ["light", "dark", "page"])
def test_nothing_is_styled_inline(theme: str) -> None:
    svg = legmap.draw(MARKED, uid="m", theme=theme)  # type: ignore[arg-type]

    assert "style=" not in svg
    assert "<style" not in svg


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_patterns_and_edges_are_seen(theme: str) -> None:
    colours = legmap.PALETTES[theme]
    card = {"light": "#fffaf0", "dark": "#1b242c"}[theme]

    assert contrast(colours["feel"], colours["skin"]) >= 4.5
    assert contrast(colours["feel"], colours["cloth"]) >= 4.5
    assert contrast(colours["edge"], card) >= 3
    assert contrast(colours["line"], colours["skin"]) >= 2
    assert contrast(colours["ink"], colours["shirt"]) >= 3


def test_a_contour_goes_up_the_way_it_came_down() -> None:
    line = Contour(((0, 0), (10, 20), (0, 40)))
    numbers = [re.findall(r"-?\d+ -?\d+", text) for text in (line.down(0, 2), line.up(2, 0))]

    down = ["0 0", *numbers[0]]
    up = ["0 40", *numbers[1]]
    assert down == up[::-1]
