"""One message from the camera: a header of 24 bytes, then landmarks as 32-bit numbers.

Everything about it is checked here, so that the coach never meets a bad number: little-endian
u16 version, width, height, flags; f64 milliseconds on the session's clock; u32 sequence; 4 bytes
kept free; 33 x 4 values in the picture (x, y, z, visibility), 33 x 3 in the world (metres).
"""

import math
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import COUNT, Frames, frames
from unpinch.terms.refused import Refused

_HEADER = struct.Struct("<HHHHdI4x")
_VERSION, _LARGEST = 1, 8_192
_IMAGE, _WORLD = COUNT * 4, COUNT * 3
BYTES = _HEADER.size + 4 * (_IMAGE + _WORLD)
# A landmark this many pictures or metres away was not measured.
_FURTHEST = 1_000.0
_LONGEST_MS = 1e9
# Flags: nobody is in the picture, and the landmarks are zeros; the person asks to record.
_NOBODY, _RECORD = 1, 2


class FrameError(Refused):
    """One line: why a message from the camera changes nothing."""


@dataclass(frozen=True)
class Frame:
    """Landmarks of one moment; NaN where nobody was seen, as on a tape."""

    t_ms: float
    sequence: int
    size: tuple[int, int]
    image: NDArray[np.float32]  # (33, 4)
    world: NDArray[np.float32]  # (33, 3)
    record: bool = False

    def row(self) -> Frames:
        """As the coach takes it in: a single row."""
        return frames(self.image[None], self.world[None], np.array(self.size, dtype=np.float64))


def read_frame(data: bytes) -> Frame:
    """Read a message. Raises FrameError."""
    if len(data) != BYTES:
        raise FrameError(f"A frame has {BYTES} bytes; this one has {len(data)}.")
    version, width, height, flags, t_ms, sequence = _HEADER.unpack_from(data)
    if version != _VERSION:
        raise FrameError(f"A frame of version {version} cannot be read; load the page again.")
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise FrameError(f"A picture of {width} x {height} cannot be.")
    if flags & ~(_NOBODY | _RECORD):
        raise FrameError("A frame says something that this version does not know.")
    if not (math.isfinite(t_ms) and 0 <= t_ms <= _LONGEST_MS):
        raise FrameError("A frame needs its time on the session's clock.")
    values = np.frombuffer(data, dtype="<f4", offset=_HEADER.size).astype(np.float32, copy=False)
    image, world = values[:_IMAGE].reshape(COUNT, 4), values[_IMAGE:].reshape(COUNT, 3)
    if not (np.abs(values) < _FURTHEST).all():  # NaN is not smaller than anything either
        raise FrameError("A frame holds landmarks that were not measured.")
    if flags & _NOBODY:
        image, world = np.full_like(image, np.nan), np.full_like(world, np.nan)
    return Frame(t_ms, sequence, (width, height), image, world, record=bool(flags & _RECORD))


_MESSAGE = np.dtype(
    [
        ("version", "<u2"), ("width", "<u2"), ("height", "<u2"), ("flags", "<u2"),
        ("t_ms", "<f8"), ("sequence", "<u4"), ("free", "<u4"),
        ("image", "<f4", (COUNT, 4)), ("world", "<f4", (COUNT, 3)),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Messages:
    """Many frames at once; NaN where nobody was seen."""

    at_ms: NDArray[np.int64]
    image: NDArray[np.float32]  # (n, 33, 4)
    world: NDArray[np.float32]  # (n, 33, 3)
    size: NDArray[np.int64]  # (n, 2)


# What is said of a tape that does not know how large its pictures were.
_USUAL_SIZE = (640, 480)


def as_messages(
    at_ms: NDArray[np.int64],
    image: NDArray[np.float32],
    world: NDArray[np.float32],
    size: NDArray[np.float64] | None,
) -> bytes:
    """A whole tape as messages, one after the other: what `read_frame` reads one by one."""
    told = np.zeros(len(at_ms), dtype=_MESSAGE)
    told["version"], told["t_ms"], told["sequence"] = _VERSION, at_ms, np.arange(len(at_ms))
    wide = np.broadcast_to(_USUAL_SIZE if size is None else size, (len(at_ms), 2))
    told["width"], told["height"] = wide[:, 0], wide[:, 1]
    told["flags"] = np.where(np.isfinite(image).all((-1, -2)), 0, _NOBODY)
    told["image"], told["world"] = np.nan_to_num(image), np.nan_to_num(world[..., :3])
    return told.tobytes()


def from_messages(told: bytes) -> Messages:
    """What `as_messages` made. Ends before the first that is torn, or that it did not make."""
    there = np.frombuffer(told, dtype=_MESSAGE, count=len(told) // BYTES)
    there = there[: _first(there["version"] != _VERSION)]
    there = there[: _first(~(np.diff(there["t_ms"], prepend=0) >= 0))]
    image, world = there["image"].copy(), there["world"].copy()
    nobody = there["flags"] & _NOBODY != 0
    image[nobody], world[nobody] = np.nan, np.nan
    size = np.stack([there["width"], there["height"]], axis=-1).astype(np.int64)
    return Messages(there["t_ms"].astype(np.int64), image, world, size)


def _first(wrong: NDArray[np.bool_]) -> int:
    """How many come before the first that is wrong."""
    return int(wrong.argmax()) if wrong.any() else len(wrong)
