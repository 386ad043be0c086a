"""A server that is killed at any instant loses nothing it acknowledged, and opens again."""

import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
import websockets
from django.core import signing

from unpinch.web.doors import COOKIE

KILLS = int(os.environ.get("UNPINCH_KILLS", "6"))  # the whole hundred: UNPINCH_KILLS=100
_PLAIN = ("repeated", "paused", "resumed")


class Server:
    """A real server on a free port."""

    def __init__(self, folder: Path) -> None:
        """Start it and read its address."""
        words = [sys.executable, "-m", "unpinch", "serve", "--no-browser", "--port", "0"]
        self.process = subprocess.Popen(
            [*words, "--data", str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        said = re.search(r"http://(\S+?)/\?token", self.process.stdout.readline())
        assert said
        self.host = said[1]
        self.key = (folder / "signing-key").read_text(encoding="ascii")

    @property
    def cookie(self) -> str:
        """The cookie of a browser that this diary's key has signed."""
        return f"{COOKIE}={signing.dumps('browser', key=self.key, salt='unpinch.web.gate')}"

    def kill(self) -> None:
        """No goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def connect(self) -> websockets.connect:
        """The socket of a page."""
        return websockets.connect(
            f"ws://{self.host}/coach",
            origin=f"http://{self.host}",  # type: ignore[arg-type]
            additional_headers={"Cookie": self.cookie},
            compression=None,
            open_timeout=60,  # a busy machine is slow, not wrong
        )


_BEGIN = """
from uuid import uuid4
from unpinch.runtime import folder
from unpinch.runtime.opening import open_diary
folder.choose(None)
open_diary()
from unpinch.journal.entry import Kind
from unpinch.runtime import diary
from unpinch.terms.event import Started
session = uuid4()
diary.write(Kind.SESSION_STARTED, diary.plan(), of_session=session)
diary.write(Kind.SESSION_EVENT, Started(0), of_session=session)
"""


def begin_session(folder: Path) -> None:
    """A session as the diary has it once Start was pressed."""
    environment = {**os.environ, "UNPINCH_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", _BEGIN], check=True, env=environment)


async def _drive(server: Server, kill_after_s: float, behind: int) -> tuple[str, set[str]]:
    """Send events as fast as they are acknowledged until the server dies; what it acknowledged.

    It dies so long after it has acknowledged so many: with none, soon after it was joined.
    """
    acknowledged: set[str] = set()
    session = ""
    kill = partial(asyncio.get_running_loop().call_later, kill_after_s, server.kill)
    async with server.connect() as page:
        await page.send(json.dumps({"type": "hello", "tab": str(uuid4())}))
        news = json.loads(await page.recv())
        session = news["session"]
        if behind == 0:
            kill()
        try:
            for number in range(100_000):
                event = {"event": _PLAIN[number % 3], "at_ms": news["now_ms"] + number}
                message = {"type": "event", "key": str(uuid4()), "session": session}
                await page.send(json.dumps({**message, "event": event}))
                while (answer := json.loads(await page.recv()))["type"] not in ("ack", "refused"):
                    pass
                if answer["type"] == "ack":
                    acknowledged.add(answer["key"])
                    if len(acknowledged) == behind:
                        kill()
        except (websockets.ConnectionClosed, OSError):
            pass
    return session, acknowledged


def _stored(folder: Path) -> set[str]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(folder / "diary.sqlite3")) as diary:
        assert diary.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = diary.execute("SELECT key FROM store_entryrow WHERE kind = 'session event'")
        return {str(row[0]).replace("-", "") for row in rows}


@pytest.mark.slow
async def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311 - any instants will do
    all_acknowledged: set[str] = set()
    session = ""
    begin_session(tmp_path)
    for number in range(KILLS):
        server = Server(tmp_path)
        # However slow the machine is, every other one comes to something before it dies.
        joined, acknowledged = await _drive(server, chance.uniform(0.02, 0.5), number % 2 * 3)
        assert session in ("", joined), "the same session goes on after each crash"
        session = joined
        all_acknowledged |= {key.replace("-", "") for key in acknowledged}
        assert all_acknowledged <= _stored(tmp_path)
    assert len(all_acknowledged) > KILLS
