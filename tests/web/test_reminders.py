"""The page of the reminders: choosing, what it refuses, the calendar file, and what is due."""

from datetime import time

import pytest
from django.test import Client

from tests.answered import answer_no
from tests.conftest import Clock
from tests.journal.test_reminders import events_of
from tests.web.kept import keep
from tests.web.page import words
from unpinch.journal.reminders import Reminders, Weekday
from unpinch.runtime import reminders
from unpinch.terms.event import Hurts, PainKind

WEEKENDS = {"days": ["SA", "SU"], "time_0": "18:30", "time_1": "09:00"}


def test_days_and_times_are_kept_and_the_next_one_is_told(client: Client, clock: Clock) -> None:
    answer = client.post("/reminders/", WEEKENDS, follow=True)

    assert "Kept. Next: today at 18:30." in words(answer)
    assert reminders.chosen() == Reminders(
        (Weekday.SATURDAY, Weekday.SUNDAY), (time(9), time(18, 30))
    )


def test_at_first_there_are_none_and_no_page_carries_any(client: Client, clock: Clock) -> None:
    assert reminders.chosen() == Reminders()
    assert b"remind.js" not in client.get("/").content
    assert client.get("/reminders/exercises.ics").headers["Location"] == "/reminders/"

    client.post("/reminders/", WEEKENDS)

    assert b"remind.js" in client.get("/").content
    client.post("/reminders/none/")
    assert reminders.chosen() == Reminders()
    assert b"remind.js" not in client.get("/").content


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose at least one day and one time."),
        ({"days": ["MO"]}, "Choose a time, such as 18:30."),
        ({"time_0": "18:30"}, "Choose at least one day."),
        ({"days": ["MO"], "time_0": "half past six"}, "Write a time as hours and minutes"),
        ({"days": ["XX"], "time_0": "18:30"}, "Choose from the list."),
    ],
)
def test_what_is_not_a_reminder_is_refused_in_words_beside_the_field(
    client: Client, clock: Clock, given: dict[str, object], says: str
) -> None:
    answer = client.post("/reminders/", given)

    assert answer.status_code == 422
    assert says in words(answer)
    assert reminders.chosen() == Reminders()


def test_a_time_given_twice_is_kept_once(client: Client, clock: Clock) -> None:
    client.post("/reminders/", {"days": ["MO"], "time_0": "09:00", "time_2": "09:00"})

    assert reminders.chosen() == Reminders((Weekday.MONDAY,), (time(9),))


def test_the_calendar_file_is_read_by_a_calendar_library(client: Client, clock: Clock) -> None:
    client.post("/reminders/", WEEKENDS)

    answer = client.get("/reminders/exercises.ics")

    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert 'filename="exercises.ics"' in answer.headers["Content-Disposition"]
    events = events_of(answer.content.decode())
    assert [event["DTSTART"].dt.time() for event in events] == [time(9), time(18, 30)]


def test_missed_days_and_the_day_that_ends_at_four_are_told_in_plain_words(
    client: Client, clock: Clock
) -> None:
    told = words(client.get("/reminders/"))

    assert "A missed day is nothing to make up for" in told
    assert "until four in the morning" in told


def due(client: Client) -> bool:
    answer: bool = client.get("/reminders/due/").json()["due"]
    return answer


def test_a_day_that_is_done_is_not_reminded_of_and_the_next_one_is(
    client: Client, clock: Clock
) -> None:
    answer_no()
    assert due(client)

    keep(clock)
    assert not due(client)

    clock.pass_days(1)
    assert due(client)


def test_nobody_is_reminded_while_it_rests(client: Client, clock: Clock) -> None:
    answer_no()
    keep(clock, Hurts(30_000, kind=PainKind.SHARP))

    assert not due(client)
