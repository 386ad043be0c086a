"""A day with its questions, from Today to Progress: by touch on a phone, and by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CALF, SOLE = "back of the knee and calf", "heel and sole"
SCALES = ("Leg pain", "Back pain", "Numbness", "Tingling")
# A tap takes a moment to aim and think about: about five seconds, so twelve are a minute.
TAPS_IN_A_MINUTE = 12
MARKED = f"Left leg: numb: {CALF}, {SOLE}; tingling: {SOLE}. Right leg: nothing marked."


class Finger:
    """Taps, and counts how often."""

    def __init__(self, page: Page) -> None:
        self._page, self.taps = page, 0

    def tap(self, target: Locator) -> None:
        """Tap what is there."""
        target.tap()
        self.taps += 1

    def on_the_map(self, leg: str, area: str) -> None:
        """Tap the middle of an area, as a finger does."""
        found = self._page.get_by_role("button", name=re.compile(f"^{leg} leg, {area}:"))
        steps.tap_the_middle(self._page, found)
        self.taps += 1

    def rate(self, scale: str, points: int) -> None:
        """Choose a number."""
        group = self._page.get_by_role("group", name=re.compile(f"^{scale}"))
        self.tap(group.get_by_label(str(points), exact=True))


def test_before_and_after_by_touch_take_less_than_a_minute_and_progress_shows_it(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(has_touch=True, viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{server.base}/")
    finger = Finger(page)
    finger.tap(page.get_by_role("link", name="Mark where it is"))
    page.wait_for_url("**/before/")
    finger.on_the_map("Left", CALF)
    finger.on_the_map("Left", SOLE)
    finger.tap(page.get_by_text("Tingling, pins and needles").first)
    finger.on_the_map("Left", SOLE)
    for scale in SCALES:
        finger.rate(scale, 3)
    finger.tap(page.get_by_label("No", exact=True))
    finger.tap(page.get_by_role("button", name="Keep this"))
    expect(page.get_by_text("Marked for today.")).to_be_visible()
    assert finger.taps <= TAPS_IN_A_MINUTE

    page.get_by_role("button", name="Start").tap()
    page.wait_for_url("**/session/")
    steps.joined(page)
    steps.heard(page, "")
    page.touchscreen.tap(195, 300)
    page.get_by_role("button", name="End session").tap()
    page.get_by_role("heading", name="You stopped here.").wait_for()

    finger = Finger(page)
    finger.tap(page.get_by_role("link", name="How is it now?"))
    finger.tap(page.get_by_role("link", name="As I marked it last"))
    page.wait_for_url("**as=last")  # the page before it has the same numbers
    for scale in SCALES:
        finger.rate(scale, 2)
    finger.rate("At its strongest", 3)
    expect(page.get_by_label("A little better")).to_have_count(0)  # since when? it is the first day
    finger.tap(page.get_by_role("button", name="Keep this"))
    page.wait_for_url(f"{server.base}/")
    assert finger.taps <= TAPS_IN_A_MINUTE

    _progress_shows_it_on_one_page(page, server)


def test_the_same_by_keyboard_alone(let_in: Callable[..., BrowserContext], server: Server) -> None:
    page = let_in(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{server.base}/")
    _press(page, "Mark where it is numb or tingles")
    page.wait_for_url("**/before/")
    _tab_to(page, "Left leg, hip and groin: not marked")
    for key in ("ArrowRight", "ArrowRight"):  # to the back view, by way of the right leg
        page.keyboard.press(key)
    _arrow_down_to(page, CALF, "Left")
    page.keyboard.press("n")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("n")
    page.keyboard.press("t")
    for scale in SCALES:
        _rate(page, scale, 3)
    _tab_to_input(page, "woken")
    page.keyboard.press(" ")
    _press(page, "Keep this")
    expect(page.get_by_text("Marked for today.")).to_be_visible()

    _press(page, "Start")
    page.wait_for_url("**/session/")
    steps.joined(page)
    steps.heard(page, "")
    page.keyboard.press(" ")
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    _press(page, "End session")
    page.get_by_role("heading", name="You stopped here.").wait_for()

    _press(page, "How is it now?")
    page.wait_for_url("**/after/")
    _press(page, "As I marked it last")
    page.wait_for_url("**as=last")
    for scale in SCALES:
        _rate(page, scale, 2)
    _press(page, "Keep this")
    page.wait_for_url(f"{server.base}/")

    _progress_shows_it_on_one_page(page, server)


def _progress_shows_it_on_one_page(page: Page, server: Server) -> None:
    page.goto(f"{server.base}/progress/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Not known yet: five more marked days."
    )
    title = page.locator(".maps title").text_content() or ""
    assert title.endswith(MARKED)
    expect(page.locator(".did .chart, .did table")).not_to_have_count(0)
    # Drawn once the typeface is there, later than the page; without npm there are only tables.
    expect(page.locator(".chart canvas")).to_have_count(page.locator(".chart").count())
    if page.viewport_size == {"width": 1440, "height": 900}:
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


# ---------------------------------------------------------------- keys


def _focused(page: Page) -> str:
    said: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label')"
        " ?? document.activeElement.textContent.trim()"
    )
    return said


def _tab_to(page: Page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if _focused(page) == name:
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def _tab_to_input(page: Page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"the keyboard does not reach the question {name}")


def _press(page: Page, name: str) -> None:
    _tab_to(page, name)
    page.keyboard.press("Enter")


def _rate(page: Page, scale: str, points: int) -> None:
    """The first number by Tab, the others by arrows."""
    _tab_to_input(page, scale.lower().replace(" ", "_"))
    page.keyboard.press(" ")
    for _ in range(points):
        page.keyboard.press("ArrowRight")


def _arrow_down_to(page: Page, area: str, leg: str) -> None:
    for _ in range(12):
        if _focused(page).startswith(f"{leg} leg, {area}:"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not reach {leg} leg, {area}, but {_focused(page)}")
