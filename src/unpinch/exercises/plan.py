"""A plan: every turn of a session, in order, with the words that go with it.

It is kept in the journal as JSON, so it carries all that a session needs and
stays readable when the exercise files change.
"""

from itertools import accumulate

import msgspec

from unpinch.exercises.model import Text
from unpinch.terms.dose import Dose, Sides
from unpinch.terms.side import Side
from unpinch.terms.turn import Turn

PACES = ("slow", "calm", "brisk")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said around a turn; still with {side} and {opposite} in it.

    `rest` is said in a rest of a length of its own, and `back` at its end.
    """

    start: str
    move: str
    hold: str
    release: str
    feel: str = ""
    deeper: str = ""
    breathe: str = ""
    rest: str = ""
    back: str = ""


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said when the camera sees a fault."""

    fault: str
    say: str


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise of the session with its turns.

    `rest_after` are the turns, counted from 0, that end a set which is followed by another one.
    `ease_ms`: a rest after each hold that no pace makes shorter. `as_drawn`: it is done as the
    drawing shows it and the camera knows it.
    """

    exercise: str
    name: str
    posture: str
    variation: str | None
    moving: str
    turns: tuple[Turn, ...]
    words: Words
    form: tuple[Correction, ...] = ()
    rest_after: tuple[int, ...] = ()
    rest_ms: int = 0
    ease_ms: int = 0
    as_drawn: bool = True


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
        return Turn(exercise, side, repetition, of, hold_ms, dose.ceiling_ms, dose.kind)

    if dose.first is None:
        side = Side.BOTH if dose.sides else None
        return tuple(turn(side, n, each) for n in range(1, each + 1))
    both = (dose.first, dose.first.opposite)
    if dose.sides is Sides.ALTERNATING:
        return tuple(turn(side, n, 2 * each) for n, side in enumerate(both * each, start=1))
    return tuple(turn(side, n, each) for side in both for n in range(1, each + 1))


def rests(dose: Dose, repetitions: int) -> tuple[int, ...]:
    """After which turns there is a rest between sets, as even as they can be."""
    each, sets = dose.on_each_side(repetitions), dose.in_sets(repetitions)
    shortest, longer = divmod(each, sets)
    ends = list(accumulate(shortest + (n < longer) for n in range(sets)))[:-1]
    if dose.sides is Sides.ALTERNATING:
        return tuple(2 * end - 1 for end in ends)
    sides = 2 if dose.two_sided else 1
    return tuple(side * each + end - 1 for side in range(sides) for end in ends)


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
