"""Reminders: a calendar library reads what was chosen."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Clock
from unpinch.journal.reminders import WEEK, ReminderError, Reminders, Weekday, calendar
from unpinch.runtime import reminders as kept

STAMP = datetime(2026, 11, 22, 10, tzinfo=UTC)
SUNDAY = date(2026, 11, 22)
DAYS = st.lists(st.sampled_from(WEEK), unique=True, min_size=1).map(tuple)
TIMES = st.lists(
    st.builds(time, st.integers(0, 23), st.integers(0, 59)), unique=True, min_size=1, max_size=4
).map(tuple)


def events_of(text: str) -> list[Any]:
    """The events, as a calendar program reads them."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


@given(DAYS, TIMES, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_calendar_reads_back_as_what_was_chosen(
    days: tuple[Weekday, ...], times: tuple[time, ...], start: date
) -> None:
    text = calendar(Reminders(days, times), start=start, stamp=STAMP)
    events = events_of(text)

    assert {event["DTSTART"].dt.time() for event in events} == set(times)
    assert len({str(event["UID"]) for event in events}) == len(times)
    for event in events:
        begins = event["DTSTART"].dt
        assert begins.tzinfo is None
        assert start <= begins.date() < start + timedelta(days=7)
        assert WEEK[begins.weekday()] in days
        assert set(event["RRULE"]["BYDAY"]) == {day.value for day in days}
        assert event["RRULE"]["FREQ"] == ["WEEKLY"]
        alarm = event.walk("VALARM")[0]
        assert alarm["TRIGGER"].dt == timedelta(0)
        assert alarm["ACTION"] == "DISPLAY"


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    text = calendar(Reminders((Weekday.MONDAY,), (time(9),)), start=SUNDAY, stamp=STAMP)
    lines = text.split("\r\n")

    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    event = events_of(text)[0]
    assert str(event["DESCRIPTION"]).endswith("Another day is fine, too.")


def test_it_does_not_tell_what_is_wrong_with_anybody() -> None:
    text = calendar(Reminders((Weekday.MONDAY,), (time(9),)), start=SUNDAY, stamp=STAMP)

    for word in ("numb", "leg", "pain", "sciatica", "physio"):
        assert word not in text.lower()


def test_no_reminders_are_an_empty_calendar() -> None:
    text = calendar(Reminders(), start=SUNDAY, stamp=STAMP)

    assert events_of(text) == []
    assert Reminders().following(STAMP) is None


@pytest.mark.parametrize(
    ("days", "times", "line"),
    [
        (("MO", "MO"), ("09:00",), "a day or a time is there twice"),
        (("MO",), (), "at least one day and one time"),
        (("MO",), ("09:00:30",), "hours and minutes"),
        (("MO",), ("01:00", "02:00", "03:00", "04:00", "05:00"), "4 times a day"),
    ],
)
def test_what_cannot_be_a_reminder_is_said(
    days: tuple[str, ...], times: tuple[str, ...], line: str
) -> None:
    with pytest.raises(ReminderError, match=line):
        Reminders(tuple(map(Weekday, days)), tuple(map(time.fromisoformat, times)))


def test_the_next_one_may_be_a_week_away() -> None:
    once = Reminders((Weekday.SUNDAY,), (time(9),))

    assert once.following(STAMP) == STAMP.replace(day=29, hour=9)
    assert once.following(STAMP.replace(hour=8)) == STAMP.replace(hour=9)


@pytest.mark.usefixtures("diary")
def test_what_was_chosen_is_kept(clock: Clock) -> None:
    assert kept.chosen() == Reminders()

    kept.choose(Reminders((Weekday.SUNDAY, Weekday.MONDAY), (time(18, 30),)))

    assert kept.chosen().times == (time(18, 30),)
    assert kept.following() == (clock.at.replace(hour=18, minute=30), 0)
    assert "BYDAY=MO,SU" in kept.calendar_file()
