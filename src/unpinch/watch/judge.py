"""How well a body fits a posture, as one number: how many degrees it could still be off.

This number is the slack. It is the smallest room that any column leaves: 0 or more means that
all of it holds, -10 that something is 10 degrees outside. One number gives hysteresis, the best
side and the nearest exercise alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.watch.rules import Need, Pack

Flags = NDArray[np.bool_]

# Below this a point is a guess of the model. On real bodies the seen side is above 0.8 and a
# hidden arm or leg mostly below 0.2.
HIDDEN = 0.3
# A guess may be this far off and still not speak against the posture, in degrees.
GUESS = 25.0


@dataclass(frozen=True)
class Verdict:
    """For every row and posture: the slack, what decided it, and whether it could be seen."""

    slack: Array  # (rows, postures)
    worst: NDArray[np.intp]  # the column that decided
    seen: Flags


def judge(measures: Array, visible: Array, pack: Pack) -> Verdict:
    """Hold rows of measures (rows, measures) against a pack (1 or rows, postures, columns)."""
    row = np.arange(len(measures))[:, None, None]
    index, pair = _whole(pack.index), _whole(pack.pair)
    value, sight = measures[row, index], visible[row, index]
    guessed = sight < HIDDEN
    room = np.minimum(value - pack.low, pack.high - value) * pack.scale
    room = np.where(guessed & (pack.need != Need.ITSELF), room + GUESS, room)
    room = np.where(np.isnan(room), -np.inf, room)
    better = np.maximum(sight, visible[row, pair])
    unseen = (guessed & (pack.need == Need.ITSELF)) | ((better < HIDDEN) & (pack.need == Need.PAIR))
    if room.shape[-1] == 0:
        empty = np.zeros(room.shape[:-1])
        return Verdict(empty - np.inf, empty.astype(np.intp), empty.astype(bool))
    return Verdict(room.min(-1), room.argmin(-1), ~unseen.any(-1))


def _whole(index: NDArray[np.intp]) -> NDArray[np.intp]:
    return index if index.ndim == 3 else index[None]
