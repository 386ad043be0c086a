"""The session on an upright phone: what the number counts stands beside the side, not over it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

MEETS = """() => {
  const range = document.createRange();
  const box = (id) => { range.selectNodeContents(document.getElementById(id));
    return range.getBoundingClientRect(); };
  const [one, other] = [box("unit"), box("side")];
  return one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
}"""


@pytest.mark.parametrize("width", [320, 390, 600])
def test_the_unit_is_seen_and_lies_over_nothing(
    let_in: Callable[..., BrowserContext], server: Server, width: int
) -> None:
    page = let_in(viewport={"width": width, "height": 844}).new_page()
    steps.start(page, server.base)

    expect(page.locator("#unit")).to_be_visible()
    expect(page.locator("#unit")).to_have_text("seconds to get ready")
    assert not page.evaluate(MEETS)
    expect(page.locator("#side")).to_have_text("right")
    assert not page.evaluate(MEETS)
    assert page.locator("#number").get_attribute("aria-describedby") == "unit"
