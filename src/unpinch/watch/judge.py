"""How well a body fits a posture, as one number: how many degrees it could still be off.

This number is the slack. It is the smallest room that any column leaves: 0 or more means that
all of it holds, -10 that something is 10 degrees outside. One number gives hysteresis, the best
side and the nearest exercise alike.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.watch.rules import Pack

Flags = NDArray[np.bool_]
Index = NDArray[np.intp]

# Below this a point is a guess of the model. On real bodies the seen side is above 0.8 and a
# hidden arm or leg mostly below 0.2.
HIDDEN = 0.3
# A guess may be this far off and still not speak against the posture, in degrees.
GUESS = 25.0


class Verdict(NamedTuple):
    """For every row and posture: the slack, what decided it, and whether it could be seen."""

    slack: Array  # (rows, postures)
    worst: NDArray[np.intp]  # the column that decided
    seen: Flags


def judge(measures: Array, visible: Array, pack: Pack) -> Verdict:
    """Hold rows of measures (rows, measures) against a pack (1 or rows, postures, columns)."""
    index = among(measures, pack.index)
    value, sight = measures.take(index), visible.take(index)
    guessed = sight < HIDDEN
    room = np.minimum(value - pack.low, pack.high - value) * pack.scale
    room = np.where(guessed & ~pack.itself, room + GUESS, room)
    room = np.fmax(room, -np.inf)  # what is not known leaves no room
    better = np.maximum(sight, visible.take(among(visible, pack.pair)))
    unseen = (guessed & pack.itself) | ((better < HIDDEN) & pack.paired)
    if room.shape[-1] == 0:
        empty = np.zeros(room.shape[:-1])
        return Verdict(empty - np.inf, empty.astype(np.intp), empty.astype(bool))
    return Verdict(room.min(-1), room.argmin(-1), ~np.asarray(unseen.any(-1)))


def among(measures: Array, index: Index) -> Index:
    """Where these columns of each row (1 or rows, postures, columns) lie among all numbers."""
    rows, wide = measures.shape
    found: Index = index + (np.arange(rows) * wide)[:, None, None]
    return found
