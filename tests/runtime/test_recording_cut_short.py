"""A recording whose program is killed: what there was of it is there at the next start."""

import asyncio
import json
import shutil
import signal
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from tests.conftest import Clock
from tests.runtime.listening import Listening, film, message
from tests.runtime.test_sigkill import Server, begin_session
from tests.runtime.test_watching import Filmed
from tests.web.page import words_of
from unpinch.runtime import recordings
from unpinch.runtime.cameras import Cameras
from unpinch.runtime.frame import BYTES
from unpinch.runtime.keeping import erase
from unpinch.runtime.recorder import take_up
from unpinch.runtime.recordings import RecordingError
from unpinch.runtime.tapes import read_tape

Eventually = Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _none_left(diary: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("unpinch.runtime.watching._LOOK_S", 0.01)
    yield
    shutil.rmtree(diary / recordings.FOLDER, ignore_errors=True)


async def _growing(clock: Clock, eventually: Eventually, seconds: float = 5) -> tuple[Filmed, Path]:
    """A camera that records, and the file that holds all of what it sent."""
    filmed = Filmed(clock)
    filmed.record = True
    await filmed.start("childs-pose")
    await filmed.show(Listening(film("childs-pose")), seconds)

    async def all_there() -> bool:
        left = recordings.unfinished()
        return bool(left) and left[0].stat().st_size == filmed.sequence * BYTES

    await eventually(all_there)
    return filmed, recordings.unfinished()[0]


async def test_what_was_recorded_is_in_a_file_while_the_camera_still_runs(
    clock: Clock, eventually: Eventually
) -> None:
    _, growing = await _growing(clock, eventually)

    assert recordings.kept() == []
    take_up([growing])
    (one,) = recordings.kept()
    tape = read_tape(recordings.path_of(one.name)).recording
    assert one.cut_short
    assert one.begun.hour == 10
    assert 70 <= len(tape.at_ms) <= 76
    assert recordings.unfinished() == []


async def test_the_same_frames_are_on_the_tape_whether_it_was_cut_short_or_not(
    clock: Clock, eventually: Eventually
) -> None:
    filmed, growing = await _growing(clock, eventually)
    copy = growing.with_name("2026-11-20-100000.growing")
    copy.write_bytes(growing.read_bytes())
    await filmed.watching.leave("first")
    take_up([copy])
    whole, cut = (read_tape(recordings.path_of(one.name)).recording for one in recordings.kept())

    assert [one.cut_short for one in recordings.kept()] == [False, True]
    assert np.array_equal(whole.at_ms, cut.at_ms)
    assert np.array_equal(whole.image, cut.image, equal_nan=True)
    assert np.array_equal(whole.world, cut.world, equal_nan=True)
    assert whole.size is not None
    assert cut.size is not None
    assert np.array_equal(whole.size, cut.size)


@pytest.mark.parametrize("tail", [b"\1", b"\1" * (BYTES - 1), b"\0" * BYTES, b"\xff" * 3 * BYTES])
async def test_a_frame_that_was_cut_off_while_it_was_written_is_dropped(
    clock: Clock, eventually: Eventually, tail: bytes
) -> None:
    filmed, growing = await _growing(clock, eventually, seconds=1)
    with growing.open("ab") as file:
        file.write(tail)
    take_up([growing])

    tape = read_tape(recordings.path_of(recordings.kept()[0].name)).recording
    assert len(tape.at_ms) == filmed.sequence


@pytest.mark.parametrize("left", [b"", b"\1" * 100, b"\0" * 5 * BYTES])
async def test_what_holds_no_frames_is_removed(diary: Path, clock: Clock, left: bytes) -> None:
    path = recordings.new_path(clock.at)
    path.write_bytes(left)
    take_up(recordings.unfinished())

    assert list((diary / recordings.FOLDER).iterdir()) == []


async def test_killed_between_the_tape_and_the_removal_it_is_there_once(
    diary: Path, clock: Clock, eventually: Eventually
) -> None:
    _, growing = await _growing(clock, eventually)
    frames = growing.read_bytes()
    take_up([growing])
    growing.write_bytes(frames)
    take_up(recordings.unfinished())

    assert [path.suffix for path in (diary / recordings.FOLDER).iterdir()] == [".npz"]


async def test_erasing_the_diary_erases_what_still_grows(
    diary: Path, clock: Clock, eventually: Eventually
) -> None:
    filmed, growing = await _growing(clock, eventually)
    await filmed.hub.forget()
    await filmed.watching.forget()
    await asyncio.to_thread(erase)
    guarding = filmed.watching._guarding
    assert guarding is not None
    await asyncio.wait_for(guarding, 60)  # it has looked for the last time

    assert not growing.exists()
    assert not (diary / recordings.FOLDER).exists()


async def test_erasing_waits_for_what_is_being_taken_up_and_erases_it(
    diary: Path, clock: Clock, eventually: Eventually
) -> None:
    filmed, growing = await _growing(clock, eventually)
    frames = growing.read_bytes()
    await filmed.watching.forget()
    growing.write_bytes(frames)
    cameras = Cameras()
    cameras.take_up(recordings.unfinished())
    await cameras.forget()

    assert [path.suffix for path in (diary / recordings.FOLDER).iterdir()] == [".npz"]
    await asyncio.to_thread(erase)
    assert not (diary / recordings.FOLDER).exists()


async def test_frames_that_found_no_room_are_written_when_there_is_room_again(
    clock: Clock, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    filmed, growing = await _growing(clock, eventually, seconds=1)
    refused = 0
    real = Path.open

    def full(path: Path, mode: str = "r", *given: object, **named: object) -> object:
        nonlocal refused
        if path == growing and mode == "r+b":
            refused += 1
            with real(path, "ab") as file:
                file.write(b"half of it")
            raise OSError(28, "No space left on device")
        return real(path, mode, *given, **named)  # type: ignore[call-overload]

    async def tried() -> bool:
        return refused > 0

    async def all_there() -> bool:
        return growing.stat().st_size == filmed.sequence * BYTES

    with monkeypatch.context() as disk:
        disk.setattr(Path, "open", full)
        await filmed.show(Listening(film("childs-pose")), 1)
        await eventually(tried)
    await eventually(all_there)
    await filmed.watching.leave("first")

    tape = read_tape(recordings.path_of(recordings.kept()[0].name)).recording
    assert len(tape.at_ms) == filmed.sequence
    assert (np.diff(tape.at_ms) > 0).all()


async def test_a_disk_that_stays_full_is_told_and_what_was_written_before_stays(
    clock: Clock, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    filmed, growing = await _growing(clock, eventually, seconds=1)
    before = growing.read_bytes()

    def full(*_given: object) -> bytes:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("unpinch.runtime.recorder._messages", full)
        await filmed.show(Listening(film("childs-pose")), 1)
        with pytest.raises(RecordingError, match="disk full"):
            await filmed.watching.leave("first")

    assert growing.read_bytes() == before
    take_up(recordings.unfinished())
    assert [one.cut_short for one in recordings.kept()] == [True]


async def _within_a_minute(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not is_so():
            await asyncio.sleep(0.05)


@pytest.mark.slow
async def test_a_server_that_is_killed_shows_what_it_had_recorded(tmp_path: Path) -> None:
    begin_session(tmp_path)
    server = Server(tmp_path)
    place = tmp_path / recordings.FOLDER
    shown = film("childs-pose")

    def grown() -> bool:
        return any(path.stat().st_size >= 2 * BYTES for path in place.glob("*.growing"))

    async with server.connect() as page:
        await page.send(json.dumps({"type": "hello", "tab": str(uuid4())}))
        now = json.loads(await page.recv())["now_ms"]
        began, number = time.monotonic(), 0
        async with asyncio.timeout(60):
            while not grown():  # as a camera does: what comes late is refused
                t_ms = now + (time.monotonic() - began) * 1000
                await page.send(message(shown, number, t_ms, number, record=True))
                number += 1
                await asyncio.sleep(0.1)
        server.kill()
    assert list(place.glob("*.npz")) == []

    again = Server(tmp_path)

    def taken_up() -> bool:
        return bool(list(place.glob("*-cut-short.npz"))) and not list(place.glob("*.growing"))

    try:
        await _within_a_minute(taken_up)
        ask = urllib.request.Request(f"http://{again.host}/data/", headers={"Cookie": again.cookie})
        with urllib.request.urlopen(ask, timeout=60) as answer:  # noqa: S310
            assert "cut short" in words_of(answer.read().decode(), "main")
    finally:
        again.process.send_signal(signal.SIGTERM)
        again.process.wait()
        assert again.process.stdout is not None
        again.process.stdout.close()
