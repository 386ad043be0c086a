"""Take the pictures of the README anew: `python -m tools.pictures`. Needs Chromium; about a minute.

A real session on a diary of its own, in real time, so that the pictures show what people see.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import find

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
# Nobody taps these pages, so they may sound without.
FLAGS = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"]
LAPTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# Seconds after Start at which a calm session shows what we want to show.
HOLD_S, SWITCH_S = 47, 66


def main() -> None:
    """Serve, press Start, and wait for the moments."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as diary,
        _served(diary) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        _take(browser, address)
        browser.close()


def _take(browser: Browser, address: str) -> None:
    laptop = browser.new_context(viewport=LAPTOP, color_scheme="light").new_page()  # type: ignore[arg-type]
    laptop.goto(address)
    _picture(laptop, "today")
    laptop.get_by_role("button", name=re.compile("Start")).first.click()
    laptop.wait_for_url("**/session/")
    begun = time.monotonic()
    phone = browser.new_context(viewport=PHONE, color_scheme="dark").new_page()  # type: ignore[arg-type]
    phone.goto(address)
    phone.goto(laptop.url)
    _wait(begun, HOLD_S)
    _picture(laptop, "hold", hide=True)
    _picture(phone, "hold-phone", hide=True)
    _wait(begun, SWITCH_S)
    _picture(laptop, "switch", hide=True)


def _picture(page: Page, name: str, *, hide: bool = False) -> None:
    """Without the word that the sound is elsewhere: one person has one window."""
    if hide:
        page.evaluate("document.getElementById('elsewhere').hidden = true")
    page.screenshot(path=FOLDER / f"{name}.png")


def _wait(begun: float, until_s: float) -> None:
    time.sleep(max(0, begun + until_s - time.monotonic()))


@contextmanager
def _served(diary: str) -> Iterator[str]:
    screened = [sys.executable, "-m", "tests.browser.screened", diary]
    subprocess.run(screened, check=True)  # noqa: S603 - our own words
    words = [sys.executable, "-m", "unpinch", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen(  # noqa: S603 - our own words
        [*words, "--data", diary], stdout=subprocess.PIPE, text=True
    )
    try:
        yield server.stdout.readline().split()[-1] if server.stdout else ""
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main()
