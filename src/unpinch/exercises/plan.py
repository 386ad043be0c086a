"""A plan: every turn of a session, in order, with the words that go with it.

It is kept in the journal as JSON, so it carries all that a session needs and
stays readable when the exercise files change.
"""

import msgspec

from unpinch.exercises.model import Text
from unpinch.terms.dose import Dose, Sides
from unpinch.terms.side import Side
from unpinch.terms.turn import Turn

PACES = ("slow", "calm", "brisk")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said around a turn; still with {side} and {opposite} in it."""

    start: str
    move: str
    hold: str
    release: str
    feel: str = ""
    deeper: str = ""
    breathe: str = ""


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said when the camera sees a fault."""

    fault: str
    say: str


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise of the session with its turns."""

    exercise: str
    name: str
    posture: str
    variation: str | None
    moving: str
    turns: tuple[Turn, ...]
    words: Words
    form: tuple[Correction, ...] = ()


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole session. `pace` changes the way in, the way out and the rests, never a hold."""

    program: str
    name: str
    pace: str
    parts: tuple[Part, ...]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn, in order."""
        return tuple(turn for part in self.parts for turn in part.turns)


def turns(exercise: str, dose: Dose, hold_ms: int, repetitions: int) -> tuple[Turn, ...]:
    """Every repetition in its place: which side, which of how many.

    Alternating turns are counted through; one side after the other is counted
    on each side.
    """
    each = dose.on_each_side(repetitions)

    def turn(side: Side | None, repetition: int, of: int) -> Turn:
        return Turn(exercise, side, repetition, of, hold_ms, dose.ceiling_ms)

    if dose.first is None:
        side = Side.BOTH if dose.sides else None
        return tuple(turn(side, n, each) for n in range(1, each + 1))
    both = (dose.first, dose.first.opposite)
    if dose.sides is Sides.ALTERNATING:
        return tuple(turn(side, n, 2 * each) for n, side in enumerate(both * each, start=1))
    return tuple(turn(side, n, each) for side in both for n in range(1, each + 1))


def words(text: Text, note: str = "") -> Words:
    """The part of an exercise's text that a session says; a note of the program with the start."""
    return Words(
        start=" ".join((text.start, note)).strip(),
        move=text.move,
        hold=text.hold,
        release=text.release,
        feel=text.feel,
        deeper=text.deeper,
        breathe=text.breathe,
    )
