"""Nothing hangs over an edge, in the session and on the quiet pages, on phones and tablets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCREENS = ((360, 740), (740, 360), (820, 1180), (1440, 900))
UPRIGHT = {"top": 47, "bottom": 34}
ON_ITS_SIDE = {"left": 47, "right": 47, "bottom": 21}
PAGES = (
    "/",
    "/safety/",
    "/safety/number/",
    "/exercises/",
    "/handout/",
    "/progress/",
    "/settings/",
    "/devices/",
    "/data/",
    "/about/",
    "/before/",
    "/offline/",
)
# What can be pressed or must be read, and reaches over the window's edge or over the number.
_WRONG = """() => {
  const seen = (part) => part.checkVisibility({ visibilityProperty: true });
  const box = (part) => part.getBoundingClientRect();
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page is too wide");
  const parts = document.querySelectorAll("button, a, input, select, h1, .say, .side, .status");
  for (const part of parts) {
    const { left, right, width } = box(part);
    const name = `${part.className} ${part.textContent.trim().slice(0, 30)}`;
    if (seen(part) && width > 1 && (left < -1 || right > innerWidth + 1)) wrong.push(name);
  }
  const count = document.querySelector(".session .count");
  const bar = document.querySelector(".session .bar");
  const sheet = [...document.querySelectorAll(".sheet")].some((one) => !one.hidden);
  if (!count || !bar || sheet) return wrong;
  const status = bar.querySelector(".status");
  if (status.textContent && box(status).width < 140) wrong.push("the note is squeezed");
  const number = box(count);
  for (const part of bar.querySelectorAll("button, .status, .elsewhere")) {
    if (!seen(part) || !part.textContent.trim()) continue;
    const { left, right, top, bottom } = box(part);
    const over = left < number.right && right > number.left && top < number.bottom - 1
      && bottom > number.top + 1;
    if (over) wrong.push(`${part.className} lies over the number`);
  }
  return wrong;
}"""

_NOTE = """document.getElementById("status").textContent =
  "No voice on this device: tones and words lead you." """


def _wrong(page: Page, moment: str) -> list[str]:
    found = []
    devtools = page.context.new_cdp_session(page)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        notch = UPRIGHT if width < height else ON_ITS_SIDE  # of a phone without a frame
        devtools.send("Emulation.setSafeAreaInsetsOverride", {"insets": notch})
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
        found += [f"{moment} {width}x{height}: {one}" for one in page.evaluate(_WRONG)]
    return found


def test_no_quiet_page_is_wider_than_the_screen(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    found = []
    for path in PAGES:
        page.goto(f"{server.base}{path}")
        found += _wrong(page, path)

    assert found == []


def test_in_a_session_nothing_reaches_over_an_edge_or_over_the_number(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in()
    page, other = context.new_page(), context.new_page()
    steps.start(page, server.base)
    found = _wrong(page, "led")
    page.evaluate(_NOTE)
    found += _wrong(page, "with a note")
    other.goto(f"{server.base}/session/")
    other.get_by_role("button", name="Sound here").wait_for()
    found += _wrong(other, "with the sound elsewhere")
    other.evaluate(_NOTE)
    found += _wrong(other, "with a note and the sound elsewhere")
    other.close()
    page.keyboard.press("p")
    found += _wrong(page, "paused")
    page.keyboard.press("h")
    found += _wrong(page, "hurt")
    page.get_by_role("button", name="Only a strong stretch").click()
    found += _wrong(page, "where")
    page.get_by_role("button", name="Thigh").click()
    found += _wrong(page, "stretch")

    assert found == []
