"""Who may come in. Plain ASGI, in front of everything: pages, static files and the socket.

Three checks, in this order. The Host must be this machine's own name, so that a
foreign name that was made to point here (DNS rebinding) gets nothing. The Origin,
where a browser sends one, must be our own, so that another page in the same
browser gets nothing. The cookie must be one that we gave out, so that another user
of this machine and another device on the network get nothing; doors.py says how one
comes by it. What little is for everybody (an icon, the style of the page that asks for
the code) the door names, and it says nothing about anybody.
"""

import asyncio
from collections.abc import Iterable

from unpinch.runtime.devices import Device, devices
from unpinch.web.asgi_types import App, Message, Receive, Scope, Send
from unpinch.web.doors import Computer, Door
from unpinch.web.plain_answers import send_away

_READING = ("GET", "HEAD")
_PUT_OUT = 4001
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "connect-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob: mediastream:",
        "style-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), microphone=(), geolocation=()"),
)


class Gate:
    """Wraps an application; lets through what passes the three checks."""

    def __init__(self, app: App, door: Door | None = None) -> None:
        """The application behind the gate, and which door this is."""
        self._app = app
        self._door = door or Computer()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, send away, or show the way in."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        send = _with_headers(send, secure=self._door.scheme == "https")
        why = self._foreign(scope, headers)
        if why is not None:
            await send_away(scope, receive, send, why)
        elif self._is_for_everybody(scope):
            await self._app(scope, receive, send)
        elif await self._door.entrance(scope, headers, receive, send):
            return
        elif self._door.lets_in(scope, headers):
            await self._app(scope, _until_put_out(scope, receive, send), send)
        else:
            await self._door.refuse(scope, headers, receive, send)

    def _foreign(self, scope: Scope, headers: dict[str, str]) -> str | None:
        """Why a request comes from elsewhere; None if it is our own."""
        port = scope["server"][1]
        hosts = {f"{name}:{port}" for name in self._door.names()}
        if headers.get("host") not in hosts:
            return _FOREIGN_HOST
        origin = headers.get("origin")
        writes = scope["type"] == "websocket" or scope["method"] not in _READING
        if origin is None:
            return _FOREIGN_ORIGIN if writes else None
        ours = {f"{self._door.scheme}://{host}" for host in hosts}
        return None if origin in ours else _FOREIGN_ORIGIN

    def _is_for_everybody(self, scope: Scope) -> bool:
        reads = scope["type"] == "http" and scope["method"] in _READING
        return reads and scope["path"] in self._door.for_everybody()


_FOREIGN_HOST = "This address is not Unpinch's own. Open the address that the command printed."
_FOREIGN_ORIGIN = "Another page tried to reach Unpinch. It was refused."


def _until_put_out(scope: Scope, receive: Receive, send: Send) -> Receive:
    """What a device sends, until it is put out: then its line ends, as if it had hung up."""
    device: Device | None = scope.get("device")
    if device is None:
        return receive
    out = devices.out(device)

    async def heard() -> Message:
        message = asyncio.ensure_future(receive())
        gone = asyncio.ensure_future(out.wait())
        await asyncio.wait({message, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not out.is_set():
            gone.cancel()
            return await message
        message.cancel()
        if scope["type"] != "websocket":
            return {"type": "http.disconnect"}
        await send({"type": "websocket.close", "code": _PUT_OUT, "reason": "No longer paired."})
        return {"type": "websocket.disconnect", "code": _PUT_OUT}

    return heard


def _with_headers(send: Send, *, secure: bool) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = message.get("headers", ())
            message["headers"] = [*(_kept_safe(given) if secure else given), *_HEADERS]
        await send(message)

    return headed


def _kept_safe(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Every cookie is for HTTPS only: Django's own too, which knows of one door only."""
    return [
        (name, value + b"; Secure" if _is_bare_cookie(name, value) else value)
        for name, value in headers
    ]


def _is_bare_cookie(name: bytes, value: bytes) -> bool:
    return name.lower() == b"set-cookie" and b"; secure" not in value.lower()
