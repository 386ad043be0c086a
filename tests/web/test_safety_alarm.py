"""The alarm row of a session locks at once; pain of a dangerous kind rests until tomorrow."""

from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async
from django.test import AsyncClient

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.page import words
from unpinch.care.records import ScreenRecord
from unpinch.care.words import Form, Tier
from unpinch.runtime import safety
from unpinch.runtime.hub import Hub
from unpinch.terms.event import Hurts, PainKind
from unpinch.web.views import session as page


def _hub() -> Hub:
    """The hub of the pages in this test."""
    hub: Hub = vars(page)["hub"]
    return hub


async def _hurt(client: AsyncClient, clock: Clock, kind: PainKind) -> None:
    await sync_to_async(answer_no)()
    await client.post("/session/start/")
    clock.pass_ms(46_000)
    running = await _hub().running()
    assert running is not None
    await _hub().deliver(running, uuid4(), Hurts(46_000, kind=kind))
    clock.pass_ms(60_000)


async def _no_to_all_that_is_worse(client: AsyncClient) -> None:
    """The "worse" form, every question answered with no."""
    await sync_to_async(safety.keep)(
        ScreenRecord(
            at_ms=await sync_to_async(safety.now_ms)(),
            day=await sync_to_async(safety.this_day)(),
            rules=1,
            form=Form.WORSE,
            tier=Tier.GO,
            items=(),
            locks=(),
            confirmed=True,
            complete=True,
        )
    )


async def test_the_alarm_row_locks_and_says_what_to_do(
    session_client: AsyncClient, clock: Clock
) -> None:
    await _hurt(session_client, clock, PainKind.ALARM)

    assert await sync_to_async(safety.is_locked)()
    today = words(await session_client.get("/"))
    assert "No exercises for now." in today
    assert "emergency department" in today
    start = await session_client.post("/session/start/")
    assert start.headers["Location"] == "/safety/stop/"


async def test_no_to_every_question_does_not_open_what_the_alarm_locked(
    session_client: AsyncClient, clock: Clock
) -> None:
    await _hurt(session_client, clock, PainKind.ALARM)
    await _no_to_all_that_is_worse(session_client)

    assert await sync_to_async(safety.is_locked)()


@pytest.mark.parametrize("kind", [PainKind.SHARP, PainKind.SPREADING, PainKind.STRONGER])
async def test_after_such_pain_the_exercises_rest_until_tomorrow(
    session_client: AsyncClient, clock: Clock, kind: PainKind
) -> None:
    await _hurt(session_client, clock, kind)
    await _no_to_all_that_is_worse(session_client)
    answer = await session_client.get("/")

    assert "Leave it for today." in words(answer)
    assert "How is it after the session?" in words(answer)
    assert "before you begin" not in words(answer)
    assert "Start again" not in words(answer)
    start = await session_client.post("/session/start/")
    assert start.headers["Location"] == "/"
    assert await _hub().running() is None

    clock.pass_days(1)
    assert "The morning after" in words(await session_client.get("/"))
    assert "Leave it for today." not in words(await session_client.get("/"))


async def test_too_much_stretch_needs_no_rest(session_client: AsyncClient, clock: Clock) -> None:
    await _hurt(session_client, clock, PainKind.STRETCH)

    assert not (await sync_to_async(safety.standing)()).resting


async def test_before_the_questions_after_pain_today_offers_them_and_nothing_to_play(
    session_client: AsyncClient, clock: Clock
) -> None:
    await _hurt(session_client, clock, PainKind.SHARP)
    answer = await session_client.get("/")

    assert "A few questions first." in words(answer)
    assert "Answer 9 safety questions" in words(answer)
    assert "Leave it for today." not in words(answer)
