"""A tablet on the home network, beside the computer: let in, led, put out."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import axe, steps
from tests.browser.conftest import SPEECH, Server
from tests.browser.test_fake_camera import ALLOWED, FAKE, MODEL

pytestmark = pytest.mark.browser

TABLET = {"width": 820, "height": 1180}
_SILENCED_MS = 500


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """With a camera that Chromium makes up, and that it allows."""
    with sync_playwright() as play:
        flags = ["--autoplay-policy=no-user-gesture-required", "--no-sandbox", FAKE, ALLOWED]
        one = play.chromium.launch(executable_path=chromium, args=flags)
        yield one
        one.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """It serves a home network, which is this machine's loopback."""
    one = Server(tmp_path / "data", "--lan", "--host", "127.0.0.1")
    yield one
    one.stop()


@pytest.fixture
def computer(let_in: Callable[..., BrowserContext]) -> Page:
    """The computer's own browser."""
    return let_in().new_page()


@pytest.fixture
def device(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Browsers elsewhere on the network, whose people went on in spite of the warning."""
    made: list[BrowserContext] = []

    def another() -> Page:
        context = browser.new_context(ignore_https_errors=True, viewport=TABLET)  # type: ignore[arg-type]
        context.set_default_timeout(steps.PATIENCE_MS)
        context.add_init_script(SPEECH)
        made.append(context)
        return context.new_page()

    yield another
    for context in made:
        context.close()


def _code(computer: Page, server: Server) -> tuple[str, str]:
    """The address and the code that the computer shows."""
    computer.goto(f"{server.base}/devices/")
    computer.get_by_role("button", name="Nobody after all").click()  # the terminal's own code
    computer.get_by_role("button", name="Show a code").click()
    code = computer.locator(".code").text_content() or ""
    address = computer.locator(".code-beside kbd").text_content() or ""
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    return address, code


def _give(page: Page, address: str, code: str, name: str) -> None:
    page.goto(f"{address}/pair/?code={code}")
    page.get_by_label("What to call this device").fill(name)
    page.get_by_role("button", name="Let this device in").click()


def _let_in(computer: Page, server: Server, page: Page, name: str = "Tablet") -> str:
    address, code = _code(computer, server)
    _give(page, address, code, name)
    page.wait_for_url(f"{address}/")
    # The computer's page loads itself anew when it sees the device; nothing may cross that.
    expect(computer.get_by_role("heading", name=name, exact=True)).to_be_visible()
    return address


def test_a_device_is_let_in_by_the_code_and_a_second_one_is_not(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    address, code = _code(computer, server)
    tablet, stranger = device(), device()
    tablet.goto(address)
    expect(tablet.get_by_role("heading", name="Let this device in")).to_be_visible()

    _give(tablet, address, code.lower().replace("-", " "), "Tablet by the mat")
    expect(tablet.get_by_role("button", name="Start")).to_be_visible()
    expect(computer.get_by_role("heading", name="Tablet by the mat")).to_be_visible()

    _give(stranger, address, code, "Somebody else")
    expect(stranger.get_by_text("This code is not good any more")).to_be_visible()
    stranger.goto(f"{address}/progress/")
    expect(stranger.get_by_role("heading", name="Let this device in")).to_be_visible()
    expect(computer.get_by_role("heading", name="Somebody else")).to_have_count(0)


def test_a_device_that_is_put_out_is_out_at_once_in_the_middle_of_a_session(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    address = _let_in(computer, server, tablet)
    steps.start(tablet, address)
    expect(tablet.locator("#elsewhere")).to_be_hidden()

    computer.get_by_role("button", name="Remove: Tablet").click()
    expect(computer.get_by_text("No other device so far.")).to_be_visible()

    expect(tablet.get_by_role("heading", name="Let this device in")).to_be_visible()
    assert tablet.evaluate("sessionStorage.length") == 0
    tablet.goto(f"{address}/session/")
    expect(tablet.get_by_role("heading", name="Let this device in")).to_be_visible()


@pytest.mark.slow
def test_axe_finds_nothing_where_a_device_is_let_in(
    let_in: Callable[..., BrowserContext], browser: Browser, server: Server
) -> None:
    axe.needed()
    computer = let_in(bypass_csp=True).new_page()
    address, code = _code(computer, server)
    axe.unfold(computer)
    found = axe.violations(computer)
    context = browser.new_context(ignore_https_errors=True, bypass_csp=True)
    tablet = context.new_page()
    tablet.goto(f"{address}/pair/?code=AAAA-AAAA")
    tablet.get_by_text("Is this really your computer?").click()
    found += axe.violations(tablet)
    tablet.get_by_role("button", name="Let this device in").click()
    tablet.get_by_text("This is not the code").wait_for()
    found += axe.violations(tablet)
    _give(tablet, address, code, "Tablet")
    computer.get_by_role("heading", name="Tablet", exact=True).wait_for()
    found += axe.violations(computer)
    context.close()

    assert found == []


def test_a_device_cannot_take_the_diary_erase_it_or_let_others_in(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    address = _let_in(computer, server, tablet)
    for path in ("/data/", "/data/diary.json", "/data/backup/", "/devices/", "/data/erase/"):
        tablet.goto(f"{address}{path}")
        expect(tablet.get_by_text("This is done on the computer")).to_be_visible()
    tablet.goto(f"{address}/settings/")
    expect(tablet.get_by_text("This is “Tablet”.")).to_be_visible()
    assert tablet.locator("a[href^='/data/'], a[href^='/devices/']").count() == 0


def test_plain_http_is_refused_on_the_network(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    address, code = _code(computer, server)
    plain = address.replace("https:", "http:")

    for path in ("/", f"/pair/?code={code}"):
        with pytest.raises((urllib.error.URLError, ConnectionError)):
            urllib.request.urlopen(f"{plain}{path}", timeout=60)  # noqa: S310 - our own address
    tablet = device()
    _give(tablet, address, code, "Tablet")
    tablet.wait_for_url(f"{address}/")  # the code is still good: nothing reached us


def test_the_session_moves_to_the_device_and_back_and_one_of_them_speaks(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    address = _let_in(computer, server, tablet)
    steps.start(computer, server.base)
    tablet.goto(f"{address}/")
    tablet.get_by_role("button", name="Go on").click()
    steps.joined(tablet)
    expect(computer.get_by_text("Sound is elsewhere.")).to_be_visible()
    expect(tablet.locator("#elsewhere")).to_be_hidden()
    steps.count_together(computer, tablet)
    assert _who_answers(computer, tablet) == (False, True)

    tablet.keyboard.press("p")
    expect(computer.locator("#sheet-paused")).to_be_visible()
    computer.get_by_role("button", name="Go on").click()
    expect(tablet.locator("#sheet-paused")).to_be_hidden()
    computer.get_by_role("button", name="Sound here").click()
    expect(tablet.get_by_text("Sound is elsewhere.")).to_be_visible()
    assert _who_answers(computer, tablet) == (True, False)

    tablet.reload()  # what was pressed once is not pressed again
    steps.joined(tablet)
    expect(tablet.get_by_text("Sound is elsewhere.")).to_be_visible()
    tablet.get_by_role("button", name="Sound here").click()
    expect(computer.get_by_text("Sound is elsewhere.")).to_be_visible()
    assert _who_answers(computer, tablet) == (False, True)


def _who_answers(computer: Page, tablet: Page) -> tuple[bool, bool]:
    """Who speaks when the words are wanted again; one of them does, and the other had time to."""
    before = [len(steps.spoken(page)) for page in (computer, tablet)]
    computer.keyboard.press("r")
    said = lambda: [len(steps.spoken(page)) for page in (computer, tablet)] != before  # noqa: E731
    steps.comes_true(computer, said, "one of them says it again")
    computer.wait_for_timeout(_SILENCED_MS)
    spoke = [len(steps.spoken(page)) for page in (computer, tablet)]
    return spoke[0] > before[0], spoke[1] > before[1]


def test_the_session_page_on_a_device_is_secure_and_gets_its_camera(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    address = _let_in(computer, server, tablet)
    steps.start(tablet, address)

    assert tablet.evaluate("window.isSecureContext && 'wakeLock' in navigator")
    got = "navigator.mediaDevices.getUserMedia({video: true}).then((one) => one.active)"
    assert tablet.evaluate(got) is True


@pytest.mark.slow
@pytest.mark.skipif(not MODEL.exists(), reason="no model files: make setup with npm")
def test_the_camera_of_a_device_is_watched_over_the_network(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    address = _let_in(computer, server, tablet)
    steps.start(tablet, address)
    tablet.locator("#camera-switch").click()

    expect(tablet.locator("#camera-word")).to_have_text("I can’t see you.", timeout=steps.MODEL_MS)


# As Safari on an iPad: the page opens, a socket to the same place is refused.
_NO_SOCKETS = """
window.WebSocket = class extends EventTarget {
  static CONNECTING = 0; static OPEN = 1; static CLOSED = 3;
  readyState = 3;
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new CloseEvent("close", { code: 1006 })));
  }
  close() {}
};
"""


def test_a_browser_that_refuses_sockets_is_led_by_plain_requests_and_put_out_as_well(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    tablet.context.add_init_script(_NO_SOCKETS)
    address = _let_in(computer, server, tablet)
    steps.start(tablet, address)
    tablet.keyboard.press("p")
    steps.all_delivered(tablet)
    computer.goto(f"{server.base}/session/")
    expect(computer.locator("#sheet-paused")).to_be_visible()
    computer.get_by_role("button", name="Go on").click()
    expect(tablet.locator("#sheet-paused")).to_be_hidden()
    computer.get_by_role("button", name="Sound here").click()
    expect(tablet.get_by_text("Sound is elsewhere.")).to_be_visible()

    computer.goto(f"{server.base}/devices/")
    computer.get_by_role("button", name="Remove: Tablet").click()
    expect(tablet.get_by_role("heading", name="Let this device in")).to_be_visible()


@pytest.mark.slow
@pytest.mark.skipif(not MODEL.exists(), reason="no model files: make setup with npm")
def test_without_sockets_the_camera_is_watched_all_the_same(
    computer: Page, server: Server, device: Callable[[], Page]
) -> None:
    tablet = device()
    tablet.context.add_init_script(_NO_SOCKETS)
    address = _let_in(computer, server, tablet)
    steps.start(tablet, address)
    with tablet.expect_request(
        lambda one: one.headers.get("content-type") == "application/octet-stream",
        timeout=steps.MODEL_MS,
    ) as sent:
        tablet.locator("#camera-switch").click()
    answer = sent.value.response()
    assert answer is not None
    assert answer.status == 204
