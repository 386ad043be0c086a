"""Today: what is due, what was done, one button."""

from datetime import timedelta

from django.test import Client

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.kept import keep
from tests.web.page import words
from unpinch.exercises.choosing import Choice
from unpinch.runtime import diary as book
from unpinch.terms.event import Hurts, PainKind, Stopped


def test_the_first_opening_says_what_this_is_and_what_is_needed(client: Client) -> None:
    told = words(client.get("/"))

    assert "Your handout, read out loud while you do it." in told
    assert "A mat or a carpet" in told
    assert "see it from the floor" in told
    assert "You need not touch anything." in told
    assert "Seven days" not in told


def test_what_is_due_is_told_with_its_dose_the_range_and_our_reading(client: Client) -> None:
    told = words(client.get("/"))

    assert "Four exercises, about ten minutes." in told
    assert (
        "Knees to chest Hold 15 seconds, once on each leg, right then left. "
        "The handout allows 15 to 60 seconds. our reading how many times" in told
    )
    assert "Hold 30 seconds, 3 times on each leg, right then left." in told
    assert "Hold 3 seconds, 20 in all, taking turns." in told
    assert "Hold 15 seconds, twice." in told


def test_the_page_does_not_promise_anything(client: Client) -> None:
    told = words(client.get("/"))

    assert "is not known" in told
    assert "It does not diagnose" in told
    assert "no clinician has reviewed" in told


def test_what_was_left_out_is_named_and_not_due(client: Client) -> None:
    book.choose((Choice(exercise="hamstring-stretch", left_out=True),))
    told = words(client.get("/"))

    assert "Left out by you: Hamstring stretch." in told
    assert "Hold 30 seconds" not in told
    assert "Three exercises" in told


def test_a_variation_is_named_and_its_dose_told(client: Client) -> None:
    book.choose((Choice(exercise="knees-to-chest", variation="both"),))
    told = words(client.get("/"))

    assert "Knees to chest: both knees Hold 15 seconds, once with both legs." in told


def test_a_day_with_a_whole_session_is_done(client: Client, clock: Clock) -> None:
    session = keep(clock)
    answer_no()
    answer = client.get("/")
    told = words(answer)

    assert "Done for today." in told
    assert "Sun a whole session" in told
    assert f"/session/{session}/done/" in answer.content.decode()
    assert "Start again" in told


def test_missed_days_are_told_without_blame(client: Client, clock: Clock) -> None:
    keep(clock)
    clock.pass_days(3)
    told = words(client.get("/"))

    assert "Last session: Sunday." in told
    assert "Mon no session" in told
    assert "streak" not in told.lower()


def test_part_of_a_session_is_not_shown_as_a_whole_one(client: Client, clock: Clock) -> None:
    keep(clock, Stopped(60_000))
    told = words(client.get("/"))

    assert "Sun part of a session" in told


def test_a_session_long_ago_is_told_with_its_date(client: Client, clock: Clock) -> None:
    keep(clock)
    clock.pass_days(30)

    assert "Last session: Sunday, 22 November." in words(client.get("/"))


def test_after_midnight_it_says_how_long_the_day_still_lasts(client: Client, clock: Clock) -> None:
    keep(clock)
    assert "until four in the morning" not in words(client.get("/"))

    clock.at = clock.at.replace(hour=0, minute=30) + timedelta(days=1)

    assert "Sunday, 22 November, until four in the morning" in words(client.get("/"))
    clock.at = clock.at.replace(hour=4)
    assert "Monday, 23 November" in words(client.get("/"))


def test_missed_days_are_forgiven_in_words(client: Client, clock: Clock) -> None:
    keep(clock)
    clock.pass_days(1)
    assert "Last session: yesterday." in words(client.get("/"))
    assert "nothing to make up for" not in words(client.get("/"))

    clock.pass_days(3)
    assert "There is nothing to make up for." in words(client.get("/"))


def test_after_pain_the_questions_are_the_main_thing_though_a_whole_session_was_done(
    client: Client, clock: Clock
) -> None:
    answer_no()
    keep(clock)
    keep(clock, Hurts(60_000, kind=PainKind.STRONGER))
    page = client.get("/").content.decode()

    assert "A few questions first." in page
    button = page[: page.index("Answer ")].rpartition("<button")[2]
    assert "main" in button
