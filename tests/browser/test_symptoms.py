"""The leg map under fingers and under keys alone, and Progress that shows what was marked."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import axe, steps
from tests.browser.conftest import ROOT, Server

pytestmark = pytest.mark.browser
CALF, FOOT = "back of the knee and calf", "heel and sole"


def area(page: Page, leg: str, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{leg} leg, {name}:"))


def tap(page: Page, leg: str, name: str) -> None:
    steps.tap_the_middle(page, area(page, leg, name))


def ticked(page: Page) -> list[str]:
    boxes = page.locator("#list input:checked").all()
    return [str(box.get_attribute("aria-label")) for box in boxes]


def lived_through(folder: Path, *more: str) -> None:
    """Weeks put into the diary while nobody looks."""
    made = [sys.executable, "-m", "tests.browser.weeks", str(folder), *more]
    subprocess.run(made, check=True, cwd=ROOT)


def test_the_map_by_touch(let_in: Callable[..., BrowserContext], server: Server) -> None:
    page = let_in(has_touch=True, viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{server.base}/before/")
    page.get_by_label("Nothing to mark").tap()
    expect(page.get_by_text("are set to 0 below")).to_be_visible()
    tap(page, "Right", CALF)
    page.get_by_text("Tingling, pins and needles").first.tap()
    tap(page, "Right", CALF)
    tap(page, "Right", FOOT)
    tap(page, "Left", "low back")
    tap(page, "Left", "low back")  # once more takes it back

    assert ticked(page) == [
        f"Right leg, {CALF}: numb",
        f"Right leg, {CALF}: tingling",
        f"Right leg, {FOOT}: tingling",
    ]
    expect(page.get_by_label("Nothing to mark")).not_to_be_checked()
    expect(page.locator("#reach-right")).to_have_text("Reaches down to the foot.")
    expect(page.locator("#reach-left")).to_have_text("Nothing marked.")
    expect(area(page, "Right", CALF)).to_have_accessible_name(
        f"Right leg, {CALF}: numb and tingling"
    )
    page.get_by_role("group", name="Leg pain").get_by_label("4", exact=True).tap()
    page.get_by_role("button", name="Keep this").tap()
    expect(page.get_by_text("Marked for today.")).to_be_visible()

    page.goto(f"{server.base}/progress/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Not known yet: five more marked days."
    )
    title = page.locator(".maps title").text_content() or ""
    assert title.endswith(f"Right leg: numb: {CALF}; tingling: {CALF}, {FOOT}.")


def test_the_map_by_keyboard_alone(let_in: Callable[..., BrowserContext], server: Server) -> None:
    page = let_in(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{server.base}/before/")
    page.locator("#tools input").first.focus()
    page.keyboard.press("Tab")  # one stop for the whole map
    expect(area(page, "Left", "hip and groin")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    expect(area(page, "Right", "front of the thigh")).to_be_focused()
    page.keyboard.press("t")
    page.keyboard.press("Enter")  # what the tool is on: numb
    expect(page.locator("#marked")).to_have_text("Right leg, front of the thigh: numb and tingling")
    assert ticked(page) == [
        "Left leg, front of the thigh: numb",
        "Right leg, front of the thigh: numb",
        "Right leg, front of the thigh: tingling",
    ]

    page.keyboard.press("Tab")
    expect(page.get_by_label("Nothing to mark")).to_be_focused()
    page.keyboard.press("Tab")  # the list
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    expect(page.locator('input[name="leg_pain"][value="0"]')).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.locator('input[name="leg_pain"][value="1"]')).to_be_checked()
    page.get_by_role("button", name="Keep this").press("Enter")
    expect(page.get_by_text("Marked for today.")).to_be_visible()


def test_nothing_to_mark_sets_numbness_and_tingling_to_none_where_the_person_sees_it(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    page.goto(f"{server.base}/before/")
    page.locator('input[name="tingling"][value="2"]').check()
    page.get_by_label("Nothing to mark").check()

    expect(page.get_by_text("are set to 0 below")).to_be_visible()
    expect(page.locator('input[name="numbness"][value="0"]')).to_be_checked()
    expect(page.locator('input[name="tingling"][value="2"]')).to_be_checked()
    expect(page.locator('input[name="leg_pain"]:checked')).to_have_count(0)


def test_a_rating_chosen_by_mistake_can_be_left_open_again(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    page.goto(f"{server.base}/before/")
    point = page.locator('input[name="tingling"][value="7"]')
    point.click()
    expect(point).to_be_checked()
    point.click()
    expect(point).not_to_be_checked()


@pytest.mark.slow
def test_progress_shows_the_weeks_in_charts_and_prints_on_one_page(
    let_in: Callable[..., BrowserContext], server: Server, tmp_path: Path
) -> None:
    lived_through(tmp_path / "data")
    page = let_in().new_page()
    page.goto(f"{server.base}/progress/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("went from foot to thigh")
    expect(page.locator(".chart canvas")).to_have_count(6)

    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.slow
def test_twelve_weeks_have_one_mark_a_week_on_a_phone_and_print_on_one_page(
    let_in: Callable[..., BrowserContext], server: Server, tmp_path: Path
) -> None:
    lived_through(tmp_path / "data", "twelve")
    page = let_in(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{server.base}/progress/")
    expect(page.locator(".chart canvas")).to_have_count(6)
    expect(page.locator(".reach .a-week")).to_be_visible()
    expect(page.locator(".changes.on-screen li")).to_have_count(11)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".reach .a-week")).to_be_hidden()
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.slow
def test_axe_finds_nothing_where_it_is_asked_and_shown(
    let_in: Callable[..., BrowserContext], server: Server, tmp_path: Path
) -> None:
    axe.needed()
    lived_through(tmp_path / "data")
    page = let_in(bypass_csp=True).new_page()
    found = []
    for path in ("/", "/before/?as=last", "/progress/"):
        page.goto(f"{server.base}{path}")
        axe.unfold(page)
        found += axe.violations(page)
    page.goto(f"{server.base}/before/")
    page.get_by_role("button", name="Keep this").click()  # without an answer: refused
    page.get_by_text("Mark where it is, or tick").wait_for()
    found += axe.violations(page)
    page.goto(f"{server.base}/")
    page.get_by_role("button", name="More, or further down").click()
    page.get_by_text("Do less today, or nothing.").wait_for()
    found += axe.violations(page)
    page.goto(page.url.replace("/morning/", "/after/"))
    found += axe.violations(page)

    assert found == []
