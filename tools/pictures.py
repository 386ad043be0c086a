"""Take the pictures of the README anew: `python -m tools.pictures`. Needs Chromium; three minutes.

Real sessions on diaries of their own, in real time, so that the pictures show what people see. In
the camera's place is the simulated patient, whom no picture has to protect.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import steps
from tests.browser.filmed import as_script
from tests.runtime.listening import film
from tools.chromium import find
from unpinch.patient.camera import View

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
# Nobody taps these pages, so they may sound without.
FLAGS = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"]
LAPTOP = {"width": 1440, "height": 900}
LEGS_TOO = {"width": 1440, "height": 1072}
SPEECH = (Path(__file__).parent.parent / "tests/browser/speech.js").read_text(encoding="utf-8")
FILMED = "hamstring-stretch"
OTHERS = ("knees-to-chest", "opposition-stretch", "childs-pose")
VIEW = View(turn=0, height=0.5, away=2.3)  # as the figure is drawn
A_MOMENT_MS = 180_000


def main() -> None:
    """Three diaries: one of somebody new, one with the camera on, one of three weeks."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        with _served() as address:
            _session(browser, address)
        with _served() as address:
            _coach(browser, address)
        with _served("tests.browser.weeks", "whole") as address:
            _progress(browser, address)
        browser.close()


def _session(browser: Browser, address: str) -> None:
    laptop = _context(browser, address).new_page()
    laptop.goto(address.partition("?")[0])
    _picture(laptop, "today")
    laptop.get_by_role("button", name=re.compile("Start")).first.click()
    laptop.wait_for_url("**/session/")
    _wait(laptop, "holding", number=10)
    _picture(laptop, "hold")
    _wait(laptop, "moving", number=6, side="left")
    _picture(laptop, "switch")


def _coach(browser: Browser, address: str) -> None:
    """One exercise only, before the camera from its beginning."""
    context = _context(browser, address)
    context.add_init_script(as_script(film(FILMED, view=VIEW)))
    page = context.new_page()
    for other in OTHERS:
        page.goto(address.partition("?")[0] + "exercises/")
        page.locator(f"#{other}").get_by_label("Leave this exercise out").check()
        page.locator(f"#{other} .fields").get_by_role("button", name="Save").click()
    steps.start(page, address.partition("/?")[0])
    page.locator("#camera-switch").click()
    page.locator("#corner").wait_for(timeout=A_MOMENT_MS)
    _wait(page, "holding", number=18)
    _picture(page, "coach")


def _progress(browser: Browser, address: str) -> None:
    page = _context(browser, address, LEGS_TOO).new_page()
    page.goto(address.partition("?")[0] + "progress/")
    page.wait_for_load_state("networkidle")
    _picture(page, "progress")


def _context(browser: Browser, address: str, size: dict[str, int] = LAPTOP) -> BrowserContext:
    """A browser that has been let in, with a voice."""
    context = browser.new_context(viewport=size, color_scheme="light")  # type: ignore[arg-type]
    context.add_init_script(SPEECH)
    page = context.new_page()
    page.goto(address)
    page.close()
    return context


def _wait(page: Page, phase: str, *, number: int, side: str = "right") -> None:
    """Until the session shows this."""
    page.wait_for_function(
        """([phase, number, side]) => {
          const session = document.getElementById("session").dataset;
          const shown = document.getElementById("number").textContent;
          return session.phase === phase && session.side === side && shown === number;
        }""",
        arg=[phase, str(number), side],
        timeout=A_MOMENT_MS,
    )


def _picture(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")


@contextmanager
def _served(*filled: str) -> Iterator[str]:
    """A server with a diary in which the safety questions are answered; its opening address."""
    with tempfile.TemporaryDirectory() as diary:
        for module, *more in filter(None, (("tests.browser.screened",), filled)):
            words = [sys.executable, "-m", module, diary, *more]
            subprocess.run(words, check=True)  # noqa: S603 - our own words
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
