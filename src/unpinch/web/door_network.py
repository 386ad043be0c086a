"""The door to the home network, for devices that were let in one by one.

A device is known by a cookie of its own, which it got for a code (doorstep.py); each
can be put out alone.
"""

from unpinch.runtime.devices import Device, devices
from unpinch.runtime.lan import door as network
from unpinch.web.asgi_types import Receive, Scope, Send
from unpinch.web.doors import COOKIE_LIVES_S, cookie_in
from unpinch.web.doorstep import Doorstep
from unpinch.web.for_everybody import DOORSTEP, ICONS
from unpinch.web.plain_answers import go_on, send_away

# The prefix makes browsers insist: over HTTPS only, from this host only, for every path.
DEVICE_COOKIE = "__Host-unpinch-device"
_ONLY_ON_THE_COMPUTER = ("/data/", "/devices/")
_NOT_FROM_HERE = (
    "This is done on the computer on which Unpinch runs: taking the diary along, copying it, "
    "erasing it, and letting devices in or out."
)


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


def _only_on_the_computer(scope: Scope) -> bool:
    path: str = scope["path"]
    return path.startswith(_ONLY_ON_THE_COMPUTER)
