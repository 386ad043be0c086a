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

CHOSEN = "You chose this."


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
    choices = sorted(chain.from_iterable(day.chosen for day in days), key=_when)
    decisions = sorted(chain.from_iterable(day.decided for day in days), key=_when)
    accepted = [one for one in decisions if one.decision.accepted]
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


def stop_lines(days: Sequence[DayTold]) -> tuple[StopLine, ...]:
    """What the stop rules did that was written down."""
    return tuple(
        StopLine(
            one.day, one.stop.exercise, one.stop.rule, one.stop.says, _sources(one.key, one.stop)
        )
        for one in sorted(chain.from_iterable(day.stopped for day in days), key=_when)
    )


def _why(
    exercise: str,
    now: Level,
    before: Felt,
    after: Felt,
    accepted: Sequence[Decided],
    choices: Sequence[Chosen],
) -> tuple[str, tuple[str, ...]]:
    """The proposal that was accepted between the two sessions, or else the person's own choice."""
    for one in reversed(accepted):
        proposed = one.decision.proposal
        if (proposed.exercise, proposed.level) == (exercise, now) and _between(
            one.at, before, after
        ):
            return proposed.says, (str(one.key),)
    for choice in reversed(choices):
        if _between(choice.at, before, after):
            return CHOSEN, (str(choice.key),)
    return "", ()


def _between(at: datetime, before: Felt, after: Felt) -> bool:
    return before.at_ms <= at.timestamp() * 1000 <= after.at_ms


def _sources(key: UUID, stop: Stop) -> tuple[str, ...]:
    return (str(key), *stop.sessions)


def _when(one: Decided | Chosen | StopKept) -> tuple[datetime, UUID]:
    return one.at, one.key
