"""A proposal on Today: what would change, why, and two answers."""

import re

import pytest
from django.test import Client

from tests.conftest import Clock
from tests.journal.history import play, read
from tests.runtime.test_proposals import THREE_GREENS
from tests.web.page import words
from unpinch.runtime import diary as book
from unpinch.runtime import proposals


@pytest.fixture
def offered(client: Client, clock: Clock) -> str:
    """Three sessions that settled well; the id of what is offered."""
    play(read(THREE_GREENS), clock)
    found = re.search(r'name="offer" value="([^"]+)"', client.get("/").content.decode())
    assert found
    return found[1]


def test_today_says_what_is_proposed_and_why(client: Client, offered: str) -> None:
    told = words(client.get("/"))

    assert "Knees to chest: hold 20 s instead of 15 s." in told
    assert "Three sessions in a row at this dose settled well." in told
    assert "You decide." in told


def test_the_dose_changes_only_when_it_is_accepted(client: Client, offered: str) -> None:
    client.post("/proposal/", {"offer": offered, "answer": "decline"})
    assert book.choices() == ()

    answer = client.post("/proposal/", {"offer": offered, "answer": "accept"}, follow=True)
    assert book.choices() == ()
    assert "not proposed any more" in words(answer)


def test_accepted_means_from_now_on(client: Client, offered: str) -> None:
    client.post("/proposal/", {"offer": offered, "answer": "accept"})

    assert [choice.hold_ms for choice in book.choices()] == [20_000]
    assert "A proposal" not in words(client.get("/"))


def test_proposals_are_switched_in_the_settings(client: Client) -> None:
    assert "They are off." in words(client.get("/settings/"))

    client.post("/settings/proposals/", {"proposals": "on"})

    assert proposals.switched_on()
    assert "They are on." in words(client.get("/settings/"))
