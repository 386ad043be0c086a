"""What a frame of the camera costs on the server, from the socket to the coach's verdict.

The same messages go to three servers in turn, frame by frame, so that a busy machine slows all
alike: to `/coach` with a session running, to a bare ASGI loop that lets the same coach judge each
frame, and to one that throws each away (bare.py). All are under uvicorn with the same settings.
What is compared is the processor time of the three processes.

The goal is on what Unpinch puts around the judging: door, session, order, clock and diary. What the
judging itself costs stands beside it without one. One page has one camera, so the coach's array
operations serve a single row here and their fixed cost weighs most; in company it is spread: the
last figure puts the coach's cost a frame with 500 rows (bench_coach) on top of the bare loop.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import numpy as np
from websockets.sync.client import ClientConnection, connect

from bench.bare import DUE
from bench.bench_coach import film, step
from bench.row import Row
from bench.server import address_of, free_port, running
from unpinch.exercises import library
from unpinch.patient.recorded import Simulated, patient
from unpinch.runtime.frame import BYTES, as_messages

ROOT = Path(__file__).resolve().parents[1]
FRAMES, RATE = 600, 30.0
COMPANY = 500
GOAL = 1.3
MICRO = 1_000_000.0
UVICORN = ("--ws", "websockets-sansio", "--ws-max-size", "65536", "--no-access-log",
           "--ws-per-message-deflate", "false", "--log-level", "warning")  # fmt: skip


class Served(NamedTuple):
    """A server, its socket, and how far its session's clock is."""

    process: subprocess.Popen[str]
    socket: ClientConnection
    now_ms: float = 0.0


def bench() -> list[Row]:
    """Send the same film to all three."""
    shown = patient(library()[DUE], np.random.default_rng(1), repetitions=2, hold_ms=4_000.0)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        receiving = stack.enter_context(_bare("receiving"))
        judging = stack.enter_context(_bare("judging"))
        ours = stack.enter_context(_ours(Path(folder) / "diary"))
        bare, judged, coach = _sent([receiving, judging, ours], shown)
        _ensure_judged(ours.socket)
    company = step([film(seed) for seed in range(4)], COMPANY)
    against = f"{FRAMES} frames at {RATE:g} a second"
    same = "the same run"
    return [
        Row("bare ASGI loop, a frame", bare, "us of processor", against=against),
        Row("bare loop that judges, a frame", judged, "us of processor", against=same),
        Row("/coach, a frame", coach, "us of processor", against=same),
        Row("/coach to the bare loop that judges", coach / judged, "times", GOAL, same),
        Row("/coach to the bare loop, one camera", coach / bare, "times", against=same),
        Row(f"bare loop and coach among {COMPANY} to it alone", (bare + company) / bare, "times",
            against=same),
    ]  # fmt: skip


@contextmanager
def _bare(name: str) -> Iterator[Served]:
    port = str(free_port())
    words = [sys.executable, "-m", "uvicorn", f"bench.bare:{name}", "--port", port, *UVICORN]
    with running(words, cwd=ROOT) as process, _connected(f"ws://127.0.0.1:{port}/") as socket:
        yield Served(process, socket)


@contextmanager
def _ours(diary: Path) -> Iterator[Served]:
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
            yield Served(process, socket, json.loads(socket.recv())["now_ms"])


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


def _sent(servers: Sequence[Served], shown: Simulated) -> list[float]:
    """Send the film in its time; the processor's microseconds a frame. The first second warms."""
    warm = round(RATE)
    many = FRAMES + warm
    told = [_messages(shown, each.now_ms, many) for each in servers]
    begun, before = time.perf_counter(), [0.0] * len(servers)
    for number in range(many):
        if number == warm:
            before = [_processor_s(each.process.pid) for each in servers]
        for turn, each in enumerate(servers):
            due = begun + (number + turn / len(servers)) / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            each.socket.send(told[turn][number * BYTES : (number + 1) * BYTES])
    time.sleep(0.5)  # the last ones are judged
    after = [_processor_s(each.process.pid) for each in servers]
    return [(end - start) * MICRO / FRAMES for start, end in zip(before, after, strict=True)]


def _messages(shown: Simulated, now_ms: float, many: int) -> bytes:
    at_ms = (now_ms + 1.0 + np.arange(many) * 1000.0 / RATE).astype(np.int64)
    frame = np.arange(many) % len(shown.at_ms)
    return as_messages(at_ms, shown.image[frame], shown.world[frame], shown.size.astype(float))


def _ensure_judged(socket: ClientConnection) -> None:
    """The session took every frame, and the camera leads it. Otherwise the figure says nothing."""
    told = []
    with suppress(TimeoutError):
        while True:
            told.append(json.loads(socket.recv(timeout=0.1)))
    refused = [each["why"] for each in told if each["type"] == "refused"]
    if refused or not any(each.get("watched") for each in told):
        raise RuntimeError(f"the session did not take the frames: {refused}")


def _processor_s(pid: int) -> float:
    """All time that the process spent on the processor, its threads too, to the nanosecond."""
    return time.clock_gettime((~pid << 3) | 2)  # the number Linux gives to that process's clock
