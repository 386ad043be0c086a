"""Answers that need no page: a line, a page that is ready made, the way to another address."""

from unpinch.web.asgi_types import Receive, Scope, Send

_POLICY_VIOLATION = 1008


async def answer(
    send: Send, status: int, kind: str, body: bytes, *more: tuple[bytes, bytes]
) -> None:
    """One whole answer that nobody keeps."""
    headers = [
        (b"content-type", kind.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *more,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def go_on(send: Send, place: str, cookie: str = "") -> None:
    """See there; perhaps with a cookie for the way."""
    more = [(b"location", place.encode())]
    if cookie:
        more.append((b"set-cookie", cookie.encode()))
    await answer(send, 303, "text/plain; charset=utf-8", b"", *more)


async def send_away(scope: Scope, receive: Receive, send: Send, why: str) -> None:
    """Refused, and why in one line."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION, "reason": why[:120]})
        return
    await answer(send, 403, "text/plain; charset=utf-8", why.encode())
