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


def following() -> datetime | None:
    """The next one, where the person is: for the page that is open."""
    return chosen().following(clock.local_now())


def calendar_file() -> str:
    """The calendar file to take along."""
    return calendar(chosen(), start=clock.local_now().date(), stamp=clock.now().astimezone(UTC))
