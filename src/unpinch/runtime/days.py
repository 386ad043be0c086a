"""The days of the diary, each worked out once. Synchronous.

Entries are never changed, so a day has to be worked out anew only when an entry came in
that is of that day or names a session of it. Ten years of diary then cost no more than the
days that are looked at, and a new answer no more than the days that it is about. Nothing of
this is stored: it is forgotten with the process, and when the diary is another one.
"""

from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from unpinch.journal.days import KINDS, DayTold, day_told, days_told
from unpinch.journal.store import shelf
from unpinch.journal.store.shelf import Mark


@dataclass
class _Known:
    """Every day from `since` on, as of what was written at `mark`."""

    since: date = date.max
    mark: Mark | None = None
    days: dict[date, DayTold] = field(default_factory=dict)

    def catch_up(self, since: date) -> None:
        """Work out what is new, or more of the past, or all of it."""
        newest = shelf.mark()
        if self.mark is None or newest != self.mark:
            self._read_on()
        if since < self.since:
            self._from(since)
        self.mark = newest

    def _read_on(self) -> None:
        if self.mark is None or not shelf.holds(self.mark):
            self.since, self.days = date.max, {}
            return
        for day in shelf.days_after(self.mark):
            if day >= self.since:
                self.days[day] = day_told(day, shelf.day_and_sessions(day, *KINDS))

    def _from(self, since: date) -> None:
        entries = (*shelf.sessions_since(since), *shelf.since(since, *KINDS))
        self.days = {told.day: told for told in days_told(entries)}
        self.since = since


_known = _Known()
_turns = Lock()


def since(day: date) -> tuple[DayTold, ...]:
    """Every day from that one on, in order."""
    with _turns:
        _known.catch_up(day)
        return tuple(_known.days[one] for one in sorted(_known.days) if one >= day)


def forget() -> None:
    """Work everything out anew at the next call."""
    global _known
    with _turns:
        _known = _Known()
