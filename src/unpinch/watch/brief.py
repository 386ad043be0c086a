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
from unpinch.exercises.model import Exercise, FormRule, Test
from unpinch.terms.side import Side
from unpinch.watch.rules import Column, Need, Pack, columns_of, pack, postures, scale_of, sides_of

SCALES: Array = np.array([scale_of(each) for each in MEASURES])
# An exercise is done with at most two sides; a rule looks at one limb or at both.
_WAYS, _LIMBS = 2, 2
_NEVER = Column("chest", inf, -inf, Need.NOTHING, "")


@dataclass(frozen=True)
class Rules:
    """Form rules as arrays (..., ways, rules, limbs) and (..., rules)."""

    index: NDArray[np.intp]
    low: Array
    high: Array
    scale: Array
    for_ms: Array
    kept: NDArray[np.bool_]  # above, below, outside
    risen: NDArray[np.bool_]
    fallen: NDArray[np.bool_]
    fast: NDArray[np.bool_]
    let_go: NDArray[np.bool_]


@dataclass(frozen=True)
class Brief:
    """One exercise as the coach sees it."""

    exercise: str
    variation: str | None
    sides: tuple[Side | None, ...]
    start: Pack  # (ways, columns)
    hold: Pack
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
        start=pack(_ways([each.columns for each in start])),
        hold=pack(_ways([each.columns for each in hold])),
        weight=_weight([column for each in hold for column in each.columns]),
        rules=_rules(form, exercise.moving, sides),
        faults=tuple(rule.fault for rule in form),
        has_start=bool(start),
    )


def _ways(rows: list[tuple[Column, ...]]) -> list[tuple[Column, ...]]:
    """Two ways each; a missing one can never be met."""
    return [*rows, *[(_NEVER,)] * (_WAYS - len(rows))]


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
    tests = [when.test for when in whens]
    return Rules(
        index=np.array(index, dtype=np.intp).reshape(_WAYS, len(form), _LIMBS),
        low=np.array([-inf if when.low is None else when.low for when in whens]),
        high=np.array([inf if when.high is None else when.high for when in whens]),
        scale=np.array([scale_of(when.measure or "") for when in whens]),
        for_ms=np.array([float(when.for_ms) for when in whens]),
        kept=np.array([test in (Test.ABOVE, Test.BELOW, Test.OUTSIDE) for test in tests], bool),
        risen=np.array([test is Test.RISES for test in tests], bool),
        fallen=np.array([test is Test.FALLS for test in tests], bool),
        fast=np.array([test is Test.FASTER for test in tests], bool),
        let_go=np.array([test is Test.LET_GO for test in tests], bool),
    )


def _applies(rule: FormRule, moving: str, sides: Sequence[Side | None]) -> bool:
    """Where both legs move there is no other leg to look at."""
    measure = rule.when.measure
    return measure is None or all(columns_of(measure, moving, side) for side in sides)


def _limbs(measure: str | None, moving: str, side: Side | None) -> list[int]:
    if measure is None:
        return [0] * _LIMBS
    own = [INDEX[name] for name, _ in columns_of(measure, moving, side)]
    return [own[0], own[-1]]


@dataclass(frozen=True)
class Briefs:
    """The briefs of many sessions, row by row."""

    start: Pack
    hold: Pack
    weight: Array
    rules: Rules
    has_start: NDArray[np.bool_]
    ways: NDArray[np.intp]

    def of(self, rows: NDArray[np.intp]) -> "Briefs":
        """Only these rows."""
        return Briefs(
            _picked(self.start, rows),
            _picked(self.hold, rows),
            self.weight[rows],
            Rules(**{name: block[rows] for name, block in vars(self.rules).items()}),
            self.has_start[rows],
            self.ways[rows],
        )


def stacked(briefs: Sequence[Brief], rules: int) -> Briefs:
    """Many briefs as one block, narrower ones filled up; with room for so many rules."""
    return Briefs(
        start=_packs([each.start for each in briefs]),
        hold=_packs([each.hold for each in briefs]),
        weight=np.stack([each.weight for each in briefs]),
        rules=_all_rules([each.rules for each in briefs], rules),
        has_start=np.array([each.has_start for each in briefs]),
        ways=np.array([len(each.sides) for each in briefs]),
    )


def _picked(block: Pack, rows: NDArray[np.intp]) -> Pack:
    return Pack(**{name: values[rows] for name, values in vars(block).items()})


def _packs(packs: Sequence[Pack]) -> Pack:
    wide = max(each.index.shape[-1] for each in packs)
    return Pack(**{name: _joined(packs, name, wide) for name in vars(packs[0])})


def _all_rules(rules: Sequence[Rules], wide: int) -> Rules:
    blocks = {name: _joined(rules, name, wide) for name in vars(rules[0]) if name != "index"}
    index = np.zeros((len(rules), _WAYS, wide, _LIMBS), dtype=np.intp)
    for row, each in enumerate(rules):
        index[row, :, : each.index.shape[1]] = each.index
    return Rules(index=index, **blocks)


def _joined(blocks: Sequence[Pack] | Sequence[Rules], name: str, wide: int) -> Any:
    """One field of many blocks, filled up with what is always kept."""
    rows = [getattr(each, name) for each in blocks]
    fill = {"low": -inf, "high": inf, "scale": 1.0}.get(name, 0)
    whole = np.full((len(rows), *rows[0].shape[:-1], wide), fill, dtype=rows[0].dtype)
    for row, values in enumerate(rows):
        whole[row, ..., : values.shape[-1]] = values
    return whole


@lru_cache(maxsize=1)
def nothing() -> Brief:
    """A brief that nobody can meet: for a slot that watches no exercise."""
    never = pack(_ways([]))
    empty = _rules((), "leg", (None,))
    return Brief("", None, (None,), never, never, np.zeros(len(MEASURES)), empty, (), True)
