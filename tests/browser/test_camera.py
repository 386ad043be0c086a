"""The camera in a real browser: a tape in its place, its own test picture, and no camera at all."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import axe, steps
from tests.browser.conftest import Server
from tests.browser.filmed import as_script
from tests.runtime.listening import film

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OTHERS = ("knees-to-chest", "hamstring-stretch", "opposition-stretch")


def _started(context: BrowserContext, server: Server) -> Page:
    page = context.new_page()
    for other in OTHERS:
        steps.leave_out(page, server.base, other)
    steps.choose_brisk(page, server.base)
    steps.start(page, server.base)
    return page


def test_a_tape_drives_a_whole_session_hands_free(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in()
    context.add_init_script(as_script(film("childs-pose")))
    page = _started(context, server)
    page.locator("#camera-switch").click()
    steps.comes_true(page, lambda: page.evaluate("unpinchSource.askedFor"), "it is set up")
    expect(page.locator("#sheet-camera")).to_be_hidden()
    expect(page.locator("#corner")).to_be_visible()
    expect(page.locator("#sight")).to_have_text("I see all of you")
    page.locator("#session[data-phase=moving]").wait_for()
    over = int(page.locator("#time").get_attribute("aria-valuenow") or "100")
    assert over < 60, "two holds are to come"

    page.get_by_role("heading", name="That is all for today.").wait_for(timeout=180_000)
    said = [one["text"] for one in steps.spoken(page)]
    assert page.get_by_text("Done: 2 holds.").is_visible()
    assert any(text.startswith("I can see you.") for text in said)
    assert not any("Counting by the clock" in text for text in said)


def test_axe_finds_nothing_in_the_setting_up_and_the_corner(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in(bypass_csp=True)  # axe is put into the page
    context.add_init_script(as_script(film("childs-pose")))
    page = context.new_page()
    steps.start(page, server.base)
    page.locator("#camera-switch").click()
    found = axe.violations(page)
    expect(page.locator("#corner")).to_be_visible()
    found += axe.violations(page)
    page.locator("#corner").click()
    expect(page.locator("#corner")).to_be_hidden()

    assert found == []


def test_a_server_that_goes_away_leaves_the_camera_session_to_the_clock(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in(quiet=False)  # the browser complains of the lost connection
    context.add_init_script(as_script(film("childs-pose")))
    page = _started(context, server)
    page.locator("#camera-switch").click()
    expect(page.locator("#sight")).to_have_text("I see all of you")
    page.locator("#session[data-phase=moving]").wait_for()
    server.stop()
    page.locator("#session[data-phase=holding]").wait_for()
    page.locator("#session[data-phase=releasing]").wait_for()
