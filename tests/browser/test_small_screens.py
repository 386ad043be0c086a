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

    assert found == [], "\n".join(found)


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

    assert found == [], "\n".join(found)


# What must be read in a session, and is cut, or gone, or lies over something else that is read.
_UNREADABLE = """(silent) => {
  document.getElementById("session").toggleAttribute("data-silent", !!silent);
  const box = (id) => document.getElementById(id).getBoundingClientRect();
  const meet = (one, other) => one.left < other.right - 1 && one.right > other.left + 1
    && one.top < other.bottom - 1 && one.bottom > other.top + 1;
  const wrong = [];
  for (const id of ["where", "unit", "line", ...(silent ? ["told"] : [])]) {
    const part = document.getElementById(id);
    const { left, right, top, bottom } = box(id);
    if (!part.textContent.trim() && id === "told") continue;
    if (!part.checkVisibility() || !part.textContent.trim()) wrong.push(`${id} is not shown`);
    if (part.scrollWidth > part.clientWidth + 1) wrong.push(`${id} is cut short`);
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      wrong.push(`${id} is over the edge`);
  }
  for (const [one, other] of [["unit", "side"], ["where", "side"], ["where", "number"],
    ["where", "camera-switch"], ["unit", "line"], ["told", "controls"]])
    if (meet(box(one), box(other))) wrong.push(`${one} lies over ${other}`);
  return wrong;
}"""


@pytest.mark.parametrize("size", ["normal", "largest"])
def test_on_a_phone_name_count_and_unit_are_read_whole(
    let_in: Callable[..., BrowserContext], server: Server, size: str
) -> None:
    page = let_in().new_page()
    steps.choose_brisk(page, server.base)
    for other in ("knees-to-chest", "hamstring-stretch", "childs-pose"):
        steps.leave_out(page, server.base, other)
    steps.start(page, server.base)
    page.locator("#side svg").wait_for(timeout=120_000)  # a side with its arrow
    page.evaluate("(size) => { document.documentElement.dataset.text = size; }", size)
    found = []
    for width, height in ((390, 844), (844, 390), (360, 740), (740, 360)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
        for silent in (False, True):
            wrong = page.evaluate(_UNREADABLE, silent)
            found += [f"{width}x{height}, silent {silent}: {one}" for one in wrong]
    page.keyboard.press("h")
    for width, height in ((390, 844), (844, 390), (740, 360)):
        page.set_viewport_size({"width": width, "height": height})
        row = page.locator("#sheet-hurt .hurt").bounding_box()
        assert row is not None
        if row["y"] + row["height"] > height + 1:
            found.append(f"{width}x{height}: the row of the emergency is cut")

    assert found == [], "\n".join(found)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (820, 1180)])
def test_minutes_and_seconds_have_the_width_of_an_upright_screen(
    let_in: Callable[..., BrowserContext], server: Server, width: int, height: int
) -> None:
    page = let_in(viewport={"width": width, "height": height}).new_page()
    steps.start(page, server.base)
    shares = page.evaluate(
        """() => ["2:00", "9:27", "10:00", "120:00"].flatMap((shown) => [0, 1].map((silent) => {
          document.getElementById("session").toggleAttribute("data-silent", !!silent);
          const number = document.getElementById("number");
          number.textContent = shown;
          number.dataset.digits = String(shown.length);
          const { left, right } = number.getBoundingClientRect();
          return [left >= 0 && right <= innerWidth, (right - left) / innerWidth];
        }))"""
    )

    for fits, share in shares:
        assert fits
        assert share > 0.6
