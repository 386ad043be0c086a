"""Recording on request: what is kept, where, and that nothing is kept otherwise."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import Clock
from tests.runtime.listening import Listening, film
from tests.runtime.test_watching import Filmed
from unpinch.runtime import diary as book
from unpinch.runtime import recordings, replaying
from unpinch.runtime.frame import BYTES, read_frame
from unpinch.runtime.keeping import erase
from unpinch.runtime.recorder import take_up
from unpinch.runtime.recordings import RecordingError
from unpinch.runtime.tapes import read_tape
from unpinch.terms.cue import Phase
from unpinch.watch.telling import reports

pytestmark = pytest.mark.usefixtures("diary")


@pytest.fixture(autouse=True)
def _none_left(diary: Path) -> Iterator[None]:
    yield
    recordings.delete_all()


async def _filmed(clock: Clock, *, record: bool, seconds: float) -> Filmed:
    filmed = Filmed(clock)
    filmed.record = record
    await filmed.start("childs-pose")
    await filmed.show(Listening(film("childs-pose")), seconds)
    return filmed


async def test_a_session_is_recorded_on_request_and_watch_finds_the_same_holds(
    clock: Clock,
) -> None:
    filmed = await _filmed(clock, record=True, seconds=200)
    await filmed.watching.leave("first")
    (one,) = recordings.kept()
    path = recordings.path_of(one.name)
    report = reports([read_tape(path).recording], book.library().values())[0]

    assert filmed.live.state.phase is Phase.FINISHED
    assert (report.exercise, report.repetitions) == ("childs-pose", 2)
    assert path.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert [each.exercise for each in replaying.found(path, book.library().values())] == [
        "Child's pose"
    ] * 2


async def test_nothing_is_kept_without_the_asking(clock: Clock) -> None:
    filmed = await _filmed(clock, record=False, seconds=5)
    await filmed.watching.leave("first")

    assert recordings.kept() == []


async def test_what_is_asked_for_in_the_middle_begins_there(clock: Clock) -> None:
    filmed = await _filmed(clock, record=False, seconds=5)
    filmed.record = True
    await filmed.show(Listening(film("childs-pose")), 2)
    await filmed.watching.leave("first")
    tape = read_tape(recordings.path_of(recordings.kept()[0].name)).recording

    assert 25 <= len(tape.at_ms) <= 31


async def test_a_diary_that_is_erased_takes_what_is_being_recorded_with_it(clock: Clock) -> None:
    filmed = await _filmed(clock, record=True, seconds=5)
    await filmed.hub.forget()
    await filmed.watching.forget()
    await filmed.start("childs-pose")
    filmed.record = False
    await filmed.show(Listening(film("childs-pose")), 1)
    await filmed.watching.leave("first")

    assert recordings.kept() == []


async def test_erasing_the_diary_erases_recordings(clock: Clock) -> None:
    filmed = await _filmed(clock, record=True, seconds=5)
    await filmed.watching.leave("first")
    path = recordings.path_of(recordings.kept()[0].name)
    await asyncio.to_thread(erase)

    assert not path.exists()
    assert recordings.kept() == []


async def test_a_full_disk_is_told_and_what_was_recorded_waits_for_the_next_start(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, diary: Path
) -> None:
    filmed = await _filmed(clock, record=True, seconds=5)

    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(np, "savez_compressed", full)
        with pytest.raises(RecordingError, match="disk full"):
            await filmed.watching.leave("first")
    (left,) = (diary / recordings.FOLDER).iterdir()

    assert left.suffix == recordings.WHOLE
    take_up(recordings.unfinished())
    assert [each.cut_short for each in recordings.kept()] == [False]


async def test_a_recording_goes_back_to_the_page_as_the_camera_sent_it(clock: Clock) -> None:
    filmed = await _filmed(clock, record=True, seconds=5)
    await filmed.watching.leave("first")
    path = recordings.path_of(recordings.kept()[0].name)
    sent = replaying.messages(path)
    tape = read_tape(path).recording

    assert len(sent) == BYTES * len(tape.at_ms)
    for number in range(0, len(tape.at_ms), 7):
        frame = read_frame(sent[number * BYTES : (number + 1) * BYTES])
        assert frame.t_ms == tape.at_ms[number]
        assert np.array_equal(frame.image, tape.image[number], equal_nan=True)


@pytest.mark.parametrize("name", ["../diary", "2026-11-22-100000", "", "x/../../signing-key"])
def test_only_recordings_can_be_named(name: str) -> None:
    with pytest.raises(RecordingError):
        recordings.path_of(name)
