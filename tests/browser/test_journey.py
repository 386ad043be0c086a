"""From the first opening to the end of a session, and what was spoken on the way."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import steps
from tests.browser.conftest import Server
from unpinch import exercises
from unpinch.exercises.choosing import Choice
from unpinch.exercises.choosing import plan as plan_of
from unpinch.session import Script, State, project, script, step
from unpinch.terms.cue import Cue, Priority
from unpinch.terms.event import Started

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OTHERS = ("hamstring-stretch", "opposition-stretch", "childs-pose")
LATE_MS = 1500  # a busy machine; what is later the page itself leaves unsaid


def _engine_says() -> list[Cue]:
    """Every cue of the shortened program, from the engine alone."""
    left_out = tuple(Choice(exercise=name, left_out=True) for name in OTHERS)
    program = exercises.programs()["leg-numbness"]
    whole: Script = script(plan_of(program, exercises.library(), left_out, "brisk"))
    state, cues = step(whole, State(), Started(0))
    return [cue for cue in (*cues, *project(whole, state).cues) if cue.say]


def test_from_the_first_opening_to_the_end_every_word_is_spoken_in_time(
    let_in: Callable[..., BrowserContext], server: Server
) -> None:
    page = let_in().new_page()
    page.goto(f"{server.base}/")
    page.get_by_text("Your handout, read out loud").wait_for()
    for other in OTHERS:
        steps.leave_out(page, server.base, other)
    steps.choose_brisk(page, server.base)
    joined = _joined_ms(page)
    steps.start(page, server.base)
    expected = [cue for cue in _engine_says() if _can_be_said(cue, joined[0])]

    page.get_by_role("heading", name="That is all for today.").wait_for(timeout=180_000)
    said = steps.spoken(page)
    assert [one["text"] for one in said] == [cue.say for cue in expected]
    assert {one["voice"] for one in said} == {"At Home"}
    _in_time(said, expected)
    assert page.get_by_text("Done: 2 holds.").is_visible()

    page.get_by_role("link", name="To Today").click()
    page.get_by_role("heading", name="Done for today.").wait_for()


def _joined_ms(page: Page) -> list[int]:
    """The session's time in each news to the page: in the first, how long it took to open."""
    told: list[int] = []

    def heard(frame: str | bytes) -> None:
        news = json.loads(frame)
        if news["type"] == "state":
            told.append(news["now_ms"])

    page.on("websocket", lambda socket: socket.on("framereceived", heard))
    return told


def _can_be_said(cue: Cue, joined_ms: int) -> bool:
    """A page that opens late says the word of safety, and over it nothing that was due before."""
    return cue.priority is Priority.SAFETY or cue.at_ms > joined_ms


def _in_time(said: list[dict[str, float]], expected: list[Cue]) -> None:
    """Each word at the engine's time. The page opened after the first, so the second is zero."""
    zero = said[1]["at"] - expected[1].at_ms
    for one, cue in zip(said[1:], expected[1:], strict=True):
        assert abs(one["at"] - zero - cue.at_ms) < LATE_MS, cue.say
