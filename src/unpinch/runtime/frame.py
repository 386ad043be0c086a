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

from unpinch.body.landmarks import COUNT
from unpinch.terms.refused import Refused

_HEADER = struct.Struct("<HHHHdI4x")
_VERSION, _LARGEST = 1, 8_192
_IMAGE, _WORLD = COUNT * 4, COUNT * 3
BYTES = _HEADER.size + 4 * (_IMAGE + _WORLD)
# A landmark this many pictures or metres away was not measured.
_FURTHEST = 1_000.0
_LONGEST_MS = 1e9
# A flag: nobody is in the picture, and the landmarks are zeros.
_NOBODY = 1


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


def read_frame(data: bytes) -> Frame:
    """Read a message. Raises FrameError."""
    if len(data) != BYTES:
        raise FrameError(f"A frame has {BYTES} bytes; this one has {len(data)}.")
    version, width, height, flags, t_ms, sequence = _HEADER.unpack_from(data)
    if version != _VERSION:
        raise FrameError(f"A frame of version {version} cannot be read; load the page again.")
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise FrameError(f"A picture of {width} x {height} cannot be.")
    if flags not in (0, _NOBODY):
        raise FrameError("A frame says something that this version does not know.")
    if not (math.isfinite(t_ms) and 0 <= t_ms <= _LONGEST_MS):
        raise FrameError("A frame needs its time on the session's clock.")
    values = np.frombuffer(data, dtype="<f4", offset=_HEADER.size).astype(np.float32)
    image, world = values[:_IMAGE].reshape(COUNT, 4), values[_IMAGE:].reshape(COUNT, 3)
    if not (np.abs(values) < _FURTHEST).all():  # NaN is not smaller than anything either
        raise FrameError("A frame holds landmarks that were not measured.")
    if flags == _NOBODY:
        image, world = np.full_like(image, np.nan), np.full_like(world, np.nan)
    return Frame(t_ms, sequence, (width, height), image, world)
