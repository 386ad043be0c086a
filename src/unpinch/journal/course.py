"""The course of things over weeks: day by day, what was marked, rated and done.

Pure: from sessions and answers alone, in whatever order they came. Days without
anything are not in it; what was not answered is None, and never zero.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

import msgspec

from unpinch.care.symptoms import Report
from unpinch.exercises.choosing import Choice, ChoiceError, chosen_point
from unpinch.exercises.model import Exercise, Point, Program
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Session
from unpinch.journal.symptoms import Around, Kept, Moment, around


class DayRow(msgspec.Struct, frozen=True):
    """One of the person's days.

    `at_rest` is the first report of the day, before or without a session; `before`
    and `after` are the first pair around one session.
    """

    day: date
    at_rest: Report | None
    before: Report | None
    after: Report | None
    sessions: int
    whole: int
    held_ms: int


class DoseChange(msgspec.Struct, frozen=True):
    """From this day on another point. None: left out."""

    day: date
    exercise: str
    name: str
    was: Point | None
    now: Point | None


class Course(msgspec.Struct, frozen=True):
    """The days from `since` to `until`, oldest first, and what was changed meanwhile."""

    since: date
    until: date
    days: tuple[DayRow, ...]
    changes: tuple[DoseChange, ...]

    @property
    def marked(self) -> tuple[DayRow, ...]:
        """The days on which the map was answered."""
        return tuple(row for row in self.days if row.at_rest is not None)

    @property
    def sessions(self) -> int:
        """How many sessions there were."""
        return sum(row.sessions for row in self.days)

    @property
    def held_ms(self) -> int:
        """How long was held in all."""
        return sum(row.held_ms for row in self.days)


def days(told: Iterable[Session], records: Iterable[Kept]) -> tuple[DayRow, ...]:
    """Each day on which anything was done or answered."""
    sessions, given = tuple(told), tuple(records)
    said = around(sessions, given)
    done: dict[date, list[Session]] = defaultdict(list)
    answered: dict[date, list[Kept]] = defaultdict(list)
    for session in sessions:
        done[session.day].append(session)
    for one in sorted(given, key=lambda kept: kept.at):
        answered[one.day].append(one)
    return tuple(_row(day, done[day], answered[day], said) for day in sorted({*done, *answered}))


def by_week(course: Course) -> Course:
    """One row a week instead of one a day: what was marked last in it, what was done in all."""
    weeks: dict[date, list[DayRow]] = defaultdict(list)
    for row in course.days:
        weeks[row.day - timedelta(days=row.day.weekday())].append(row)
    return msgspec.structs.replace(course, days=tuple(_week(rows) for rows in weeks.values()))


def changes(
    entries: Iterable[Entry], program: Program, library: Mapping[str, Exercise]
) -> tuple[DoseChange, ...]:
    """Every change of a dose, oldest first."""
    found: list[DoseChange] = []
    now = {point.exercise: _point(program, library, point.exercise, ()) for point in program.parts}
    chosen = (entry for entry in entries if entry.kind is Kind.CHOICES)
    for entry in sorted(chosen, key=lambda one: one.at):
        picked = msgspec.json.decode(entry.body, type=tuple[Choice, ...])
        for exercise, was in now.items():
            then = _point(program, library, exercise, picked)
            if then != was:
                name = library[exercise].name
                found.append(DoseChange(entry.day, exercise, name, was, then))
                now[exercise] = then
    return tuple(found)


def _row(
    day: date, done: list[Session], answered: list[Kept], said: Mapping[UUID, Around]
) -> DayRow:
    pair = next((said[one.id] for one in done if said[one.id].before or said[one.id].after), None)
    reports = (one.record.report for one in answered)
    ended = [one for one in done if one.ending == "finished"]
    return DayRow(
        day=day,
        at_rest=next((report for report in reports if report is not None), None),
        before=pair.report(Moment.BEFORE) if pair else None,
        after=pair.report(Moment.AFTER) if pair else None,
        sessions=len(done),
        whole=len(ended),
        held_ms=sum(one.held_ms for session in done for one in session.summary.exercises),
    )


def _week(rows: list[DayRow]) -> DayRow:
    marked = [row for row in rows if row.at_rest is not None]
    shown = (marked or rows)[-1]
    return msgspec.structs.replace(
        shown,
        sessions=sum(row.sessions for row in rows),
        whole=sum(row.whole for row in rows),
        held_ms=sum(row.held_ms for row in rows),
    )


def _point(
    program: Program, library: Mapping[str, Exercise], exercise: str, picked: Iterable[Choice]
) -> Point | None:
    own = next(point for point in program.parts if point.exercise == exercise)
    choice = next((one for one in picked if one.exercise == exercise), None)
    if choice is not None and choice.left_out:
        return None
    try:
        return chosen_point(library[exercise], own, choice)
    except ChoiceError:
        return own  # the handout has changed since: the choice does not hold any more
