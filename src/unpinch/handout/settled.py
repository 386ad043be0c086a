"""One exercise of a sheet as far as it is settled. None is not known, until a person says it."""

from typing import Literal

import msgspec

from unpinch.terms.dose import Range

GUIDED = "guided"
LONGEST_NAME, LONGEST_OFTEN = 40, 200
# As exercise files have it (dose_table).
SHORTEST_MS, LONGEST_MS, MOST_TIMES = 1_000, 600_000, 100
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


class Settled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise, as far as it is settled. `said_by_person`: fields that were typed."""

    name: str
    exercise: str | None
    kept: bool = True
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
