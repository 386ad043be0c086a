"""Records the landmarks that a camera sends, if the person asked for it, as a tape.

The asking travels with each frame, so that nothing is kept of frames that came without it. What
came is appended to a file every now and then, so that a program that is killed loses a moment and
not the recording; the tape is made of that file when the camera is gone, or else at the next start.
The file holds the camera's messages, one after the other and all of one length: the last one may
be torn, and is dropped then.
"""

import asyncio
import contextlib
import os
from pathlib import Path

import numpy as np

from unpinch.runtime import clock, folder, recordings
from unpinch.runtime.frame import BYTES, Frame, as_messages, from_messages
from unpinch.runtime.recordings import WHOLE, RecordingError
from unpinch.runtime.tapes import TapeError, write_tape

# Two hours at 15 frames a second: 100 MB. Whoever needs more begins anew.
_MOST_FRAMES = 108_000
_FEWEST_FRAMES = 2
_FULL = (
    "The recording cannot be written: is the disk full? "
    "What there is of it is taken up when Unpinch starts again."
)


class Recorder:
    """The frames of one camera in one session."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._begun = clock.local_now()
        self._came = 0
        self._fresh: list[Frame] = []  # not in the file yet
        self._written = 0
        self._path: Path | None = None

    def add(self, frame: Frame) -> None:
        """Keep this frame, if the person asked for it and there is room."""
        if frame.record and self._came < _MOST_FRAMES:
            self._came += 1
            self._fresh.append(frame)

    async def write(self) -> None:
        """Append what came since the last time. Raises `RecordingError`; then it still waits."""
        fresh, self._fresh = self._fresh, []
        if not fresh:
            return
        try:
            await asyncio.to_thread(self._append, fresh)
        except OSError as error:
            self._fresh = fresh + self._fresh
            raise RecordingError(_FULL) from error

    async def save(self) -> None:
        """Write the tape, if there is anything to write. Raises `RecordingError`."""
        await self.write()
        if self._path is None:
            return
        try:
            await asyncio.to_thread(_finish, self._path.replace(self._path.with_suffix(WHOLE)))
        except (TapeError, OSError) as error:
            raise RecordingError(_FULL) from error

    def _append(self, fresh: list[Frame]) -> None:
        if self._path is None:
            path = recordings.new_path(self._begun)
            path.touch()
            self._path = path
        with self._path.open("r+b") as file:  # the place counts, not the end: that may be torn
            file.seek(self._written * BYTES)
            file.write(_messages(fresh))
        self._written += len(fresh)


def take_up(left: list[Path]) -> None:
    """Make tapes of what a program that was killed left. What cannot be written waits again."""
    for path in left:
        with contextlib.suppress(TapeError, OSError):
            _finish(path)


def _messages(fresh: list[Frame]) -> bytes:
    return as_messages(
        np.array([each.t_ms for each in fresh]).round().astype(np.int64),
        np.stack([each.image for each in fresh]),
        np.stack([each.world for each in fresh]),
        np.array([each.size for each in fresh], dtype=np.float64),
    )


def _finish(unfinished: Path) -> None:
    """Make the tape, then remove what it was made of; done before, only remove that."""
    target = recordings.tape_of(unfinished)
    if not target.exists():
        _make(unfinished, target)
    folder.wipe(unfinished)


def _make(unfinished: Path, target: Path) -> None:
    seen = from_messages(unfinished.read_bytes())
    if len(seen.at_ms) < _FEWEST_FRAMES:
        return
    part = target.with_suffix(".part")
    try:
        write_tape(
            part,
            t_ms=seen.at_ms,
            image=seen.image,
            world=np.concatenate([seen.world, seen.image[..., 3:]], axis=-1),
            size=seen.size,
        )
        with part.open("r+b") as file:
            os.fsync(file.fileno())  # on the disk before what it was made of is overwritten
    except (TapeError, OSError):
        part.unlink(missing_ok=True)
        raise
    part.rename(target)
