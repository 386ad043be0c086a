"""The way to the session for a browser that refuses the socket: plain requests.

Safari on an iPad or iPhone opens a page in spite of a certificate that nobody vouches
for, once its person says so, but no socket to the same place. So the same messages
can go as a stream of lines that stays open (`GET /coach/line`) and a request for each
thing that is said (`POST /coach/line/NAME`). The name is the stream's own secret: its
first line.
"""

import asyncio

import msgspec

from unpinch.runtime import keys
from unpinch.web.asgi_types import Receive, Scope, Send
from unpinch.web.coach import Page
from unpinch.web.plain_answers import answer

PLACE = "/coach/line"
_LARGEST = 64 * 1024
_GONE, _TOO_LARGE, _NO_CONTENT, _NOT_ALLOWED = 410, 413, 204, 405
_STREAM = (
    (b"content-type", b"application/x-ndjson; charset=utf-8"),
    (b"cache-control", b"no-store"),
)


class Lines:
    """All streams that are open."""

    def __init__(self) -> None:
        """None is."""
        self._pages: dict[str, Page] = {}

    async def take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A stream that opens, or something that is said to one."""
        if scope["method"] == "GET" and scope["path"] == PLACE:
            await self._stream(receive, send)
        elif scope["method"] == "POST":
            await self._say(scope, receive, send)
        else:
            await answer(send, _NOT_ALLOWED, "text/plain", b"GET or POST.")

    async def _stream(self, receive: Receive, send: Send) -> None:
        turns = asyncio.Lock()

        async def tell(text: str) -> None:
            async with turns:
                body = f"{text}\n".encode()
                await send({"type": "http.response.body", "body": body, "more_body": True})

        await send({"type": "http.response.start", "status": 200, "headers": list(_STREAM)})
        name, page = keys.unguessable(), Page(tell)
        self._pages[name] = page
        try:
            await tell(msgspec.json.encode({"type": "line", "name": name}).decode())
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            del self._pages[name]
            await page.close()
        await send({"type": "http.response.body", "body": b""})

    async def _say(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = self._pages.get(scope["path"].removeprefix(f"{PLACE}/"))
        body = await _body(receive)
        if page is None:
            await answer(send, _GONE, "text/plain", b"This line is not open.")
        elif body is None:
            await answer(send, _TOO_LARGE, "text/plain", b"This is too much.")
        else:
            if (b"content-type", b"application/octet-stream") in scope["headers"]:
                await page.see(body)
            else:
                await page.hear(body.decode(errors="replace"))
            await answer(send, _NO_CONTENT, "text/plain", b"")


async def _body(receive: Receive) -> bytes | None:
    """All of it; None if it is too much or was broken off."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if message["type"] == "http.disconnect" or len(body) > _LARGEST:
            return None
        if not message.get("more_body"):
            return body


lines = Lines()
