"""Without a mouse, and without aiming: any key pauses, pain has its own, all can be reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser


def _heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_the_keyboard_alone_finishes_a_session_with_pain_in_it(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    page.goto(f"{server.base}/")
    steps.focus_and_press(page, "Start")
    page.wait_for_url("**/session/")
    steps.joined(page)

    page.keyboard.press("ArrowDown")
    _heading(page, "Paused")
    page.keyboard.press("Enter")  # "Go on" has the focus
    expect(page.locator("#sheet-paused")).to_be_hidden()

    page.keyboard.press("h")
    _heading(page, "Stopped. Let go.")
    page.keyboard.press("x")
    page.keyboard.press(" ")
    _heading(page, "Stopped. Let go.")  # no key answers by accident
    steps.focus_and_press(page, "Only a strong stretch")
    _heading(page, "Where was it?")
    steps.focus_and_press(page, "Thigh")
    _heading(page, "Rest. Then you choose.")
    steps.focus_and_press(page, "Go on gently, half as far")
    expect(page.locator("#sheet-stretch")).to_be_hidden()

    for _ in range(4):
        page.wait_for_timeout(300)
        page.keyboard.press("l")
    _heading(page, "That is all for today.")
    expect(page.get_by_text("Only a strong stretch (thigh).")).to_be_visible()


def test_sharp_pain_ends_the_session_at_once_and_nothing_more_is_said(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    steps.start(page, server.base)
    page.keyboard.press("h")
    page.get_by_role("button", name="Sharp or electric").click()
    _heading(page, "Where was it?")
    expect(page.get_by_role("button", name="Go on gently")).to_have_count(0)
    page.get_by_role("button", name="Calf or shin").click()
    _heading(page, "We stopped because it hurt.")

    expect(page.get_by_text("Sharp or electric (calf or shin).")).to_be_visible()
    said = len(steps.spoken(page))
    page.wait_for_timeout(2_500)
    assert len(steps.spoken(page)) == said


def test_a_tap_anywhere_pauses_and_space_does_so_after_a_button_was_tapped(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    steps.start(page, server.base)
    page.locator("#picture").click()
    _heading(page, "Paused")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#sheet-paused")).to_be_hidden()

    page.get_by_role("button", name="Say again").click()
    page.keyboard.press(" ")
    _heading(page, "Paused")
