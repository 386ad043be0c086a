"""Which points of a body hide behind the rest of it."""

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array

# Limbs that hide what is behind them: from, to, and how thick, in shares of the trunk's length.
_LIMBS = ((11, 13, 0.10), (13, 15, 0.08), (12, 14, 0.10), (14, 16, 0.08), (23, 25, 0.16),
          (25, 27, 0.11), (24, 26, 0.16), (26, 28, 0.11))  # fmt: skip
_TRUNK = 0.26
# Behind by less than this is beside. The model always claims to see head, shoulders and hips.
_DEPTH = 0.12
_NEVER = (*range(13), 23, 24)


def hidden(axes: Array) -> NDArray[np.bool_]:
    """Which points (n, 33) have a limb or the trunk before them."""
    flat = axes[..., :2] / axes[..., 2:3]
    shoulders, hips = axes[:, 11:13].mean(1), axes[:, 23:25].mean(1)
    trunk = np.linalg.norm(shoulders - hips, axis=-1).mean()
    scale = trunk / axes[..., 2].mean()
    found = np.zeros(axes.shape[:2], bool)
    for start, end, thick in _LIMBS:
        covered = _before(flat, axes[..., 2], flat[:, start], flat[:, end], thick * scale, trunk,
                          axes[:, [start, end], 2].mean(1))  # fmt: skip
        covered[:, [start, end]] = False
        found |= covered
    middle = [flat[:, 11:13].mean(1), flat[:, 23:25].mean(1)]
    found |= _before(flat, axes[..., 2], middle[0], middle[1], _TRUNK * scale, trunk,
                     (shoulders[:, 2] + hips[:, 2]) / 2.0)  # fmt: skip
    found[:, list(_NEVER)] = False
    return found


def _before(
    flat: Array, depth: Array, start: Array, end: Array, thick: float, trunk: float, limb: Array
) -> NDArray[np.bool_]:
    """Points whose place in the picture lies on this limb, and who are further away than it."""
    along = (end - start)[:, None, :]
    from_start = flat - start[:, None, :]
    share = (from_start * along).sum(-1) / np.maximum((along * along).sum(-1), 1e-12)
    nearest = np.clip(share, 0.0, 1.0)[..., None] * along
    off = np.linalg.norm(from_start - nearest, axis=-1)
    behind = depth - limb[:, None] > _DEPTH * trunk
    return np.asarray((off < thick) & behind)
