"""What a person does in the browser, and what can be seen of it."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

BRISK = "#pace input[value=brisk]"
PATIENCE_MS = 60_000  # a busy machine is slow, not wrong: ten times slower than a quiet one
MODEL_MS = 180_000  # what sees a body takes longest to begin


def start(page: Page, base: str) -> None:
    """From Today into the session, with one tap, until it runs."""
    tap_start(page, base)
    joined(page)


def tap_start(page: Page, base: str) -> None:
    """From Today into the session, which may wait for the camera at once."""
    page.goto(f"{base}/")
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/session/")


def joined(page: Page) -> None:
    """Wait until the session has reached the page."""
    expect(page.locator("#number")).not_to_have_text("")


def all_delivered(page: Page) -> None:
    """Wait until the server has confirmed all that was done on the page."""
    letters = "sessionStorage.getItem('unpinch-outbox')"
    comes_true(page, lambda: page.evaluate(letters) == "[]", "the server confirms what was done")


def leave_out(page: Page, base: str, exercise: str) -> None:
    """Leave an exercise out, on the page Exercises."""
    page.goto(f"{base}/exercises/")
    form = page.locator(f"#{exercise} .fields")
    form.get_by_label("Leave this exercise out").check()
    form.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()


def choose_brisk(page: Page, base: str) -> None:
    """The shortest times between the holds."""
    page.goto(f"{base}/exercises/")
    page.locator(BRISK).check()
    page.locator("#pace").get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()


def spoken(page: Page) -> list[dict[str, Any]]:
    """What was spoken so far, without the cancelling."""
    said = json.loads(page.evaluate("JSON.stringify(window.spoken)"))
    return [one for one in said if one["text"]]


def heard(page: Page, beginning: str) -> None:
    """Wait until something that begins so was spoken: words may be shown before that."""
    said = lambda: any(one["text"].startswith(beginning) for one in spoken(page))  # noqa: E731
    comes_true(page, said, f"said: {beginning}")


def comes_true(page: Page, so: Callable[[], bool], what: str) -> None:
    """Wait until something is so that no locator can tell."""
    for _ in range(PATIENCE_MS // 100):
        if so():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {what}")


def number(page: Page) -> int:
    """The giant number."""
    return int(page.locator("#number").text_content() or "-1")


def count_together(one: Page, other: Page) -> None:
    """Wait until both show the same number, at a moment when it does not go on between looks."""

    def same() -> bool:
        before, there, after = number(one), number(other), number(one)
        return before == after and abs(before - there) <= 1

    comes_true(one, same, "both show the same number")


def focus_and_press(page: Page, name: str) -> None:
    """Tab to a button, as without a mouse, and press it."""
    for _ in range(20):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        if focused == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def tap_the_middle(page: Page, area: Locator) -> None:
    """Tap an area of the map as a finger does; what a tap does comes after the tap."""
    area.scroll_into_view_if_needed()
    before, box = area.get_attribute("aria-label"), area.bounding_box()
    assert before is not None
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(area).not_to_have_attribute("aria-label", before)


def wish(page: Page, base: str, **wishes: str | bool) -> None:
    """Settings: ticks by their name, and a camera that is chosen by its own."""
    page.goto(f"{base}/settings/")
    for name, value in wishes.items():
        if isinstance(value, bool):
            page.locator(f"input[name={name}]").set_checked(value)
        else:
            page.locator(f"select[name={name}]").select_option(value)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
