"""The application that uvicorn runs: the gate, then the socket, static files and pages."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unpinch.runtime.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application
from servestatic import ServeStaticASGI

from unpinch.runtime import recordings
from unpinch.web.asgi_types import App, Receive, Scope, Send

_AN_HOUR_S = 3600
_LINE = "/coach/line"

_pages = get_asgi_application()

from unpinch.web.gate import Gate  # noqa: E402 - needs Django to be set up

_vendor = settings.STATIC_ROOT / "vendor"
_others = ServeStaticASGI(
    _pages,
    root=str(_vendor),
    prefix="static/vendor",
    max_age=_AN_HOUR_S,
    allow_all_origins=False,
)


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """What lies behind the gate."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "websocket" and scope["path"] == "/coach":
        from unpinch.web.coach import coach  # the session: no page waits for it

        await coach(scope, receive, send)
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": "No such socket."})
    elif scope["path"].startswith(_LINE):
        from unpinch.web.line import lines  # as above

        await lines.take(scope, receive, send)
    else:
        await _others(scope, receive, send)


async def _lifespan(receive: Receive, send: Send) -> None:
    """Nothing to put away: every entry is on disk already."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            _take_up()
            gc.freeze()  # what is loaded by now stays for good; collecting it would find nothing
            gc.enable()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def _take_up() -> None:
    if left := recordings.unfinished():
        from unpinch.runtime.cameras import cameras  # as above

        cameras.take_up(left)


application: App = Gate(inside)
