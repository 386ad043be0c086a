"""A claim: a dose phrase says that a number is its own, and how sure it may be.

Each number is offered to the decoys first and then to the phrases in turn; the first that claims
it keeps it, so no number counts twice.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from unpinch.handout.mention import Mention


class Field(StrEnum):
    """The seven fields of a dose, and the three of how often."""

    HOLD = "hold_s"
    BREATHS = "hold_breaths"
    DURATION = "duration_s"
    REPS = "reps"
    SETS = "sets"
    REST = "rest_s"
    TEMPO = "tempo"
    PER_DAY = "per_day"
    PER_WEEK = "per_week"
    EVERY_HOURS = "every_hours"


# How plainly the words say it. The plainest claim to a field wins, then the first.
NAMED, USUAL, WEAK = 3, 2, 1


@dataclass(frozen=True)
class Claim:
    """A value for a field, with the place of the words that give it."""

    field: Field
    low: float | None
    high: float | None
    start: int
    end: int
    strength: int = USUAL
    note: str = ""  # scope, between, unit, or the words of a tempo
    more: bool = False  # "four more times"
    goal: bool = False
    open_ended: bool = False

    def as_goal(self) -> "Claim":
        """The same, as something to work up to."""
        return replace(self, goal=True)


class Phrase(Protocol):
    """One way of speaking of a dose."""

    field: Field

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number, or None if the words do not speak of this field."""


def of(
    field: Field, mention: Mention, start: int, end: int, strength: int = USUAL, note: str = ""
) -> Claim:
    """A claim to the whole amount of a mention."""
    amount = mention.amount
    return Claim(
        field, amount.low, amount.high, start, end, strength, note, open_ended=amount.open_ended
    )
