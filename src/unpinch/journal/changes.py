"""Where a dose was changed, and why; and where a stop rule acted. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain, pairwise
from uuid import UUID

import msgspec

from unpinch.care.dosing import Level
from unpinch.care.felt import Felt
from unpinch.care.stops import Stop
from unpinch.journal.days import Chosen, DayTold
from unpinch.journal.decisions import Decided, StopKept
from unpinch.journal.sessions import Session
from unpinch.journal.stirred import Stirred, stirred_on

CHOSEN = "You chose this."
LEAST = "The least dose: easily stirred up."
CALMER = "Calmer again: the dose as it was chosen."


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


def changes(
    told: Sequence[Session], history: Sequence[Felt], days: Sequence[DayTold]
) -> tuple[DoseChange, ...]:
    """Where an exercise was done at another dose than the time before."""
    names = {each.exercise: each.name for one in told for each in one.summary.exercises}
    known = _Known(history, days)
    at: dict[str, list[tuple[Level, Felt]]] = {}
    for one in history:
        for done in one.done:
            level = Level(done.hold_ms, done.repetitions)
            at.setdefault(done.exercise, []).append((level, one))
    found = []
    for exercise, done_at in at.items():
        for (was, before), (now, after) in pairwise(done_at):
            if was != now:
                why, source = known.why(exercise, was, now, before, after)
                sources = (after.session, *source)
                found.append(
                    DoseChange(after.day, exercise, names[exercise], was, now, why, sources)
                )
    return tuple(sorted(found, key=lambda one: (one.day, one.sources[0], one.exercise)))


def stop_lines(days: Sequence[DayTold]) -> tuple[StopLine, ...]:
    """What the stop rules did that was written down."""
    return tuple(
        StopLine(
            one.day, one.stop.exercise, one.stop.rule, one.stop.says, _sources(one.key, one.stop)
        )
        for one in sorted(chain.from_iterable(day.stopped for day in days), key=_when)
    )


class _Known:
    """What can be the reason of a change."""

    def __init__(self, history: Sequence[Felt], days: Sequence[DayTold]) -> None:
        self._history = history
        self._given = {day.day: day.given for day in days}
        self._choices = sorted(chain.from_iterable(day.chosen for day in days), key=_when)
        decisions = sorted(chain.from_iterable(day.decided for day in days), key=_when)
        self._accepted = [one for one in decisions if one.decision.accepted]

    def why(
        self, exercise: str, was: Level, now: Level, before: Felt, after: Felt
    ) -> tuple[str, tuple[str, ...]]:
        """An easily stirred up day, the proposal accepted between the two, or the own choice."""
        less = now.hold_ms <= was.hold_ms and now.repetitions <= was.repetitions
        if less and (stirred := self._stirred(after)):
            return f"{LEAST} {stirred.why}", stirred.sources
        for one in reversed(self._accepted):
            proposed = one.decision.proposal
            same = (proposed.exercise, proposed.level) == (exercise, now)
            if same and _between(one.at, before, after):
                return proposed.says, (str(one.key),)
        for choice in reversed(self._choices):
            if _between(choice.at, before, after):
                return CHOSEN, (str(choice.key),)
        calmer = not less and self._stirred(before)
        return (CALMER, (before.session,)) if calmer else ("", ())

    def _stirred(self, one: Felt) -> Stirred | None:
        return stirred_on(one.day, self._given.get(one.day, ()), self._history)


def _between(at: datetime, before: Felt, after: Felt) -> bool:
    return before.at_ms <= at.timestamp() * 1000 <= after.at_ms


def _sources(key: UUID, stop: Stop) -> tuple[str, ...]:
    return (str(key), *stop.sessions)


def _when(one: Decided | Chosen | StopKept) -> tuple[datetime, UUID]:
    return one.at, one.key
