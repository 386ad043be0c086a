"""What is still to be asked of a sheet, one question at a time, in the order of the sheet."""

import msgspec

from unpinch.body.vocabulary import POSTURES
from unpinch.exercises.model import Exercise
from unpinch.handout.confirming import ALL, Sitting, reads, settle
from unpinch.handout.draft import DraftExercise, Question
from unpinch.handout.likeness import named_only
from unpinch.handout.settled import COUNTED, GUIDED, TWO_SIDED, Settled
from unpinch.session.words import fill
from unpinch.terms.dose import Kind, Range


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
    for number, (read, one) in enumerate(zip(reads(sitting), sheet.exercises, strict=True)):
        if one.kept:
            found += _of_exercise(number, read, one, library)
    if sheet.often is None and any(one.kept for one in sheet.exercises):
        words = next((q.text for q in sitting.draft.questions), "How often?")
        found.append(Ask(exercise=ALL, field="often", text=words))
    return tuple(found)


def _of_exercise(
    number: int, read: DraftExercise, one: Settled, library: dict[str, Exercise]
) -> list[Ask]:
    own = library.get(one.exercise or "")
    same = named_only(one.name, library) if own is None and one.posture is None else None
    if same is not None and "exercise" not in one.said_by_person:
        return [_whether_ours(number, library[same])]
    found = [
        asked
        for question in read.questions
        if (asked := _asked(number, question, one)).field not in one.said_by_person
        and not (asked.field == "counted" and one.sides not in TWO_SIDED)
    ]
    there = {each.field for each in found}
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


def _whether_ours(number: int, ours: Exercise) -> Ask:
    """A name alone may be another exercise: the person knows. The rest is asked after that."""
    text = f"Is it this one? {fill(ours.text.start, None)} {fill(ours.text.move, ours.dose.first)}"
    choices = ((ours.id, "yes, this one"), (GUIDED, "no, another one"))
    return Ask(exercise=number, field="exercise", text=text, choices=choices)


def _missing(number: int, read: DraftExercise, one: Settled, own: Exercise | None) -> list[Ask]:
    """What a session has to know and the sheet does not say."""
    found = []
    if own is None and (one.posture is None):
        choices = tuple((each, each) for each in POSTURES)
        text = "In which position is it done? The sheet does not say."
        found.append(Ask(exercise=number, field="posture", text=text, choices=choices))
    if one.done is None:
        text = "Is it held, or is it a movement? The sheet names no hold."
        found.append(Ask(exercise=number, field="kind", text=text, choices=_KINDS))
    elif one.turn_ms is None:
        found.append(_how_long(number, read, one.done))
    if one.repetitions is None:
        text = "How many times? The sheet does not say."
        found.append(Ask(exercise=number, field="repetitions", text=text, unit="times"))
    sided = own is None or own.dose.sides is not None
    if one.sides is None and sided and one.done is not Kind.ACTIVITY:
        text = "On which sides? The sheet does not say."
        found.append(Ask(exercise=number, field="sides", text=text, choices=_SIDES_ASKED))
    many = one.repetitions is not None and one.repetitions.high > 1
    if one.sides in TWO_SIDED and one.counted is None and many:
        text = "Is that in all, or on each side?"
        choices = (("in total", "in all"), ("on each side", "on each side"))
        found.append(Ask(exercise=number, field="counted", text=text, choices=choices))
    return found


_KINDS = (
    (Kind.MOVEMENT.value, "a movement, there and back or round, without a stop"),
    (Kind.HOLD.value, "it is held for some seconds"),
    (Kind.ACTIVITY.value, "it goes on for some minutes, as walking does"),
)


def _how_long(number: int, read: DraftExercise, done: Kind) -> Ask:
    if done is Kind.ACTIVITY:
        text = "For how long? Write a time such as 10 min."
        return Ask(exercise=number, field="hold_ms", text=text, unit="time")
    text = "How many seconds for each one? The sheet names no hold."
    span = None
    if read.hold_breaths is not None:
        span = read.hold_breaths.span
        text = f"How many seconds is “{span.text}” for you? A calm breath takes about five."
    return Ask(
        exercise=number, field="hold_ms", text=text, unit="seconds",
        start=span.start if span else 0, end=span.end if span else 0,
    )  # fmt: skip
