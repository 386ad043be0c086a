"""What the person said about their legs, as the journal keeps it, and each session with it.

Kept is only what was marked, rated and chosen. Which report belongs to which
session is derived: an answer after a session and the one of the next morning name
it; an answer before belongs to the first session that began after it on that day.
Where something was answered twice, the later answer counts.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from unpinch.care.felt import Compared, Done, Felt, Settled
from unpinch.care.symptoms import Report
from unpinch.exercises.plan import Plan
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Session
from unpinch.terms.event import PainKind


class Moment(StrEnum):
    """When it was answered."""

    BEFORE = "before"
    AFTER = "after"
    MORNING = "morning"


class SymptomRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One set of answers. `rules`: which response rules were in force.

    `peak`: the strongest it was during the session. `compared` and `settled` are
    asked the next morning, `woken` (it broke the night's sleep) before a session.
    None is not answered.
    """

    moment: Moment
    rules: int
    report: Report | None = None
    peak: int | None = None
    compared: Compared | None = None
    settled: Settled | None = None
    woken: bool | None = None


class Activities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Up to three activities in the person's own words, in their order."""

    names: tuple[str, ...]


class Kept(msgspec.Struct, frozen=True):
    """A record with the entry it is from, when it was given, and the session if it names one."""

    key: UUID
    at: datetime
    day: date
    session: UUID | None
    record: SymptomRecord


class Around(msgspec.Struct, frozen=True):
    """What was answered around one session."""

    before: Kept | None = None
    after: Kept | None = None
    morning: Kept | None = None

    def report(self, moment: Moment) -> Report | None:
        """What was marked and rated then."""
        kept: Kept | None = getattr(self, moment.value)
        return kept.record.report if kept else None


def kept(entries: Iterable[Entry]) -> tuple[Kept, ...]:
    """The records among these entries, oldest first."""
    found = [
        Kept(
            entry.key,
            entry.at,
            entry.day,
            entry.session,
            msgspec.json.decode(entry.body, type=SymptomRecord),
        )
        for entry in entries
        if entry.kind is Kind.SYMPTOMS
    ]
    return tuple(sorted(found, key=_when))


def at_rest(given: Iterable[Kept]) -> Kept | None:
    """The last answer of these that was given at rest: before a session, or in the morning."""
    rested = [one for one in given if one.record.report and one.record.moment is not Moment.AFTER]
    return max(rested, key=_when, default=None)


def around(told: Iterable[Session], records: Iterable[Kept]) -> dict[UUID, Around]:
    """What was answered around each of these sessions."""
    sessions = sorted(told, key=lambda one: (one.started, one.id))
    given = sorted(records, key=_when)
    of_day: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        of_day[session.day].append(session)
    before: dict[UUID, Kept] = {}
    named: dict[tuple[UUID, Moment], Kept] = {}
    for one in given:
        if one.record.moment is Moment.BEFORE:
            if following := _next_session(one, of_day[one.day]):
                before[following.id] = one
        elif one.session is not None:
            named[one.session, one.record.moment] = one
    return {
        session.id: Around(
            before.get(session.id),
            named.get((session.id, Moment.AFTER)),
            named.get((session.id, Moment.MORNING)),
        )
        for session in sessions
    }


def felt(
    told: Iterable[Session], entries: Iterable[Entry], records: Iterable[Kept]
) -> tuple[Felt, ...]:
    """Each session as the response rules see it. `entries` hold the sessions' plans."""
    sessions = tuple(told)
    plans = {
        entry.session: msgspec.json.decode(entry.body, type=Plan)
        for entry in entries
        if entry.kind is Kind.SESSION_STARTED
    }
    found = around(sessions, records)
    return tuple(
        _felt(session, plans[session.id], found[session.id])
        for session in sessions
        if session.id in plans
    )


def _when(one: Kept) -> tuple[datetime, UUID]:
    """Their own time; two of the same instant still have one order."""
    return one.at, one.key


def _next_session(given: Kept, of_day: list[Session]) -> Session | None:
    """The first session of that day that began after the answer."""
    return next((one for one in of_day if one.started >= given.at), None)


def _felt(session: Session, plan: Plan, said: Around) -> Felt:
    after = said.after.record if said.after else None
    morning = said.morning.record if said.morning else None
    return Felt(
        session=str(session.id),
        at_ms=round(session.started.timestamp() * 1000),
        day=session.day,
        done=_done(session, plan),
        before=said.report(Moment.BEFORE),
        after=said.report(Moment.AFTER),
        peak=after.peak if after else None,
        settled=morning.settled if morning else None,
        morning=said.report(Moment.MORNING),
        morning_day=said.morning.day if said.morning else None,
        morning_at_ms=round(said.morning.at.timestamp() * 1000) if said.morning else None,
        compared=morning.compared if morning else None,
    )


def _done(session: Session, plan: Plan) -> tuple[Done, ...]:
    """What was begun: held for a while, or it hurt."""
    held = {one.exercise for one in session.summary.exercises if one.held_ms}
    found = []
    for index, part in enumerate(plan.parts):
        hurts = _hurts(session, plan, index)
        if part.exercise in held or hurts:
            dose = part.turns[0]
            found.append(Done(part.exercise, dose.hold_ms, dose.of, hurts))
    return tuple(found)


def _hurts(session: Session, plan: Plan, index: int) -> tuple[PainKind, ...]:
    """What hurt during this part. What was not said more exactly counts as the worst."""
    begins = sum(len(part.turns) for part in plan.parts[:index])
    turns = range(begins, begins + len(plan.parts[index].turns))
    return tuple(
        pain.kind or PainKind.ALARM for pain in session.summary.pains if pain.turn in turns
    )
