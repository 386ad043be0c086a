"""The application that uvicorn runs: the gate, then the socket, static files and pages."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unpinch.runtime.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application
from servestatic import ServeStaticASGI

from unpinch.web.gate import App, Gate, Receive, Scope, Send

_pages = get_asgi_application()

from unpinch.web.coach import coach  # noqa: E402  (needs Django to be set up)

_statics = ServeStaticASGI(_pages, root=str(settings.STATIC_ROOT), prefix="static", max_age=0)


async def _inside(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "websocket" and scope["path"] == "/coach":
        await coach(scope, receive, send)
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": "No such socket."})
    else:
        await _statics(scope, receive, send)


async def _lifespan(receive: Receive, send: Send) -> None:
    """Nothing to prepare and nothing to put away: every entry is on disk already."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


application: App = Gate(_inside)
