"""What happens when: stretches of time, each on one way from one share of it to another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.terms.side import Side

# A hold begins when the last twentieth of the way is done, as someone who watches would say.
NEARLY_THERE = 0.95


@dataclass(frozen=True)
class Held:
    """A hold as it truly was."""

    start_ms: int
    end_ms: int
    side: Side | None


@dataclass(frozen=True)
class Made:
    """A fault as it truly was: from when to when."""

    fault: str
    start_ms: int
    end_ms: int
    side: Side | None


@dataclass(frozen=True)
class Stretch:
    """So long on a way, from share to share; `swing` goes to and fro instead, so often a second."""

    way: Array
    ms: float
    start: float
    end: float
    swing_hz: float = 0.0


@dataclass
class Story:
    """Stretches one after the other, and what is true of them."""

    stretches: list[Stretch] = field(default_factory=list)
    holds: list[Held] = field(default_factory=list)
    faults: list[Made] = field(default_factory=list)
    ms: float = 0.0

    def move(self, way: Array, ms: float, start: float, end: float) -> None:
        """Go along a way, slowly at first and at last."""
        self.add(Stretch(way, ms, start, end))

    def stay(self, way: Array, ms: float, share: float) -> None:
        """Stay where one is."""
        self.add(Stretch(way, ms, share, share))

    def swing(self, way: Array, ms: float, hz: float) -> None:
        """Go to and fro along a way, from its middle."""
        self.add(Stretch(way, ms, 0.0, 1.0, hz))

    def add(self, stretch: Stretch) -> None:
        self.stretches.append(stretch)
        self.ms += stretch.ms


def told(story: Story, at_ms: NDArray[np.float64]) -> Array:
    """Where the points are at these times."""
    ends = np.cumsum([each.ms for each in story.stretches])
    found = np.zeros((len(at_ms), *story.stretches[0].way.shape[1:]))
    which = np.minimum(np.searchsorted(ends, at_ms, side="right"), len(ends) - 1)
    for number in np.unique(which):
        stretch = story.stretches[number]
        rows = which == number
        passed = at_ms[rows] - (ends[number] - stretch.ms)
        found[rows] = _along(stretch.way, _shares(stretch, passed))
    return found


def tail_ms(ms: float) -> float:
    """How long before the end of a movement it is nearly there."""
    u = np.linspace(0.0, 1.0, 1001)
    return float(ms * (1.0 - u[int(np.argmax(_eased(u) >= NEARLY_THERE))]))


def _shares(stretch: Stretch, passed_ms: Array) -> Array:
    if stretch.swing_hz:
        turns = 2.0 * np.pi * stretch.swing_hz * passed_ms / 1000.0
        return np.asarray(0.5 + 0.5 * np.sin(turns))
    done = _eased(np.clip(passed_ms / max(stretch.ms, 1.0), 0.0, 1.0))
    return np.asarray(stretch.start + done * (stretch.end - stretch.start))


def _eased(u: Array) -> Array:
    """Least jerk: how people move a limb from one place to another (Flash and Hogan 1985)."""
    return np.asarray(u**3 * (10.0 - 15.0 * u + 6.0 * u**2))


def _along(way: Array, shares: Array) -> Array:
    place = np.clip(shares, 0.0, 1.0) * (len(way) - 1)
    low = np.minimum(place.astype(int), len(way) - 2)
    part = (place - low)[:, None, None]
    return np.asarray(way[low] * (1.0 - part) + way[low + 1] * part)


def between(first: Array, last: Array) -> Array:
    """A plain way between two sets of points, for changes of posture."""
    shares = np.linspace(0.0, 1.0, 3)[:, None, None]
    return np.asarray(first * (1.0 - shares) + last * shares)


def joined(stories: Sequence[Story]) -> Story:
    """One after the other, with a second to get from one to the next."""
    whole = Story()
    for each in stories:
        if whole.stretches:
            last, first = told(whole, np.array([whole.ms])), told(each, np.array([0.0]))
            whole.move(between(last[0], first[0]), 2_000.0, 0.0, 1.0)
        shift = round(whole.ms)
        whole.holds += [Held(h.start_ms + shift, h.end_ms + shift, h.side) for h in each.holds]
        whole.faults += [
            Made(f.fault, f.start_ms + shift, f.end_ms + shift, f.side) for f in each.faults
        ]
        for stretch in each.stretches:
            whole.add(stretch)
    return whole
