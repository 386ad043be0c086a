"""The pure parts of the page's scripts, each asked in a real browser, without a session."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Server
from unpinch.exercises import library
from unpinch.figure import motion
from unpinch.session import words
from unpinch.terms.side import Side

pytestmark = pytest.mark.browser

CUES = """[
  {kind: "welcome", at_ms: 0, say: "Let go.", line: "Let go.", priority: 3, room_ms: 900},
  {kind: "hold", at_ms: 1000, say: "Hold.", line: "Hold.", priority: 2, room_ms: 900},
  {kind: "count", at_ms: 2000, say: "Three.", line: "Three.", priority: 1, room_ms: 900},
]"""
KEYS = [
    ("p", "running", False, "pause"),
    ("P", "paused", False, "resume"),
    ("h", "paused", False, "hurt"),
    ("q", "running", False, "pause"),
    ("Escape", "running", False, "pause"),
    (" ", "running", False, "pause"),
    (" ", "running", True, None),
    ("Enter", "running", True, None),
    (" ", "paused", False, "resume"),
    ("q", "paused", False, None),
    ("Tab", "running", False, None),
    ("F5", "running", False, None),
    ("AudioVolumeUp", "running", False, None),
    ("h", "asking", False, None),
    (" ", "asking", False, None),
]


@pytest.fixture
def ask(let_in: Callable[..., BrowserContext], server: Server) -> Callable[[str, str], Any]:
    """Evaluate an expression with a module of the page at hand as `it`."""
    page: Page = let_in().new_page()
    page.goto(f"{server.base}/about/")

    def asked(module: str, expression: str) -> Any:
        return page.evaluate(f"import('/static/unpinch/{module}.js').then((it) => ({expression}))")

    return asked


def test_a_late_cue_is_dropped_but_never_a_word_of_safety(ask: Callable[[str, str], Any]) -> None:
    due = f"it.due({CUES}, 3000, new Set()).map((cue) => cue.say)"

    assert ask("player", due) == ["Let go.", "Three."]


def test_a_page_that_waits_shows_the_words_of_the_engine(ask: Callable[[str, str], Any]) -> None:
    both = "['paused', 'hurt'].map((phase) => it.waitingLine(phase, held))"
    shown = ask("screen", f"[true, false].map((held) => {both})")

    assert shown == [
        [words.PAUSED[1], words.HURT[1]],
        [words.PAUSED_UNHELD[1], words.HURT_UNHELD[1]],
    ]


def test_nothing_is_said_twice(ask: Callable[[str, str], Any]) -> None:
    due = f"it.due({CUES}, 1200, new Set(['1000 hold Hold.'])).map((cue) => cue.say)"

    assert ask("player", due) == ["Let go."]


def test_the_page_waits_for_the_next_second_cue_or_scene(ask: Callable[[str, str], Any]) -> None:
    assert ask("player", f"it.quiet({CUES}, [{{at_ms: 0, until_ms: 9300}}], 1900)") == 100
    assert ask("player", "it.quiet([], [{at_ms: 0, until_ms: 9300}], 1900)") == 400
    assert ask("player", "it.quiet([], [{at_ms: 0}, {at_ms: 2150}], 1900)") == 250


def test_what_each_key_means(ask: Callable[[str, str], Any]) -> None:
    presses = json.dumps([(key, mode, on_button) for key, mode, on_button, _ in KEYS])
    quiet = "ctrlKey: false, altKey: false, metaKey: false, repeat: false"
    meanings = f"{presses}.map(([key, mode, on]) => it.meaning({{key, {quiet}}}, mode, on))"

    assert ask("keys", meanings) == [act for _, _, _, act in KEYS]


def test_only_voices_of_this_device_are_picked(ask: Callable[[str, str], Any]) -> None:
    voices = """[
      {name: "Cloud", lang: "en-US", localService: false, default: true},
      {name: "Ort", lang: "de-DE", localService: true, default: false},
      {name: "Home", lang: "en-GB", localService: true, default: false},
    ]"""

    assert ask("voice", f"it.pick({voices}, '').name") == "Home"
    assert ask("voice", f"it.pick({voices}, 'Ort').name") == "Ort"
    assert ask("voice", f"it.pick({voices}, 'Cloud').name") == "Home"
    assert ask("voice", f"it.pick({voices}.slice(0, 2), '')") is None


def test_the_number_moves_to_the_side_that_works(ask: Callable[[str, str], Any]) -> None:
    scenes = """[{at_ms: 0, phase: "holding", name: "Knees to chest", side: "left", turn: 1,
      repetition: 1, of: 1, until_ms: 14200, unit: "seconds left of 15", line: "Hold."},
      {at_ms: 28400, phase: "finished"}]"""
    shown = ask("screen", f"it.view({scenes}, {CUES}, 2100, 28400)")

    assert shown == {
        "where": "Knees to chest", "place": "left", "side": "left", "arrow": "left",
        "number": "13", "unit": "seconds left of 15", "line": "Hold.", "told": "Hold.",
        "panel": False, "gone": pytest.approx(2100 / 28400),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("scene", "where"),
    [
        ('{name: "Bridge", repetition: 2, of: 3}', "Bridge, 2 of 3"),
        (
            '{name: "Bridge", repetition: 2, of: 3, set: 2, sets: 4}',
            "Bridge, set\u00a02\u00a0of\u00a04",
        ),
        ('{name: "Bridge", repetition: 1, of: 3, sets: 4}', "Bridge, set\u00a01\u00a0of\u00a04"),
        ('{name: "Walking", repetition: 1, of: 1}', "Walking"),
    ],
)
def test_the_bar_says_which_set_or_else_which_repetition(
    ask: Callable[[str, str], Any], scene: str, where: str
) -> None:
    shown = f"it.view([{{at_ms: 0, phase: 'holding', ...{scene}}}], [], 0, 0).where"

    assert ask("screen", shown) == where


def test_how_much_is_over_is_told_of_the_whole_session_where_only_a_part_is_sure(
    ask: Callable[[str, str], Any],
) -> None:
    sure = '[{at_ms: 0, phase: "getting ready"}, {at_ms: 20000, phase: "moving", until_ms: null}]'

    assert ask("screen", f"it.view({sure}, [], 25000, 100000).gone") == 0.25


def test_nothing_stands_on_the_screen_twice(ask: Callable[[str, str], Any]) -> None:
    assert ask("screen", "it.beyond('Left leg.', 'Left leg. Draw it up.')") == "Draw it up."
    assert ask("screen", "it.beyond('Rest.', 'Rest.')") == ""
    assert ask("screen", "it.beyond('Left leg.', 'Draw it up.')") == "Draw it up."
    held = "it.beyond('Hold. Breathe slowly.', 'Hold. Pull the knee in.')"
    assert ask("screen", held) == "Pull the knee in."
    switched = "it.beyond('Switch sides: right hand, left leg.', 'Right hand, left leg.')"
    assert ask("screen", switched) == ""
    assert ask("screen", "it.beyond('Right leg, 4 of 10.', 'Again. 4 of 10.')") == ""
    deeper = "it.beyond('Right leg, 2 of 3.', 'Again. 2 of 3. Go a little deeper.')"
    assert ask("screen", deeper) == "Again. Go a little deeper."


def test_the_words_stay_for_a_page_that_comes_after_they_were_said(
    ask: Callable[[str, str], Any],
) -> None:
    scenes = """[{at_ms: 2500, phase: "getting ready", name: "Knees to chest", until_ms: 9000,
      line: "Knees to chest.", told: "Knees to chest. Lie on your back."}]"""
    shown = ask("screen", f"it.view({scenes}, {CUES}, 2600, 28400)")

    assert (shown["line"], shown["told"]) == (
        "Knees to chest.", "Knees to chest. Lie on your back.",
    )  # fmt: skip


def test_a_clock_that_fell_behind_the_wall_has_slept(ask: Callable[[str, str], Any]) -> None:
    clock = """(() => {
      const times = {running: 0, wall: 0};
      const clock = new it.Clock(() => times.running, () => times.wall);
      clock.set(5000);
      times.running += 1000; times.wall += 1000;
      const awake = [clock.now(), clock.slept()];
      times.wall += 60000;
      return [...awake, clock.slept()];
    })()"""

    assert ask("clock", clock) == [6000, False, True]


def test_what_the_person_did_survives_a_reload_until_it_is_confirmed(
    ask: Callable[[str, str], Any],
) -> None:
    kept = """(() => {
      const store = window.sessionStorage;
      const key = new it.Outbox(store).add("s", {event: "paused", at_ms: 5}).key;
      const again = new it.Outbox(store);
      const found = again.letters.map((letter) => letter.event.event);
      again.forget(key);
      return [found, new it.Outbox(store).letters.length];
    })()"""

    assert ask("outbox", kept) == [["paused"], 0]


def test_news_from_before_what_the_person_did_waits_for_the_answer(
    ask: Callable[[str, str], Any],
) -> None:
    """Paused, gone on and hurt at once: what the first two bring must not start anything again."""
    heard = """(() => {
      const heard = [];
      const ends = {hear: (message) => heard.push(message.now_ms ?? message.type)};
      const link = new it.Link("ws://nowhere", ends, window.sessionStorage);
      for (const event of ["paused", "resumed", "hurts"]) link.tell("s", {event, at_ms: 1});
      for (const [at, {key}] of [...link.outbox.letters].entries()) {
        link.hear({type: "state", now_ms: at});
        link.hear({type: "ack", key});
      }
      link.hear({type: "state", now_ms: 3});
      return heard;
    })()"""

    assert ask("link", heard) == ["ack", "ack", "ack", 2, 3]


def test_after_a_reload_news_waits_for_what_was_not_confirmed(
    ask: Callable[[str, str], Any],
) -> None:
    heard = """(() => {
      const heard = [];
      const ends = {hear: (message) => heard.push(message.now_ms ?? message.type)};
      const before = new it.Link("ws://nowhere", ends, window.sessionStorage);
      before.tell("s", {event: "hurts", at_ms: 1});
      const link = new it.Link("ws://nowhere", ends, window.sessionStorage);
      link.hear({type: "state", now_ms: 0});
      link.hear({type: "unstored", key: link.outbox.letters[0].key});
      return [heard, link.outbox.letters.length];
    })()"""

    assert ask("link", heard) == [["unstored", 0], 1]


def test_the_way_of_a_figure_arrives_as_it_was_drawn(ask: Callable[[str, str], Any]) -> None:
    drawn = motion(library()["hamstring-stretch"], Side.LEFT)
    address = "/figure/hamstring-stretch/-/left/"
    unpacked = f"fetch('{address}').then((a) => a.json()).then((a) => it.unpack(a.way))"
    found = ask("picture", unpacked)

    assert found["frames"] == [list(frame) for frame in drawn.frames]
    assert found["slots"] == [[s.part, s.attribute, s.text] for s in drawn.slots]
