"""How it went: what was marked, rated, done and changed, and which way it went. Pure.

Everything here follows from the entries alone, whatever their order and however
often each was delivered. Every sentence names the entries and sessions it is from.
What is not known is said in as many words, and is never counted as good.

`over` takes days that were worked out before; `progress` works them out itself. Both
say the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.care.dosing import unchanged
from unpinch.care.felt import Felt
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.symptoms import LEGS, Scale
from unpinch.journal.activities import ActivityList, Rated, activity_lists, rated
from unpinch.journal.changes import DoseChange, StopLine, changes, stop_lines
from unpinch.journal.days import DayTold, SessionLine, days_told
from unpinch.journal.entry import Entry
from unpinch.journal.sessions import Session
from unpinch.journal.telling import Sentence, not_known, told_of_legs, told_of_the_rest
from unpinch.journal.trend import (
    LegCourse,
    MarkedDay,
    RatingCourse,
    leg_course,
    rating_course,
)


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
    activities: tuple[Rated, ...]
    summary: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]

    @property
    def held_ms(self) -> int:
        """How long was held in all."""
        return sum(line.held_ms for line in self.sessions)


def progress(entries: Iterable[Entry], *, since: date, until: date) -> Progress:
    """The days from `since` to `until`, both included. `entries` may hold more."""
    whole = list(entries)
    inside = [entry for entry in whole if since <= entry.day <= until]
    return over(days_told(inside), activity_lists(whole), since=since, until=until)


def over(
    told: Sequence[DayTold], lists: Sequence[ActivityList], *, since: date, until: date
) -> Progress:
    """What follows from all of these days together, which are in order."""
    rules = response_rules()
    done = tuple(sorted((one for day in told for one in day.sessions), key=_began))
    history = tuple(sorted((one for day in told for one in day.felt), key=_at))
    lines = {line.session: line for day in told for line in day.lines}
    days = tuple(day.marked for day in told if day.marked is not None)
    legs = tuple(leg_course(days, side) for side in LEGS)
    ratings = tuple(rating_course(days, scale) for scale in Scale)
    return Progress(
        since=since,
        until=until,
        rules=rules.rules,
        days=days,
        legs=legs,
        ratings=ratings,
        sessions=tuple(lines[one.session] for one in history),
        changes=changes(done, history, told),
        stops=stop_lines(told),
        activities=rated((one for day in told for one in day.given), lists),
        summary=(
            *told_of_legs(days, legs),
            *told_of_the_rest(days, ratings, history, done),
            *_six_weeks(history, until, rules),
        ),
        unknown=not_known(days, history, until),
    )


def _began(one: Session) -> tuple[datetime, UUID]:
    return one.started, one.id


def _at(one: Felt) -> tuple[int, str]:
    return one.at_ms, one.session


def _six_weeks(history: Sequence[Felt], until: date, rules: ResponseRules) -> tuple[Sentence, ...]:
    between = unchanged(history, until, rules)
    return (Sentence(rules.says("R8"), between),) if between else ()
