"""What reading a sheet gives: a draft, in which every value shows the words it came from.

`None` means that the sheet is silent. Nothing here has a default that could pass for a dose.
"""

import msgspec


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the text as it was given; `text` is exactly what stands there."""

    text: str
    start: int
    end: int


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number or a range. One end is None when the sheet leaves it open ("at least 30")."""

    min: float | None
    max: float | None
    span: Span
    scope: str | None = None  # repetitions: per_side, per_direction, cycle, total, unspecified
    between: str | None = None  # rest: reps or sets
    unit: str | None = None  # "count" for a hold that is counted, not timed
    goal: bool = False  # the sheet gives only what to work up to


class Worded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value in words: how fast, or which side."""

    value: str
    span: Span


Ends = tuple[float | None, float | None]


class Frequency(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How often, with only what the sheet says."""

    span: Span
    per_day: Ends | None = None
    per_week: Ends | None = None
    every_hours: Ends | None = None


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the sheet leaves open, or that can be read in two ways.

    `choices` are the readings to choose from; empty when only the person can say.
    `reading` is the one of them that the draft has taken for now, if any.
    """

    about: str
    text: str
    choices: tuple[str, ...] = ()
    reading: str | None = None
    span: Span | None = None


class DraftExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise as the sheet has it."""

    name: str
    name_span: Span | None
    exercise: str | None
    hold_s: Dose | None
    hold_breaths: Dose | None
    duration_s: Dose | None
    reps: Dose | None
    sets: Dose | None
    rest_s: Dose | None
    tempo: Worded | None
    sides: Worded | None
    frequency: Frequency | None
    steps: tuple[Span, ...]
    sensation: Span | None
    cautions: tuple[Span, ...]
    questions: tuple[Question, ...]
    vague_dose: tuple[Span, ...]
    span: Span


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole sheet: its exercises, what holds for all of them, and what was left out."""

    exercises: tuple[DraftExercise, ...]
    questions: tuple[Question, ...]
    cautions: tuple[Span, ...]
    left_out: tuple[Span, ...]
    doubts: tuple[str, ...]
    unread: tuple[Span, ...] = ()  # what looks like a dose and gave no value


def whole(value: float | None) -> float | None:
    """Whole numbers without a point, so that the JSON reads 15 and not 15.0."""
    return int(value) if value is not None and value == int(value) else value


def span_of(text: str, start: int, end: int) -> Span:
    """The span from start to end, without the white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(text[start:end], start, end)
