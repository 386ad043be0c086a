"""What the socket says first and what later: an answer never overtakes the news of its event."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest

from tests.web.knocking import PATIENCE_S
from unpinch.runtime import diary as book
from unpinch.runtime.hub import hub
from unpinch.web.coach import Page

pytestmark = pytest.mark.usefixtures("diary", "clock")
_EVENTS = ({"event": "paused"}, {"event": "resumed"}, {"event": "hurts"})


async def test_the_answer_to_an_event_comes_behind_the_news_of_it() -> None:
    told: list[dict[str, Any]] = []

    async def send(text: str) -> None:
        told.append(json.loads(text))

    page, session = Page(send), await hub.start(book.plan)
    keys = [str(uuid4()) for _ in _EVENTS]
    await page.hear(json.dumps({"type": "hello", "tab": str(uuid4())}))
    for key, event in zip(keys, _EVENTS, strict=True):
        happened = {"key": key, "session": str(session), "event": {**event, "at_ms": 0}}
        await page.hear(json.dumps({"type": "event", **happened}))
    async with asyncio.timeout(PATIENCE_S):
        while not told or told[-1].get("key") != keys[-1]:
            await asyncio.sleep(0.01)
    await page.close()
    await hub.forget()

    answered = {one["key"]: place for place, one in enumerate(told) if one["type"] == "ack"}
    phases = [
        next(
            one["scenes"][0]["phase"] for one in reversed(told[: answered[key]]) if "scenes" in one
        )
        for key in keys
    ]
    assert phases == ["paused", "getting ready", "hurt"]
