"""How hard the activities of the person's own choice were, day by day, in their own words. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.journal.entry import Entry, Kind
from unpinch.journal.symptoms import Activities, Kept


class ActivityList(msgspec.Struct, frozen=True):
    """What was rated from then on."""

    at: datetime
    key: UUID
    names: tuple[str, ...]


class Rated(msgspec.Struct, frozen=True):
    """One activity in the person's own words, and how hard it was, day by day."""

    name: str
    points: tuple[tuple[date, int], ...]


def activity_lists(entries: Iterable[Entry]) -> tuple[ActivityList, ...]:
    """The lists among these entries, oldest first."""
    found = [
        ActivityList(entry.at, entry.key, msgspec.json.decode(entry.body, type=Activities).names)
        for entry in entries
        if entry.kind is Kind.ACTIVITIES
    ]
    return tuple(sorted({one.key: one for one in found}.values(), key=lambda one: one.at))


def rated(given: Iterable[Kept], lists: Sequence[ActivityList]) -> tuple[Rated, ...]:
    """Every activity that was rated, in the order in which it was chosen."""
    found: dict[str, dict[date, int]] = {}
    for one in given:
        points = one.record.report.activities if one.record.report else ()
        if not points:
            continue
        for name, hard in zip(_names_at(one.at, lists), points, strict=False):
            if hard is not None:
                found.setdefault(name, {})[one.day] = hard
    return tuple(Rated(name, tuple(sorted(days.items()))) for name, days in found.items())


def _names_at(at: datetime, lists: Sequence[ActivityList]) -> tuple[str, ...]:
    return next((one.names for one in reversed(lists) if one.at <= at), ())
