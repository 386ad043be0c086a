"""Who may come in. Plain ASGI, in front of everything: pages, static files and the socket.

Three checks, in this order. The Host must be this machine's own name, so that a
foreign name that was made to point here (DNS rebinding) gets nothing. The Origin,
where a browser sends one, must be our own, so that another page in the same
browser gets nothing. The cookie must carry our signature, so that another user
of this machine gets nothing; it is handed out once, for the launch token in the
opening address.
"""

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from django.core import signing

from unpinch.runtime import keys

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "unpinch"
_SALT = "unpinch.web.gate"
_COOKIE_LIVES_S = 400 * 24 * 3600  # the longest that browsers keep one
_OUR_NAMES = ("127.0.0.1", "localhost", "[::1]")
_READING = ("GET", "HEAD")
_POLICY_VIOLATION = 1008

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

    def __init__(self, app: App) -> None:
        """The application behind the gate."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, send away, or exchange the launch token for the cookie."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        send = _with_headers(send)
        why = _foreign(scope, headers)
        if why is None and _opens_with_token(scope):
            await _welcome(send)
        elif why is None and _has_cookie(headers):
            await self._app(scope, receive, send)
        else:
            await _send_away(scope, receive, send, why or _NO_KEY)


_NO_KEY = (
    "Unpinch does not know this browser. Open it with the whole address that "
    "the command printed when it started."
)
_FOREIGN_HOST = "This address is not Unpinch's own. Open the address that the command printed."
_FOREIGN_ORIGIN = "Another page tried to reach Unpinch. It was refused."


def _foreign(scope: Scope, headers: dict[str, str]) -> str | None:
    """Why a request comes from elsewhere; None if it is our own."""
    port = scope["server"][1]
    hosts = {f"{name}:{port}" for name in _OUR_NAMES}
    if headers.get("host") not in hosts:
        return _FOREIGN_HOST
    origin = headers.get("origin")
    writes = scope["type"] == "websocket" or scope["method"] not in _READING
    if origin is None:
        return _FOREIGN_ORIGIN if writes else None
    return None if origin in {f"http://{host}" for host in hosts} else _FOREIGN_ORIGIN


def _opens_with_token(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
        return False
    given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
    return hmac.compare_digest(given.encode(), keys.launch_token().encode())


def _has_cookie(headers: dict[str, str]) -> bool:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return False
    if morsel is None:
        return False
    try:
        signing.loads(morsel.value, salt=_SALT, max_age=_COOKIE_LIVES_S)
    except signing.BadSignature:
        return False
    return True


async def _welcome(send: Send) -> None:
    """Hand out the cookie and go on to an address without the token in it."""
    value = signing.dumps("browser", salt=_SALT)
    cookie = f"{COOKIE}={value}; Path=/; Max-Age={_COOKIE_LIVES_S}; HttpOnly; SameSite=Strict"
    await send(
        {
            "type": "http.response.start",
            "status": 303,
            "headers": [
                (b"location", b"/"),
                (b"set-cookie", cookie.encode()),
                (b"cache-control", b"no-store"),
                (b"content-length", b"0"),
            ],
        }
    )
    await send({"type": "http.response.body", "body": b""})


async def _send_away(scope: Scope, receive: Receive, send: Send, why: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION, "reason": why[:120]})
        return
    body = why.encode()
    await send(
        {
            "type": "http.response.start",
            "status": 403,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"no-store"),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *_HEADERS]
        await send(message)

    return headed
