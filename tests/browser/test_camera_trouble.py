"""What a camera can do wrong, and what the page asks of it: the session goes on in any case."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import Server
from unpinch.runtime.frame import read_frame

pytestmark = pytest.mark.browser

MADE_UP = (Path(__file__).parent / "made_up_camera.js").read_text(encoding="utf-8")
GOING_ON = "document.querySelector('#session').dataset.phase !== 'paused'"
HIDE = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
UNPLUG = (
    "document.querySelector('video').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))"
)


@pytest.fixture
def session(let_in: Callable[..., BrowserContext], server: Server) -> Callable[..., Page]:
    """A session before a camera that is made up."""

    def opened(before: str = "", **wishes: str | bool) -> Page:
        context = let_in()
        context.add_init_script(f"{before}\n{MADE_UP}")
        page = context.new_page()
        if wishes:
            steps.wish(page, server.base, **wishes)
        steps.tap_start(page, server.base)
        return page

    return opened


def _until(page: Page, expression: str) -> None:
    """Wait for what a page without `eval` can only be asked for from here."""
    steps.comes_true(page, lambda: bool(page.evaluate(expression)), expression)


def _goes_on_by_the_clock(page: Page, why: str) -> None:
    expect(page.locator("#status")).to_contain_text(why)
    expect(page.locator("#sheet-camera")).to_be_hidden()
    expect(page.locator("#corner")).to_be_hidden()
    _until(page, GOING_ON)


def _watching(page: Page) -> None:
    page.locator("#camera-switch").click()
    expect(page.locator("#corner")).to_be_visible()
    _until(page, "frames().length > 3")


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        ("NotAllowedError", "The camera is refused. Allow it in the browser"),
        ("NotFoundError", "No camera was found. Plug one in"),
        ("NotReadableError", "Another program is using the camera."),
        ("OverconstrainedError", "This camera cannot be used."),
        ("AbortError", "The camera cannot be used here."),
    ],
)
def test_a_camera_that_cannot_be_had_is_answered_with_what_to_do(
    session: Callable[..., Page], refusal: str, why: str
) -> None:
    page = session(f"globalThis.refusal = {refusal!r};")
    page.locator("#camera-switch").click()

    _goes_on_by_the_clock(page, why)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        ('{type: "failed", missing: true}', "install npm, run make setup"),
        ('{type: "failed", missing: false}', "do not run in this browser"),
    ],
)
def test_a_model_that_is_missing_or_does_not_run_is_told(
    session: Callable[..., Page], trouble: str, why: str
) -> None:
    page = session(f"globalThis.trouble = {trouble};")
    page.locator("#camera-switch").click()

    _goes_on_by_the_clock(page, why)


def test_a_camera_that_is_unplugged_in_the_middle_leaves_the_session_to_the_clock(
    session: Callable[..., Page],
) -> None:
    page = session()
    _watching(page)
    page.evaluate(UNPLUG)

    _goes_on_by_the_clock(page, "The camera is gone. Going on by the clock.")
    assert '{"type":"camera off"}' in page.evaluate("sent.filter((one) => typeof one === 'string')")


def test_a_page_that_is_hidden_sends_nothing_and_begins_again_when_it_is_seen(
    session: Callable[..., Page],
) -> None:
    page = session()
    _watching(page)
    page.evaluate(HIDE, "hidden")
    _until(page, """sent.includes('{"type":"camera off"}')""")
    page.evaluate("new Promise((done) => setTimeout(done, 500))")  # what was under way is through
    hidden = page.evaluate("frames().length")
    page.evaluate("new Promise((done) => setTimeout(done, 500))")
    assert page.evaluate("frames().length") == hidden

    page.evaluate(HIDE, "visible")
    _until(page, f"frames().length > {hidden} + 3")


def test_the_other_camera_is_not_mirrored_and_what_is_sent_never_is(
    session: Callable[..., Page],
) -> None:
    page = session()
    page.locator("#camera-switch").click()
    view = page.locator("#camera-view.mirrored")
    expect(view).to_have_count(1)
    _until(page, "frames().length > 0")
    page.evaluate("document.querySelector('[data-act=camera-flip]').click()")
    expect(view).to_have_count(0)
    before = page.evaluate("frames().length")
    _until(page, f"frames().length > {before} + 2")

    assert [each["facingMode"] for each in page.evaluate("asked")] == ["user", "environment"]
    first, last = (read_frame(bytes(page.evaluate(f"frames().at({n})"))) for n in (0, -1))
    assert (first.image == last.image).all()


def test_the_camera_that_was_chosen_is_taken_at_once_and_recorded(
    session: Callable[..., Page], server: Server
) -> None:
    page = session(camera=True, which_camera="On the shelf", record=True)
    expect(page.locator("#corner")).to_be_visible()
    expect(page.locator("#kept")).to_have_text("Recording")
    _until(page, "frames().length > 20")

    assert page.evaluate("asked[0].deviceId.exact") == "two"
    assert read_frame(bytes(page.evaluate("frames()[0]"))).record
    page.locator("#corner").click()
    page.goto(f"{server.base}/data/")
    steps.comes_true(page, lambda: _there_is_one(page), "the recording is written")
    page.locator(".kept a").click()
    expect(page.locator("#told")).to_contain_text("frames.")
    expect(page.locator("#looking")).to_have_text("No hold that counts, and nothing to remark on.")
    page.get_by_role("button", name="Play").click()
    _until(page, "document.querySelector('#place').value > 100")
    page.get_by_role("button", name="Delete this recording").click()
    expect(page.get_by_text("There is none.")).to_be_visible()


def _there_is_one(page: Page) -> bool:
    page.reload()
    return page.locator(".kept a").count() > 0


def test_without_the_asking_nothing_is_recorded(session: Callable[..., Page]) -> None:
    page = session()
    _watching(page)

    expect(page.locator("#kept")).to_be_hidden()
    assert not read_frame(bytes(page.evaluate("frames()[0]"))).record
