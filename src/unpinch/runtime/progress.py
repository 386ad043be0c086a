"""How it went, from the diary. Synchronous.

Only the weeks that are looked at are read, so that ten years of diary cost no more
than the first months.
"""

from datetime import date, timedelta
from functools import lru_cache

from unpinch.journal.activities import activity_lists
from unpinch.journal.day import day_of
from unpinch.journal.entry import Kind
from unpinch.journal.progress import Progress, over
from unpinch.journal.store import shelf
from unpinch.journal.store.shelf import Mark
from unpinch.runtime import clock, days


def progress(weeks: int | None = None) -> Progress:
    """The last so many weeks until today; all there is if None."""
    today = day_of(clock.local_now())
    first = min(today, shelf.first_day(Kind.SESSION_STARTED, Kind.SYMPTOMS) or today)
    since = first if weeks is None else max(first, today - timedelta(days=7 * weeks - 1))
    return _derived(since, today, shelf.mark())


@lru_cache(maxsize=4)
def _derived(since: date, until: date, _mark: Mark | None) -> Progress:
    """Derived once for what the diary holds; a new entry makes it new."""
    told = tuple(one for one in days.since(since) if one.day <= until)
    lists = activity_lists(shelf.all_of(Kind.ACTIVITIES))
    return over(told, lists, since=since, until=until)


def forget() -> None:
    """What was worked out of a diary goes with it."""
    days.forget()
    _derived.cache_clear()
