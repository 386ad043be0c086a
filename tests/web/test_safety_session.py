"""No session past the safety rules: what is due, what is locked, what is left out, and why."""

import pytest
from asgiref.sync import sync_to_async
from django.test import AsyncClient, Client

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.asked import lock, walk
from tests.web.kept import keep
from tests.web.page import words
from unpinch.care.words import Form
from unpinch.exercises.choosing import Choice
from unpinch.runtime import diary as book
from unpinch.runtime import safety
from unpinch.runtime.answering import answering
from unpinch.runtime.hub import Hub
from unpinch.terms.event import Hurts, PainKind, Stopped

DANGEROUS = [kind for kind in PainKind if kind is not PainKind.STRETCH]


def _exercises() -> list[str]:
    return [part.exercise for part in safety.plan_to_start().parts]


def test_today_says_how_many_questions_come_first(client: Client, clock: Clock) -> None:
    assert "Start: 37 safety questions" in words(client.get("/"))
    answer_no()
    keep(clock, Stopped(1_000), minutes=1)
    clock.pass_ms(3 * 3_600_000)  # one in the afternoon

    assert "Start: 3 safety questions" in words(client.get("/"))


def test_before_a_later_session_start_goes_straight_to_the_questions(
    client: Client, clock: Clock
) -> None:
    safety.choose_number("DE", None)
    answer_no()
    keep(clock, Stopped(1_000), minutes=1)
    asked = client.post("/session/start/", follow=True)

    assert asked.redirect_chain[-1][0] == "/safety/question/1/"
    assert "Since last time" in words(asked)


def test_what_is_blocked_is_left_out_of_the_plan_and_told_with_its_reason(client: Client) -> None:
    walk(client, "G1")
    told = words(client.get("/"))

    assert _exercises() == ["hamstring-stretch", "opposition-stretch"]
    for page in (told, words(client.get("/safety/")), words(client.get("/safety/outcome/"))):
        assert "Knees to chest and Child's pose: left out Bending forward or sitting makes" in page
        assert "Left out until one trial hold has gone well" in page
    assert "Two exercises" in words(client.get("/safety/outcome/"))
    assert "Left out by you" not in told


def test_a_changed_form_is_told_and_spoken_and_nothing_asks_to_go_further(client: Client) -> None:
    walk(client, "G1")
    hamstring = safety.plan_to_start().parts[0]

    assert hamstring.words.start.endswith("Stop below the first tingle. Bend the knee a little.")
    assert hamstring.words.deeper == ""
    assert "Hamstring stretch: done differently" in words(client.get("/"))


def test_the_summary_tells_what_was_left_out(client: Client, clock: Clock) -> None:
    walk(client, "G1")
    clock.pass_ms(60_000)
    session = keep(clock, Stopped(1_000), minutes=1)
    walk(client, "G1", "G2", form="first")
    told = words(client.get(f"/session/{session}/done/"))

    assert "Left out for your safety Knees to chest: left out" in told


def test_in_the_first_hour_of_the_day_bending_waits_for_this_session(
    client: Client, clock: Clock
) -> None:
    answer_no()
    keep(clock, Stopped(1_000), minutes=1)
    walk(client, "G5", form="short")

    assert _exercises() == ["hamstring-stretch", "opposition-stretch"]
    keep(clock, Stopped(1_000), minutes=1)
    walk(client, form="short")
    assert len(_exercises()) == 4


def test_if_nothing_is_left_that_is_said_and_nothing_starts(client: Client) -> None:
    walk(client, "G1")
    book.choose(
        tuple(
            Choice(exercise=one, left_out=True)
            for one in ("hamstring-stretch", "opposition-stretch")
        )
    )

    assert client.post("/session/start/").headers["Location"] == "/"
    assert "Knees to chest and Child's pose: left out" in words(client.get("/"))
    assert "No exercise is left for now." in words(client.get("/safety/outcome/"))


@pytest.mark.parametrize("kind", DANGEROUS, ids=lambda kind: kind.value)
def test_pain_of_a_dangerous_kind_leads_to_questions_before_anything_starts(
    client: Client, clock: Clock, kind: PainKind
) -> None:
    answer_no()
    session = keep(clock, Hurts(30_000, kind=kind), minutes=1)
    told = words(client.get(f"/session/{session}/done/"))

    assert "It hurt: a few questions" in told
    assert "no new session starts" in told
    assert safety.standing().due is Form.WORSE
    assert "It hurt last time." in words(client.get("/"))
    walk(client, form="short")
    assert safety.standing().due is Form.WORSE, "the short form is not enough"
    assert walk(client, form="worse") == "/safety/outcome/"
    assert "Leave the exercises for today." in words(client.get("/safety/outcome/"))
    assert safety.standing().due is None


def test_a_strong_stretch_alone_asks_for_nothing_more(client: Client, clock: Clock) -> None:
    answer_no()
    session = keep(clock, Hurts(30_000, kind=PainKind.STRETCH), Stopped(40_000), minutes=1)

    assert "It hurt: a few questions" not in words(client.get(f"/session/{session}/done/"))
    assert safety.standing().due is Form.SHORT


def test_pain_of_which_nothing_was_said_counts_as_dangerous(client: Client, clock: Clock) -> None:
    answer_no()
    keep(clock, Hurts(30_000), Stopped(40_000), minutes=1)

    assert safety.standing().due is Form.WORSE


def test_the_questions_after_pain_can_lock(client: Client, clock: Clock) -> None:
    answer_no()
    keep(clock, Hurts(30_000, kind=PainKind.ALARM), minutes=1)
    assert walk(client, "E7", form="worse") == "/safety/confirm/"
    client.post("/safety/confirm/", {"right": "yes"})

    assert "Be seen today." in words(client.get("/safety/stop/"))
    today = words(client.get("/"))
    assert "No exercises for now. Be seen today." in today
    assert "How is it after the session?" in today


def test_today_shows_the_lock_instead_of_start(client: Client) -> None:
    lock(client, "C1")
    page = client.get("/")

    assert "Locked since today" in words(page)
    assert "/session/start/" not in page.content.decode()


async def test_an_answer_that_locks_ends_the_running_session(
    session_client: AsyncClient, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = Hub()
    monkeypatch.setattr("unpinch.web.views.session.hub", hub)
    monkeypatch.setattr("unpinch.web.views.safety.hub", hub)
    await sync_to_async(answer_no)()
    await session_client.post("/session/start/")
    assert await hub.running() is not None
    await sync_to_async(answering.begin)(Form.WORSE)
    await session_client.post("/safety/question/1/", {"question": "E1", "answer": "yes"})

    assert await hub.running() is None
    answer = await session_client.get("/session/")
    assert answer.headers["Location"] == "/"
    again = await session_client.post("/session/start/")
    assert again.headers["Location"] == "/safety/stop/"
