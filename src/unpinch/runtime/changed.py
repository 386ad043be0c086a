"""A part of a plan as the safety answers change it: its words, its rests, its form rules.

What the outcome page promises is what the session leads. So a change replaces what it speaks
of, and what is only added is said with the start.
"""

from msgspec.structs import replace

from unpinch.care.allowed import Modified, Ruling
from unpinch.care.changes import Change
from unpinch.exercises.model import Exercise
from unpinch.exercises.plan import Correction, Part, Words
from unpinch.terms.side import Side


def changed(part: Part, exercise: Exercise, ruling: Ruling) -> Part:
    """The part by this ruling; as it is, if nothing is to be done differently.

    A copy of ours may name its form rules in its own way: where one is dropped, none is judged.
    """
    if not isinstance(ruling, Modified):
        return part
    instead = ruling.instead
    return replace(
        part,
        moving=instead.moving or part.moving,
        words=_words(part, exercise, ruling.how, instead),
        form=() if instead.drop and exercise.like else _judged(part, instead),
        ease_ms=instead.rest_s * 1000,
        as_drawn=part.as_drawn and not instead.not_as_drawn,
    )


def _judged(part: Part, instead: Change) -> tuple[Correction, ...]:
    return tuple(each for each in part.form if each.fault not in instead.drop)


def _words(part: Part, exercise: Exercise, how: tuple[str, ...], instead: Change) -> Words:
    own = part.words
    together = any(turn.side is Side.BOTH for turn in part.turns)
    start = _start(part, exercise, instead.start) if instead.start else own.start
    return replace(
        own,
        start=" ".join((start, *how)),
        move=(instead.move_both if together else instead.move) or own.move,
        hold=instead.hold or own.hold,
        release=instead.release or own.release,
        rest=instead.rest,
        back=instead.back,
        deeper="",
    )


def _start(part: Part, exercise: Exercise, start: str) -> str:
    """The new start; what the program adds to the old one stays."""
    variation = exercise.variation(part.variation)
    text = variation.text if variation else exercise.text
    note = part.words.start.removeprefix(text.start).strip()
    return f"{start} {note}".strip() if note != part.words.start else start
