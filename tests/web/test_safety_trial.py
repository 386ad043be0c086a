"""The one trial hold: rated before, held once, rated after and the next morning."""

from uuid import uuid4

import pytest
from django.test import AsyncClient, Client

from tests.conftest import Clock
from tests.web.asked import walk
from tests.web.kept import keep
from tests.web.page import words
from unpinch.care.symptoms import Scale
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.runtime import diary as book
from unpinch.runtime import safety, trial
from unpinch.runtime.hub import Hub
from unpinch.runtime.live import Live
from unpinch.terms.event import Event, Hurts, PainKind, Started, Stopped
from unpinch.terms.side import Side

HALF_A_MINUTE_MS = 30_000


def _rate(client: Client, pain: int = 3, area: str = "calf") -> int:
    patch = {"calf": "back of the knee and calf", "foot": "heel and sole"}[area]
    sent = {scale.name.lower(): str(pain) for scale in Scale}
    return client.post("/safety/trial/rate/", {"left_numb": [patch], **sent}).status_code


def _hold(clock: Clock, *events: Event) -> None:
    """The hold as the hub would lead it, all of it within three minutes."""
    plan, session = trial.plan_to_start(Side.LEFT), uuid4()
    book.write(Kind.SESSION_STARTED, plan, of_session=session)
    live = Live.begun(session, plan)
    for event in (Started(0), *events):
        book.write(Kind.SESSION_EVENT, event, of_session=session)
    clock.pass_ms(180_000)
    for event in events:
        live.apply(event)
    live.catch_up()
    book.write(Kind.SESSION_ENDED, live.summary(), of_session=session)


def _step() -> trial.Next | None:
    today = book.today()
    return trial.coming(safety.standing(today), today)


def _exercises() -> list[str]:
    return [part.exercise for part in safety.plan(safety.standing()).parts]


def test_without_a_yes_to_bending_there_is_no_trial(client: Client) -> None:
    walk(client)

    assert client.get("/safety/trial/").headers["Location"] == "/safety/"
    assert _rate(client) == 302
    assert shelf.newest(Kind.TRIAL) is None


def test_it_is_offered_where_the_bending_exercises_are_left_out(client: Client) -> None:
    walk(client, "G1")

    for page in ("/", "/safety/", "/safety/outcome/"):
        assert "Try one hold" in words(client.get(page)), page
    assert "One single knee to the chest, held once for 15 seconds" in words(
        client.get("/safety/trial/")
    )


def test_it_is_not_offered_if_another_answer_leaves_the_exercise_out(client: Client) -> None:
    walk(client, "G1", "G5")

    assert "Try one hold" not in words(client.get("/"))
    assert "No trial hold for now." in words(client.get("/safety/trial/"))


def test_the_plan_is_one_single_hold_of_fifteen_seconds(client: Client, clock: Clock) -> None:
    walk(client, "G1")
    with pytest.raises(trial.TrialError):
        trial.plan_to_start(Side.LEFT)
    _rate(client)
    turns = trial.plan_to_start(Side.LEFT).turns

    assert [(turn.exercise, turn.side, turn.hold_ms, turn.of) for turn in turns] == [
        ("knees-to-chest", Side.LEFT, 15_000, 1)
    ]


def test_every_rating_has_to_be_given(client: Client) -> None:
    walk(client, "G1")
    answer = client.post("/safety/trial/rate/", {"nothing": "on", "leg_pain": "3"})

    assert answer.status_code == 422
    assert words(answer).count("Choose a number; 0 is none.") == 3
    assert shelf.newest(Kind.TRIAL) is None


def test_no_worse_after_it_and_no_worse_the_next_morning_brings_bending_back(
    client: Client, clock: Clock
) -> None:
    walk(client, "G1")
    assert _rate(client) == 302
    assert "With which leg?" in words(client.get("/safety/trial/"))
    _hold(clock)
    assert _step() is trial.Next.AFTER
    _rate(client)
    assert "Tomorrow morning decides." in words(client.get("/safety/trial/"))
    assert _exercises() == ["hamstring-stretch", "opposition-stretch"]
    clock.pass_ms(20 * 3_600_000)
    assert "Trial hold: how is it this morning?" in words(client.get("/"))
    _rate(client)

    assert "The bending exercises are back." in words(client.get("/safety/trial/"))
    assert len(_exercises()) == 4


@pytest.mark.parametrize(("pain", "area"), [(5, "calf"), (3, "foot")])
def test_worse_right_after_it_keeps_bending_out(
    client: Client, clock: Clock, pain: int, area: str
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock)
    _rate(client, pain, area)

    assert "The bending exercises stay out." in words(client.get("/safety/trial/"))
    assert "The trial hold made it worse." in words(client.get("/"))
    assert _exercises() == ["hamstring-stretch", "opposition-stretch"]


def test_pain_in_the_hold_fails_it_even_if_nothing_is_rated_after_it(
    client: Client, clock: Clock
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock, Hurts(HALF_A_MINUTE_MS, kind=PainKind.SPREADING))
    clock.pass_days(9)

    assert _step() is trial.Next.FAILED


IN_IT, AFTER_IT, LATER = HALF_A_MINUTE_MS, 150_000, 160_000
STRETCH, DANGEROUS = PainKind.STRETCH, [kind for kind in PainKind if kind is not PainKind.STRETCH]
# What was told of the hold; whatever is not known to be a stretch fails it.
FAILS = [
    *([Hurts(at_ms, kind=kind)] for at_ms in (IN_IT, AFTER_IT) for kind in (*DANGEROUS, None)),
    *([Hurts(AFTER_IT, kind=kind), Hurts(LATER, kind=STRETCH)] for kind in DANGEROUS),
    [Hurts(AFTER_IT, kind=STRETCH), Hurts(LATER)],  # once more, and nothing was said of it
]
ONLY_A_STRETCH = [
    [Hurts(IN_IT, kind=STRETCH)],
    [Hurts(AFTER_IT, kind=STRETCH)],
    [Hurts(AFTER_IT), Hurts(LATER, kind=STRETCH)],
]


@pytest.mark.parametrize(
    ("told", "fails"), [*((one, True) for one in FAILS), *((one, False) for one in ONLY_A_STRETCH)]
)
def test_pain_of_which_it_is_not_known_that_it_was_a_stretch_fails_the_trial(
    client: Client, clock: Clock, told: list[Hurts], fails: bool
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock, *told, Stopped(LATER + 1))

    assert _rate(client) == 302  # no worse than before it

    assert (_step() is trial.Next.FAILED) is fails
    clock.pass_days(1)
    _rate(client)
    assert (_step() is trial.Next.FAILED) is fails


@pytest.mark.parametrize("kind", [*PainKind, None], ids=str)
def test_pain_in_the_hold_rests_the_day_unless_it_was_too_much_stretch(
    client: Client, clock: Clock, kind: PainKind | None
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock, Hurts(HALF_A_MINUTE_MS, kind=kind), Stopped(HALF_A_MINUTE_MS + 1))
    rests = kind is not PainKind.STRETCH
    walk(client, "G1", form="worse" if rests else "short")

    assert safety.standing().resting is rests
    if rests:
        with pytest.raises(safety.RestingError):
            safety.plan_to_start()
        assert "Leave it for today. It hurt today." in words(client.get("/"))
        clock.pass_days(1)
        walk(client, "G1", form="short")
    assert [part.exercise for part in safety.plan_to_start().parts] == [
        "hamstring-stretch",
        "opposition-stretch",
    ]


@pytest.mark.parametrize("rated", [False, True], ids=["not rated", "rated"])
def test_no_trial_hold_on_a_day_on_which_it_hurt(client: Client, clock: Clock, rated: bool) -> None:
    walk(client, "G1")
    if rated:
        _rate(client)
    keep(clock, Hurts(HALF_A_MINUTE_MS, kind=PainKind.SHARP), minutes=1)
    walk(client, form="worse")

    assert _step() is trial.Next.RESTING
    assert "No trial hold today. It hurt today." in words(client.get("/safety/trial/"))
    assert 'href="/safety/trial/"' not in client.get("/").text
    clock.pass_days(1)
    assert _step() is trial.Next.OFFER


def test_a_hold_that_was_let_go_is_unknown_and_may_be_tried_again(
    client: Client, clock: Clock
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock, Stopped(1_000))
    _rate(client)

    assert _step() is trial.Next.OFFER


def test_a_morning_that_went_by_is_unknown_and_it_may_be_tried_again(
    client: Client, clock: Clock
) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock)
    _rate(client)
    clock.pass_days(2)

    assert _step() is trial.Next.OFFER
    assert _exercises() == ["hamstring-stretch", "opposition-stretch"]


def test_a_trial_is_no_session_done(client: Client, clock: Clock) -> None:
    walk(client, "G1")
    _rate(client)
    _hold(clock)

    assert "Done for today." not in words(client.get("/"))
    assert book.today().done_today == ()


async def test_the_hold_begins_with_the_leg_that_was_chosen(
    session_client: AsyncClient, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from asgiref.sync import sync_to_async

    hub = Hub()
    for view in ("session", "trial"):
        monkeypatch.setattr(f"unpinch.web.views.{view}.hub", hub)
    assert (await session_client.post("/safety/trial/start/", {})).headers["Location"] == (
        "/safety/trial/"
    )
    early = await session_client.post("/safety/trial/start/", {"leg": "left"})
    assert early.headers["Location"].startswith("/safety/")
    await sync_to_async(_rated)()
    begun = await session_client.post("/safety/trial/start/", {"leg": "left"})

    assert begun.headers["Location"] == "/session/"
    assert await hub.running() is not None


def _rated() -> None:
    local = Client(SERVER_NAME="testserver")
    walk(local, "G1")
    _rate(local)
