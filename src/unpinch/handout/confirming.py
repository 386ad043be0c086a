"""A draft on its way to a program: what the person has answered and corrected so far.

What was read is never changed. Answers and corrections are edits on top of it, so that each can
be taken back. A value that is None is not known, and stays so until the person says it.
"""

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec.structs import replace

from unpinch.body.vocabulary import POSTURES
from unpinch.exercises.model import Exercise
from unpinch.exercises.quantity import QuantityError, count_range, time_range
from unpinch.exercises.wording import slips
from unpinch.handout.draft import Dose, Draft, DraftExercise, Question
from unpinch.handout.likeness import position
from unpinch.handout.plain import plain
from unpinch.handout.spoken import spoken, tidy
from unpinch.terms.dose import Range
from unpinch.terms.refused import Refused

ALL = -1  # an edit of the whole sheet, not of one exercise
GUIDED = "guided"
LONGEST_NAME, LONGEST_OFTEN = 40, 200
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
_SIDED_AS_READ: dict[str, Sided] = {
    "each_side": "one then the other",
    "alternating": "alternating",
    "both_together": "together",
    "affected_only": "none",
}
_COUNTED_AS_READ = {"per_side": "on each side", "cycle": "on each side", "total": "in total"}


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


class Settled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise, as far as it is settled. `said_by_person`: fields that were typed."""

    name: str
    exercise: str | None
    kept: bool = True
    hold_ms: Range | None = None
    repetitions: Range | None = None
    sides: Sided | None = None
    counted: str | None = None
    posture: str | None = None
    start: str = ""
    move: str = ""
    hold_words: str = ""
    release: str = ""
    unsaid: tuple[str, ...] = ()
    said_by_person: frozenset[str] = frozenset()


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every exercise as settled so far, and what holds for all."""

    exercises: tuple[Settled, ...]
    name: str
    often: str | None


def settle(sitting: Sitting) -> Sheet:
    """What was read, with every edit on top of it."""
    sheet = Sheet(
        tuple(_as_read(one) for one in sitting.draft.exercises),
        "My handout",
        _often_as_read(sitting.draft),
    )
    for edit in sitting.edits:
        sheet = apply(sheet, edit)
    return sheet


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
    if not 0 <= edit.exercise < len(sheet.exercises):
        raise EntryError("exercise", "That exercise is not on this sheet.")
    many = list(sheet.exercises)
    for field, written in edit.changes.items():
        many[edit.exercise] = _changed(many[edit.exercise], field, written)
    return replace(sheet, exercises=tuple(many))


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
    return replace(one, **{field: value, "said_by_person": one.said_by_person | {field}})


def _quantity(field: str, written: str, *, seconds: bool) -> Range:
    try:
        if not seconds:
            return count_range(written)
        bare = not any(letter.isalpha() for letter in written.replace("to", ""))
        return time_range(f"{written} s" if bare else written)
    except (QuantityError, ValueError, OverflowError):
        example = "30 or 15 to 60" if seconds else "3 or 2 to 3"
        raise EntryError(field, f"Write a number or a range, such as {example}.") from None


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
    "hold_ms": lambda field, written: _quantity(field, written, seconds=True),
    "repetitions": lambda field, written: _quantity(field, written, seconds=False),
    "sides": lambda field, written: _one_of(field, written, tuple(SIDED)),
    "counted": lambda field, written: _one_of(field, written, COUNTED),
    "posture": lambda field, written: _one_of(field, written, POSTURES),
    **dict.fromkeys(WORDS, lambda field, written: _said(field, written)),
}


# ---------------------------------------------------------------- what was read


def _as_read(read: DraftExercise) -> Settled:
    told = " ".join([read.name, *(step.text for step in read.steps)])
    posture = position(plain(told))
    words = spoken((step.text for step in read.steps), posture)
    sides = _SIDED_AS_READ.get(read.sides.value) if read.sides else None
    if sides is None and read.reps and read.reps.scope == "per_side":
        sides = "one then the other"
    return Settled(
        name=" ".join(read.name.split())[:LONGEST_NAME].strip() or "Exercise",
        exercise=read.exercise,
        hold_ms=_hold(read),
        repetitions=_repetitions(read),
        sides=sides,
        counted=_COUNTED_AS_READ.get((read.reps and read.reps.scope) or ""),
        posture=posture,
        start=words.start,
        move=words.move,
        hold_words=words.hold,
        release=words.release,
        unsaid=words.unsaid,
    )


def _hold(read: DraftExercise) -> Range | None:
    if read.hold_s is not None:
        return _range(read.hold_s, 1000)
    goes_on = read.reps is None and read.hold_breaths is None and read.duration_s is not None
    return _range(read.duration_s, 1000) if goes_on else None


def _repetitions(read: DraftExercise) -> Range | None:
    if read.reps is None:
        return Range(1, 1) if read.hold_s is None and read.duration_s is not None else None
    each, sets = _range(read.reps, 1), _range(read.sets, 1) if read.sets else Range(1, 1)
    return Range(each.low * sets.low, each.high * sets.high) if each and sets else None


def _range(dose: Dose | None, unit: int) -> Range | None:
    """Both ends; where the sheet leaves one open, the one it names. A goal is no dose."""
    if dose is None or dose.goal:
        return None
    low, high = (dose.min, dose.max) if dose.min is not None else (dose.max, dose.max)
    high = low if high is None else high
    if low is None or high is None or high < low:
        return None
    return Range(round(low * unit), round(high * unit))


def _often_as_read(draft: Draft) -> str | None:
    spans = dict.fromkeys(
        one.frequency.span.text for one in draft.exercises if one.frequency is not None
    )
    everywhere = all(one.frequency is not None for one in draft.exercises)
    return "; ".join(" ".join(each.split()) for each in spans)[:LONGEST_OFTEN] if (
        spans and everywhere
    ) else None  # fmt: skip


# ---------------------------------------------------------------- what is still to be asked


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question. `choices` are pairs of what is written and what it says; empty: typed."""

    exercise: int
    field: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    unit: str = ""
    start: int = 0
    end: int = 0


_FIELDS = {"reps": "repetitions", "scope": "counted", "sides": "sides", "hold_s": "hold_ms"}


def asks(sitting: Sitting, library: dict[str, Exercise]) -> tuple[Ask, ...]:
    """Every question that is still open, in the order of the sheet; how often comes last."""
    sheet = settle(sitting)
    found: list[Ask] = []
    for number, (read, one) in enumerate(
        zip(sitting.draft.exercises, sheet.exercises, strict=True)
    ):
        if one.kept:
            found += _of_exercise(number, read, one, library)
    if sheet.often is None and any(one.kept for one in sheet.exercises):
        words = next((q.text for q in sitting.draft.questions), "How often?")
        found.append(Ask(exercise=ALL, field="often", text=words))
    return tuple(found)


def _of_exercise(
    number: int, read: DraftExercise, one: Settled, library: dict[str, Exercise]
) -> list[Ask]:
    found = [
        asked
        for question in read.questions
        if (asked := _asked(number, question, one)).field not in one.said_by_person
        and not (asked.field == "counted" and one.sides not in TWO_SIDED)
    ]
    there = {each.field for each in found}
    own = library.get(one.exercise or "")
    return found + [each for each in _missing(number, read, one, own) if each.field not in there]


def _asked(number: int, question: Question, one: Settled) -> Ask:
    field = _FIELDS[question.about]
    written = _written(field, question, one)
    return Ask(
        exercise=number,
        field=field,
        text=question.text,
        choices=tuple(zip(written, question.choices, strict=True)),
        reading=question.reading or "",
        unit={"repetitions": "times", "hold_ms": "seconds"}.get(field, ""),
        start=question.span.start if question.span else 0,
        end=question.span.end if question.span else 0,
    )


def _written(field: str, question: Question, one: Settled) -> tuple[str, ...]:
    """What each choice comes to, in the words that an edit takes."""
    if not question.choices:
        return ()
    if field == "counted":
        return COUNTED
    if field == "sides":
        return ("one then the other", "none")
    if field == "hold_ms":
        return question.choices
    counts = one.repetitions or Range(1, 1)
    return (f"{counts.low} to {counts.high}", f"{counts.low + 1} to {counts.high + 1}")


_SIDES_ASKED = (
    ("one then the other", "one side, then the other"),
    ("alternating", "left and right in turn"),
    ("none", "there are no sides, or only one is done"),
)


def _missing(number: int, read: DraftExercise, one: Settled, own: Exercise | None) -> list[Ask]:
    """What a session has to know and the sheet does not say."""
    found = []
    if own is None and (one.posture is None):
        choices = tuple((each, each) for each in POSTURES)
        text = "In which position is it done? The sheet does not say."
        found.append(Ask(exercise=number, field="posture", text=text, choices=choices))
    if one.hold_ms is None:
        found.append(_how_long(number, read))
    if one.repetitions is None:
        text = "How many times? The sheet does not say."
        found.append(Ask(exercise=number, field="repetitions", text=text, unit="times"))
    if one.sides is None and (own is None or own.dose.sides is not None):
        text = "On which sides? The sheet does not say."
        found.append(Ask(exercise=number, field="sides", text=text, choices=_SIDES_ASKED))
    many = one.repetitions is not None and one.repetitions.high > 1
    if one.sides in TWO_SIDED and one.counted is None and many:
        text = "Is that in all, or on each side?"
        choices = (("in total", "in all"), ("on each side", "on each side"))
        found.append(Ask(exercise=number, field="counted", text=text, choices=choices))
    return found


def _how_long(number: int, read: DraftExercise) -> Ask:
    text = "How many seconds for each one? The sheet names no hold."
    span = None
    if read.hold_breaths is not None:
        span = read.hold_breaths.span
        text = f"How many seconds is “{span.text}” for you? A calm breath takes about five."
    return Ask(
        exercise=number, field="hold_ms", text=text, unit="seconds",
        start=span.start if span else 0, end=span.end if span else 0,
    )  # fmt: skip
