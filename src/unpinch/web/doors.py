"""The two doors: the computer's own, and the one to the home network.

The computer's own browser is known by a cookie that it got for the launch token.
A device on the network is known by a cookie of its own, which it got for a code
(doorstep.py); each can be put out alone. Neither cookie opens the other door.
"""

import hmac
from http.cookies import CookieError, SimpleCookie
from typing import Protocol
from urllib.parse import parse_qs

from django.core import signing

from unpinch.runtime import keys
from unpinch.runtime.devices import Device, devices
from unpinch.runtime.lan import door as network
from unpinch.web.asgi_types import Receive, Scope, Send
from unpinch.web.doorstep import Doorstep
from unpinch.web.for_everybody import DOORSTEP, ICONS
from unpinch.web.plain_answers import go_on, send_away

COOKIE = "unpinch"
# The prefix makes browsers insist: over HTTPS only, from this host only, for every path.
DEVICE_COOKIE = "__Host-unpinch-device"
SALT = "unpinch.web.gate"
COOKIE_LIVES_S = 400 * 24 * 3600  # the longest that browsers keep one
_NO_KEY = (
    "Unpinch does not know this browser. Open it with the whole address that "
    "the command printed when it started."
)
_ONLY_ON_THE_COMPUTER = ("/data/", "/devices/")
_NOT_FROM_HERE = (
    "This is done on the computer on which Unpinch runs: taking the diary along, copying it, "
    "erasing it, and letting devices in or out."
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


class Network:
    """On the home network, for devices that were let in one by one."""

    scheme = "https"

    def __init__(self) -> None:
        """A step before the door, where a code is given."""
        self._step = Doorstep(DEVICE_COOKIE, COOKIE_LIVES_S)

    def names(self) -> frozenset[str]:
        """The address that is served, and the machine's name."""
        return network.opened.hosts if network.opened else frozenset()

    def for_everybody(self) -> frozenset[str]:
        """The icons, and what the page looks like that asks for the code."""
        return ICONS | DOORSTEP

    async def entrance(
        self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send
    ) -> bool:
        """The page where the code is given. A device that is in goes on to the first page."""
        if scope["type"] != "http" or scope["path"] != "/pair/":
            return False
        if self._device(headers) is not None and scope["method"] in ("GET", "HEAD"):
            await go_on(send, "/")
        else:
            await self._step.answer(scope, headers, receive, send)
        return True

    def lets_in(self, scope: Scope, headers: dict[str, str]) -> bool:
        """Whether this is a device that was let in and is asking for something it may have."""
        scope["device"] = self._device(headers)
        return scope["device"] is not None and not _only_on_the_computer(scope)

    async def refuse(
        self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send
    ) -> None:
        """The page where a code is given; what only the computer may do, in one line."""
        if scope["device"] is not None:
            await send_away(scope, receive, send, _NOT_FROM_HERE)
        elif scope["type"] == "http" and "text/html" in headers.get("accept", ""):
            await self._step.show(send, headers, status=403)
        else:
            await send_away(scope, receive, send, "This device is not paired.")

    def _device(self, headers: dict[str, str]) -> Device | None:
        return devices.known(cookie_in(headers, DEVICE_COOKIE))


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


def _only_on_the_computer(scope: Scope) -> bool:
    path: str = scope["path"]
    return path.startswith(_ONLY_ON_THE_COMPUTER)
