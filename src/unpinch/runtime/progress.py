"""How it went, from the diary. Synchronous.

Only the weeks that are looked at are read, so that ten years of diary cost no more
than the first months.
"""

from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from unpinch.journal.day import day_of
from unpinch.journal.entry import Kind
from unpinch.journal.progress import Progress
from unpinch.journal.progress import progress as derive
from unpinch.journal.store import shelf
from unpinch.runtime import clock

_KINDS = (Kind.SYMPTOMS, Kind.PROPOSALS, Kind.DECISION, Kind.STOPPED, Kind.CHOICES)


def progress(weeks: int | None = None) -> Progress:
    """The last so many weeks until today; all there is if None."""
    today = day_of(clock.local_now())
    first = _beginning(today)
    since = first if weeks is None else max(first, today - timedelta(days=7 * weeks - 1))
    return _derived(since, today, shelf.newest_key())


@lru_cache(maxsize=4)
def _derived(since: date, until: date, _newest: UUID | None) -> Progress:
    """Derived once for what the diary holds; a new entry makes it new."""
    entries = (*shelf.sessions_since(since), *shelf.since(since, *_KINDS))
    return derive(entries, since=since, until=until)


def _beginning(today: date) -> date:
    kinds = (Kind.SESSION_STARTED, Kind.SYMPTOMS)
    firsts = [entry.day for kind in kinds if (entry := shelf.first(kind)) is not None]
    return min(firsts, default=today)
