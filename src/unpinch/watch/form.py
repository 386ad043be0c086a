"""Form faults: what a rule of the exercise file names, once it has lasted.

Angles are looked at only while the person holds still, so that the way in and out breaks no
rule. Bouncing is fast movement to and fro within the hold; to and fro, because a fast way in or
out is none. Each fault is named once a hold.
"""

from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.watch.brief import Rules
from unpinch.watch.judge import HIDDEN, Flags, Index, among
from unpinch.watch.smooth import Smooth, change_of
from unpinch.watch.table import Table

# The next stroke of a bounce comes within this time, and this many turns make a bounce.
_STROKE_MS, _TURNS = 1_200.0, 2
# The mean of the start position forgets with this time.
_LEARN_MS = 700.0


@dataclass
class Form(Table):
    """One row a session, one column a rule."""

    lasted_ms: Array
    named: Flags
    stroke: Array  # the last fast stroke: 1 up, -1 down, 0 none
    stroke_ms: Array  # when it was last seen
    turns: Array
    base: Array  # (rows, measures): as it was in the start position

    @classmethod
    def blank(cls, rows: int, rules: int, measures: int) -> "Form":
        """Nothing seen yet."""

        def zeros() -> Array:
            return np.zeros((rows, rules))

        base = np.full((rows, measures), np.nan)
        return cls(zeros(), np.zeros((rows, rules), bool), zeros(), zeros(), zeros(), base)

    def grown(self, rows: int, rules: int) -> "Form":
        """The same with more rows, or more rules."""
        had, known = self.named.shape
        more = Form.blank(rows, rules, self.base.shape[1])
        for each in fields(self):
            old, new = getattr(self, each.name), getattr(more, each.name)
            new[:had, : old.shape[1] if each.name == "base" else known] = old
        return more

    def settle(self, steady: Array, at_start: Flags, passed_ms: Array) -> None:
        """Learn how the person lies or kneels in the start position, while they are still."""
        share = (passed_ms / (passed_ms + _LEARN_MS))[:, None]
        near = np.where(np.isnan(self.base), steady, self.base + share * (steady - self.base))
        self.base = np.where(at_start[:, None], near, self.base)


class Scene(NamedTuple):
    """What the form rules need to know of a frame, one row a session."""

    smooth: Smooth
    visible: Array
    way: NDArray[np.intp]  # which side it is done with
    passed_ms: Array
    at_ms: Array
    still: Flags  # in the hold, and still
    inside: Flags  # in the hold's posture, still or not
    begun: Flags  # a new repetition: faults may be named again


def faults(form: Form, rules: Rules, scene: Scene) -> Flags:
    """Take in one frame. Returns which rules are broken from now on."""
    steady, passed = scene.smooth.steady, scene.passed_ms[:, None]
    index = among(steady, rules.index[np.arange(len(scene.way)), scene.way])
    seen = scene.visible.take(index) >= HIDDEN
    broken = _broken(form, rules, steady, index, seen) & scene.still[:, None]
    lasted = np.where(broken, form.lasted_ms + passed, np.maximum(form.lasted_ms - passed, 0.0))
    lasting = rules.lasts & broken & (lasted >= rules.for_ms)
    spell = _bounce(form, rules, scene, np.where(seen, change_of(scene.smooth).take(index), 0.0))
    bounced = rules.fast & (form.turns >= _TURNS)
    form.lasted_ms = np.where(rules.fast, spell, lasted)
    named = form.named & ~scene.begun[:, None]
    new = (lasting | bounced) & ~named
    form.named, form.turns = named | new, np.where(new, 0.0, form.turns)
    return new


def let_go(form: Form, rules: Rules, left: Flags, held_ms: Array) -> Flags:
    """Rules about a hold that ended before its time."""
    early = rules.let_go & left[:, None] & (held_ms[:, None] < rules.for_ms) & ~form.named
    form.named = form.named | early
    return early


def _broken(form: Form, rules: Rules, steady: Array, index: Index, seen: Flags) -> Flags:
    value = steady.take(index)
    value = value - np.where(rules.from_start[..., None], form.base.take(index), 0.0)
    broken = (value > rules.high[..., None]) | (value < rules.low[..., None])
    return np.asarray((broken & seen).any(-1))


def _bounce(form: Form, rules: Rules, scene: Scene, change: Array) -> Array:
    """A stroke is movement one way that is fast for long enough; turns are strokes the other way.

    Returns how long the present fast movement lasts.
    """
    one, other = change[..., 0], change[..., 1]
    largest = np.where(np.abs(one) >= np.abs(other), one, other)
    fast = (np.abs(largest) > rules.faster_than) & scene.inside[:, None]
    spell = np.where(fast, form.lasted_ms + scene.passed_ms[:, None], 0.0)
    struck = fast & (spell >= rules.for_ms)
    at_ms, way = scene.at_ms[:, None], np.sign(largest)
    recent = (at_ms - form.stroke_ms <= _STROKE_MS) & (form.stroke != 0.0)
    turned = struck & recent & (form.stroke == -way)
    form.turns = np.where(recent, form.turns + turned, 0.0)
    form.stroke = np.where(struck, way, np.where(recent, form.stroke, 0.0))
    form.stroke_ms = np.where(struck, at_ms, form.stroke_ms)
    return spell
