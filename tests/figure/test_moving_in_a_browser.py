"""figure.js in a real browser, under the pages' own policy: no inline style, no markup as text."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, sync_playwright

from tests.figure.made import library
from unpinch import figure
from unpinch.terms.side import Side

pytestmark = pytest.mark.browser

MODULE = Path(figure.__file__).parents[1] / "web" / "static" / "unpinch" / "figure.js"
POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"
SITE = "http://figure.test/"

BOOT = 'import * as figure from "./figure.js"; Object.assign(window, figure, {ready: true});'
SHIN = "document.querySelector('[data-part=near-shin]').getAttribute('d')"
GLOW = "document.querySelector('[data-part=glow]')"


@pytest.fixture
def page() -> Iterator[Page]:
    """A page with one drawing, the module, and the motion to play, all from memory."""
    chromium = os.environ.get("UNPINCH_CHROMIUM") or shutil.which("chromium")
    if not chromium and os.environ.get("CI"):
        pytest.fail("no Chromium here, and in CI the browser tests must run")
    if not chromium:
        pytest.skip("no Chromium here; make test installs one")
    exercise = library()["hamstring-stretch"]
    drawing = figure.draw(exercise, "start", Side.LEFT, theme="page", uid="here")
    files = {
        "": ("text/html", f'<body>{drawing}<script type="module" src="boot.js"></script></body>'),
        "boot.js": ("text/javascript", BOOT),
        "figure.js": ("text/javascript", MODULE.read_text()),
    }

    def answer(route: Route) -> None:
        kind, body = files.get(route.request.url.removeprefix(SITE), ("text/plain", ""))
        headers = {"Content-Security-Policy": POLICY}
        route.fulfill(content_type=kind, body=body, headers=headers)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page()
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.route("**/*", answer)
        tab.goto(SITE)
        tab.wait_for_function("window.ready")
        motion = json.loads(figure.motion(exercise, Side.LEFT).json())
        tab.evaluate("m => Object.assign(window, {m, svg: document.querySelector('svg')})", motion)
        yield tab
        assert said == []
        browser.close()


def test_it_moves_to_the_hold_where_the_light_breathes_and_back_again(page: Page) -> None:
    start = page.evaluate(SHIN)
    assert page.evaluate("playMotion(svg, m, {ms: 200}).finished")
    assert page.evaluate(SHIN) != start
    assert page.evaluate(f"{GLOW}.getAttribute('opacity')") == "1"
    assert page.evaluate(f"{GLOW}.classList.contains('fig-glow-breathing')")
    assert page.evaluate("playMotion(svg, m, {from: 1, to: 0, ms: 200}).finished")
    assert page.evaluate(SHIN) == start
    assert page.evaluate(f"{GLOW}.getAttribute('opacity')") == "0"


def test_a_cancelled_motion_stays_where_it_is_and_says_that_it_did_not_arrive(page: Page) -> None:
    assert not page.evaluate(
        "(() => { const p = playMotion(svg, m, {ms: 5000}); p.cancel(); return p.finished; })()"
    )


def test_a_new_motion_ends_the_one_before(page: Page) -> None:
    assert page.evaluate(
        "(async () => { const first = playMotion(svg, m, {ms: 5000});"
        " const second = playMotion(svg, m, {ms: 100});"
        " return [await first.finished, await second.finished]; })()"
    ) == [False, True]


def test_with_reduced_motion_the_hold_is_there_at_once(page: Page) -> None:
    page.evaluate("playMotion(svg, m, {reducedMotion: true})")
    assert page.evaluate(f"{GLOW}.getAttribute('opacity')") == "1"


def test_a_drawing_made_with_other_words_is_refused_by_name(page: Page) -> None:
    said = page.evaluate(
        "(() => { try { show(svg, {...m, slots: [['third-arm', 'd', 'M# #']]}, 0); }"
        " catch (error) { return error.message; } })()"
    )
    assert said == 'figure.js: this drawing has no part "third-arm"; draw it with the same words'
