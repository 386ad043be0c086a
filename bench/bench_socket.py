"""What a frame of the camera costs on the server, from the socket to the coach's verdict.

The same messages are sent, at the same rate and in turn, to `/coach` with a session running and to
a bare ASGI loop that only receives (bare.py), both under uvicorn with the same settings. What is
compared is the processor time of the two processes, so that a busy machine changes little.

One page has one camera, so the coach's array operations serve a single row here and their fixed
cost weighs most. In company it is spread: the third figure puts the coach's cost a frame with 500
rows (bench_coach) on top of the bare loop of this run.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import numpy as np
from websockets.sync.client import ClientConnection, connect

from bench.bench_coach import film, step
from bench.row import Row
from bench.server import address_of, free_port, running
from unpinch.patient.recorded import Simulated
from unpinch.runtime.frame import BYTES, as_messages

ROOT = Path(__file__).resolve().parents[1]
FRAMES, RATE = 450, 30.0
COMPANY = 500
GOAL = 1.3
MICRO = 1_000_000.0
UVICORN = ("--ws", "websockets-sansio", "--ws-max-size", "65536", "--no-access-log",
           "--ws-per-message-deflate", "false", "--log-level", "warning")  # fmt: skip


def bench() -> list[Row]:
    """Send the same film to both."""
    shown = film(1)
    with TemporaryDirectory() as folder:
        bare = _bare(shown)
        ours = _ours(shown, Path(folder) / "diary")
    company = step([film(seed) for seed in range(4)], COMPANY)
    against = f"{FRAMES} frames at {RATE:g} a second"
    return [
        Row("bare ASGI loop, a frame", bare, "us of processor", against=against),
        Row("/coach, a frame", ours, "us of processor", against="the same run"),
        Row("/coach to the bare loop, one camera", ours / bare, "times", against="the same run"),
        Row(f"coach among {COMPANY} to the bare loop", (bare + company) / bare, "times", GOAL,
            "the same run"),
    ]  # fmt: skip


def _bare(shown: Simulated) -> float:
    port = str(free_port())
    words = [sys.executable, "-m", "uvicorn", "bench.bare:application", "--port", port, *UVICORN]
    with running(words, cwd=ROOT) as process, _connected(f"ws://127.0.0.1:{port}/") as socket:
        return _sent(process, socket, shown, 0.0)


def _ours(shown: Simulated, diary: Path) -> float:
    screened = [sys.executable, "-m", "tests.browser.screened", str(diary)]
    subprocess.run(screened, check=True, cwd=ROOT)
    command = str(Path(sys.executable).with_name("unpinch"))
    words = [command, "serve", "--no-browser", "--port", str(free_port()), "--data", str(diary)]
    with running(words, cwd=ROOT) as process:
        address = urlsplit(address_of(process))
        cookie = _begun(address.netloc, f"/?{address.query}")
        headers = {"Cookie": cookie, "Origin": f"http://{address.netloc}"}
        with _connected(f"ws://{address.netloc}/coach", headers) as socket:
            socket.send(json.dumps({"type": "hello", "tab": str(uuid4())}))
            now_ms = json.loads(socket.recv())["now_ms"]
            return _sent(process, socket, shown, now_ms)


def _begun(host: str, opening: str) -> str:
    """Open the pages and start a session; the cookies."""
    _, cookies = _asked(host, "GET", opening, "")
    page, more = _asked(host, "GET", "/", cookies)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    cookies = f"{cookies}; {more}"
    form = urlencode({"csrfmiddlewaretoken": token[1] if token else ""})
    _asked(host, "POST", "/session/start/", cookies, form)
    return cookies


def _asked(host: str, method: str, path: str, cookies: str, form: str = "") -> tuple[str, str]:
    connection = HTTPConnection(host, timeout=30)
    try:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        headers = {**kind, "Origin": f"http://{host}", **({"Cookie": cookies} if cookies else {})}
        connection.request(method, path, form or None, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        given = answer.headers.get_all("Set-Cookie") or []
    finally:
        connection.close()
    return body, "; ".join(each.split(";")[0] for each in given)


@contextmanager
def _connected(address: str, headers: dict[str, str] | None = None) -> Iterator[ClientConnection]:
    for _ in range(300):
        try:
            with connect(address, additional_headers=headers, compression=None) as socket:
                yield socket
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nobody answers at {address}")


def _sent(
    process: subprocess.Popen[str], socket: ClientConnection, shown: Simulated, now_ms: float
) -> float:
    """Send the film in its time; the processor's microseconds a frame. The first second warms."""
    warm = round(RATE)
    many = FRAMES + warm
    at_ms = (now_ms + 1.0 + np.arange(many) * 1000.0 / RATE).astype(np.int64)
    frame = np.arange(many) % len(shown.at_ms)
    told = as_messages(at_ms, shown.image[frame], shown.world[frame], shown.size.astype(float))
    begun, before = time.perf_counter(), 0.0
    for number in range(many):
        if number == warm:
            before = _processor_s(process.pid)
        time.sleep(max(0.0, begun + number / RATE - time.perf_counter()))
        socket.send(told[number * BYTES : (number + 1) * BYTES])
    time.sleep(0.5)  # the last ones are judged
    return (_processor_s(process.pid) - before) * MICRO / FRAMES


def _processor_s(pid: int) -> float:
    """All time that the process spent on the processor, its threads too."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
