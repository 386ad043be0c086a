"""The pages around a session: its beginning, its figures, its end."""

import gzip
import json
from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError
from django.test import AsyncClient, Client

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.kept import keep
from tests.web.page import words
from unpinch.journal.entry import Entry
from unpinch.journal.store import shelf
from unpinch.runtime.hub import Hub, NotStoredError
from unpinch.terms.event import Hurts, LeftOut, PainKind, PainPlace, Skipped, Stopped
from unpinch.web.views import session as pages

FIGURE = "/figure/knees-to-chest/-/left/"


async def test_one_tap_starts_and_leads_to_the_session(session_client: AsyncClient) -> None:
    await sync_to_async(answer_no)()
    answer = await session_client.post("/session/start/")

    assert (answer.status_code, answer["Location"]) == (302, "/session/")
    page = await session_client.get("/session/")
    assert b"One moment." in page.content
    assert b"It hurts" in page.content


async def test_before_the_safety_questions_nothing_starts(session_client: AsyncClient) -> None:
    await session_client.post("/session/start/")

    assert (await session_client.get("/session/")).status_code == 302


async def test_without_a_session_there_is_only_today(session_client: AsyncClient) -> None:
    answer = await session_client.get("/session/")

    assert (answer.status_code, answer["Location"]) == (302, "/")


async def test_a_running_session_waits_on_today(session_client: AsyncClient) -> None:
    await sync_to_async(answer_no)()
    await session_client.post("/session/start/")
    told = words(await session_client.get("/"))

    assert "Your session is running." in told
    assert "Go on" in told


def test_the_end_tells_what_was_done_by_exercise(client: Client, clock: Clock) -> None:
    told = words(client.get(f"/session/{keep(clock)}/done/"))

    assert "That is all for today." in told
    assert "Knees to chest Done: 2 holds. Held 15 seconds on the right, 15 seconds on the left."
    assert "Opposition stretch Done: 20 holds." in told
    assert "Child's pose Done: 2 holds. Held 30 seconds." in told


def test_the_end_tells_what_was_skipped_and_left_out(client: Client, clock: Clock) -> None:
    session = keep(clock, LeftOut(5_000), Skipped(30_000), Stopped(90_000))
    told = words(client.get(f"/session/{session}/done/"))

    assert "You stopped here." in told
    assert "Knees to chest Left out." in told
    assert "Opposition stretch Not reached." in told


def test_the_end_tells_where_it_hurt_and_what_to_do(client: Client, clock: Clock) -> None:
    session = keep(clock, Hurts(50_000, where=PainPlace.CALF, kind=PainKind.SPREADING))
    told = words(client.get(f"/session/{session}/done/"))

    assert "We stopped because it hurt." in told
    assert "Numbness or tingling went further down (calf or shin)." in told
    assert "ask a clinician" in told


def test_an_alarm_keeps_its_advice_on_the_page(client: Client, clock: Clock) -> None:
    session = keep(clock, Hurts(50_000, kind=PainKind.ALARM))

    assert "Go to an emergency department now." in words(client.get(f"/session/{session}/done/"))


def test_a_place_told_after_the_end_is_written_down(client: Client, clock: Clock) -> None:
    session = keep(
        clock,
        Hurts(50_000, kind=PainKind.SHARP),
        Hurts(55_000, kind=PainKind.SHARP, where=PainPlace.FOOT),
    )
    told = words(client.get(f"/session/{session}/done/"))

    assert "Sharp or electric (foot)." in told
    assert "less than a minute" in told or "about one minute" in told


def test_a_session_that_is_not_in_the_diary_is_not_found(client: Client) -> None:
    assert client.get(f"/session/{uuid4()}/done/").status_code == 404


def test_a_figure_comes_packed_with_its_motion(client: Client) -> None:
    answer = client.get(FIGURE)
    picture = json.loads(gzip.decompress(answer.content))

    assert answer["Content-Encoding"] == "gzip"
    assert picture["start"].startswith("<svg")
    assert "var(--fig-move" in picture["start"]
    assert len(picture["way"]["bends"]) > 2


def test_a_figure_that_is_known_already_is_not_sent_again(client: Client) -> None:
    mark = client.get(FIGURE)["ETag"]

    assert client.get(FIGURE, headers={"If-None-Match": mark}).status_code == 304


def test_figures_that_do_not_exist_are_not_found(client: Client) -> None:
    for address in (
        "/figure/x/-/left/",
        "/figure/knees-to-chest/x/-/",
        "/figure/childs-pose/-/up/",
    ):
        assert client.get(address).status_code == 404


async def test_on_a_full_disk_the_end_still_says_what_happened_and_that_it_is_not_written_yet(
    session_client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_entry: Entry) -> bool:
        raise OperationalError("database or disk is full")

    await sync_to_async(answer_no)()
    hub: Hub = vars(pages)["hub"]  # the one that the fixture put there
    session = await hub.start()
    monkeypatch.setattr(shelf, "append", full)
    with pytest.raises(NotStoredError):
        await hub.deliver(session, uuid4(), Hurts(0, kind=PainKind.SHARP))
    page = words(await session_client.get(f"/session/{session}/done/"))
    await hub.forget()

    assert "We stopped because it hurt." in page
    assert "The diary cannot be written at the moment" in page
    assert "It is in your diary" not in page


def test_after_pain_the_end_counts_what_was_done_before_and_names_a_kind_no_place(
    client: Client, clock: Clock
) -> None:
    answer_no()
    session = keep(clock, Hurts(60_500, kind=PainKind.SHARP), minutes=2)

    told = words(client.get(f"/session/{session}/done/"))

    assert "It hurt. Done before that: 1 of 2 holds." in told
    assert "What you said of the pain Sharp or electric." in told
