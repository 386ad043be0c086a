"""A draft on its way to a program: what the person has answered and corrected so far.

What was read is never changed. Answers, corrections and what is added by hand are edits on top of
it, so that each can be taken back.
"""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from unpinch.body.vocabulary import POSTURES
from unpinch.exercises.dose_table import LONGEST_MS, LONGEST_REST_MS, SHORTEST_MS
from unpinch.exercises.quantity import QuantityError, count_range, time_range
from unpinch.exercises.wording import slips
from unpinch.handout.as_read import as_read, often_as_read
from unpinch.handout.draft import Draft, DraftExercise, Span
from unpinch.handout.settled import (
    COUNTED,
    GUIDED,
    LONGEST_NAME,
    LONGEST_OFTEN,
    MOST_TIMES,
    SIDED,
    TWO_SIDED,
    WORDS,
    Settled,
    Sheet,
    too_long,
)
from unpinch.handout.spoken import tidy
from unpinch.terms.dose import Kind, Range
from unpinch.terms.refused import Refused

ALL = -1  # an edit of the whole sheet, not of one exercise
ADDED = -2  # an edit that adds an exercise that was missed
MOST = 60


class EntryError(Refused, ValueError):
    """What was typed cannot be taken: one line, and the field it is about."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer or correction, as it was typed."""

    exercise: int
    changes: dict[str, str]


class Sitting(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sheet that is being confirmed. `origin` is where the text came from."""

    text: str
    draft: Draft
    origin: str = "typed"
    remarks: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


def settle(sitting: Sitting) -> Sheet:
    """What was read, with every edit on top of it."""
    sheet = Sheet(
        tuple(as_read(one) for one in sitting.draft.exercises),
        "My handout",
        often_as_read(sitting.draft),
    )
    for edit in sitting.edits:
        sheet = apply(sheet, edit)
    return sheet


def reads(sitting: Sitting) -> tuple[DraftExercise, ...]:
    """What was read of each exercise; of one that was added by hand, nothing but its name."""
    added = (edit for edit in sitting.edits if edit.exercise == ADDED)
    return (*sitting.draft.exercises, *(_missed(edit.changes) for edit in added))


def edited(sitting: Sitting, edit: Edit) -> Sitting:
    """One more edit. Raises EntryError if it cannot be taken."""
    apply(settle(sitting), edit)
    return replace(sitting, edits=(*sitting.edits, edit))


def undone(sitting: Sitting) -> Sitting:
    """Without the last edit."""
    return replace(sitting, edits=sitting.edits[:-1])


def apply(sheet: Sheet, edit: Edit) -> Sheet:
    """The sheet with one edit on it. Raises EntryError."""
    if edit.exercise == ALL:
        for field, written in edit.changes.items():
            sheet = _whole(sheet, field, written)
        return sheet
    if edit.exercise == ADDED:
        return _with_one_more(sheet, edit.changes)
    if not 0 <= edit.exercise < len(sheet.exercises):
        raise EntryError("exercise", "That exercise is not on this sheet.")
    many = list(sheet.exercises)
    for field, written in edit.changes.items():
        many[edit.exercise] = _changed(many[edit.exercise], field, written)
    return replace(sheet, exercises=tuple(many))


def _with_one_more(sheet: Sheet, changes: dict[str, str]) -> Sheet:
    if len(sheet.exercises) >= MOST:
        raise EntryError("name", f"{MOST} exercises are the most; leave some out.")
    one = as_read(_missed(changes))
    for field in ("name", *(each for each in changes if each != "name")):
        if changes.get(field) or field == "name":
            one = _changed(one, field, changes.get(field, ""))
    return replace(sheet, exercises=(*sheet.exercises, one))


def _missed(changes: dict[str, str]) -> DraftExercise:
    """An exercise that the reader did not find: its name, and what to do, as somebody typed it."""
    name, move = changes.get("name", ""), changes.get("move", "")
    nothing = Span("", 0, 0)
    return DraftExercise(
        name=name, name_span=None, exercise=None, hold_s=None, hold_breaths=None, duration_s=None,
        reps=None, sets=None, rest_s=None, tempo=None, sides=None, frequency=None,
        steps=(Span(move, 0, 0),) if move else (), sensation=None, cautions=(), questions=(),
        vague_dose=(), span=nothing,
    )  # fmt: skip


def _whole(sheet: Sheet, field: str, written: str) -> Sheet:
    words = " ".join(written.split())
    if field == "often":
        return replace(sheet, often=_short(field, words, LONGEST_OFTEN))
    if field == "program":
        return replace(sheet, name=_short(field, words, LONGEST_NAME))
    raise EntryError(field, "That cannot be changed.")


def _short(field: str, words: str, longest: int) -> str:
    if not words or words.isspace():
        raise EntryError(field, "Write a few words.")
    if len(words) > longest:
        raise EntryError(field, f"That has {len(words)} letters; {longest} is the most.")
    return words


def _changed(one: Settled, field: str, written: str) -> Settled:
    written = " ".join(written.split())
    if field not in _TAKEN:
        raise EntryError(field, "That cannot be changed.")
    value = _TAKEN[field](field, written)
    if isinstance(value, Range) and field == "hold_ms":
        _refuse_if_too_long(one.done or Kind.HOLD, value)
    if field == "counted" and value == "in total":
        _refuse_if_unfair(one)
    return replace(one, **{field: value, "said_by_person": one.said_by_person | {field}})


def _refuse_if_too_long(kind: Kind, turn_ms: Range) -> None:
    if turn_ms.low < SHORTEST_MS or turn_ms.high > LONGEST_MS[kind]:
        raise EntryError("hold_ms", too_long(kind))


def _refuse_if_unfair(one: Settled) -> None:
    counts = one.in_all
    if one.sides in TWO_SIDED and counts and counts.single and counts.low % 2:
        raise EntryError("counted", f"{counts.low} in all cannot be shared fairly by two sides.")


def _seconds(field: str, written: str) -> Range:
    bare = not any(letter.isalpha() for letter in written.replace("to", ""))
    try:
        found = time_range(f"{written} s" if bare else written)
    except (QuantityError, ValueError, OverflowError):
        raise EntryError(field, "Write a number or a range, such as 30 or 15 to 60.") from None
    return found


def _rest(field: str, written: str) -> Range:
    found = _seconds(field, written)
    if found.low < SHORTEST_MS or found.high > LONGEST_REST_MS:
        raise EntryError(field, "A rest lies between 1 second and 10 minutes.")
    return found


def _times(field: str, written: str) -> Range:
    try:
        found = count_range(written)
    except (QuantityError, ValueError, OverflowError):
        raise EntryError(field, "Write a number or a range, such as 3 or 2 to 3.") from None
    if found.low < 1 or found.high > MOST_TIMES:
        raise EntryError(field, f"The number lies between 1 and {MOST_TIMES}.")
    return found


def _one_of(field: str, written: str, known: tuple[str, ...]) -> str:
    if written not in known:
        raise EntryError(field, "Choose one of those that are listed.")
    return written


def _said(field: str, written: str) -> str:
    words = tidy(written)
    for slip in slips(words, sided=False):
        raise EntryError(field, f"This {slip}.")
    return words


_TAKEN: dict[str, Callable[[str, str], object]] = {
    "name": lambda field, written: _short(field, written, LONGEST_NAME),
    "exercise": lambda _, written: None if written == GUIDED else written,
    "kept": lambda _, written: written == "yes",
    "kind": lambda field, written: Kind(_one_of(field, written, tuple(Kind))),
    "hold_ms": _seconds,
    "rest_ms": _rest,
    "repetitions": _times,
    "sets": _times,
    "sides": lambda field, written: _one_of(field, written, tuple(SIDED)),
    "counted": lambda field, written: _one_of(field, written, COUNTED),
    "posture": lambda field, written: _one_of(field, written, POSTURES),
    **dict.fromkeys(WORDS, lambda field, written: _said(field, written)),
}
