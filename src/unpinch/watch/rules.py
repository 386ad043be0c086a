"""From what an exercise file accepts to rows of numbers that a whole batch is held against.

Nothing here knows an exercise by name. A `Posture` is one pose of one exercise done with one
side; its columns say which measure must lie where. A limb that is hidden is only guessed by the
model, so a guess is believed less: see `Need` and `judge`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import inf

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.body.sight import INDEX
from unpinch.body.stance import moving_limbs
from unpinch.body.vocabulary import ARM_ANGLES
from unpinch.exercises.measure import bare
from unpinch.exercises.model import Accept, Bound, Exercise
from unpinch.terms.dose import Sides
from unpinch.terms.side import Side
from unpinch.watch.table import Table

# Degrees that weigh as much as one trunk length, or as a chest turned from up to sideways.
PER_UNIT = 60.0
_GRIPS = ("hand_to_knee", "hand_to_shin")
_NOT_IN_DEGREES = (*_GRIPS, "seat_to_heel", "knees_apart", "chest")
# The chest looks at least this much up or down; 0 is straight at the camera.
_CHEST = 0.25
_OF_ARMS = (*ARM_ANGLES, "arm_incline")


class Need(IntEnum):
    """What must be seen for this column to be judged at all."""

    NOTHING = 0  # a resting limb: often behind the body
    PAIR = 1  # the better seen of the two sides
    ITSELF = 2


@dataclass(frozen=True)
class Column:
    """One measure and where it must lie."""

    measure: str
    low: float
    high: float
    need: Need
    because: str

    @property
    def scale(self) -> float:
        """Degrees for one unit of this measure."""
        return scale_of(self.measure)


@dataclass(frozen=True)
class Posture:
    """One pose, start or hold, done with one side."""

    exercise: str
    variation: str | None
    side: Side | None
    pose: str
    columns: tuple[Column, ...]


@dataclass
class Pack(Table):
    """Postures as arrays (rows, postures, columns), padded with columns that are always kept."""

    index: NDArray[np.intp]
    pair: NDArray[np.intp]
    low: Array
    high: Array
    scale: Array
    itself: NDArray[np.bool_]  # what a column needs, see Need
    paired: NDArray[np.bool_]


def scale_of(measure: str) -> float:
    """Degrees for one unit of this measure."""
    return PER_UNIT if measure.endswith(_NOT_IN_DEGREES) else 1.0


def sides_of(exercise: Exercise, variation: str | None) -> tuple[Side | None, ...]:
    """The sides that this exercise can be done with."""
    match exercise.dose_of(variation).sides:
        case None:
            return (None,)
        case Sides.TOGETHER:
            return (Side.BOTH,)
        case Sides.ALTERNATING | Sides.ONE_THEN_OTHER:
            return (Side.LEFT, Side.RIGHT)


def postures(exercise: Exercise, pose: str, variation: str | None = None) -> tuple[Posture, ...]:
    """This pose with each side; none if the file gives the camera nothing to go by."""
    accept = exercise.accepts(pose, variation)
    if accept is None or not (accept.bounds or accept.chest):
        return ()
    return tuple(
        Posture(exercise.id, variation, side, pose, tuple(_columns(accept, exercise.moving, side)))
        for side in sides_of(exercise, variation)
    )


def columns_of(measure: str, moving: str, side: Side | None) -> tuple[tuple[str, Need], ...]:
    """The measures of the body that a word of the file stands for, with this side."""
    if measure in INDEX:
        return ((measure, Need.ITSELF),)
    name = bare(measure)
    arms, legs = moving_limbs(moving, side)
    movers = arms if name in _OF_ARMS else legs
    own = tuple(
        each
        for each in (Side.LEFT, Side.RIGHT)
        if measure == name or measure.startswith("moving_") == (each in movers)
    )
    need = Need.NOTHING if measure.startswith("resting_") else Need.ITSELF
    if len(own) == 2:
        need = Need.PAIR
    return tuple((f"{each}_{name}", need) for each in own)


def pack(rows: Sequence[Sequence[Column]]) -> Pack:
    """Postures, each a row of columns, as one block of numbers: one row of a pack."""
    wide = max((len(row) for row in rows), default=0)
    blank = Column("chest", -inf, inf, Need.NOTHING, "")
    full = [[*row, *[blank] * (wide - len(row))] for row in rows]

    def block(values: list[list[float]]) -> Array:
        return np.array(values, dtype=np.float64).reshape(1, len(rows), wide)

    return Pack(
        index=block([[INDEX[each.measure] for each in row] for row in full]).astype(np.intp),
        pair=block([[_other(each.measure) for each in row] for row in full]).astype(np.intp),
        low=block([[each.low for each in row] for row in full]),
        high=block([[each.high for each in row] for row in full]),
        scale=block([[each.scale for each in row] for row in full]),
        itself=block([[each.need is Need.ITSELF for each in row] for row in full]).astype(bool),
        paired=block([[each.need is Need.PAIR for each in row] for row in full]).astype(bool),
    )


def _columns(accept: Accept, moving: str, side: Side | None) -> Iterator[Column]:
    if accept.chest:
        low, high = (_CHEST, inf) if accept.chest == "up" else (-inf, -_CHEST)
        yield Column("chest", low, high, Need.ITSELF, f"The chest looks {accept.chest}.")
    for measure, bound in accept.bounds.items():
        if bare(measure) in _GRIPS and side in (Side.LEFT, Side.RIGHT):
            measure = f"moving_{bare(measure)}"  # the leg that is held
        for own, need in columns_of(measure, moving, side):
            yield Column(own, *_ends(bound), need, bound.because)


def _ends(bound: Bound) -> tuple[float, float]:
    return (
        -inf if bound.low is None else bound.low,
        inf if bound.high is None else bound.high,
    )


def _other(measure: str) -> int:
    """The same measure on the other side; itself if it has no side."""
    for side in (Side.LEFT, Side.RIGHT):
        if measure.startswith(f"{side}_"):
            return INDEX[f"{side.opposite}_{measure.removeprefix(f'{side}_')}"]
    return INDEX[measure]
