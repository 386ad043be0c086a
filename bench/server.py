"""Start a server in a process of its own and wait for its first page."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlsplit

PATIENCE_S = 30.0
GLANCE_S = 0.002


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running(
    words: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run a command until the block ends.

    It may keep compiled modules, as on a person's machine: where that is forbidden, every start
    compiles all of ours anew, but nothing of what pip installed.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        list(words),
        cwd=cwd,
        env={**kept, "PYTHONUNBUFFERED": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=10)
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def unpinch(data: Path) -> Iterator[str]:
    """Serve Unpinch with a data folder of its own; give the opening address with its token."""
    command = Path(sys.executable).with_name("unpinch")
    port = str(free_port())
    words = [str(command), "serve", "--no-browser", "--port", port, "--data", str(data)]
    with running(words, cwd=data) as process:
        yield address_of(process)


def address_of(process: subprocess.Popen[str]) -> str:
    """Read lines until one holds the address."""
    if process.stdout is None:
        raise RuntimeError("the server's output was not kept")
    line = "nothing"
    for line in process.stdout:
        for word in line.split():
            if word.startswith("http://"):
                return word
    raise RuntimeError(f"the server ended without naming its address; it said: {line.strip()}")


def first_page(address: str) -> str:
    """Ask until a page comes, following redirects with their cookie; return it."""
    until = perf_counter() + PATIENCE_S
    while perf_counter() < until:
        try:
            return _page(address)
        except OSError:
            sleep(GLANCE_S)
    raise RuntimeError(f"no page from {address} within {PATIENCE_S:g} s")


def _page(address: str) -> str:
    where = urlsplit(address)
    path, cookies = f"{where.path or '/'}?{where.query}".rstrip("?"), ""
    for _ in range(5):
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Cookie": cookies} if cookies else {})
            answer = connection.getresponse()
            body = answer.read().decode("utf-8")
        finally:
            connection.close()
        if answer.status == http.client.OK:
            return body
        target = answer.getheader("Location")
        if target is None:
            raise RuntimeError(f"{path} answered {answer.status}")
        path = urlsplit(target).path or "/"
        given = answer.headers.get_all("Set-Cookie") or [cookies]
        cookies = "; ".join(cookie.split(";")[0] for cookie in given)
    raise RuntimeError(f"{address} redirects in a circle")
