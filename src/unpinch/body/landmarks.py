"""BlazePose landmarks of many frames at once, in the two forms the model gives them.

Leading axes are free: one frame, a session, or many sessions side by side. The picture has x
to the right and y down, in pixels, so that angles in it are true; the world has metres, hips at
the origin, y down and z away from the camera. A frame that was not seen is NaN throughout.

Order and meaning of the 33 points: the BlazePose topology.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Given = NDArray[np.floating[Any]]

COUNT = 33
NOSE = 0
EARS = (7, 8)
SHOULDERS = (11, 12)
ELBOWS = (13, 14)
WRISTS = (15, 16)
HIPS = (23, 24)
KNEES = (25, 26)
ANKLES = (27, 28)
HEELS = (29, 30)
TOES = (31, 32)

# Left and right of the same joint, in the order left, right.
_PAIRS = ((1, 4), (2, 5), (3, 6), (7, 8), (9, 10), *((n, n + 1) for n in range(11, 33, 2)))
_ARM_POINTS = range(13, 23)
_LEG_POINTS = range(25, 33)


def _exchange(points: range) -> NDArray[np.intp]:
    order = np.arange(COUNT)
    for left, right in _PAIRS:
        if left in points:
            order[left], order[right] = right, left
    return order


LEGS_SWAPPED = _exchange(_LEG_POINTS)
ARMS_SWAPPED = _exchange(_ARM_POINTS)
ALL_SWAPPED = _exchange(range(COUNT))

# Pictures whose size nobody wrote down are one of these; most cameras are.
_USUAL_SHAPES = np.log([9 / 16, 2 / 3, 3 / 4, 1.0, 4 / 3, 3 / 2, 16 / 9])
# Pairs of points far apart, whose direction tells how wide the picture is for its height.
_SPANS = ((11, 23), (12, 24), (23, 25), (24, 26), (25, 27), (26, 28), (11, 15), (12, 16), (0, 23))
_UNKNOWN_SHAPE = 4 / 3


@dataclass(frozen=True)
class Frames:
    """Where every point is: in the picture, in the world, and how well it is seen."""

    picture: Array  # (..., 33, 2) pixels, or any unit that is equal in x and y
    world: Array  # (..., 33, 3) metres
    visibility: Array  # (..., 33)

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Which frames hold a person at all."""
        whole = np.isfinite(self.picture).all((-1, -2)) & np.isfinite(self.world).all((-1, -2))
        return np.asarray(whole)

    def only(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> "Frames":
        """Only these rows of the first axis."""
        return Frames(self.picture[rows], self.world[rows], self.visibility[rows])


def frames(image: Given, world: Given, size: Given | None) -> Frames:
    """Normalised landmarks to pixels. `size`: (2) or (..., 2), width and height; None: unknown.

    The depth in the picture has the scale of x.
    """
    seen = np.asarray(image, dtype=np.float64)
    metres = np.asarray(world[..., :3], dtype=np.float64)
    flat = seen[..., :2]
    if size is None:
        scale = np.stack([shape_of(flat, metres), np.ones(flat.shape[:-2])], axis=-1)
    else:
        scale = np.asarray(size, dtype=np.float64)
    picture = flat * scale[..., None, :]
    if not np.isfinite(metres).all():
        metres = _with_depth(metres, picture, seen[..., 2] * scale[..., :1])
    return Frames(picture, metres, np.fmax(seen[..., 3], 0.0))  # NaN is not seen


def _with_depth(world: Array, picture: Array, deep: Array) -> Array:
    """Where the world is missing, the picture with its own depth: a body of an unknown size."""
    there = np.isfinite(world).all((-1, -2), keepdims=True)
    guess = np.concatenate([picture, deep[..., None]], axis=-1)
    return np.where(there, world, guess - guess[..., list(HIPS), :].mean(-2, keepdims=True))


def shape_of(flat: Array, world: Array) -> Array:
    """Width for height of a picture, from what the same spans measure in the world.

    Both views share one camera, so a span's width and height stand to each other in the world
    as they do in pixels. Snapped to the shapes that pictures usually have.
    """
    first, last = np.array(_SPANS).T
    seen = np.abs(flat[..., last, :] - flat[..., first, :])
    real = np.abs(world[..., last, :2] - world[..., first, :2])
    tall = np.sum(real[..., 1] * seen[..., 1], -1) / np.maximum(np.sum(seen[..., 1] ** 2, -1), 1e-9)
    wide = np.sum(real[..., 0] * seen[..., 0], -1) / np.maximum(np.sum(seen[..., 0] ** 2, -1), 1e-9)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(wide / tall)
    nearest = np.abs(found[..., None] - _USUAL_SHAPES).argmin(-1)
    return np.where(np.isfinite(found), np.exp(_USUAL_SHAPES[nearest]), _UNKNOWN_SHAPE)
