"""A program in the making: what a person typed about each exercise, and whether it can be one.

Everything is kept as it was typed, so nothing is lost when something is wrong with it. It becomes
a program only as a whole, and only if every point lies inside what the exercise allows.
"""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from unpinch.exercises.model import MAIN, Exercise, Point, Program
from unpinch.exercises.point import refusals
from unpinch.exercises.quantity import QuantityError, count, time
from unpinch.exercises.table import LONGEST_NAME
from unpinch.exercises.wording import dose_in, slips
from unpinch.terms.refused import Refused

WHOLE = ""  # a slip that is about the program, not about one exercise
LONGEST_OFTEN = 200
SOURCE = "A program of your own"


class ComposeError(Refused, ValueError):
    """Why this is no program yet: a line for each exercise and field it is about."""

    def __init__(self, slips_by_place: Mapping[tuple[str, str], str]) -> None:
        super().__init__(" ".join(slips_by_place.values()))
        self.by_place = dict(slips_by_place)


class TypedPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise of the program, as typed. `hold` is in seconds."""

    exercise: str
    hold: str
    repetitions: str
    variation: str = MAIN
    note: str = ""


class Typed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole program, as typed."""

    name: str
    often: str
    parts: tuple[TypedPart, ...]


def typed(program: Program) -> Typed:
    """A program as it would be typed."""
    return Typed(name=program.name, often=program.often, parts=tuple(map(_part, program.parts)))


def _part(point: Point) -> TypedPart:
    return TypedPart(
        exercise=point.exercise,
        hold=f"{point.hold_ms / 1000:g}",
        repetitions=str(point.repetitions),
        variation=point.variation or MAIN,
        note=point.note,
    )


def lowest(exercise: Exercise) -> Point:
    """Where an exercise starts in a new program: the least that its sheet asks for."""
    dose = exercise.dose
    least = dose.repetitions.low
    fair = least + 1 if dose.shared and least % 2 else least
    return Point(exercise=exercise.id, hold_ms=dose.hold_ms.low, repetitions=fair, kind=dose.kind)


def with_exercise(now: Typed, exercise: Exercise) -> Typed:
    """One more, at the end. One that is there already is there once."""
    if exercise.id in [part.exercise for part in now.parts]:
        return now
    return replace(now, parts=(*now.parts, _part(lowest(exercise))))


def without(now: Typed, exercise: str) -> Typed:
    """Without this exercise."""
    return replace(now, parts=tuple(part for part in now.parts if part.exercise != exercise))


def moved(now: Typed, exercise: str, by: int) -> Typed:
    """This exercise earlier (-1) or later (1); at the end of the list nothing happens."""
    order = [part.exercise for part in now.parts]
    if exercise not in order:
        return now
    at = order.index(exercise)
    to = min(max(at + by, 0), len(order) - 1)
    parts = list(now.parts)
    parts.insert(to, parts.pop(at))
    return replace(now, parts=tuple(parts))


def program_of(now: Typed, was: Program, library: Mapping[str, Exercise]) -> Program:
    """The program that was typed over the one that was. Raises ComposeError."""
    wrong: dict[tuple[str, str], str] = {}
    name, often = " ".join(now.name.split()), " ".join(now.often.split())
    _words(wrong, "name", name, LONGEST_NAME)
    _words(wrong, "often", often, LONGEST_OFTEN)
    parts = tuple(_read(one, library, wrong) for one in now.parts)
    if not parts:
        wrong[WHOLE, "parts"] = "No exercise is left; keep at least one."
    if wrong:
        raise ComposeError(wrong)
    return replace(
        was, name=name, often=often, parts=parts, readings=_still_true(was, often, parts)
    )


def _words(wrong: dict[tuple[str, str], str], field: str, words: str, longest: int) -> None:
    if not any(letter.isalnum() for letter in words):
        wrong[WHOLE, field] = "Write a few words."
    elif len(words) > longest:
        wrong[WHOLE, field] = f"That has {len(words)} letters; {longest} is the most."


def _still_true(was: Program, often: str, parts: tuple[Point, ...]) -> dict[str, str]:
    """The program's readings; what it says of its doses or how often is over once they change."""
    gone = {"often"} if often != was.often else set()
    gone |= {"parts"} if parts != was.parts else set()
    return {about: says for about, says in was.readings.items() if about not in gone}


def _read(
    one: TypedPart, library: Mapping[str, Exercise], wrong: dict[tuple[str, str], str]
) -> Point:
    found: dict[str, str] = {}
    exercise = library[one.exercise]
    variation = None if one.variation == MAIN else one.variation
    if variation is not None and exercise.variation(variation) is None:
        found["variation"] = "Choose one of those that are listed."
    dose = exercise.dose_of(variation)
    hold, repetitions = _hold(one.hold), _count(one.repetitions)
    if hold is None:
        hold = dose.hold_ms.low  # only so that the other field can be looked at too
        found["hold"] = f"Write one number of seconds, such as {hold / 1000:g}."
    if repetitions is None:
        repetitions = dose.repetitions.low
        found["repetitions"] = f"Write one whole number, such as {repetitions}."
    for field, why in refusals(exercise, hold, repetitions, variation):
        found.setdefault(field, f"{why[:1].upper()}{why[1:]}.")
    note = _note(one.note, found)
    wrong |= {(one.exercise, field): why for field, why in found.items()}
    return Point(
        exercise=one.exercise, hold_ms=hold, repetitions=repetitions, kind=dose.kind,
        variation=variation, note=note,
    )  # fmt: skip


def _hold(written: str) -> int | None:
    words = written.strip()
    bare = words.replace(".", "", 1).isdecimal()
    try:
        return time(f"{words} s" if bare else words)
    except (QuantityError, ValueError, OverflowError):
        return None


def _count(written: str) -> int | None:
    try:
        return count(written.strip())
    except (QuantityError, ValueError, OverflowError):
        return None


def _note(written: str, found: dict[str, str]) -> str:
    """A note as it will be said: with its full stop."""
    words = " ".join(written.split())
    if not words:
        return ""
    if "{" in words or "}" in words:
        found["note"] = "Write it without { and }."
        return words
    words = words if words[-1] in ".?!…" else f"{words}."
    why = next(iter(slips(words, sided=False)), None) or dose_in(words)
    if why:
        found["note"] = f"This {why}."
    return words


def changed(was: Program, now: Program) -> tuple[str, ...]:
    """The exercises whose point is another one now."""
    before = {part.exercise: replace(part, note="") for part in was.parts}
    return tuple(
        part.exercise
        for part in now.parts
        if part.exercise in before and replace(part, note="") != before[part.exercise]
    )
