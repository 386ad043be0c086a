"""The safety questions in a real browser: by keyboard alone, read aloud, and clean for axe."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import axe, steps, test_axe
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

SETTLED_MS = 400  # an answer sooner than this was meant for the question before
LATER = "performance.now = () => 60_000"  # so that nobody has to wait for that
_axe_is_there = test_axe._axe_is_there


def _question(page: Page) -> str:
    return page.locator("input[name=question]").get_attribute("value") or ""


def _answer(page: Page, *keys: str) -> None:
    """Answer by keys, and wait for the next page."""
    page.wait_for_load_state()  # before that no key is listened to
    page.wait_for_timeout(0 if page.evaluate(f"performance.now() > {SETTLED_MS}") else SETTLED_MS)
    before = page.url
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_load_state()


def _begin(page: Page, server: Server, form: str) -> None:
    """Into the first question, choosing whom to call on the way if that was never asked."""
    page.goto(f"{server.base}/safety/")
    page.get_by_role("button", name=form).click()
    page.wait_for_url(re.compile("/(number|question)/"))
    if "/number/" in page.url:
        page.get_by_label("Where are you?").select_option("GB")
        page.get_by_role("button", name="On to the questions").click()
    page.wait_for_url("**/question/*/")


def _walk(page: Page, until: str) -> None:
    for _ in range(60):
        if "/question/" not in page.url or _question(page) == until:
            return
        _answer(page, "1")


def test_the_keyboard_alone_goes_from_the_first_question_to_whom_to_call(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    page.goto(f"{server.base}/safety/")
    steps.focus_and_press(page, "It got worse")
    page.get_by_label("Where are you?").focus()
    page.keyboard.type("United Kingdom")
    steps.focus_and_press(page, "On to the questions")

    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert _question(page) == "E1"
    _answer(page, "ArrowRight", "Enter")  # the first of the three: no
    assert _question(page) == "E2"
    _answer(page, "2")
    steps.focus_and_press(page, "One question back")
    expect(page.get_by_text("You answered “yes”.")).to_be_visible()
    _answer(page, "3")
    _walk(page, "")
    expect(page.get_by_role("heading", name="You answered “not sure” here.")).to_be_focused()
    _answer(page, "1")

    expect(page.get_by_role("heading", level=1)).to_be_focused()
    call = page.get_by_role("link")
    expect(call).to_have_count(1)
    expect(call).to_have_attribute("href", "tel:999")


def test_a_key_that_comes_too_soon_answers_nothing(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    _begin(page, server, "It got worse")
    page.evaluate("performance.now = () => 10")
    page.keyboard.press("1")
    page.get_by_role("button", name="No").first.click()

    page.wait_for_timeout(300)
    assert _question(page) == "E1"


def test_a_question_is_read_aloud_on_request(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    _begin(page, server, "It got worse")
    page.get_by_role("button", name="Read it to me").click()

    steps.heard(page, "Is there a numb or odd feeling")
    assert steps.spoken(page)[-1]["text"].endswith("No. Yes. Not sure.")


def test_the_questions_work_without_scripts(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(java_script_enabled=False).new_page()
    _begin(page, server, "It got worse")
    page.get_by_role("button", name="Not sure").click()

    expect(page.locator("input[name=question]")).to_have_value("E2")


@pytest.mark.slow
def test_axe_finds_nothing_on_the_way_to_a_lock(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(bypass_csp=True).new_page()
    page.add_init_script(LATER)
    found = []
    for path in ("", "number/", "rules/"):
        page.goto(f"{server.base}/safety/{path}")
        found += axe.violations(page)
    _begin(page, server, "It got worse")
    found += axe.violations(page)
    _walk(page, "S4")
    found += axe.violations(page)
    _answer(page, "1")
    found += axe.violations(page)  # the outcome
    _begin(page, server, "It got worse")
    _walk(page, "E7")
    _answer(page, "3")
    _walk(page, "")
    found += axe.violations(page)  # is that right?
    _answer(page, "1")
    found += axe.violations(page)  # be seen today
    page.goto(f"{server.base}/safety/clearance/")
    with page.expect_navigation():
        page.get_by_role("button", name="Write it down").click()
    found += axe.violations(page)
    page.goto(f"{server.base}/safety/")
    found += axe.violations(page)
    _begin(page, server, "It got worse")
    _answer(page, "2")
    _walk(page, "")
    _answer(page, "1")
    found += axe.violations(page)  # the number and nothing else

    assert found == []


@pytest.mark.slow
def test_axe_finds_nothing_in_the_trial_hold(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(bypass_csp=True).new_page()
    page.add_init_script(LATER)
    _begin(page, server, "Ask me everything again")
    _walk(page, "G1")
    _answer(page, "2")
    _walk(page, "")
    found = axe.violations(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Try one hold").click()
    found += axe.violations(page)
    page.get_by_role("link", name="First: how is it now?").click()
    page.wait_for_url("**/trial/rate/")
    with page.expect_navigation():
        page.get_by_role("button", name="Keep this").click()
    found += axe.violations(page)

    assert found == []
