"""From trembling measures to steady ones, and how fast they change.

Three steps, each for a reason. Left and right are kept apart through tracking: where the model
swaps both legs or both arms for a moment, they are swapped back. The middle of three frames drops
a glitch of one frame without a trace. A One Euro filter (Casiez et al. 2012) then takes the
tremble out of slow movement and follows a fast one.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.body.sight import INDEX, MEASURES
from unpinch.watch.brief import SCALES
from unpinch.watch.judge import Flags

# One Euro: cut-off at rest in Hz, how much it opens for each degree a second, and the cut-off
# for the speed itself.
_AT_REST, _OPENS, _OF_SPEED = 2.0, 0.06, 1.5
# Speeds are differences from a mean that forgets with this time in seconds.
SLOW_S, QUICK_S = 0.2, 0.08
# A gap as long as this begins anew.
_GAP_MS = 1_000.0
# A swap must explain the frame much better than no swap, and this many degrees better; one that
# lasts is the truth.
_SHARE, _BETTER, _LASTS_MS = 0.5, 30.0, 1_000.0


def _swap(bare: tuple[str, ...]) -> NDArray[np.intp]:
    order = np.arange(len(MEASURES))
    for name in bare:
        left, right = INDEX[f"left_{name}"], INDEX[f"right_{name}"]
        order[left], order[right] = right, left
    return order


_LEGS = ("hip_flexion", "hip_abduction", "knee_flexion", "ankle_plantarflexion", "thigh_incline",
         "leg_incline", "shank_incline", "hand_to_knee", "hand_to_shin")  # fmt: skip
_ARMS = ("shoulder_flexion", "shoulder_abduction", "elbow_flexion", "arm_incline")
_LIMBS = (
    (_swap(_LEGS), ("hip_flexion", "knee_flexion", "leg_incline")),
    (_swap(_ARMS), ("shoulder_flexion", "elbow_flexion", "arm_incline")),
)
_TELLING = [
    np.array([INDEX[f"{side}_{name}"] for name in names for side in ("left", "right")])
    for _, names in _LIMBS
]
# Left and right stand next to each other up to here.
_SIDED = INDEX["trunk_incline"]
# Where the model takes the back for the front, or all of left for right, the chest turns over at
# once. Nobody turns over so fast: by this much from one frame to the next.
_CHEST, _TURNED = INDEX["chest"], 0.8


@dataclass
class Smooth:
    """One row a session."""

    at_ms: Array  # NaN: nothing yet
    before: Array  # the frame before last, and the last one
    last: Array
    steady: Array
    speed: Array  # of each measure, for the filter
    mean: Array  # the forgetting mean, of the higher and lower of each pair
    drift: Array  # how fast these change, in their own units a second
    quick: Array  # of each measure: a mean that forgets faster, of what is not filtered yet
    change: Array  # how fast each measure changes now
    swapped_ms: Array  # (rows, 3): how long legs, arms and chest have been the wrong way round

    @classmethod
    def blank(cls, rows: int) -> "Smooth":
        """Nothing seen yet."""
        wide = (rows, len(MEASURES))

        def zeros() -> Array:
            return np.zeros(wide)

        return cls(
            np.full(rows, np.nan), zeros(), zeros(), zeros(), zeros(), zeros(), zeros(), zeros(),
            zeros(),
            np.zeros((rows, len(_LIMBS) + 1)),
        )  # fmt: skip

    def take(self, rows: NDArray[np.intp]) -> "Smooth":
        """A copy of these rows."""
        return Smooth(*(getattr(self, each.name)[rows] for each in fields(self)))

    def put(self, rows: NDArray[np.intp], new: "Smooth") -> None:
        """Write these rows back."""
        for each in fields(self):
            getattr(self, each.name)[rows] = getattr(new, each.name)


def smooth(state: Smooth, measures: Array, visible: Array, at_ms: Array) -> tuple[Smooth, Array]:
    """Take in one frame of each row. Returns the new state and the visibility, swapped alike."""
    new = ~(at_ms - state.at_ms < _GAP_MS)
    passed = np.where(new, 0.0, at_ms - state.at_ms)
    swapped_ms = state.swapped_ms.copy()
    for limb, (order, _) in enumerate(_LIMBS):
        swap, anew = _swaps(state, measures, passed, new, swapped_ms, limb)
        if swap.any():
            measures = np.where(swap[:, None], measures[:, order], measures)
            visible = np.where(swap[:, None], visible[:, order], visible)
        new = new | anew
    measures = _upright_chest(state, measures, passed, new, swapped_ms)
    fresh = new[:, None]
    before = np.where(fresh, measures, state.before)
    last = np.where(fresh, measures, state.last)
    middle = np.maximum(np.minimum(last, before), np.minimum(np.maximum(last, before), measures))
    steady, speed = _one_euro(state, middle, passed, fresh)
    mean, drift = _forgetting(state.mean, _ranked(steady), passed, fresh, SLOW_S)
    quick, change = _forgetting(state.quick, middle, passed, fresh, QUICK_S)
    new_state = Smooth(at_ms, last, measures, steady, speed, mean, drift, quick, change, swapped_ms)
    return new_state, visible


def speed_of(state: Smooth, weight: Array) -> Array:
    """How fast the body moves, degrees a second, whichever side is called left."""
    drift = state.drift * SCALES
    total: Array = np.sqrt((weight * drift * drift).sum(-1))
    return total


def _swaps(
    state: Smooth, measures: Array, passed: Array, new: Flags, swapped_ms: Array, limb: int
) -> tuple[Flags, Flags]:
    """Which rows to swap back, and which have been swapped for so long that it is so."""
    order, telling = _LIMBS[limb][0], _TELLING[limb]
    kept = np.abs(measures[:, telling] - state.steady[:, telling]).sum(-1)
    turned = np.abs(measures[:, order][:, telling] - state.steady[:, telling]).sum(-1)
    swap = (turned + _BETTER < _SHARE * kept) & ~new
    swapped_ms[:, limb] = np.where(swap, swapped_ms[:, limb] + passed, 0.0)
    lasting = swap & (swapped_ms[:, limb] >= _LASTS_MS)
    swapped_ms[lasting, limb] = 0.0
    return swap & ~lasting, lasting


def _upright_chest(
    state: Smooth, measures: Array, passed: Array, new: Flags, swapped_ms: Array
) -> Array:
    """The chest turned back where it turned over at once; in time it is believed."""
    now, was = measures[:, _CHEST], state.steady[:, _CHEST]
    turned = (now * was < 0.0) & (np.abs(now - was) > _TURNED) & ~new
    swapped_ms[:, -1] = np.where(turned, swapped_ms[:, -1] + passed, 0.0)
    back = turned & (swapped_ms[:, -1] < _LASTS_MS)
    if not back.any():
        return measures
    measures = measures.copy()
    measures[back, _CHEST] *= -1.0
    return measures


def _one_euro(state: Smooth, now: Array, passed: Array, fresh: Flags) -> tuple[Array, Array]:
    seconds = np.maximum(passed, 1.0)[:, None] / 1_000.0
    slope = (now - state.steady) / seconds
    share = _share(_OF_SPEED, seconds)
    speed = np.where(fresh, 0.0, state.speed + share * (slope - state.speed))
    follow = _share(_AT_REST + _OPENS * np.abs(speed) * SCALES, seconds)
    return np.where(fresh, now, state.steady + follow * (now - state.steady)), speed


def _share(cut_off: float | Array, seconds: Array) -> Array:
    step: Array = 2.0 * np.pi * seconds * cut_off
    return step / (step + 1.0)


def _forgetting(
    mean: Array, now: Array, passed: Array, fresh: Flags, over_s: float
) -> tuple[Array, Array]:
    """A mean that forgets, and the steady slope that would lie so far ahead of it."""
    seconds = np.maximum(passed, 1.0)[:, None] / 1_000.0
    share = 1.0 - np.exp(-seconds / over_s)
    ahead = np.where(fresh, 0.0, now - mean)
    return np.where(fresh, now, mean + share * ahead), ahead * share / seconds


def _ranked(measures: Array) -> Array:
    """The higher and the lower of each pair, so that a swap of sides is no movement."""
    ranked = measures.copy()
    left, right = measures[:, 0:_SIDED:2], measures[:, 1:_SIDED:2]
    ranked[:, 0:_SIDED:2], ranked[:, 1:_SIDED:2] = np.maximum(left, right), np.minimum(left, right)
    return ranked
