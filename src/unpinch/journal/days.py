"""The diary day by day: all that one day's entries and those of its sessions tell. Pure.

A day never depends on another day, so it has to be worked out anew only when an entry of
its own comes in. What follows from all of the days together is `progress`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.care.felt import Colour, Felt, verdict
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.symptoms import Report
from unpinch.journal.decisions import Decided, StopKept, decided, stopped
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Session, sessions
from unpinch.journal.symptoms import Kept, Moment, felt, kept
from unpinch.journal.trend import MarkedDay, mapped

# What a day is worked out from, besides its sessions.
KINDS = (Kind.SYMPTOMS, Kind.DECISION, Kind.STOPPED, Kind.CHOICES)


class SessionLine(msgspec.Struct, frozen=True):
    """One session with how it felt before, after and the next morning, and its colour."""

    session: str
    day: date
    ending: str
    held_ms: int
    before: Report | None
    after: Report | None
    morning: Report | None
    colour: Colour
    because: str


class Chosen(msgspec.Struct, frozen=True):
    """The person chose doses: the entry, and when."""

    key: UUID
    at: datetime


class DayTold(msgspec.Struct, frozen=True):
    """One day. `given` are its answers; `felt` and `lines` are its sessions in their order."""

    day: date
    sessions: tuple[Session, ...] = ()
    felt: tuple[Felt, ...] = ()
    lines: tuple[SessionLine, ...] = ()
    marked: MarkedDay | None = None
    given: tuple[Kept, ...] = ()
    decided: tuple[Decided, ...] = ()
    stopped: tuple[StopKept, ...] = ()
    chosen: tuple[Chosen, ...] = ()


def day_told(day: date, entries: Iterable[Entry]) -> DayTold:
    """One day. `entries`: all of that day, and all that name a session begun on it."""
    rules = response_rules()
    unique = sorted({entry.key: entry for entry in entries}.values(), key=_when)
    own = [entry for entry in unique if entry.day == day]
    records = kept(unique)
    told = tuple(one for one in sessions(unique) if one.day == day)
    as_felt = felt(told, unique, records)
    given = tuple(one for one in records if one.day == day)
    return DayTold(
        day=day,
        sessions=told,
        felt=as_felt,
        lines=_lines(told, as_felt, rules),
        marked=_marked(day, given),
        given=given,
        decided=decided(own),
        stopped=stopped(own),
        chosen=tuple(Chosen(one.key, one.at) for one in own if one.kind is Kind.CHOICES),
    )


def days_told(entries: Iterable[Entry]) -> tuple[DayTold, ...]:
    """Every day of which these entries tell anything, in order."""
    whole = list(entries)
    begun = {one.session: one.day for one in whole if one.kind is Kind.SESSION_STARTED}
    of_day: dict[date, list[Entry]] = {}
    for one in whole:
        for day in {one.day, begun.get(one.session, one.day)}:
            of_day.setdefault(day, []).append(one)
    return tuple(day_told(day, of_day[day]) for day in sorted(of_day))


def _when(entry: Entry) -> tuple[datetime, UUID]:
    return entry.at, entry.key


def _marked(day: date, given: Sequence[Kept]) -> MarkedDay | None:
    """A report for the day: of before a session, or else of the morning.

    What was answered right after a session is not compared with what was answered
    at rest.
    """
    at_rest = [
        (one, one.record.report)
        for one in given
        if one.record.report is not None and one.record.moment is not Moment.AFTER
    ]
    if not at_rest:
        return None
    best, report = min(at_rest, key=lambda pair: _rank(pair[0]))
    return MarkedDay(day, best.key, report, mapped(report))


def _rank(one: Kept) -> tuple[bool, datetime, UUID]:
    return one.record.moment is not Moment.BEFORE, one.at, one.key


def _lines(
    told: Sequence[Session], history: Sequence[Felt], rules: ResponseRules
) -> tuple[SessionLine, ...]:
    by_id = {str(one.id): one for one in told}
    found = []
    for one in history:
        session, judged = by_id[one.session], verdict(one, rules)
        found.append(
            SessionLine(
                session=one.session,
                day=one.day,
                ending=session.ending,
                held_ms=sum(each.in_holds_ms for each in session.summary.exercises),
                before=one.before,
                after=one.after,
                morning=one.next_morning,
                colour=judged.colour,
                because=judged.because,
            )
        )
    return tuple(found)
