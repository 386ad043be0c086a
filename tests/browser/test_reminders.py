"""Reminders in a real browser: when one is due, the line on the page, a notice only on a tap."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

CHOSEN = "{days: ['MO', 'WE'], times: ['09:00', '18:30', '23:50']}"
# Local time of a Wednesday (25 November 2026) or a Thursday, and what is due then.
WHEN = [
    ("2026-11-25T08:59:59", None),
    ("2026-11-25T09:00:00", "2026-11-25T09:00:00"),
    ("2026-11-25T09:59:59", "2026-11-25T09:00:00"),
    ("2026-11-25T10:00:00", None),  # nobody needs it an hour later
    ("2026-11-25T18:45:00", "2026-11-25T18:30:00"),
    ("2026-11-26T00:20:00", "2026-11-25T23:50:00"),  # just after midnight
    ("2026-11-26T09:10:00", None),  # a Thursday
]


@pytest.fixture
def ask(let_in: Callable[..., BrowserContext], server: Server) -> Callable[[str], Any]:
    """Evaluate an expression with `when.js` at hand as `it`."""
    page: Page = let_in(timezone_id="Asia/Kolkata").new_page()
    page.goto(f"{server.base}/about/")

    def asked(expression: str) -> Any:
        return page.evaluate(f"import('/static/unpinch/when.js').then((it) => ({expression}))")

    return asked


@pytest.mark.parametrize(("now", "due"), WHEN)
def test_a_reminder_is_due_by_the_persons_own_clock(
    ask: Callable[[str], Any], now: str, due: str | None
) -> None:
    found = f"it.last(new Date('{now}'), {CHOSEN})"
    expected = "null" if due is None else f"new Date('{due}').getTime()"

    assert ask(f"{found} === {expected}")


def test_with_nothing_chosen_nothing_is_due(ask: Callable[[str], Any]) -> None:
    assert ask("it.last(new Date(), {days: [], times: []})") is None


def choose(page: Page, base: str, time: str) -> None:
    page.goto(f"{base}/reminders/")
    for day in page.locator('input[name="days"]').all():
        day.check()
    page.locator('input[name="time_0"]').fill(time)
    page.get_by_role("button", name="Keep these").click()
    page.get_by_text("Kept. Next:").wait_for()


def test_at_the_time_a_line_stands_on_the_page_that_is_open_once(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    choose(page, server.base, "18:30")
    page.clock.install(time="2026-11-25T18:29:30")
    page.goto(f"{server.base}/about/")
    expect(page.locator("#reminder")).to_be_hidden()

    page.clock.run_for(61_000)

    # Its words are in the page from the start, hidden: only once they show is it told.
    expect(page.locator("#reminder")).to_be_visible()
    expect(page.locator("#reminder")).to_contain_text("Time for your exercises.")
    page.goto(f"{server.base}/about/")
    page.clock.run_for(60_000)
    expect(page.locator("#reminder")).to_be_hidden()


def test_notices_are_asked_for_only_on_a_tap_and_can_be_ended(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    context = let_in(permissions=["notifications"])
    context.add_init_script(
        "window.asked = 0; window.noticed = [];"
        "class Notification { constructor(title, told) { window.noticed.push(told.body); }"
        " static permission = location.host && sessionStorage.getItem('p') || 'default';"
        " static async requestPermission() { window.asked += 1;"
        " sessionStorage.setItem('p', 'granted');"
        " return Notification.permission = 'granted'; } }"
        "window.Notification = Notification;"
    )
    page = context.new_page()
    choose(page, server.base, "18:30")
    assert page.evaluate("window.asked") == 0

    page.get_by_role("button", name="Also as a notice").click()
    expect(page.get_by_text("Notices are on in this browser.")).to_be_visible()
    assert page.evaluate("window.asked") == 1
    page.clock.install(time="2026-11-25T18:29:30")
    page.goto(f"{server.base}/about/")
    page.clock.run_for(61_000)
    expect(page.locator("#reminder")).to_be_visible()
    noticed = page.evaluate("window.noticed")
    assert noticed == ["Time for your exercises. Another day is fine, too."]

    page.goto(f"{server.base}/reminders/")
    page.get_by_role("button", name="No notices any more").click()
    expect(page.get_by_role("button", name="Also as a notice")).to_be_visible()
