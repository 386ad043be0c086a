"""Records the landmarks that a camera sends, if the person asked for it, as a tape.

The asking travels with each frame, so that nothing is kept of frames that came without it. A
recording lies in memory until its camera is gone and is then written in one step.
"""

from pathlib import Path

import numpy as np

from unpinch.runtime import clock, recordings
from unpinch.runtime.frame import Frame
from unpinch.runtime.recordings import RecordingError
from unpinch.runtime.tapes import TapeError, write_tape

# Two hours at 15 frames a second: 100 MB. Whoever needs more begins anew.
_MOST_FRAMES = 108_000
_FEWEST_FRAMES = 2


class Recorder:
    """The frames of one camera in one session."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._frames: list[Frame] = []
        self._begun = clock.local_now()

    def add(self, frame: Frame) -> None:
        """Keep this frame, if the person asked for it and there is room."""
        if frame.record and len(self._frames) < _MOST_FRAMES:
            self._frames.append(frame)

    def save(self) -> Path | None:
        """Write the tape; None if there is nothing to write. Raises `RecordingError`."""
        frames, self._frames = self._frames, []
        if len(frames) < _FEWEST_FRAMES:
            return None
        try:
            path = recordings.new_path(self._begun)
            _write(path.with_suffix(".part"), frames)
            return path.with_suffix(".part").rename(path)
        except (TapeError, OSError) as error:
            raise RecordingError("The recording cannot be written: is the disk full?") from error


def _write(path: Path, frames: list[Frame]) -> None:
    image = np.stack([each.image for each in frames])
    world = np.stack([each.world for each in frames])
    try:
        write_tape(
            path,
            t_ms=np.array([each.t_ms for each in frames]).round().astype(np.int64),
            image=image,
            world=np.concatenate([world, image[..., 3:]], axis=-1),
            size=np.array([each.size for each in frames], dtype=np.int64),
        )
    except TapeError:
        path.unlink(missing_ok=True)
        raise
