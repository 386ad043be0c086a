"""Axe finds nothing: every page and every sheet, both themes, phone and laptop."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import axe, steps
from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("/", "/exercises/", "/settings/", "/about/", "/data/", "/reminders/")


@pytest.fixture(autouse=True)
def _axe_is_there() -> None:
    axe.needed()


@pytest.fixture
def page(let_in: Callable[..., BrowserContext]) -> Page:
    """A page into which axe may be put in spite of the page's own policy."""
    return let_in(bypass_csp=True).new_page()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_the_quiet_pages(page: Page, server: Server, path: str) -> None:
    page.goto(f"{server.base}{path}")
    axe.unfold(page)

    assert axe.violations(page) == []


def test_axe_finds_nothing_where_there_is_no_page(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(quiet=False, bypass_csp=True).new_page()  # the browser complains of the 404
    page.goto(f"{server.base}/no-such-page/")
    page.get_by_role("heading", name="There is no such page.").wait_for()

    assert axe.violations(page) == []


def test_axe_finds_nothing_before_the_questions_and_in_the_answers(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.base}/safety/")
    page.get_by_role("button", name="Ask me everything again").click()
    page.get_by_role("heading", name="Whom should we tell you to call?").wait_for()
    page.get_by_role("heading", name="What to expect").wait_for()
    found = axe.violations(page)
    page.get_by_label("Where are you?").select_option("GB")
    page.get_by_role("button", name="On to the questions").click()
    page.wait_for_url("**/question/1/")
    page.goto(f"{server.base}/safety/answers/")
    page.get_by_text("There is none yet.").wait_for()
    found += axe.violations(page)
    for number, answer in ((1, "No"), (2, "Not sure")):
        page.goto(f"{server.base}/safety/question/{number}/")
        # Sooner, a tap was meant for the question before: a quick machine would answer nothing.
        page.wait_for_function("() => performance.now() > 400")
        page.get_by_role("button", name=answer, exact=True).click()
        page.wait_for_url(f"**/question/{number + 1}/")
    page.goto(f"{server.base}/safety/answers/")
    page.get_by_role("link", name="Not sure").wait_for()
    found += axe.violations(page)

    assert found == []


def test_axe_finds_nothing_in_a_refused_form(page: Page, server: Server) -> None:
    page.goto(f"{server.base}/exercises/")
    form = page.locator("#knees-to-chest .fields")
    form.get_by_label("Hold for").fill("61")
    form.get_by_role("button", name="Save").click()
    page.get_by_text("is longer than the handout allows").wait_for()

    assert axe.violations(page) == []


def test_axe_finds_nothing_in_a_session_and_its_sheets(page: Page, server: Server) -> None:
    steps.start(page, server.base)
    found = axe.violations(page)
    page.keyboard.press("p")
    found += axe.violations(page)
    page.keyboard.press("h")
    found += axe.violations(page)
    page.get_by_role("button", name="Only a strong stretch").click()
    found += axe.violations(page)
    page.get_by_role("button", name="Thigh").click()
    found += axe.violations(page)
    page.get_by_role("button", name="End session").click()
    page.get_by_role("heading", name="We stopped because it hurt.").or_(
        page.get_by_role("heading", name="You stopped here.")
    ).wait_for()
    found += axe.violations(page)

    assert found == []


def test_axe_finds_nothing_on_the_screen_that_asks_for_help(page: Page, server: Server) -> None:
    steps.start(page, server.base)
    page.keyboard.press("h")
    page.get_by_role("button", name="New weakness").click()
    page.get_by_role("heading", name="Get medical help now.").wait_for()

    assert axe.violations(page) == []


def test_a_button_under_the_pointer_can_be_read(page: Page, server: Server) -> None:
    steps.start(page, server.base)
    page.keyboard.press("p")
    found = []
    for name in ("Go on", "It hurts", "End session"):
        page.locator("#sheet-paused").get_by_role("button", name=name).hover()
        found += axe.violations(page)

    assert found == []
