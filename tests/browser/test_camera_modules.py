"""The pure parts of the camera's scripts, each asked in a real browser, without a session."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Server
from unpinch.runtime.frame import read_frame

pytestmark = pytest.mark.browser

SCENES = """[
  {at_ms: 0, phase: "getting ready", until_ms: 1000},
  {at_ms: 1000, phase: "moving", until_ms: 4000},
  {at_ms: 4000, phase: "holding", until_ms: 9000},
  {at_ms: 9000, phase: "releasing", until_ms: 12000},
]"""
CUES = '[{at_ms: 1000, say: "Move."}, {at_ms: 4000, say: "Hold."}, {at_ms: 9000, say: "Rest."}]'
NEAR = "Come a little closer."
NOBODY = "new Float32Array(132)"
SIDE_ON = "world: Float32Array.from({length: 99}, (_, n) => n < 69 && n % 3 === 0 ? 0.5 : 0)"
END_ON = "world: Float32Array.from({length: 99}, (_, n) => n < 69 && n % 3 === 2 ? 0.5 : 0)"
UPRIGHT = "world: Float32Array.from({length: 99}, (_, n) => n < 69 && n % 3 === 1 ? -0.5 : 0)"
WHOLE = "Float32Array.from({length: 132}, (_, n) => [0.2 + n / 300, 0.5, 0, 0.9][n % 4])"


@pytest.fixture
def ask(let_in: Callable[..., BrowserContext], server: Server) -> Callable[[str, str], Any]:
    """Evaluate an expression with a module of the page at hand as `it`."""
    page: Page = let_in().new_page()
    page.goto(f"{server.base}/about/")

    def asked(module: str, expression: str) -> Any:
        return page.evaluate(f"import('/static/unpinch/{module}.js').then((it) => ({expression}))")

    return asked


def test_before_the_camera_the_page_waits_for_the_person(ask: Callable[[str, str], Any]) -> None:
    ahead = ask("waiting", f"it.sure({SCENES}, {CUES}, 500)")

    assert [scene["phase"] for scene in ahead["scenes"]] == ["getting ready", "moving"]
    assert ahead["scenes"][-1]["until_ms"] is None
    assert [cue["say"] for cue in ahead["cues"]] == ["Move."]


def test_a_hold_that_runs_is_played_to_its_end(ask: Callable[[str, str], Any]) -> None:
    ahead = ask("waiting", f"it.sure({SCENES}, {CUES}, 5000)")

    assert len(ahead["scenes"]) == 4


def test_without_the_server_what_was_waited_for_begins_now(ask: Callable[[str, str], Any]) -> None:
    ahead = ask("waiting", f"it.byTheClock({SCENES}, {CUES}, 24000, 500)")

    assert [cue["at_ms"] for cue in ahead["cues"]] == [1000, 24000, 29000]
    assert ahead["scenes"][2]["until_ms"] == 29000


def test_a_frame_that_the_page_packs_is_one_that_the_server_reads(
    ask: Callable[[str, str], Any],
) -> None:
    seen = (
        f"{{seen: true, image: {WHOLE}, world: new Float32Array(99).fill(0.25),"
        " width: 640, height: 480, t_ms: 12.5}"
    )
    frame = read_frame(bytes(ask("frame", f"Array.from(new Uint8Array(it.packed({seen}, 7)))")))

    assert (frame.t_ms, frame.sequence, frame.size) == (12.5, 7, (640, 480))
    assert frame.image[0, 3] == pytest.approx(0.9)
    assert float(frame.world[32, 2]) == 0.25


@pytest.mark.parametrize(
    ("seen", "light", "line"),
    [
        (f"{{seen: false, image: {NOBODY}}}", 200, "I can’t see you."),
        (f"{{seen: false, image: {NOBODY}}}", 10, "Turn on a light."),
        (f"{{seen: true, image: {WHOLE}, {SIDE_ON}}}", 200, "I see all of you"),
        (f"{{seen: true, image: {WHOLE}, {UPRIGHT}}}", 200, "I see all of you"),
        (f"{{seen: true, image: {WHOLE}, {END_ON}}}", 200, "Turn your side to me."),
        (f"{{seen: true, image: {WHOLE}.fill(0, 108)}}", 200, "I can’t see your feet."),
        (f"{{seen: true, image: {WHOLE}.fill(0, 92)}}", 200, "Move back a little."),
        (f"{{seen: true, image: {WHOLE}.map((v, n) => n % 4 ? v : v / 6)}}", 200, NEAR),
    ],
    ids=["nobody", "dark", "all", "upright", "from the feet", "feet", "legs", "far away"],
)
def test_what_is_seen_is_said_in_words(
    ask: Callable[[str, str], Any], seen: str, light: int, line: str
) -> None:
    assert ask("sight", f"it.sight({seen}, {light}).line") == line
