"""The course of things, from the diary. Synchronous.

Only the weeks that are looked at are read, so that ten years of diary cost no more
than the first months.
"""

from datetime import date, timedelta

from unpinch.journal.course import Course, changes, days
from unpinch.journal.day import day_of
from unpinch.journal.entry import Kind
from unpinch.journal.sessions import sessions
from unpinch.journal.store import shelf
from unpinch.runtime import clock, diary, symptoms


def course(weeks: int | None) -> Course:
    """The last so many weeks until today; all there is if None."""
    today = day_of(clock.local_now())
    since = (
        _beginning(today) if weeks is None else today - timedelta(weeks=weeks) + symptoms.ONE_DAY
    )
    told = sessions(shelf.sessions_since(since))
    rows = days(told, symptoms.since(since))
    changed = changes(shelf.all_of(Kind.CHOICES), diary.program(), diary.library())
    return Course(
        since=max(since, rows[0].day) if rows else since,
        until=today,
        days=rows,
        changes=tuple(one for one in changed if one.day >= since),
    )


def _beginning(today: date) -> date:
    kinds = (Kind.SESSION_STARTED, Kind.SYMPTOMS)
    firsts = [entry.day for kind in kinds if (entry := shelf.first(kind)) is not None]
    return min(firsts, default=today)
