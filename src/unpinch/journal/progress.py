"""How it went: what was marked, rated, done and changed, and which way it went. Pure.

Everything here follows from the entries alone, whatever their order and however
often each was delivered. Every sentence names the entries and sessions it is from.
What is not known is said in as many words, and is never counted as good.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

import msgspec

from unpinch.care.dosing import Level, unchanged
from unpinch.care.felt import Colour, Felt, verdict
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.stops import Stop
from unpinch.care.symptoms import LEGS, Report, Scale
from unpinch.journal.decisions import Decided, decided, stopped
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Session, sessions
from unpinch.journal.symptoms import Kept, Moment, felt, kept
from unpinch.journal.telling import Sentence, not_known, told_of_legs, told_of_the_rest
from unpinch.journal.trend import (
    LegCourse,
    MarkedDay,
    RatingCourse,
    leg_course,
    rating_course,
)

CHOSEN = "You chose this."


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


class DoseChange(msgspec.Struct, frozen=True):
    """The first session at another dose. `because` is empty where the diary does not say why."""

    day: date
    exercise: str
    name: str
    was: Level
    now: Level
    because: str
    sources: tuple[str, ...]


class StopLine(msgspec.Struct, frozen=True):
    """A stop rule acted: from that day, on what, and why."""

    day: date
    exercise: str
    rule: str
    because: str
    sources: tuple[str, ...]


class Progress(msgspec.Struct, frozen=True):
    """All of it, from `since` to `until`. `rules`: by which response rules it was judged."""

    since: date
    until: date
    rules: int
    days: tuple[MarkedDay, ...]
    legs: tuple[LegCourse, ...]
    ratings: tuple[RatingCourse, ...]
    sessions: tuple[SessionLine, ...]
    changes: tuple[DoseChange, ...]
    stops: tuple[StopLine, ...]
    summary: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]

    @property
    def held_ms(self) -> int:
        """How long was held in all."""
        return sum(line.held_ms for line in self.sessions)


def progress(entries: Iterable[Entry], *, since: date, until: date) -> Progress:
    """The days from `since` to `until`, both included."""
    rules = response_rules()
    inside = {entry.key: entry for entry in entries if since <= entry.day <= until}
    diary = sorted(inside.values(), key=lambda entry: (entry.at, entry.key))
    told = sessions(diary)
    records = kept(diary)
    history = felt(told, diary, records)
    days = marked_days(records)
    legs = tuple(leg_course(days, side) for side in LEGS)
    ratings = tuple(rating_course(days, scale) for scale in Scale)
    lines = _lines(told, history, rules)
    return Progress(
        since=since,
        until=until,
        rules=rules.rules,
        days=days,
        legs=legs,
        ratings=ratings,
        sessions=lines,
        changes=_changes(told, history, diary),
        stops=_stops(diary),
        summary=(
            *told_of_legs(days, legs),
            *told_of_the_rest(days, ratings, history, told),
            *_six_weeks(history, until, rules),
        ),
        unknown=not_known(days, history, until),
    )


def marked_days(records: Iterable[Kept]) -> tuple[MarkedDay, ...]:
    """A report for each day: of before a session, or else of the morning.

    What was answered right after a session is not compared with what was answered
    at rest.
    """
    best: dict[date, Kept] = {}
    for one in records:
        if one.record.report is None or one.record.moment is Moment.AFTER:
            continue
        there = best.get(one.day)
        if there is None or _rank(one) < _rank(there):
            best[one.day] = one
    return tuple(
        MarkedDay(day, one.key, one.record.report)
        for day, one in sorted(best.items())
        if one.record.report is not None
    )


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
                held_ms=sum(each.held_ms for each in session.summary.exercises),
                before=one.before,
                after=one.after,
                morning=one.next_morning,
                colour=judged.colour,
                because=judged.because,
            )
        )
    return tuple(found)


def _changes(
    told: Sequence[Session], history: Sequence[Felt], diary: Sequence[Entry]
) -> tuple[DoseChange, ...]:
    """Where an exercise was done at another dose than the time before."""
    names = {each.exercise: each.name for one in told for each in one.summary.exercises}
    choices = [entry for entry in diary if entry.kind is Kind.CHOICES]
    accepted = [one for one in decided(diary) if one.decision.accepted]
    at: dict[str, list[tuple[Level, Felt]]] = {}
    for one in history:
        for done in one.done:
            level = Level(done.hold_ms, done.repetitions)
            at.setdefault(done.exercise, []).append((level, one))
    found = []
    for exercise, done_at in at.items():
        for (was, before), (now, after) in pairwise(done_at):
            if was != now:
                why, source = _why(exercise, now, before, after, accepted, choices)
                sources = (after.session, *source)
                found.append(
                    DoseChange(after.day, exercise, names[exercise], was, now, why, sources)
                )
    return tuple(sorted(found, key=lambda one: (one.day, one.sources[0], one.exercise)))


def _why(
    exercise: str,
    now: Level,
    before: Felt,
    after: Felt,
    accepted: Sequence[Decided],
    choices: Sequence[Entry],
) -> tuple[str, tuple[str, ...]]:
    """The proposal that was accepted between the two sessions, or else the person's own choice."""
    for one in reversed(accepted):
        proposed = one.decision.proposal
        if (proposed.exercise, proposed.level) == (exercise, now) and _between(
            one.at, before, after
        ):
            return proposed.says, (str(one.key),)
    for entry in reversed(choices):
        if _between(entry.at, before, after):
            return CHOSEN, (str(entry.key),)
    return "", ()


def _between(at: datetime, before: Felt, after: Felt) -> bool:
    return before.at_ms <= at.timestamp() * 1000 <= after.at_ms


def _stops(diary: Sequence[Entry]) -> tuple[StopLine, ...]:
    return tuple(
        StopLine(
            one.day, one.stop.exercise, one.stop.rule, one.stop.says, _sources(one.key, one.stop)
        )
        for one in stopped(diary)
    )


def _sources(key: UUID, stop: Stop) -> tuple[str, ...]:
    return (str(key), *stop.sessions)


def _six_weeks(history: Sequence[Felt], until: date, rules: ResponseRules) -> tuple[Sentence, ...]:
    between = unchanged(history, until, rules)
    return (Sentence(rules.says("R8"), between),) if between else ()
