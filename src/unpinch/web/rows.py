"""The rows of Progress: each day on which anything was marked or done, or each week."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unpinch.care.symptoms import Report
from unpinch.journal.progress import Progress


@dataclass(frozen=True)
class Row:
    """One day, or one week. `rest` is how it was at rest; the pair is around a session."""

    day: date
    rest: Report | None = None
    before: Report | None = None
    after: Report | None = None
    sessions: int = 0
    held_ms: int = 0

    @property
    def first(self) -> Report | None:
        """The report before the session; one of a day without a pair stands for it."""
        return self.before or (self.rest if self.after is None else None)


def rows(told: Progress, *, weekly: bool) -> list[Row]:
    """All of them, oldest first."""
    rest = {one.day: one.report for one in told.days}
    done: dict[date, Row] = {}
    for line in told.sessions:
        row = done.get(line.day)
        done[line.day] = Row(
            line.day,
            rest.get(line.day),
            (row.before if row else None) or line.before,
            (row.after if row else None) or line.after,
            (row.sessions if row else 0) + 1,
            (row.held_ms if row else 0) + line.held_ms,
        )
    only_marked = {day: Row(day, rest=report) for day, report in rest.items() if day not in done}
    found = done | only_marked
    ordered = [found[day] for day in sorted(found)]
    return _by_week(ordered) if weekly else ordered


def _by_week(days: Sequence[Row]) -> list[Row]:
    """What was marked last in each week, and what was done in all."""
    weeks: dict[date, list[Row]] = defaultdict(list)
    for row in days:
        weeks[row.day - timedelta(days=row.day.weekday())].append(row)
    return [
        replace(
            ([row for row in week if row.rest] or week)[-1],
            sessions=sum(row.sessions for row in week),
            held_ms=sum(row.held_ms for row in week),
        )
        for week in weeks.values()
    ]
