"""What Today and Session weigh on the wire, in a real browser with an empty cache.

Counted is every body as it was sent (packed, if the server packs it): page, scripts, styles,
drawings. Fonts stand apart, as they do in the goal; the camera is off, as it is at first.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Request, sync_playwright

from bench.row import Row
from bench.server import unpinch
from tools.chromium import find

GOAL_KB = 150
KB = 1_000.0
SETTLED_MS = 2_000  # modules load modules, and drawings come after them


def bench() -> list[Row]:
    """Load each page once in a context of its own."""
    chromium = find()
    if chromium is None:
        raise RuntimeError("no Chromium: install it or set CHROMIUM to its path")
    with (
        TemporaryDirectory() as folder,
        unpinch(Path(folder)) as address,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            today = _weigh(browser, address, "Today", "/")
            _start_session(browser, address)
            return today + _weigh(browser, address, "Session", "/session/")
        finally:
            browser.close()


def _start_session(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        _answer_with_no(page, address.split("/?")[0])
        page.locator("form[action$='session/start/'] button").click()
        page.wait_for_url("**/session/")


def _answer_with_no(page: Page, base: str) -> None:
    """The safety questions come before the first session."""
    page.add_init_script("performance.now = () => 60_000")  # no answer comes too soon
    page.goto(f"{base}/safety/")
    page.locator("form[action$='begin/'] button").first.click()
    page.locator("select[name=country]").select_option("DE")
    page.locator("form[method=post] button").last.click()
    page.wait_for_url("**/question/*/")
    while "/question/" in page.url:
        before = page.url
        page.locator("button[value=no]").click()
        page.wait_for_function("before => location.href !== before", arg=before)
        page.wait_for_load_state()


def _weigh(browser: Browser, address: str, name: str, path: str) -> list[Row]:
    with browser.new_context() as context:
        context.request.get(address)  # takes the cookie and leaves the cache empty
        page = context.new_page()
        finished: list[Request] = []
        page.on("requestfinished", lambda request: finished.append(request))
        page.goto(address.split("/?")[0] + path, wait_until="load")
        page.wait_for_timeout(SETTLED_MS)
        sent = [request for request in finished if request.url.startswith("http")]  # no blobs
        fonts = [request for request in sent if request.resource_type == "font"]
        rest = [request for request in sent if request.resource_type != "font"]
        return [
            Row(f"{name}, fonts apart", _kilobytes(rest), "KB", GOAL_KB, f"{len(rest)} requests"),
            Row(f"{name}, fonts", _kilobytes(fonts), "KB"),
        ]


def _kilobytes(requests: list[Request]) -> float:
    return sum(request.sizes()["responseBodySize"] for request in requests) / KB
