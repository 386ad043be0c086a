"""A person doing an exercise: repetitions with holds and, if asked for, a fault in each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from unpinch.body.landmarks import Array
from unpinch.exercises.model import Exercise, FormRule, Test
from unpinch.patient.story import Held, Made, Story, between, tail_ms
from unpinch.patient.way import BOUNCE_HZ, bouncing, faulty, own, stance, way
from unpinch.terms.dose import Dose, Sides
from unpinch.terms.side import Side

# How far this person's hold is from the drawn one, in degrees.
_DEPTHS = {"hip_flexion": 9.0, "knee_flexion": 8.0, "shoulder_flexion": 6.0, "trunk_incline": 2.0}
# A half-hearted repetition turns back after this share of the way.
_HALF = (0.15, 0.35)


@dataclass(frozen=True)
class Doing:
    """What is done."""

    exercise: Exercise
    variation: str | None
    sides: tuple[Side | None, ...]  # one for each repetition
    hold_ms: float
    faults: tuple[FormRule, ...] = ()
    size: float = 1.5
    half_hearted: float = 0.0  # the chance that a try comes before a repetition


@dataclass(frozen=True)
class _Tempo:
    """How this person moves."""

    way_ms: float
    rest_ms: float


def sides_of(dose: Dose, repetitions: int) -> tuple[Side | None, ...]:
    """The sides of so many repetitions, the way the dose wants and counts them."""
    first, each = dose.first or Side.RIGHT, max(dose.on_each_side(repetitions), 1)
    match dose.sides:
        case None:
            return (None,) * each
        case Sides.TOGETHER:
            return (Side.BOTH,) * each
        case Sides.ALTERNATING:
            return (first, first.opposite) * each
        case Sides.ONE_THEN_OTHER:
            return (first,) * each + (first.opposite,) * each


def done(doing: Doing, chance: np.random.Generator) -> Story:
    """All of it, from the start position to the start position."""
    tempo = _Tempo(chance.uniform(1_600.0, 3_200.0), chance.uniform(900.0, 2_500.0))
    off = {name: float(chance.uniform(-most, most)) for name, most in _DEPTHS.items()}
    story = Story()
    ways = {side: _Ways(doing, side, off) for side in dict.fromkeys(doing.sides)}
    story.stay(ways[doing.sides[0]].clean, chance.uniform(1_200.0, 3_000.0), 0.0)
    for side in doing.sides:
        if chance.random() < doing.half_hearted:
            _half(story, ways[side], tempo, chance)
        _repetition(story, doing, ways[side], tempo, chance)
    return story


class _Ways:
    """The ways of one side: into the clean hold, and into each fault."""

    def __init__(self, doing: Doing, side: Side | None, off: dict[str, float]) -> None:
        self.side = side
        exercise, variation = doing.exercise, doing.variation
        self.start = stance(exercise, "start", variation, side)
        self.hold = own(stance(exercise, "hold", variation, side), off)
        bent = self.hold
        for rule in doing.faults:
            bent = faulty(exercise, rule, self.start, bent, side, doing.size)
        self.clean = way(self.start, bent)
        self.bounces: list[tuple[FormRule, Array]] = []
        for rule in doing.faults:
            if rule.when.test is Test.FASTER:
                ends = bouncing(exercise, rule, bent, side, doing.size)
                self.bounces.append((rule, way(*ends)))


def _half(story: Story, ways: _Ways, tempo: _Tempo, chance: np.random.Generator) -> None:
    share = float(chance.uniform(*_HALF))
    story.move(ways.clean, tempo.way_ms * 0.6, 0.0, share)
    story.stay(ways.clean, chance.uniform(300.0, 1_500.0), share)
    story.move(ways.clean, tempo.way_ms * 0.6, share, 0.0)
    story.stay(ways.clean, tempo.rest_ms, 0.0)


def _repetition(
    story: Story, doing: Doing, ways: _Ways, tempo: _Tempo, chance: np.random.Generator
) -> None:
    coming, going = (float(tempo.way_ms * chance.uniform(0.85, 1.15)) for _ in range(2))
    share = float(chance.uniform(0.94, 1.0)) if not doing.faults else 1.0
    story.move(ways.clean, coming, 0.0, share)
    begin = story.ms - tail_ms(coming)
    quiet = _hold_ms(doing, chance) - tail_ms(coming) - tail_ms(going)
    story.stay(ways.clean, max(quiet, 100.0), share)
    bounced = [_bounce(story, ways, rule, swing, share) for rule, swing in ways.bounces]
    end = story.ms + tail_ms(going)
    story.move(ways.clean, going, share, 0.0)
    story.stay(ways.clean, tempo.rest_ms, 0.0)
    story.holds.append(Held(round(begin), round(end), ways.side))
    for rule in doing.faults:
        if rule.when.test is not Test.FASTER:
            story.faults.append(Made(rule.fault, round(begin), round(end), ways.side))
    story.faults += bounced


def _hold_ms(doing: Doing, chance: np.random.Generator) -> float:
    for rule in doing.faults:
        if rule.when.test is Test.LET_GO:
            return rule.when.for_ms / doing.size
    return doing.hold_ms * float(chance.uniform(1.0, 1.25))


def _bounce(story: Story, ways: _Ways, rule: FormRule, swing: Array, share: float) -> Made:
    """A few bounces, then still again."""
    middle = swing[len(swing) // 2]
    story.move(between(ways.clean[-1], middle), 500.0, 0.0, 1.0)
    begin = story.ms
    story.swing(swing, 4_000.0, BOUNCE_HZ)
    made = Made(rule.fault, round(begin), round(story.ms), ways.side)
    story.move(between(middle, ways.clean[-1]), 500.0, 0.0, 1.0)
    story.stay(ways.clean, 1_500.0, share)
    return made


def rules_named(exercise: Exercise, names: Sequence[str]) -> tuple[FormRule, ...]:
    """The form rules of these names."""
    return tuple(rule for rule in exercise.form if rule.fault in names)
