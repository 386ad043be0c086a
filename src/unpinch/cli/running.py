"""Running what listens: the computer's own door and, beside it, the one to the home network.

One process, since there is one session and one diary; two servers, since one of them speaks
HTTPS. The first hears Ctrl-C and takes the second along.
"""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from unpinch.cli.lan import NetworkDoor

_MOST_ON_THE_NETWORK = 200  # requests and open lines together


class _Beside(uvicorn.Server):
    """Leaves the signals to the other one."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _First(uvicorn.Server):
    beside: _Beside | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self.beside is not None:
            self.beside.should_exit = True


def run(door: socket.socket, network: "NetworkDoor | None") -> None:
    """Serve until stopped."""
    first = _First(_config("asgi:application"))
    with asyncio.Runner(loop_factory=first.config.get_loop_factory()) as runner:
        runner.run(first.serve([door]) if network is None else _both(first, door, network))


async def _both(first: _First, door: socket.socket, network: "NetworkDoor") -> None:
    config = _config("asgi_network:network")
    config.lifespan = "off"  # there is one life, and the first server has it
    config.limit_concurrency = _MOST_ON_THE_NETWORK
    config.ssl_certfile, config.ssl_keyfile = network.certificate, network.key
    config.load()
    assert config.ssl is not None  # noqa: S101 - both files were given
    first.beside = _Beside(config)
    first.beside.lifespan = config.lifespan_class(config)
    beside = asyncio.create_task(first.beside.serve([network.door]))
    fresh = asyncio.create_task(network.keep_fresh(config.ssl))
    await first.serve([door])
    fresh.cancel()
    await beside


def _config(name: str) -> uvicorn.Config:
    return uvicorn.Config(
        f"unpinch.web.{name}",
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # nobody stands in between, and nobody may claim to
        timeout_graceful_shutdown=2,
    )
