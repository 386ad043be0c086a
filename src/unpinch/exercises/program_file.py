"""A program file's text -> a Program, or every slip in it at once."""

from collections.abc import Mapping

from unpinch.exercises import dose_table, syntax
from unpinch.exercises.model import Claim, Exercise, Point, Program
from unpinch.exercises.point import refusals
from unpinch.exercises.problems import Problems, remedy
from unpinch.exercises.quantity import count, time
from unpinch.exercises.reading import check_format, identity, readings
from unpinch.exercises.table import LONGEST_NAME, Table
from unpinch.exercises.wording import note

_HEAD = ("format", "name", "source", "often")
_TABLES = ("reading", "claim", "part")
_UNREAD = Point(exercise="", hold_ms=0, repetitions=0)


def is_program(data: Mapping[str, object]) -> bool:
    """A file with parts and without a dose is a program."""
    return "part" in data and "dose" not in data


def read_program(text: str, file: str, library: Mapping[str, Exercise]) -> Program:
    """Read one program against the exercises there are. Raises FileError."""
    data = syntax.tables(text, file)
    problems = Problems(file)
    head = Table(problems, "", data)
    check_format(head)
    head.only(_HEAD, _TABLES)
    found = Program(
        id=identity(file, problems),
        name=head.remark("name", "My program", longest=LONGEST_NAME),
        source=head.remark("source", "Where it is from"),
        often=head.remark("often", "once a day"),
        claims=_claims(head.tables("claim")),
        readings=readings(head, ("often", "parts")),
        parts=_parts(head, library),
    )
    problems.raise_if_any()
    return found


def _claims(tables: list[Table]) -> tuple[Claim, ...]:
    found = []
    for table in tables:
        table.only(("says", "known"))
        says = table.remark("says", "what the handout claims")
        found.append(Claim(says=says, known=table.remark("known", "what is known about it")))
    return tuple(found)


def _parts(head: Table, library: Mapping[str, Exercise]) -> tuple[Point, ...]:
    tables = head.tables("part")
    if not tables and "part" not in head:
        head.problems.add("[[part]]", "is missing; write one for each exercise of the program")
    found: list[Point] = []
    for table in tables:
        part = _part(table, library)
        if part.exercise and part.exercise in [each.exercise for each in found]:
            table.note("exercise", f'"{part.exercise}" is there twice; once is enough')
        found.append(part)
    return tuple(found)


def _part(table: Table, library: Mapping[str, Exercise]) -> Point:
    table.only(("exercise", *dose_table.KINDS, "repetitions", "variation", "note"))
    name = table.remark("exercise", "hamstring-stretch")
    kind = dose_table.kind_written(table)
    hold = table.quantity(kind, time, '"30 s"')
    repetitions = table.quantity("repetitions", count, "3")
    said = note(table)
    exercise = library.get(name)
    if exercise is None:
        if name:
            table.note("exercise", f'"{name}" is not known; {remedy(name, tuple(library))}')
        return _UNREAD
    if kind is not exercise.dose.kind:
        wanted = exercise.dose.kind
        table.note(kind, f"is not how {exercise.id} is done; write {wanted} = ... instead")
        return _UNREAD
    known = [each.id for each in exercise.variations]
    variation = table.word("variation", known, required=False) if known else None
    if "variation" in table and not known:
        table.note("variation", f"{exercise.id} has no variations; take the line out")
    if hold is None or repetitions is None or ("variation" in table and variation is None):
        return _UNREAD
    for field, reason in refusals(exercise, hold, repetitions, variation):
        table.note(field, reason)
    return Point(
        exercise=exercise.id,
        hold_ms=hold,
        repetitions=repetitions,
        kind=kind,
        variation=variation,
        note=said,
    )
