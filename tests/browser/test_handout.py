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
    for closed in page.locator("details").all():
        closed.evaluate("one => { one.open = true; }")
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
    for closed in page.locator("details").all():
        closed.evaluate("one => { one.open = true; }")
    found += axe.violations(page)
    page.get_by_role("link", name="To Today").click()

    expect(page.get_by_role("heading", name="Bridge")).to_be_visible()
    assert found == []
