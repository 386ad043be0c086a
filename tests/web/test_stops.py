"""What a stop rule holds back, on Today and on the page where a clinician's word opens it."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.kept import keep
from tests.web.page import words
from unpinch.care.felt import Settled
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.journal.symptoms import Moment
from unpinch.runtime import response, safety, symptoms

CALF = Report(left=Leg(numb=(Patch.CALF,)), leg_pain=2, numbness=2, tingling=2)
SPREAD = Report(left=Leg(numb=(Patch.CALF, Patch.SHIN)), leg_pain=2, numbness=2, tingling=2)
WORSE = Report(left=Leg(numb=(Patch.CALF,)), leg_pain=5, numbness=2, tingling=2)


@pytest.fixture(autouse=True)
def _screened(diary: object, clock: Clock) -> None:
    answer_no()


def day(clock: Clock, after: Report, morning: Report) -> None:
    """A session with its answers; the clock then stands at the next morning."""
    symptoms.report(Moment.BEFORE, CALF)
    session = keep(clock)
    symptoms.report(Moment.AFTER, after, session=session)
    clock.pass_days(1)
    symptoms.report(Moment.MORNING, morning, session=session, settled=Settled.HALF_HOUR)


def clear(client: Client, clock: Clock, item: str, **more: object) -> str:
    clock.pass_ms(60_000)
    said = {"items": [item], "examined_on": f"{clock.at:%Y-%m-%d}", "said_so": "on", **more}
    return words(client.post("/safety/clearance/", said, follow=True))


def test_what_has_spread_stops_everything_and_today_says_so_once(
    client: Client, clock: Clock
) -> None:
    day(clock, CALF, SPREAD)

    page = client.get("/")
    told = words(page)
    assert "No exercises for now. It has spread. Stop here, and let a clinician look" in told
    assert (
        "Knees to chest, Hamstring stretch, Opposition stretch and Child's pose: left out" in told
    )
    assert 'action="/session/start/"' not in page.content.decode()
    assert "A clinician has examined me" in told


def test_only_a_clinician_opens_it_and_the_day_is_kept(client: Client, clock: Clock) -> None:
    day(clock, CALF, SPREAD)
    offered = words(client.get("/safety/clearance/"))
    assert "It has spread: numb over a clearly larger area" in offered

    early = clear(client, clock, "R7", examined_on=f"{clock.at - timedelta(days=9):%Y-%m-%d}")
    assert "The day is before you reported it" in early
    assert response.stopped()

    assert "Kept, with its date." in clear(client, clock, "R7")
    assert response.stopped() == ()
    assert len(safety.plan().parts) == 4


def test_twice_clearly_worse_needs_the_exercise_to_be_named(client: Client, clock: Clock) -> None:
    for _ in range(2):
        day(clock, WORSE, CALF)
        clock.pass_days(2)
    offered = words(client.get("/safety/clearance/"))
    assert "clearly worse twice after the same exercise: Knees to chest, Hamstring" in offered

    clock.pass_days(30)
    clear(client, clock, "R6b")
    assert {stop.rule for stop in response.stopped()} == {"R6b"}

    clear(client, clock, "R6b", exercises=["knees-to-chest"])
    left = {stop.exercise for stop in response.stopped()}
    assert left == {"hamstring-stretch", "opposition-stretch", "childs-pose"}


def test_what_only_rests_for_a_day_offers_no_clearance(client: Client, clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, CALF)
    symptoms.report(Moment.AFTER, WORSE, session=keep(clock))

    told = words(client.get("/"))

    assert "It was clearly worse after this, so it rests for a day." in told
    assert "A clinician has examined me" not in told
    assert client.get("/safety/clearance/").headers["Location"] == "/safety/"


def test_an_easier_day_is_told_with_its_reason(client: Client, clock: Clock) -> None:
    sent = {"left_numb": Patch.CALF.value, "leg_pain": "3", "woken": "yes"}
    client.post("/before/", sent)

    told = words(client.get("/"))

    assert "An easier session today, because it is easily stirred up." in told
    assert "It woke you last night. The least dose" in told
    assert "Hamstring stretch and Child's pose: left out" in told
