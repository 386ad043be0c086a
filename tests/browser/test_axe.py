"""Axe finds nothing: every page and every sheet, both themes, phone and laptop."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [(theme, width) for theme in ("light", "dark") for width in (390, 1440)]
PAGES = ("/", "/exercises/", "/settings/", "/about/")


@pytest.fixture(autouse=True)
def _axe_is_there() -> None:
    if not AXE.exists() and os.environ.get("CI") == "true":
        pytest.fail("CI needs axe-core: run make setup with npm")
    if not AXE.exists():
        pytest.skip("axe-core is not here: run make setup with npm")


def _found(page: Page) -> list[str]:
    """What axe finds in every look, one line each."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found = []
    for theme, width in LOOKS:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 844 if width == 390 else 900})
        page.wait_for_timeout(250)  # until the colours have changed over
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{theme} {width}: {rule['id']} {node['target']} {node['failureSummary']}"
            for rule in result["violations"]
            for node in rule["nodes"]
        ]
    return found


@pytest.fixture
def page(let_in: Callable[..., BrowserContext]) -> Page:
    """A page into which axe may be put in spite of the page's own policy."""
    return let_in(bypass_csp=True).new_page()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_the_quiet_pages(page: Page, server: Server, path: str) -> None:
    page.goto(f"{server.base}{path}")
    for closed in page.locator("details").all():
        closed.evaluate("one => { one.open = true; }")

    assert _found(page) == []


def test_axe_finds_nothing_in_a_refused_form(page: Page, server: Server) -> None:
    page.goto(f"{server.base}/exercises/")
    form = page.locator("#knees-to-chest form")
    form.get_by_label("Hold for").fill("61")
    form.get_by_role("button", name="Save").click()
    page.get_by_text("is longer than the handout allows").wait_for()

    assert _found(page) == []


def test_axe_finds_nothing_in_a_session_and_its_sheets(page: Page, server: Server) -> None:
    steps.start(page, server.base)
    found = _found(page)
    page.keyboard.press("p")
    found += _found(page)
    page.keyboard.press("h")
    found += _found(page)
    page.get_by_role("button", name="Only a strong stretch").click()
    found += _found(page)
    page.get_by_role("button", name="Thigh").click()
    found += _found(page)
    page.get_by_role("button", name="End session").click()
    page.get_by_role("heading", name="We stopped because it hurt.").or_(
        page.get_by_role("heading", name="You stopped here.")
    ).wait_for()
    found += _found(page)

    assert found == []


def test_axe_finds_nothing_on_the_screen_that_asks_for_help(page: Page, server: Server) -> None:
    steps.start(page, server.base)
    page.keyboard.press("h")
    page.get_by_role("button", name="New weakness").click()
    page.get_by_role("heading", name="Get medical help now.").wait_for()

    assert _found(page) == []
