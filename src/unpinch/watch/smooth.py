"""From trembling measures to steady ones, and how fast they change.

Three steps, each for a reason. Left and right are kept apart through tracking: where the model
swaps both legs or both arms for a moment, they are swapped back. The middle of three frames drops
a glitch of one frame without a trace. A One Euro filter (Casiez et al. 2012) then takes the
tremble out of slow movement and follows a fast one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.body.sight import INDEX, MEASURES
from unpinch.watch.brief import SCALES
from unpinch.watch.judge import Flags
from unpinch.watch.table import Table

# One Euro: cut-off at rest in Hz, how much it opens for each degree a second, and the cut-off
# for the speed itself.
_AT_REST, _OPENS, _OF_SPEED = 2.0, 0.06, 1.5
# Speeds are differences from a mean that forgets with this time in seconds: one of the body as a
# whole, and a quicker one of each measure.
_OVER_S = np.array([[0.2], [0.08]])
_SLOW, _QUICK = 0, 1
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
_TELLING = np.array(
    [[INDEX[f"{side}_{name}"] for name in names for side in ("left", "right")]
     for _, names in _LIMBS]
)  # fmt: skip
_TELLING_SWAPPED = np.array(
    [order[telling] for (order, _), telling in zip(_LIMBS, _TELLING, strict=True)]
)
# Left and right stand next to each other up to here.
_SIDED = INDEX["trunk_incline"]
# Where the model takes the back for the front, or all of left for right, the chest turns over at
# once. Nobody turns over so fast: by this much from one frame to the next.
_CHEST, _TURNED = INDEX["chest"], 0.8


@dataclass
class Smooth(Table):
    """One row a session."""

    at_ms: Array  # NaN: nothing yet
    before: Array  # the frame before last, and the last one
    last: Array
    steady: Array
    speed: Array  # of each measure, for the filter
    means: Array  # (rows, 2, measures): means that forget, see _forget
    slopes: Array  # and how fast these change, in their own units a second
    swapped_ms: Array  # (rows, 3): how long legs, arms and chest have been the wrong way round

    @classmethod
    def blank(cls, rows: int) -> "Smooth":
        """Nothing seen yet."""

        def zeros(*shape: int) -> Array:
            return np.zeros((rows, *shape))

        many = len(MEASURES)
        return cls(
            np.full(rows, np.nan), zeros(many), zeros(many), zeros(many), zeros(many),
            zeros(len(_OVER_S), many), zeros(len(_OVER_S), many), zeros(len(_LIMBS) + 1),
        )  # fmt: skip


def smooth(state: Smooth, measures: Array, visible: Array, at_ms: Array) -> Array:
    """Take in one frame of each row. Returns the visibility, swapped as the measures were."""
    passed = at_ms - state.at_ms
    new = ~(passed < _GAP_MS)
    passed = np.where(new, 0.0, passed)
    measures, visible, new = _sides_kept(state, measures, visible, passed, new)
    measures = _upright_chest(state, measures, passed, new)
    if new.any():
        _begin(state, measures, new)
    before, last = state.before, state.last
    middle = np.maximum(np.minimum(last, before), np.minimum(np.maximum(last, before), measures))
    state.before, state.last = last, measures
    state.at_ms[:] = at_ms
    seconds = np.maximum(passed, 1.0)[:, None] / 1_000.0
    _one_euro(state, middle, seconds)
    _forget(state, middle, seconds)
    return visible


def speed_of(state: Smooth, weight: Array) -> Array:
    """How fast the body moves, degrees a second, whichever side is called left."""
    drift = state.slopes[:, _SLOW] * SCALES
    total: Array = np.sqrt((weight * drift * drift).sum(-1))
    return total


def change_of(state: Smooth) -> Array:
    """How fast each measure changes now."""
    return state.slopes[:, _QUICK]


def _sides_kept(
    state: Smooth, measures: Array, visible: Array, passed: Array, new: Flags
) -> tuple[Array, Array, Flags]:
    """Limbs swapped back. Where they have been swapped for so long that it is so, all is new."""
    was = state.steady.take(_TELLING, -1)
    kept = np.abs(measures.take(_TELLING, -1) - was).sum(-1)
    turned = np.abs(measures.take(_TELLING_SWAPPED, -1) - was).sum(-1)
    swap = (turned + _BETTER < _SHARE * kept) & ~new[:, None]
    swapped_ms = state.swapped_ms[:, : len(_LIMBS)]
    if not swap.any():
        swapped_ms[:] = 0.0
        return measures, visible, new
    lasting = swap & (swapped_ms + passed[:, None] >= _LASTS_MS)
    swap &= ~np.logical_or.accumulate(lasting, axis=-1)  # where legs begin anew, arms do too
    swapped_ms[:] = np.where(swap, swapped_ms + passed[:, None], 0.0)
    for (order, _), back in zip(_LIMBS, swap.T, strict=True):
        measures = np.where(back[:, None], measures[:, order], measures)
        visible = np.where(back[:, None], visible[:, order], visible)
    return measures, visible, new | lasting.any(-1)


def _upright_chest(state: Smooth, measures: Array, passed: Array, new: Flags) -> Array:
    """The chest turned back where it turned over at once; in time it is believed."""
    now, was, turned_ms = measures[:, _CHEST], state.steady[:, _CHEST], state.swapped_ms[:, -1]
    turned = (now * was < 0.0) & (np.abs(now - was) > _TURNED) & ~new
    turned_ms[:] = np.where(turned, turned_ms + passed, 0.0)
    back = turned & (turned_ms < _LASTS_MS)
    if not back.any():
        return measures
    measures = measures.copy()
    measures[back, _CHEST] *= -1.0
    return measures


def _begin(state: Smooth, measures: Array, new: Flags) -> None:
    """Rows in which nothing is known yet, or no more: as if it had long been as it is now."""
    now = measures[new]
    state.before[new] = state.last[new] = state.steady[new] = now
    state.speed[new] = 0.0
    state.means[new] = _to_be_followed(now, now)


def _one_euro(state: Smooth, now: Array, seconds: Array) -> None:
    ahead = now - state.steady
    state.speed = state.speed + _share(_OF_SPEED, seconds) * (ahead / seconds - state.speed)
    follow = _share(_AT_REST + _OPENS * np.abs(state.speed) * SCALES, seconds)
    state.steady = state.steady + follow * ahead


def _share(cut_off: float | Array, seconds: Array) -> Array:
    step: Array = 2.0 * np.pi * seconds * cut_off
    return step / (step + 1.0)


def _forget(state: Smooth, middle: Array, seconds: Array) -> None:
    """Means that forget, and the steady slope that would lie so far ahead of them."""
    seconds = seconds[:, None]
    share = 1.0 - np.exp(-seconds / _OVER_S)
    ahead = _to_be_followed(state.steady, middle) - state.means
    state.means = state.means + share * ahead
    state.slopes = ahead * share / seconds


def _to_be_followed(steady: Array, middle: Array) -> Array:
    """What the means follow: the steady measures, and those that are not filtered yet.

    Of the steady ones the higher and the lower of each pair: a swap of sides is no movement.
    """
    both = np.empty((len(steady), len(_OVER_S), len(MEASURES)))
    both[:, _SLOW], both[:, _QUICK] = steady, middle
    left, right = steady[:, 0:_SIDED:2], steady[:, 1:_SIDED:2]
    both[:, _SLOW, 0:_SIDED:2] = np.maximum(left, right)
    both[:, _SLOW, 1:_SIDED:2] = np.minimum(left, right)
    return both
