"""The person's reminders: kept in the diary, given out as a calendar file. Synchronous."""

from datetime import UTC, datetime

import msgspec

from unpinch.journal.entry import Kind
from unpinch.journal.reminders import Reminders, calendar
from unpinch.journal.store import shelf
from unpinch.runtime import clock, diary

FILE_NAME = "exercises.ics"
MEDIA_TYPE = "text/calendar; charset=utf-8"


def chosen() -> Reminders:
    """The days and times in force; none at first."""
    entry = shelf.newest(Kind.REMINDERS)
    return msgspec.json.decode(entry.body, type=Reminders) if entry else Reminders()


def choose(new: Reminders) -> None:
    """From now on these."""
    if new != chosen():
        diary.write(Kind.REMINDERS, new)


def following() -> tuple[datetime, int] | None:
    """The next one, where the person is, and in how many days it is."""
    now = clock.local_now()
    found = chosen().following(now)
    return (found, (found.date() - now.date()).days) if found else None


def calendar_file() -> str:
    """The calendar file to take along."""
    return calendar(chosen(), start=clock.local_now().date(), stamp=clock.now().astimezone(UTC))
