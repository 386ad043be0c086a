"""`unpinch serve`: open the coach in the browser. Only this machine can reach it."""

import contextlib
import gc
import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import NamedTuple

from unpinch.runtime import folder, keys
from unpinch.runtime.lock import Hold
from unpinch.terms.refused import Refused

HOST, PORT = "127.0.0.1", 8440
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ServeError(Refused):
    """One line: what is in the way, and what to do."""


class Serving(NamedTuple):
    """Where to serve, whether to open a browser, and which data folder to use."""

    host: str
    port: int
    browser: bool
    data: Path | None


def serve(asked: Serving) -> None:
    """Serve until stopped. Raises `Refused` before anything is served."""
    host, port, browser, data = asked
    if host not in LOOPBACK:
        raise ServeError(f'--host: "{host}" is not this machine; use 127.0.0.1, localhost or ::1.')
    folder.choose(data)
    held = Hold()
    door = _listen(host, port)
    gc.disable()  # until all is loaded (web/asgi.py): what is loaded now stays anyway
    _open_diary()
    address = _address(host, door.getsockname()[1])
    sys.stdout.write(f"Unpinch is open at {address}\nStop it with Ctrl-C.\n")
    sys.stdout.flush()
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    _run(door)
    held.let_go()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere the option means "share the port", which we never want
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(64)
    except (OSError, OverflowError) as error:
        door.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise ServeError(
            f"Port {port} cannot be used ({reason}); "
            "close the other program, or choose another port with --port."
        ) from error
    return door


def _address(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/?token={keys.launch_token()}"


def _open_diary() -> None:
    from unpinch.runtime.opening import open_diary  # Django: only when serving

    open_diary()


def _run(door: socket.socket) -> None:
    import uvicorn  # only when serving

    config = uvicorn.Config(
        "unpinch.web.asgi:application",
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[door])
