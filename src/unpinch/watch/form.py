"""Form faults: what a rule of the exercise file names, once it has lasted.

Angles are looked at only while the person holds still, so that the way in and out breaks no
rule. Bouncing is fast movement to and fro within the hold; to and fro, because a fast way in or
out is none. Each fault is named once a hold.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.watch.brief import Rules
from unpinch.watch.judge import HIDDEN, Flags
from unpinch.watch.smooth import Smooth

# The next stroke of a bounce comes within this time, and this many turns make a bounce.
_STROKE_MS, _TURNS = 1_200.0, 2
# The mean of the start position forgets with this time.
_LEARN_MS = 700.0


@dataclass
class Form:
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

    def take(self, rows: NDArray[np.intp]) -> "Form":
        """A copy of these rows."""
        return Form(*(getattr(self, each.name)[rows] for each in fields(self)))

    def put(self, rows: NDArray[np.intp], new: "Form") -> None:
        """Write these rows back."""
        for each in fields(self):
            getattr(self, each.name)[rows] = getattr(new, each.name)


@dataclass(frozen=True)
class Scene:
    """What the form rules need to know of a frame, one row a session."""

    smooth: Smooth
    visible: Array
    way: NDArray[np.intp]  # which side it is done with
    passed_ms: Array
    at_ms: Array
    still: Flags  # in the hold, and still
    inside: Flags  # in the hold's posture, still or not
    begun: Flags  # a new repetition: faults may be named again


def faults(form: Form, rules: Rules, scene: Scene) -> tuple[Form, Flags]:
    """Take in one frame; the new state, and which rules are broken from now on."""
    index = rules.index[np.arange(len(scene.way)), scene.way]
    row = np.arange(len(index))[:, None, None]
    seen = scene.visible[row, index] >= HIDDEN
    broken = _broken(form, rules, scene, index, seen) & scene.still[:, None]
    stroke, stroke_ms, turns = _bounce(form, rules, scene, index, seen)
    passed = scene.passed_ms[:, None]
    lasted = np.where(broken, form.lasted_ms + passed, np.maximum(form.lasted_ms - passed, 0.0))
    bounced = rules.fast & (turns >= _TURNS)
    fast_ms = np.where(rules.fast, stroke_ms[1], lasted)
    named = form.named & ~scene.begun[:, None]
    lasting = ~rules.fast & ~rules.let_go & broken & (lasted >= rules.for_ms) & (rules.for_ms > 0)
    new = (lasting | bounced) & ~named
    state = Form(fast_ms, named | new, stroke, stroke_ms[0], np.where(new, 0.0, turns), form.base)
    return state, new


def let_go(form: Form, rules: Rules, left: Flags, held_ms: Array) -> tuple[Form, Flags]:
    """Rules about a hold that ended before its time."""
    early = rules.let_go & left[:, None] & (held_ms[:, None] < rules.for_ms) & ~form.named
    form.named = form.named | early
    return form, early


def _broken(form: Form, rules: Rules, scene: Scene, index: NDArray[np.intp], seen: Flags) -> Flags:
    row = np.arange(len(index))[:, None, None]
    value = scene.smooth.steady[row, index]
    rise = value - form.base[row, index]
    high, low = rules.high[..., None], rules.low[..., None]
    with np.errstate(invalid="ignore"):
        kept = rules.kept[..., None] & ((value > high) | (value < low))
        risen = rules.risen[..., None] & (rise > high)
        fallen = rules.fallen[..., None] & (-rise > high)
    return np.asarray(((kept | risen | fallen) & seen).any(-1))


def _bounce(
    form: Form, rules: Rules, scene: Scene, index: NDArray[np.intp], seen: Flags
) -> tuple[Array, tuple[Array, Array], Array]:
    """A stroke is movement one way that is fast for long enough; turns are strokes the other way.

    Returns the last stroke, when it was and how long the present fast movement lasts, and turns.
    """
    row = np.arange(len(index))[:, None, None]
    change = np.where(seen, scene.smooth.change[row, index], 0.0)
    largest = np.take_along_axis(change, np.abs(change).argmax(-1)[..., None], -1)[..., 0]
    fast = (np.abs(largest) > rules.high) & rules.fast & scene.inside[:, None]
    passed, at_ms = scene.passed_ms[:, None], scene.at_ms[:, None]
    spell = np.where(rules.fast, form.lasted_ms, 0.0)
    spell = np.where(fast, spell + passed, 0.0)
    struck = fast & (spell >= rules.for_ms)
    way = np.sign(largest)
    recent = (at_ms - form.stroke_ms <= _STROKE_MS) & (form.stroke != 0.0)
    turned = struck & recent & (form.stroke == -way)
    turns = np.where(turned, form.turns + 1.0, np.where(recent | struck, form.turns, 0.0))
    turns = np.where(struck & ~recent, 0.0, turns)
    stroke = np.where(struck, way, np.where(recent, form.stroke, 0.0))
    return stroke, (np.where(struck, at_ms, form.stroke_ms), spell), turns
