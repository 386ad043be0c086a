"""The step before the door to the home network: a device gives the code, and gets its cookie.

Nothing of the diary is looked at here. A code in the address is only filled in, never
taken: what reads an address ahead of the person (a camera app, a preview) must not use
it up. It takes a press.
"""

from urllib.parse import parse_qs

from django.template.loader import render_to_string

from unpinch.runtime.devices import devices
from unpinch.runtime.pairing import Claim, pairing
from unpinch.web.asgi_types import Receive, Scope, Send
from unpinch.web.context import face
from unpinch.web.plain_answers import answer, go_on

_LONGEST_BODY = 2_000
_FORBIDDEN, _UNPROCESSABLE, _TOO_LARGE, _NOT_ALLOWED = 403, 422, 413, 405
_HTML = "text/html; charset=utf-8"
_NO_CODE = (
    "This code is not good any more: it was used, it is older than ten minutes, or it was guessed "
    "at. Make a new one on the computer, on the page Devices."
)


class Doorstep:
    """The page, and what is sent from it."""

    def __init__(self, cookie: str, lives_s: int) -> None:
        """Which cookie to hand out."""
        self._cookie, self._lives_s = cookie, lives_s

    async def answer(
        self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send
    ) -> None:
        """Show the page, or take the code."""
        if scope["method"] in ("GET", "HEAD"):
            given = parse_qs(scope["query_string"].decode("latin-1")).get("code", [""])[0]
            await self.show(send, headers, status=200, code=given[:20])
        elif scope["method"] == "POST":
            await self._take(headers, receive, send)
        else:
            await answer(send, _NOT_ALLOWED, "text/plain", b"GET or POST.")

    async def show(self, send: Send, headers: dict[str, str], *, status: int, **given: str) -> None:
        """The page where a code is given."""
        name = likely_name(headers.get("user-agent", ""))
        context = {"code": "", "why": "", "name": name, "face": face(), **given}
        page = render_to_string("unpinch/doorstep.html", context)
        await answer(send, status, _HTML, page.encode())

    async def _take(self, headers: dict[str, str], receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if body is None:
            await answer(send, _TOO_LARGE, "text/plain", b"This is too much.")
            return
        form = parse_qs(body.decode("latin-1"), encoding="utf-8", errors="replace")
        code, name = form.get("code", [""])[0], form.get("name", [""])[0]
        claim = pairing.claim(code)
        if claim is not Claim.RIGHT:
            await self.show(send, headers, status=_UNPROCESSABLE, name=name[:40], why=_why(claim))
            return
        _, value = devices.let_in(name)
        lives = f"Path=/; Max-Age={self._lives_s}; HttpOnly; Secure; SameSite=Strict"
        await go_on(send, "/", f"{self._cookie}={value}; {lives}")


def _why(claim: Claim) -> str:
    left = pairing.tries_left
    if claim is Claim.NONE or left == 0:
        return _NO_CODE
    tries = "One more try is" if left == 1 else f"{left} more tries are"
    return f"This is not the code that the computer shows. {tries} left."


async def _body(receive: Receive) -> bytes | None:
    """What was sent; None if it is too much."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > _LONGEST_BODY or message["type"] == "http.disconnect":
            return None
        if not message.get("more_body"):
            return body


def likely_name(agent: str) -> str:
    """What a device may be called, from how its browser names itself."""
    for mark, name in (
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mobile", "Phone"),
        ("Android", "Tablet"),
        ("Macintosh", "iPad or Mac"),  # an iPad says that it is a Mac
        ("Windows", "Windows computer"),
        ("Linux", "Linux computer"),
    ):
        if mark in agent:
            return name
    return "Device"
