"""How it went over the last weeks, from the diary. Synchronous.

Only the weeks that are looked at are read: by day and by kind, both of which the store
has in order.
"""

from datetime import timedelta

from unpinch.journal.day import day_of
from unpinch.journal.entry import Kind
from unpinch.journal.progress import Progress
from unpinch.journal.progress import progress as derive
from unpinch.journal.store import shelf
from unpinch.runtime import clock

# Six weeks without a change are worth a word, so a little more than six are looked at.
WEEKS = 8
_ONE_DAY = timedelta(days=1)


def progress(weeks: int = WEEKS) -> Progress:
    """The last weeks until today."""
    until = day_of(clock.local_now())
    since = until - timedelta(weeks=weeks) + _ONE_DAY
    kinds = (Kind.SYMPTOMS, Kind.CHOICES, Kind.DECISION, Kind.STOPPED)
    return derive(
        (*shelf.sessions_since(since), *shelf.since(since, *kinds)), since=since, until=until
    )
