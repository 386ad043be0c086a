"""Asks the application itself, behind no server: every address there is, as anybody."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, get_resolver

from unpinch.web.asgi_types import App, Message

PATIENCE_S = 60  # a busy machine is slow, not wrong
_EXAMPLES = {
    "uuid": str(uuid4()),
    "slug": "knees-to-chest",
    "int": "1",
    "str": "x",
    "path": "x",
}


def routes() -> Iterator[str]:
    """Every address there is, with something plausible in each gap."""
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern)
        yield re.sub(r"<(?:(\w+):)?\w+>", _example, f"/{pattern.pattern}")


def _example(gap: re.Match[str]) -> str:
    return _EXAMPLES[gap[1] or "str"]


def headed(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Headers as ASGI hands them around."""
    return [(k.lower().encode(), v.encode()) for k, v in headers.items()]


async def ask(application: App, scope: dict[str, Any], body: bytes = b"") -> dict[str, Any]:
    """The first message the application sends back."""
    sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    kind = "websocket.connect" if scope["type"] == "websocket" else "http.request"
    inbox = iter([{"type": kind, "body": body, "more_body": False}])

    async def receive() -> dict[str, Any]:
        message = next(inbox, None)
        if message is None:
            await asyncio.sleep(60)
        return message or {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.put_nowait(dict(message))

    task = asyncio.ensure_future(application(scope, receive, send))
    answer = asyncio.create_task(sent.get())
    await asyncio.wait({task, answer}, timeout=PATIENCE_S, return_when=asyncio.FIRST_COMPLETED)
    first = await asyncio.wait_for(answer, 1)
    if scope["type"] == "websocket":
        task.cancel()
    else:
        await asyncio.wait_for(task, PATIENCE_S)
    return first
