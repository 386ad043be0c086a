"""One exercise of a sheet as far as it is settled. None is not known, until a person says it."""

from typing import Literal

import msgspec

from unpinch.exercises.dose_table import MOST_REPETITIONS
from unpinch.handout.manner import PACE_MS
from unpinch.terms.dose import Kind, Range

GUIDED = "guided"
LONGEST_NAME, LONGEST_OFTEN = 40, 200
MOST_TIMES = MOST_REPETITIONS
# Between sets, where the sheet speaks of sets and of no rest: time to let go and to breathe, and
# whoever wants more pauses. [ours]
OUR_REST_MS = 30_000
Sided = Literal["none", "one then the other", "alternating", "together"]
SIDED: dict[str, Sided] = {
    "none": "none",
    "one then the other": "one then the other",
    "alternating": "alternating",
    "together": "together",
}
TWO_SIDED = ("one then the other", "alternating")
COUNTED = ("in total", "on each side")
WORDS = ("start", "move", "hold_words", "release")


_SPAN = {
    Kind.HOLD: "A hold lies between 1 second and 10 minutes.",
    Kind.MOVEMENT: "Each one takes between 1 second and 1 minute.",
    Kind.ACTIVITY: "That lies between 1 second and 2 hours.",
}


def too_long(kind: Kind) -> str:
    """Why a time cannot be how long one turn lasts."""
    return _SPAN[kind]


class Settled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise, as far as it is settled. `said_by_person`: fields that were typed."""

    name: str
    exercise: str | None
    kept: bool = True
    kind: Kind | None = None
    hold_ms: Range | None = None
    repetitions: Range | None = None  # in one set
    sets: Range | None = None
    rest_ms: Range | None = None  # between two sets
    sides: Sided | None = None
    counted: str | None = None
    posture: str | None = None
    start: str = ""
    move: str = ""
    hold_words: str = ""
    release: str = ""
    unsaid: tuple[str, ...] = ()
    said_by_person: frozenset[str] = frozenset()

    @property
    def done(self) -> Kind | None:
        """What one turn of it is. An exercise of ours, and what has a hold, is held."""
        if self.kind is not None:
            return self.kind
        return Kind.HOLD if self.hold_ms is not None or self.exercise is not None else None

    @property
    def turn_ms(self) -> Range | None:
        """How long one turn lasts; of a movement without a tempo, at our pace."""
        if self.hold_ms is None and self.done is Kind.MOVEMENT:
            return PACE_MS
        return self.hold_ms

    @property
    def several_sets(self) -> bool:
        """More than one, or perhaps more than one."""
        return self.sets is not None and self.sets.high > 1

    @property
    def in_all(self) -> Range | None:
        """Every set together: sessions count through."""
        if self.repetitions is None or self.sets is None:
            return self.repetitions
        each, sets = self.repetitions, self.sets
        return Range(each.low * sets.low, each.high * sets.high)


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every exercise as settled so far, and what holds for all."""

    exercises: tuple[Settled, ...]
    name: str
    often: str | None
