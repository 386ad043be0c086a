"""What the coach is told to look for: one exercise, compiled once, and many side by side.

A `Brief` is one exercise (or a variation of it). `Briefs` stacks the briefs of many sessions into
blocks of numbers, so that one stroke judges them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.body.sight import INDEX, MEASURES
from unpinch.exercises.model import Exercise, FormRule, Test, When
from unpinch.terms.side import Side
from unpinch.watch.rules import (
    Column,
    Need,
    Pack,
    Posture,
    columns_of,
    pack,
    postures,
    scale_of,
    sides_of,
)
from unpinch.watch.table import Table

SCALES: Array = np.array([scale_of(each) for each in MEASURES])
# An exercise is done with at most two sides; a rule looks at one limb or at both.
_WAYS, _LIMBS = 2, 2
START, HOLD = slice(0, _WAYS), slice(_WAYS, 2 * _WAYS)
_NEVER = Column("chest", inf, -inf, Need.NOTHING, "")


@dataclass
class Rules(Table):
    """Form rules as arrays (rows, ways, rules, limbs) and (rows, rules)."""

    index: NDArray[np.intp]
    low: Array  # broken below this
    high: Array  # and above this
    from_start: NDArray[np.bool_]  # both counted from the start position
    faster_than: Array
    for_ms: Array
    lasts: NDArray[np.bool_]  # broken only once one of these has lasted
    fast: NDArray[np.bool_]
    let_go: NDArray[np.bool_]


@dataclass(frozen=True)
class Brief:
    """One exercise as the coach sees it."""

    exercise: str
    variation: str | None
    sides: tuple[Side | None, ...]
    poses: Pack  # the start with each way, then the hold with each
    weight: Array  # (measures): what counts as movement, all together 1
    rules: Rules
    faults: tuple[str, ...]
    has_start: bool


def brief(exercise: Exercise, variation: str | None = None) -> Brief | None:
    """What to look for; None if the file gives the camera nothing to go by."""
    hold = postures(exercise, "hold", variation)
    if not hold:
        return None
    start = postures(exercise, "start", variation)
    sides = sides_of(exercise, variation)
    form = [rule for rule in exercise.form if _applies(rule, exercise.moving, sides)]
    return Brief(
        exercise=exercise.id,
        variation=variation,
        sides=sides,
        poses=pack([*_ways(start), *_ways(hold)]),
        weight=_weight([column for each in hold for column in each.columns]),
        rules=_rules(form, exercise.moving, sides),
        faults=tuple(rule.fault for rule in form),
        has_start=bool(start),
    )


def _ways(pose: Sequence[Posture]) -> list[tuple[Column, ...]]:
    """Two ways of each pose; a missing one can never be met."""
    return [*(each.columns for each in pose), *[(_NEVER,)] * (_WAYS - len(pose))]


def _weight(columns: Sequence[Column]) -> Array:
    """Every angle that the hold is judged by, on both sides alike."""
    weight = np.zeros(len(MEASURES))
    for column in columns:
        if column.scale != 1.0:
            continue
        bare = column.measure.removeprefix("left_").removeprefix("right_")
        for name in (bare, f"left_{bare}", f"right_{bare}"):
            if name in INDEX:
                weight[INDEX[name]] = 1.0
    return np.asarray(weight / max(weight.sum(), 1.0))


def _rules(form: Sequence[FormRule], moving: str, sides: Sequence[Side | None]) -> Rules:
    whens = [rule.when for rule in form]
    index = [
        [_limbs(when.measure, moving, side) for when in whens]
        for side in [*sides, *[sides[-1]] * (_WAYS - len(sides))]
    ]
    for_ms = np.array([[float(when.for_ms) for when in whens]])

    def tested(*tests: Test) -> NDArray[np.bool_]:
        return np.array([[when.test in tests for when in whens]], bool)

    fast, let_go = tested(Test.FASTER), tested(Test.LET_GO)
    limits = np.array([_limits(when) for when in whens]).reshape(1, len(whens), 3)
    return Rules(
        index=np.array(index, dtype=np.intp).reshape(1, _WAYS, len(form), _LIMBS),
        low=limits[..., 0],
        high=limits[..., 1],
        from_start=tested(Test.RISES, Test.FALLS),
        faster_than=limits[..., 2],
        for_ms=for_ms,
        lasts=~fast & ~let_go & (for_ms > 0.0),
        fast=fast,
        let_go=let_go,
    )


def _limits(when: When) -> tuple[float, float, float]:
    """Below and above what an angle breaks the rule, and faster than what a movement does."""
    low = -inf if when.low is None else when.low
    high = inf if when.high is None else when.high
    match when.test:
        case Test.ABOVE | Test.BELOW | Test.OUTSIDE | Test.RISES:
            return low, high, inf
        case Test.FALLS:
            return -high, inf, inf
        case Test.FASTER:
            return -inf, inf, high
        case Test.LET_GO:
            return -inf, inf, inf


def _applies(rule: FormRule, moving: str, sides: Sequence[Side | None]) -> bool:
    """Where both legs move there is no other leg to look at."""
    measure = rule.when.measure
    return measure is None or all(columns_of(measure, moving, side) for side in sides)


def _limbs(measure: str | None, moving: str, side: Side | None) -> list[int]:
    if measure is None:
        return [0] * _LIMBS
    own = [INDEX[name] for name, _ in columns_of(measure, moving, side)]
    return [own[0], own[-1]]


@dataclass
class Briefs(Table):
    """The briefs of many sessions, row by row."""

    poses: Pack
    weight: Array
    rules: Rules
    has_start: NDArray[np.bool_]


def stacked(briefs: Sequence[Brief], rules: int) -> Briefs:
    """Many briefs as one block, narrower ones filled up; with room for so many rules."""
    return Briefs(
        poses=_packs([each.poses for each in briefs]),
        weight=np.stack([each.weight for each in briefs]),
        rules=_all_rules([each.rules for each in briefs], rules),
        has_start=np.array([each.has_start for each in briefs]),
    )


def _packs(packs: Sequence[Pack]) -> Pack:
    wide = max(each.index.shape[-1] for each in packs)
    return Pack(**{name: _joined(packs, name, wide) for name in vars(packs[0])})


def _all_rules(rules: Sequence[Rules], wide: int) -> Rules:
    blocks = {name: _joined(rules, name, wide) for name in vars(rules[0]) if name != "index"}
    index = np.zeros((len(rules), _WAYS, wide, _LIMBS), dtype=np.intp)
    for row, each in enumerate(rules):
        index[row, :, : each.index.shape[2]] = each.index
    return Rules(index=index, **blocks)


def _joined(blocks: Sequence[Table], name: str, wide: int) -> Any:
    """One field of many blocks of one row, filled up with what is always kept."""
    rows = [getattr(each, name) for each in blocks]
    fill = {"low": -inf, "high": inf, "faster_than": inf, "scale": 1.0}.get(name, 0)
    whole = np.full((len(rows), *rows[0].shape[1:-1], wide), fill, dtype=rows[0].dtype)
    for row, values in enumerate(rows):
        whole[row, ..., : values.shape[-1]] = values
    return whole


@lru_cache(maxsize=1)
def nothing() -> Brief:
    """A brief that nobody can meet: for a slot that watches no exercise."""
    never = pack([*_ways(()), *_ways(())])
    empty = _rules((), "leg", (None,))
    return Brief("", None, (None,), never, np.zeros(len(MEASURES)), empty, (), True)
