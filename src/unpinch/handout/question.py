"""What to ask: where the sheet is silent, and where it can be read in two ways.

Silence about sets, tempo or rest is usual and asks nothing. Silence about how many, or about the
other leg, is a gap that only the person or their physiotherapist can fill.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unpinch.handout.claim import Field
from unpinch.handout.draft import Dose, Frequency, Question, Span, Worded
from unpinch.handout.number import in_words
from unpinch.handout.vague import Vague

_ONE_SIDED = re.compile(
    r"\b(?:one|right|left|a) (?:of your )?(knee|leg|arm|hand|foot|elbow|shoulder|hip|ankle|wrist"
    r"|heel"
    r"|side)\b"
)
_FEW = 5  # up to this many, one more or less is a matter of asking
_TWO_SIDED = ("alternating", "each_side")


@dataclass(frozen=True)
class Known:
    """What has been read of one exercise, as far as questions depend on it."""

    words: str
    hold: Dose | None
    breaths: Dose | None
    duration: Dose | None
    reps: Dose | None
    sets: Dose | None
    sides: Worded | None
    vague: tuple[Vague, ...]
    vague_spans: tuple[Span, ...]
    holds_differ: tuple[Dose, ...]
    repeats: bool  # "repeat three times", where the first time may or may not count


def questions(known: Known) -> tuple[Question, ...]:
    """The questions that one exercise leaves, in the order in which to ask them."""
    return tuple(
        question
        for ask in (
            _how_many,
            _other_side,
            _in_all_or_more,
            _in_all_or_each,
            _how_long,
            _which_hold,
        )
        for question in ask(known)
    )


def how_often(given: list[Frequency | None]) -> tuple[Question, ...]:
    """One question for the whole sheet, if any exercise is silent about how often."""
    silent = sum(one is None for one in given)
    if not silent:
        return ()
    if silent == len(given):
        return (Question("frequency", "How often? The sheet does not say."),)
    return (
        Question("frequency", "How often are the others done? The sheet says it of some only."),
    )


def _how_many(known: Known) -> Iterator[Question]:
    if known.reps is not None:
        if known.reps.goal:
            yield Question(
                "reps",
                f"The sheet names only a goal, {_range(known.reps)}. How many to begin with?",
                span=known.reps.span,
            )
        return
    if known.duration is not None:
        return
    vague = _vague(known, Field.REPS)
    if vague:
        yield Question("reps", f"How many times? The sheet only says “{vague.text}”.", span=vague)
    else:
        yield Question("reps", "How many times? The sheet does not say.")


def _other_side(known: Known) -> Iterator[Question]:
    if known.sides is not None or (known.reps and known.reps.scope == "per_side"):
        return
    limb = _ONE_SIDED.search(known.words)
    if limb:
        part = limb[1]
        yield Question(
            "sides",
            f"The other {part} too? The sheet speaks of one only.",
            choices=(f"yes, one {part} and then the other", f"no, only this {part}"),
        )


def _in_all_or_more(known: Known) -> Iterator[Question]:
    """ "Repeat three times": three in all, or one and three more?"""
    reps = known.reps
    if reps is None or not known.repeats or known.sets is not None or reps.scope == "total":
        return
    low, high = reps.min, reps.max
    if low is None or high is None or high > _FEW or high < 2:
        return
    said = _range(reps)
    choices = (f"{said} in all", f"one and {said} more")
    yield Question(
        "reps", f"{said.capitalize()} in all, or one and {said} more?",
        choices=choices, reading=choices[0], span=reps.span,
    )  # fmt: skip


def _in_all_or_each(known: Known) -> Iterator[Question]:
    """ "Alternate for 20": 20 in all, or on each side?"""
    reps, sides = known.reps, known.sides
    if reps is None or sides is None or sides.value not in _TWO_SIDED:
        return
    if reps.scope not in ("total", "unspecified"):
        return
    said = _figures(reps)
    choices = (f"{said} in all", f"{said} on each side")
    yield Question(
        "scope", f"{said} in all, or {said} on each side?",
        choices=choices, reading=choices[0], span=reps.span,
    )  # fmt: skip


def _how_long(known: Known) -> Iterator[Question]:
    if known.hold is not None or known.breaths is not None:
        if known.hold is not None and known.hold.goal:
            yield Question("hold_s", "The sheet names only a goal. How long to begin with?",
                           span=known.hold.span)  # fmt: skip
        return
    vague = _vague(known, Field.HOLD) or _vague(known, Field.BREATHS)
    if vague and known.duration is None:
        yield Question("hold_s", f"Hold how long? The sheet only says “{vague.text}”.", span=vague)


def _which_hold(known: Known) -> Iterator[Question]:
    if known.hold is None or not known.holds_differ:
        return
    choices = tuple(f"{_figures(one)} s" for one in (known.hold, *known.holds_differ))
    yield Question(
        "hold_s", f"The sheet names several holds: {', '.join(choices)}. Which one?",
        choices=choices, reading=choices[0], span=known.hold.span,
    )  # fmt: skip


def _vague(known: Known, field: Field) -> Span | None:
    pairs = zip(known.vague, known.vague_spans, strict=True)
    return next((span for one, span in pairs if one.field is field), None)


def _range(dose: Dose) -> str:
    """In words, as it would be asked aloud: "two to three"."""
    ends = [end for end in dict.fromkeys((dose.min, dose.max)) if end is not None]
    return " to ".join(in_words(int(end)) if end < 100 else str(end) for end in ends)


def _figures(dose: Dose) -> str:
    ends = [end for end in dict.fromkeys((dose.min, dose.max)) if end is not None]
    return " to ".join(f"{end:g}" for end in ends)
