"""A program of one's own from the first page to the session and onto paper, in a real browser."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser import axe, steps
from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHILDS, KNEES = "#e-childs-pose", "#e-knees-to-chest"


def begin(page: Page, base: str) -> None:
    """Put a program of two exercises together, from the page My handout."""
    page.goto(f"{base}/handout/")
    page.get_by_role("link", name="Put one together").click()
    page.get_by_label("What to call it").fill("Evenings")
    page.get_by_role("checkbox", name="Knees to chest").check()
    page.get_by_role("checkbox", name="Child's pose").check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Evenings", exact=True)).to_be_visible()
    page.wait_for_load_state()  # typeface and handles: nothing moves under the pointer any more


def is_in_order(page: Page, *titles: str) -> None:
    """Words above the list are on the page before the list is."""
    expect(page.locator("#parts h2")).to_have_text(list(titles))


def test_a_program_is_put_together_led_and_printed(
    let_in: Callable[..., BrowserContext], server: Server, tmp_path: Path
) -> None:
    page = let_in().new_page()
    begin(page, server.base)

    page.locator(CHILDS).get_by_label("A note").fill("Put the cushion under your hips")
    page.locator(CHILDS).get_by_label("Hold for").fill("20")
    page.locator(CHILDS).get_by_role("button", name="Up").click()
    expect(page.get_by_role("status")).to_have_text("Child's pose has moved.")
    is_in_order(page, "1. Child's pose", "2. Knees to chest")
    expect(page.locator(CHILDS).get_by_role("button", name="Down")).to_be_focused()

    page.get_by_role("button", name="Follow this one").click()
    expect(page.get_by_text("Followed from your next session on.")).to_be_visible()
    card = page.locator("#p-evenings")
    with page.expect_download() as coming:
        card.get_by_role("link", name="Print it (PDF)").click()
    coming.value.save_as(tmp_path / "evenings.pdf")
    sheet = PdfReader(io.BytesIO((tmp_path / "evenings.pdf").read_bytes()))
    printed = " ".join(" ".join(one.extract_text() for one in sheet.pages).split())
    assert "Hold for 20 seconds. Do this 2 times." in printed
    assert "Put the cushion under your hips." in printed

    page.goto(f"{server.base}/")
    expect(page.get_by_role("heading", name="Evenings")).to_be_visible()
    steps.start(page, server.base)
    page.keyboard.press("r")  # what was said before a slow page was there
    steps.heard(page, "Child's pose.")
    said = next(one["text"] for one in steps.spoken(page) if one["text"].startswith("Child's"))
    assert said.endswith("Put the cushion under your hips.")


def test_an_exercise_is_dragged_to_another_place_and_undo_brings_it_back(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(viewport={"width": 1440, "height": 1400}).new_page()
    begin(page, server.base)

    grip = page.locator(CHILDS).get_by_text("Drag").bounding_box()
    above = page.locator(KNEES).bounding_box()
    assert grip
    assert above
    page.mouse.move(grip["x"] + 20, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(above["x"] + 20, above["y"] + 10, steps=8)
    with page.expect_navigation():
        page.mouse.up()
    expect(page.get_by_role("status")).to_have_text("Child's pose has moved.")
    is_in_order(page, "1. Child's pose", "2. Knees to chest")

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_have_text("The last change is taken back.")
    is_in_order(page, "1. Knees to chest", "2. Child's pose")


def test_the_keyboard_alone_moves_an_exercise_as_often_as_it_is_pressed(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    begin(page, server.base)
    page.get_by_role("button", name="Add").first.click()
    expect(page.get_by_role("status")).to_contain_text("is at the end now.")

    page.locator(KNEES).get_by_role("button", name="Down").focus()
    for place in (2, 3):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(KNEES).get_by_role("heading")).to_have_text(f"{place}. Knees to chest")
        page.wait_for_function("() => document.activeElement.value?.endsWith('knees-to-chest')")

    expect(page.locator("#parts h2").last).to_have_text("3. Knees to chest")


def test_axe_finds_nothing_while_a_program_is_put_together(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    axe.needed()
    page = let_in(bypass_csp=True).new_page()
    page.goto(f"{server.base}/programs/new/")
    found = axe.violations(page)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Choose at least one exercise.")).to_be_visible()
    found += axe.violations(page)
    begin(page, server.base)
    found += axe.violations(page)
    page.locator(CHILDS).get_by_label("Hold for").fill("99")
    page.locator(CHILDS).get_by_label("A note").fill("Go on!")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    found += axe.violations(page)
    page.goto(f"{server.base}/handout/")
    page.locator("#p-evenings summary").click()
    page.locator("#p-evenings").get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Choose a file first.")).to_be_visible()
    axe.unfold(page)
    found += axe.violations(page)

    assert found == []
