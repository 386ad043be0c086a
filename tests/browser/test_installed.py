"""Unpinch as an app: what a system learns of it, and what is shown when nothing answers."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import axe, steps
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

_KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      found.push(new URL(request.url).pathname);
  return found.sort();
}"""
_ONLY = ["/offline/", "/static/unpinch/doorstep.css", "/static/unpinch/tokens.css"]


def _ready(page: Page, server: Server) -> None:
    """Today was open, and the worker is at work."""
    page.goto(f"{server.base}/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_without_the_server_a_page_says_what_to_do_and_with_it_all_is_as_before(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in(quiet=False).new_page()  # the browser complains of the lost line, rightly
    _ready(page, server)
    server.stop()

    for path in ("/", "/progress/"):
        page.goto(f"{server.base}{path}")
        heading = page.get_by_role("heading", name="Unpinch is not running on your computer")
        expect(heading).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "it has its style"
    server.start_again()
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("button", name="Start")).to_be_visible()


def test_nothing_of_the_diary_is_ever_kept(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    _ready(page, server)
    for path in ("/", "/progress/", "/settings/", "/data/", "/safety/", "/exercises/"):
        page.goto(f"{server.base}{path}")
    steps.start(page, server.base)
    page.goto(f"{server.base}/about/")

    assert page.evaluate(_KEPT) == _ONLY
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.slow
def test_axe_finds_nothing_on_the_page_that_is_kept(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    axe.needed()
    page = let_in(bypass_csp=True).new_page()
    page.goto(f"{server.base}/offline/")

    assert axe.violations(page) == []


def test_a_system_may_install_it(let_in: Callable[..., BrowserContext], server: Server) -> None:
    """Chromium itself says what is wrong with the manifest and its icons."""
    context = let_in()
    page = context.new_page()
    _ready(page, server)
    devtools = context.new_cdp_session(page)

    read = devtools.send("Page.getAppManifest")
    assert read["errors"] == []
    assert json.loads(read["data"])["start_url"] == "/"
    wrong = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A private window may not install anything; everything else would be our fault.
    assert [one for one in wrong if one["errorId"] != "in-incognito"] == []
