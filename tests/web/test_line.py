"""The way to the session by plain requests: the same messages, and nobody else's line."""

import asyncio
import json
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.core import signing

from tests.web.knocking import PATIENCE_S, ask, headed
from unpinch.web.asgi import application
from unpinch.web.doors import COOKIE

pytestmark = pytest.mark.usefixtures("diary", "clock")

OWN = "127.0.0.1:8440"


def _scope(method: str, path: str, **headers: str) -> dict[str, Any]:
    cookie = f"{COOKIE}={signing.dumps('browser', salt='unpinch.web.gate')}"
    given = {"host": OWN, "origin": f"http://{OWN}", "cookie": cookie, **headers}
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "headers": headed(given),
        "server": ("127.0.0.1", 8440),
    }


class _Stream:
    """A stream that is open: what came over it, line by line."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.inbox: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.inbox.put_nowait({"type": "http.request"})
        self.name = ""

    async def send(self, message: MutableMapping[str, Any]) -> None:
        for line in message.get("body", b"").splitlines():
            self.heard.put_nowait(json.loads(line))

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.heard.get(), PATIENCE_S)

    async def say(self, body: bytes, **headers: str) -> int:
        answer = await ask(application, _scope("POST", f"/coach/line/{self.name}", **headers), body)
        return int(answer["status"])


@asynccontextmanager
async def _open() -> AsyncIterator[_Stream]:
    stream = _Stream()
    task = asyncio.ensure_future(
        application(_scope("GET", "/coach/line"), stream.inbox.get, stream.send)
    )
    stream.name = (await stream.next())["name"]
    yield stream
    stream.inbox.put_nowait({"type": "http.disconnect"})
    await asyncio.wait_for(task, PATIENCE_S)


async def test_what_is_said_is_answered_on_the_stream() -> None:
    async with _open() as stream:
        hello = json.dumps({"type": "hello", "tab": str(uuid4())}).encode()
        assert await stream.say(hello) == 204
        assert await stream.next() == {"type": "none"}
        assert await stream.say(b"nonsense") == 204
        assert (await stream.next())["why"] == "This message cannot be read."
        await stream.say(b"too short", **{"content-type": "application/octet-stream"})
        assert (await stream.next())["type"] == "refused"


async def test_a_line_that_is_closed_or_was_never_open_takes_nothing() -> None:
    async with _open() as stream:
        pass

    assert await stream.say(b"{}") == 410
    stream.name = "guessed"
    assert await stream.say(b"{}") == 410


async def test_more_than_a_message_is_refused_and_the_line_stays() -> None:
    async with _open() as stream:
        assert await stream.say(b"x" * 70_000) == 413
        assert await stream.say(b"x") == 204


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_there_is_no_other_way_to_say_it(method: str) -> None:
    assert (await ask(application, _scope(method, "/coach/line")))["status"] == 405


@pytest.mark.parametrize(
    "stranger", [{"cookie": ""}, {"origin": "http://evil.example"}, {"host": "evil.example"}]
)
async def test_a_stranger_gets_no_stream_and_cannot_speak_on_one(stranger: dict[str, str]) -> None:
    assert (await ask(application, _scope("GET", "/coach/line", **stranger)))["status"] == 403
    async with _open() as stream:
        assert await stream.say(b"{}", **stranger) == 403
