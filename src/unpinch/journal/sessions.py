"""Sessions, derived from entries. Pure: the same entries in any order give the same sessions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.exercises.plan import Plan
from unpinch.journal.entry import Entry, Kind
from unpinch.session import Summary, advance, script, step, summary
from unpinch.session.state import State
from unpinch.terms.event import Event


class Reached(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a session's clock had got when this was written."""

    at_ms: int


class Session(msgspec.Struct, frozen=True):
    """One session as the diary tells it. `day` is the person's own, `program` is the plan's."""

    id: UUID
    started: datetime
    day: date
    program: str
    summary: Summary

    @property
    def whole(self) -> bool:
        """Every hold of every exercise was done to its end."""
        told = self.summary.exercises
        return self.ending == "finished" and bool(told) and all(e.result == "done" for e in told)

    @property
    def ending(self) -> str:
        """Finished, stopped, or open."""
        return self.summary.ending


class Tape(msgspec.Struct, frozen=True):
    """What is needed to play a session again: its plan, its events in order, how far it got."""

    plan: Plan
    events: tuple[Event, ...]
    reached_ms: int


class _Head(msgspec.Struct, frozen=True):
    """As much of a plan as tells whose it is."""

    program: str


def sessions(entries: Iterable[Entry]) -> tuple[Session, ...]:
    """All sessions in the entries, oldest first. One that was never ended is played again."""
    of_session: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.session is not None:
            of_session[entry.session].append(entry)
    told = (_session(session, own) for session, own in of_session.items())
    return tuple(sorted((one for one in told if one), key=lambda one: (one.started, one.id)))


def _session(session: UUID, entries: list[Entry]) -> Session | None:
    started = next((e for e in entries if e.kind is Kind.SESSION_STARTED), None)
    if started is None:
        return None
    # A late delivery ends a session again; the last word counts.
    endings = [e for e in entries if e.kind is Kind.SESSION_ENDED]
    ended = max(endings, key=lambda e: e.at, default=None)
    told = msgspec.json.decode(ended.body, type=Summary) if ended else _so_far(tape(entries))
    program = msgspec.json.decode(started.body, type=_Head).program
    return Session(id=session, started=started.at, day=started.day, program=program, summary=told)


def tape(entries: Iterable[Entry]) -> Tape:
    """The tape of one session. Raises `ValueError` if its beginning is missing."""
    plan: Plan | None = None
    events: list[Event] = []
    reached = 0
    for entry in entries:
        match entry.kind:
            case Kind.SESSION_STARTED:
                plan = msgspec.json.decode(entry.body, type=Plan)
            case Kind.SESSION_EVENT:
                events.append(msgspec.json.decode(entry.body, type=Event))
            case Kind.SESSION_REACHED:
                reached = max(reached, msgspec.json.decode(entry.body, type=Reached).at_ms)
            case _:
                pass
    if plan is None:
        raise ValueError("the session has no beginning in the diary")
    events.sort(key=lambda event: event.at_ms)
    reached = max([reached, *(event.at_ms for event in events)])
    return Tape(plan=plan, events=tuple(events), reached_ms=reached)


def play(told: Tape, until_ms: int) -> State:
    """Play a tape through pacer and engine up to a time."""
    plan, state = script(told.plan), State()
    for event in told.events:
        state, _, _ = advance(plan, state, event.at_ms)
        state, _ = step(plan, state, event)
    return advance(plan, state, max(until_ms, state.at_ms))[0]


def _so_far(told: Tape) -> Summary:
    return summary(script(told.plan), play(told, told.reached_ms))
