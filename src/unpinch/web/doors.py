"""What a door is, and the computer's own. The one to the home network is door_network.py.

The computer's own browser is known by a cookie that it got for the launch token.
Neither door's cookie opens the other one.
"""

import hmac
from http.cookies import CookieError, SimpleCookie
from typing import Protocol
from urllib.parse import parse_qs

from django.core import signing

from unpinch.runtime import keys
from unpinch.web.asgi_types import Receive, Scope, Send
from unpinch.web.for_everybody import ICONS
from unpinch.web.plain_answers import go_on, send_away

COOKIE = "unpinch"
SALT = "unpinch.web.gate"
COOKIE_LIVES_S = 400 * 24 * 3600  # the longest that browsers keep one
_NO_KEY = (
    "Unpinch does not know this browser. Open it with the whole address that "
    "the command printed when it started."
)


class Door(Protocol):
    """What the gate asks of a door."""

    scheme: str

    def names(self) -> frozenset[str]:
        """What a browser may call us, without the port."""

    def for_everybody(self) -> frozenset[str]:
        """The paths that anybody may read."""

    async def entrance(
        self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send
    ) -> bool:
        """Whether this was the way in, and is answered."""

    def lets_in(self, scope: Scope, headers: dict[str, str]) -> bool:
        """Whether somebody known is asking; who it is stands in the scope then."""

    async def refuse(
        self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send
    ) -> None:
        """What somebody gets who is not let in."""


class Computer:
    """On the loopback address, for browsers of the computer itself."""

    scheme = "http"

    def names(self) -> frozenset[str]:
        """The loopback's own names."""
        return frozenset(("127.0.0.1", "localhost", "[::1]"))

    def for_everybody(self) -> frozenset[str]:
        """The icons."""
        return ICONS

    async def entrance(
        self, scope: Scope, _headers: dict[str, str], _receive: Receive, send: Send
    ) -> bool:
        """The launch token, exchanged for the cookie; it leaves the address at once."""
        if not _opens_with_token(scope):
            return False
        value = signing.dumps("browser", salt=SALT)
        cookie = f"{COOKIE}={value}; Path=/; Max-Age={COOKIE_LIVES_S}; HttpOnly; SameSite=Strict"
        await go_on(send, "/", cookie)
        return True

    def lets_in(self, _scope: Scope, headers: dict[str, str]) -> bool:
        """Whether the cookie carries our signature."""
        value = cookie_in(headers, COOKIE)
        try:
            signing.loads(value, salt=SALT, max_age=COOKIE_LIVES_S)
        except signing.BadSignature:
            return False
        return True

    async def refuse(
        self, scope: Scope, _headers: dict[str, str], receive: Receive, send: Send
    ) -> None:
        """One line."""
        await send_away(scope, receive, send, _NO_KEY)


def cookie_in(headers: dict[str, str], name: str) -> str:
    """The cookie of this name; empty if there is none."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel is not None else ""


def _opens_with_token(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
        return False
    given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
    return hmac.compare_digest(given.encode(), keys.launch_token().encode())
