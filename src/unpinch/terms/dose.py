"""A dose: how long, how often, on which sides. The numbers are ceilings, never targets to beat."""

from enum import StrEnum

import msgspec

from unpinch.terms.side import Side


class Sides(StrEnum):
    """How the two sides share the work. Without it an exercise has no sides."""

    TOGETHER = "together"
    ONE_THEN_OTHER = "one then the other"
    ALTERNATING = "alternating"


class Kind(StrEnum):
    """What is done in one turn."""

    HOLD = "hold"  # get there and stay
    MOVEMENT = "movement"  # there and back, without a stop
    ACTIVITY = "activity"  # goes on, as walking does


class Counted(StrEnum):
    """What a number of repetitions counts."""

    IN_TOTAL = "in total"
    EACH_SIDE = "on each side"


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From `low` to `high`, both included. A single value is a range of one."""

    low: int
    high: int

    @property
    def single(self) -> bool:
        """The sheet leaves no choice."""
        return self.low == self.high

    def __contains__(self, value: int) -> bool:
        return self.low <= value <= self.high


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a sheet allows. A program picks one point inside it.

    `hold_ms` is how long one turn lasts: the hold, a movement once there and back, or the whole of
    an activity.
    """

    hold_ms: Range
    repetitions: Range
    kind: Kind = Kind.HOLD
    sides: Sides | None = None
    first: Side | None = None
    counted: Counted = Counted.IN_TOTAL
    at_most_ms: int | None = None  # repetitions times hold, on one side
    sets: Range | None = None  # the repetitions count all of them together
    rest_ms: int | None = None  # between two sets

    def __post_init__(self) -> None:
        if (self.sets is None) != (self.rest_ms is None):
            raise ValueError("a dose has a rest between its sets if, and only if, it has sets")
        if self.two_sided != (self.first is not None):
            raise ValueError("a dose says which side is first if, and only if, sides take turns")

    @property
    def two_sided(self) -> bool:
        """Left and right take turns."""
        return self.sides in (Sides.ONE_THEN_OTHER, Sides.ALTERNATING)

    @property
    def shared(self) -> bool:
        """The two sides share one count, so only even numbers are fair."""
        return self.two_sided and self.counted is Counted.IN_TOTAL

    @property
    def ceiling_ms(self) -> int:
        """The longest that may be asked for in one hold, gaps included."""
        if self.hold_ms.single:
            return self.hold_ms.high * 3 // 2
        return self.hold_ms.high

    def on_each_side(self, repetitions: int) -> int:
        """How many of these repetitions fall on one side."""
        return repetitions // 2 if self.shared else repetitions

    @property
    def in_each_set(self) -> Range | None:
        """How many one set has, as the sheet has it; None without sets or where they are uneven."""
        sets, whole = self.sets, self.repetitions
        if sets is None or self.shared or whole.low % sets.low or whole.high % sets.high:
            return None
        return Range(whole.low // sets.low, whole.high // sets.high)

    def in_sets(self, repetitions: int) -> int:
        """In how many sets these repetitions are done: as few as hold no more than the sheet's."""
        if self.sets is None:
            return 1
        most_in_one = -(-self.repetitions.high // self.sets.high)
        wanted = max(-(-repetitions // most_in_one), self.sets.low)
        return min(wanted, self.sets.high, self.on_each_side(repetitions))
