"""Axe in the page: what it finds in both themes, on a phone and on a laptop."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Colours that change over are not yet the ones to judge; what repeats for ever does not end.
_AT_REST = """() => document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""
# What a pointer or a theme sets going begins with the next picture, not at once.
_NEXT_PICTURE = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
LOOKS = [(theme, width) for theme in ("light", "dark") for width in (390, 1440)]


def needed() -> None:
    """Without npm there is no axe and the test is skipped; in CI it must be there."""
    if not AXE.exists() and os.environ.get("CI") == "true":
        pytest.fail("CI needs axe-core: run make setup with npm")
    if not AXE.exists():
        pytest.skip("axe-core is not here: run make setup with npm")


def unfold(page: Page) -> None:
    """Open all that is folded, once all of the page is there."""
    page.wait_for_load_state()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def violations(page: Page) -> list[str]:
    """What axe finds in every look, one line each, once all of the page is there."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found = []
    for theme, width in LOOKS:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 844 if width == 390 else 900})
        page.evaluate(_NEXT_PICTURE)
        page.wait_for_function(_AT_REST)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{theme} {width} {page.url}: {rule['id']} {node['target']} {node['failureSummary']}"
            for rule in result["violations"]
            for node in rule["nodes"]
        ]
    return found
