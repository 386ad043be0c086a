"""Two windows, a reload, a server that goes away."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser


def test_a_second_window_joins_and_only_one_of_them_speaks(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in()
    first, second = context.new_page(), context.new_page()
    steps.start(first, server.base)
    second.goto(f"{server.base}/session/")
    expect(second.get_by_text("Sound is elsewhere.")).to_be_visible()
    expect(second.locator("#where")).to_have_text("Knees to chest")
    steps.count_together(first, second)

    first.keyboard.press("r")
    first.wait_for_timeout(500)
    assert steps.spoken(second) == []
    second.get_by_role("button", name="Sound here").click()
    expect(first.get_by_text("Sound is elsewhere.")).to_be_visible()
    before = len(steps.spoken(first))
    second.keyboard.press("r")
    steps.heard(second, "")
    assert len(steps.spoken(first)) == before


def _gone(page: Page) -> int:
    """How much of the session is over, in percent, as the bar says it."""
    return int(page.locator("#time").get_attribute("aria-valuenow") or "0")


def test_a_reload_joins_the_running_session(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    steps.start(page, server.base)
    before = steps.number(page)
    page.reload()
    steps.joined(page)

    assert 0 < steps.number(page) <= before
    expect(page.locator("#elsewhere")).to_be_hidden()


def test_the_words_stay_on_the_screen_after_a_reload_and_after_leaving_out(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    """Who hears nothing has only these."""
    page = let_in().new_page()
    steps.start(page, server.base)
    told = page.locator("#told")
    expect(told).to_contain_text("Lie on your back")
    page.reload()
    steps.joined(page)
    expect(told).to_contain_text("Lie on your back")
    expect(page.locator("#said")).to_contain_text("Lie on your back")

    page.keyboard.press("l")
    expect(page.locator("#where")).to_contain_text("Hamstring stretch")
    expect(told).to_contain_text("both feet flat")
    page.keyboard.press("r")
    steps.all_delivered(page)
    expect(told).to_contain_text("both feet flat")


def test_going_back_from_a_session_shows_that_it_runs(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    steps.start(page, server.base)
    page.go_back()

    expect(page.get_by_role("heading", name="Your session is running.")).to_be_visible()
    expect(page.get_by_text("Welcome", exact=True)).to_be_hidden()


def test_without_the_server_the_session_goes_on_and_pain_is_told_when_it_is_back(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(quiet=False).new_page()  # the browser complains of the lost line, rightly
    steps.start(page, server.base)
    server.stop()
    expect(page.locator("#status")).to_contain_text("Going on without it.")
    before, said = _gone(page), len(steps.spoken(page))
    page.wait_for_timeout(20_000)
    assert _gone(page) > before
    steps.comes_true(page, lambda: len(steps.spoken(page)) > said, "the cues go on by the clock")

    page.keyboard.press("h")
    said = len(steps.spoken(page))
    expect(page.get_by_role("heading", name="Stopped. Let go.")).to_be_visible()
    page.get_by_role("button", name="Numbness or tingling went further down").click()
    page.get_by_role("button", name="Leave this open").click()
    page.wait_for_timeout(1_500)
    assert len(steps.spoken(page)) == said, "pain silences the page at once"
    server.start_again()
    steps.all_delivered(page)
    page.goto(f"{server.base}/")
    page.get_by_role("link", name="What you did today").click()
    expect(page.get_by_text("Numbness or tingling went further down.")).to_be_visible()


def test_pain_in_one_window_silences_the_other_without_the_server(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in(quiet=False)
    speaks, other = context.new_page(), context.new_page()
    steps.start(speaks, server.base)
    other.goto(f"{server.base}/session/")
    steps.joined(other)
    server.stop()
    expect(other.locator("#bar")).to_have_class(re.compile("urgent"))
    other.keyboard.press("h")
    expect(speaks.get_by_role("heading", name="Stopped. Let go.")).to_be_visible()
    said = len(steps.spoken(speaks))
    speaks.wait_for_timeout(12_000)  # the next words would have come meanwhile

    assert len(steps.spoken(speaks)) == said


def test_who_wants_to_go_on_while_the_server_is_away_is_told_and_goes_on_when_it_is_back(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(quiet=False).new_page()
    steps.start(page, server.base)
    page.keyboard.press("h")
    page.get_by_role("button", name="Only a strong stretch").click()
    page.get_by_role("button", name="Thigh").click()
    choice = page.get_by_role("heading", name="Rest. Then you choose.")
    server.stop()
    expect(page.locator("#bar")).to_have_class(re.compile("urgent"))
    page.get_by_role("button", name="Go on gently").click()
    expect(page.get_by_text("It goes on as soon as Unpinch answers.")).to_be_visible()
    expect(choice).to_be_visible()

    server.start_again()
    expect(choice).to_be_hidden()
    expect(page.locator("#over")).to_be_hidden()
    assert page.locator("#session").get_attribute("data-phase") in ("getting ready", "moving")
