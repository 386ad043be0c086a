"""A sheet from paste to session in a real browser, and axe on each of its pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser import axe
from tests.browser.conftest import Server
from tests.web.sheets import BRIDGE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_sheet_is_pasted_confirmed_and_led(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    axe.needed()
    page = let_in(bypass_csp=True).new_page()
    found: list[str] = []

    page.goto(f"{server.base}/handout/")
    found += axe.violations(page)
    page.get_by_label("Paste or type it").fill(BRIDGE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="On which sides?")).to_be_visible()
    axe.unfold(page)
    found += axe.violations(page)
    with page.expect_navigation():
        page.get_by_role("button", name="There are no sides").click()
    page.get_by_label("In a few words").fill("once a day")
    with page.expect_navigation():
        page.get_by_role("button", name="Answer", exact=True).click()
    page.reload()
    expect(page.get_by_role("heading", name="Look it over, then save it.")).to_be_visible()
    found += axe.violations(page)
    page.get_by_label("What to call it").fill("From Ana")
    page.get_by_role("button", name="It is right").click()
    expect(page.get_by_text("Saved, and followed from now on.")).to_be_visible()
    axe.unfold(page)
    found += axe.violations(page)
    page.get_by_role("link", name="To Today").click()

    expect(page.get_by_role("heading", name="Bridge")).to_be_visible()
    assert found == []


def test_a_tap_on_a_value_opens_its_field_and_what_was_missed_is_added(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{server.base}/handout/")
    page.get_by_label("Paste or type it").fill(BRIDGE)
    page.get_by_role("button", name="Read it").click()

    value = page.get_by_role("link", name="5 seconds (change it)")
    expect(value).to_be_visible()
    page.wait_for_load_state()  # before that a tap only follows the link
    value.click()
    field = page.get_by_label("Hold for, in seconds")
    expect(field).to_be_focused()
    field.fill("6")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="6 seconds (change it)")).to_be_visible()
    with page.expect_navigation():
        page.locator("#exercise-0").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="5 seconds (change it)")).to_be_visible()

    page.get_by_text("Add an exercise that was missed").click()
    page.get_by_label("Its name on the sheet").fill("Pelvic tilt")
    page.get_by_label("What to do, if it is another one").fill("Lie on your back. Tilt it.")
    with page.expect_navigation():
        page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Pelvic tilt")).to_be_in_viewport()
