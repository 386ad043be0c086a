"""`unpinch serve`: open the coach in the browser. Only this machine can reach it, unless asked.

With `--lan` the home network gets a door of its own (lan.py): HTTPS, on one address, for devices
that were let in one by one. The computer itself keeps plain HTTP on its loopback address, where
a camera is allowed and no browser warns, and from which nothing can leave the machine.
"""

import contextlib
import errno
import gc
import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from unpinch.runtime import folder, keys
from unpinch.runtime.lan import bracketed
from unpinch.runtime.lock import Hold
from unpinch.terms.refused import Refused

if TYPE_CHECKING:
    from unpinch.cli.lan import NetworkDoor

HOST, PORT = "127.0.0.1", 8440
LAST_PORT = 65_535
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ServeError(Refused):
    """One line: what is in the way, and what to do."""


class NotOursError(ServeError):
    """This is no address of this machine."""


class Serving(NamedTuple):
    """Where to serve, whether to open a browser, which data folder to use, and for whom.

    Without a host it is the loopback address; with `lan` a host is one of the home network.
    """

    host: str | None
    port: int
    browser: bool
    data: Path | None
    lan: bool = False


def serve(asked: Serving) -> None:
    """Serve until stopped. Raises `Refused` before anything is served."""
    host = HOST if asked.lan or asked.host is None else asked.host
    if host not in LOOPBACK:
        raise ServeError(
            f'--host: "{host}" is not this machine; use 127.0.0.1, localhost or ::1, '
            "or add --lan to serve the home network."
        )
    folder.choose(asked.data)
    with contextlib.ExitStack() as afterwards:
        held = Hold()
        afterwards.callback(held.let_go)
        door = afterwards.enter_context(listen(host, asked.port))
        network = _network(asked, door) if asked.lan else None
        gc.disable()  # until all is loaded (web/asgi.py): what is loaded now stays anyway
        _open_diary()
        _tell(asked, _address(host, door.getsockname()[1]), network)
        _run(door, network)


def _tell(asked: Serving, address: str, network: "NetworkDoor | None") -> None:
    """Say where it is open, and open it."""
    sys.stdout.write(f"Unpinch is open at {address}\nStop it with Ctrl-C.\n")
    if network is not None:
        sys.stdout.write(network.told())
    sys.stdout.flush()
    if asked.browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _network(asked: Serving, door: socket.socket) -> "NetworkDoor":
    from unpinch.cli.lan import open_network  # cryptography: only for the home network

    own = door.getsockname()[1]
    return open_network(asked.host, own + 1 if asked.port else 0, own)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises `ServeError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere the option means "share the port", which we never want
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(64)
    except (OSError, OverflowError) as error:
        door.close()
        if getattr(error, "errno", None) == errno.EADDRNOTAVAIL:
            raise NotOursError(host) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise ServeError(
            f"Port {port} cannot be used ({reason}); "
            "close the other program, or choose another port with --port."
        ) from error
    return door


def _address(host: str, port: int) -> str:
    return f"http://{bracketed(host)}:{port}/?token={keys.launch_token()}"


def _open_diary() -> None:
    from unpinch.runtime.opening import open_diary  # Django: only when serving

    open_diary()


def _run(door: socket.socket, network: "NetworkDoor | None") -> None:
    from unpinch.cli.running import run  # only when serving

    with contextlib.suppress(KeyboardInterrupt):
        run(door, network)
