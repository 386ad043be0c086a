"""The page Exercises in a browser: Enter saves the page, and on paper are the exercises."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(let_in: Callable[..., BrowserContext], server: Server) -> Page:
    page = let_in().new_page()
    page.goto(f"{server.base}/exercises/")
    return page


def test_what_was_typed_on_two_cards_is_there_after_saving_one(page: Page) -> None:
    page.locator("#childs-pose").get_by_label("Hold for").fill("25")
    page.locator("#knees-to-chest").get_by_label("Hold for").fill("40")
    page.locator("#knees-to-chest").get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved, with what you changed on the other cards.")).to_be_visible()
    expect(page.locator("#childs-pose").get_by_label("Hold for")).to_have_value("25")
    expect(page.locator("#knees-to-chest").get_by_label("Hold for")).to_have_value("40")


def test_the_enter_key_saves_the_whole_page(page: Page) -> None:
    page.locator("#childs-pose").get_by_label("Hold for").fill("20")
    page.locator("#childs-pose").get_by_label("Hold for").press("Enter")

    expect(page.get_by_text("Saved. It counts from your next session on.")).to_be_visible()
    expect(page.locator("#childs-pose").get_by_label("Hold for")).to_have_value("20")


def test_on_paper_are_the_exercises_and_no_fields(page: Page) -> None:
    page.emulate_media(media="print")

    expect(page.locator("#knees-to-chest .steps")).to_be_visible()
    expect(page.locator("#knees-to-chest").get_by_label("Hold for")).to_be_hidden()
