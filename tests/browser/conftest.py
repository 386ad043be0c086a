"""A real browser on a real server. Without Chromium these tests are skipped, except in CI."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.steps import PATIENCE_MS
from tests.browser.watching import Watched

ROOT = Path(__file__).parents[2]
SPEECH = (Path(__file__).parent / "speech.js").read_text(encoding="utf-8")
expect.set_options(timeout=PATIENCE_MS)
_WITHOUT_A_TAP = "--autoplay-policy=no-user-gesture-required"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is."""
    found = os.environ.get("UNPINCH_CHROMIUM") or shutil.which("chromium")
    if not found and os.environ.get("CI") == "true":
        pytest.fail("CI needs Chromium: run make test, which installs it")
    if not found:
        pytest.skip("no Chromium on this machine: run make test, which finds or installs it")
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for a file of tests; it may sound without a tap, as after one.

    Playwright's event loop runs while it is open, which would forbid other tests the diary.
    """
    with sync_playwright() as play:
        # Containers run as root, where Chromium refuses its own sandbox.
        rooted = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        one = play.chromium.launch(executable_path=chromium, args=[_WITHOUT_A_TAP, *rooted])
        yield one
        one.close()


class Server:
    """`unpinch serve` with a diary of its own, which can be stopped and started again."""

    def __init__(self, data: Path, *more: str) -> None:
        """Start it on a free port, with the safety questions answered, and `more` said to it."""
        self._data, self._more = data, more
        screened = [sys.executable, "-m", "tests.browser.screened", str(data)]
        subprocess.run(screened, check=True, cwd=ROOT)
        self.address = self._start("0")
        self.base = self.address.split("/?", maxsplit=1)[0]

    def _start(self, port: str) -> str:
        program = str(Path(sys.executable).parent / "unpinch")
        command = [program, "serve", "--no-browser", "--port", port, "--data", str(self._data)]
        command += self._more
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        printed = re.search(r"http\S+", self._process.stdout.readline())
        assert printed is not None, "unpinch serve printed no address"
        return printed.group(0)

    def stop(self) -> None:
        """Gone, as after a crash."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def start_again(self) -> None:
        """The same diary at the same port."""
        self._start(self.base.rsplit(":", maxsplit=1)[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test."""
    one = Server(tmp_path / "data")
    yield one
    one.stop()


@pytest.fixture
def let_in(browser: Browser, server: Server) -> Iterator[Callable[..., BrowserContext]]:
    """A browser context that has been let in; what it must never do is watched, and checked."""
    made: list[tuple[BrowserContext, Watched | None]] = []

    def open_it(*, quiet: bool = True, **options: object) -> BrowserContext:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(SPEECH)
        watched = Watched(context, server.address)
        made.append((context, watched if quiet else None))
        page = context.new_page()
        page.goto(server.address)
        page.close()
        return context

    yield open_it
    for context, watched in made:
        context.close()
        assert watched is None or watched.wrong == []
