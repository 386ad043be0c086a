"""Reminders as a calendar file: the days and times that the person chose, with an alarm. Pure.

iCalendar (RFC 5545), written by hand: a calendar of a few events needs no library. Times
are the person's own wherever they are ("floating"), so that nine in the morning stays nine
in the morning. Nothing in it tells what is wrong with anybody: other people see calendars.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

import msgspec

from unpinch.terms.refused import Refused

MOST_TIMES = 4
LASTS = timedelta(minutes=15)
_LONGEST_LINE = 75  # octets, without the line's end
# A constant of this program, so that the same reminder always has the same name.
_NAMES = UUID("6d3cb7a5-6a47-4d5e-9f9a-0b1f6f6c2a10")


class ReminderError(Refused, ValueError):
    """One line: what cannot be a reminder, and what to choose."""


class Weekday(StrEnum):
    """The letters of a calendar file."""

    MONDAY = "MO"
    TUESDAY = "TU"
    WEDNESDAY = "WE"
    THURSDAY = "TH"
    FRIDAY = "FR"
    SATURDAY = "SA"
    SUNDAY = "SU"


WEEK = tuple(Weekday)


class Reminders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """On which days, at which times; neither means no reminder."""

    days: tuple[Weekday, ...] = ()
    times: tuple[time, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.days)) != len(self.days) or len(set(self.times)) != len(self.times):
            raise ReminderError("reminders: a day or a time is there twice; name it once")
        if len(self.times) > MOST_TIMES:
            raise ReminderError(f"reminders: {MOST_TIMES} times a day at the most")
        if any(at.tzinfo is not None or at.second or at.microsecond for at in self.times):
            raise ReminderError("reminders: a time is hours and minutes, such as 18:30")
        if bool(self.days) != bool(self.times):
            raise ReminderError("reminders: choose at least one day and one time, or none of both")

    def at(self, day: date) -> tuple[time, ...]:
        """The times of that day, in order."""
        return tuple(sorted(self.times)) if WEEK[day.weekday()] in self.days else ()

    def following(self, now: datetime) -> datetime | None:
        """The next reminder after a local time; none if there are none."""
        for ahead in range(len(WEEK) + 1):
            day = now.date() + timedelta(days=ahead)
            for each in self.at(day):
                found = datetime.combine(day, each, now.tzinfo)
                if found > now:
                    return found
        return None


def calendar(reminders: Reminders, *, start: date, stamp: datetime) -> str:
    """The calendar file, from `start` on. `stamp`: when it was made, in UTC."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(reminders, start, stamp))


def _lines(reminders: Reminders, start: date, stamp: datetime) -> Iterator[str]:
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unpinch//Reminders//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    )
    days = sorted(reminders.days, key=WEEK.index)
    for at in sorted(reminders.times) if days else ():
        first = next(
            day
            for ahead in range(len(WEEK))
            if WEEK[(day := start + timedelta(days=ahead)).weekday()] in days
        )
        begins = datetime.combine(first, at)
        yield from (
            "BEGIN:VEVENT",
            f"UID:{uuid5(_NAMES, at.isoformat())}@unpinch",
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
            f"DTSTART:{begins:%Y%m%dT%H%M%S}",
            f"DURATION:PT{LASTS.seconds // 60}M",
            f"RRULE:FREQ=WEEKLY;BYDAY={','.join(days)}",
            f"SUMMARY:{_escaped('Exercises')}",
            f"DESCRIPTION:{_escaped(_TEXT)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped('Time for your exercises')}",
            "TRIGGER:PT0S",
            "END:VALARM",
            "END:VEVENT",
        )
    yield "END:VCALENDAR"


_TEXT = "A mat, and the screen where you can see it from the floor. Another day is fine, too."


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 octets; no letter cut in two."""
    rows, row = [], ""
    for letter in line:
        if len((row + letter).encode()) > _LONGEST_LINE:
            rows.append(row)
            row = " "
        row += letter
    return "\r\n".join([*rows, row])
