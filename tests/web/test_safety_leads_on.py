"""Whatever was answered, and whatever happened meanwhile, the safety pages lead somewhere.

Two pages that send a person to each other are a dead end for somebody who has just said that
something is badly wrong.
"""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.answered import answer_no
from tests.conftest import KEEPS_A_FIXTURE, Clock, _empty
from tests.web.asked import MANY
from tests.web.page import words
from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Question
from unpinch.care.screening import Confirmation, shows
from unpinch.care.words import Action, Answer, Form, Tier
from unpinch.runtime import safety
from unpinch.runtime.answering import answering

PAGES = ("/safety/", "/safety/now/", "/safety/stop/", "/safety/confirm/", "/safety/outcome/",
         "/safety/question/1/", "/safety/clearance/", "/")  # fmt: skip
# Often nothing, as people answer: then the form comes to an end, and something else may follow.
SOME_ITEMS = st.one_of(
    st.just(frozenset[str]()),
    st.frozensets(st.sampled_from([item.id for item in safety_rules().items]), max_size=2),
)
FILLED = st.tuples(st.just("fill"), st.sampled_from(list(Form)), SOME_ITEMS)
ALARM = st.tuples(st.just("alarm"), st.none(), st.none())
ACTS = st.one_of(
    FILLED,
    ALARM,
    st.tuples(st.just("answer"), st.sampled_from(list(Answer)), st.integers(0, 3)),
    st.tuples(st.just("begin"), st.sampled_from(list(Form)), st.none()),
    st.tuples(
        st.sampled_from(["right", "mistake", "hour", "restart", "day", "examined"]),
        st.none(),
        st.none(),
    ),
)
STORY = st.builds(lambda first, then: [first, *then], FILLED, st.lists(ACTS, max_size=6))


def _asked_now() -> Question | None:
    found = shows(screening) if (screening := answering.now()) else None
    return found if isinstance(found, Question) else None


def _fill(form: Form, yes: frozenset[str]) -> None:
    answering.begin(form)
    for _ in range(MANY):
        if (found := _asked_now()) is None:
            return
        answering.give(found.id, Answer.YES if yes & set(found.items) else Answer.NO)


def _answer(answer: Answer, how_many: int) -> None:
    for _ in range(how_many):
        if (found := _asked_now()) is not None:
            answering.give(found.id, answer)


def _confirm(right: bool) -> None:
    found = shows(screening) if (screening := answering.now()) else None
    if isinstance(found, Confirmation):
        answering.confirm(right=right)


def _examined() -> None:
    locked = safety.standing().locked
    if locked is not None and locked.since <= safety.this_day():
        safety.clear_for(locked.items, safety.this_day())


def _acts(clock: Clock) -> dict[str, Callable[..., object]]:
    return {
        "fill": _fill,
        "answer": _answer,
        "begin": lambda form, _: answering.begin(form),
        "alarm": lambda *_: safety.alarmed(),
        "right": lambda *_: _confirm(True),
        "mistake": lambda *_: _confirm(False),
        "hour": lambda *_: clock.pass_ms(3_700_000),
        "restart": lambda *_: answering.forget(),
        "day": lambda *_: clock.pass_days(1),
        "examined": lambda *_: _examined(),
    }


@settings(max_examples=60, suppress_health_check=KEEPS_A_FIXTURE)
@given(STORY)
def test_whatever_was_answered_no_safety_page_sends_a_person_round_in_a_circle(
    client: Client, clock: Clock, acts: list[tuple[str, object, object]]
) -> None:
    _empty()
    does = _acts(clock)
    for what, one, other in acts:
        clock.pass_ms(1_000)
        does[what](one, other)
    for page in PAGES:
        # Django's client raises at a circle, as a browser gives up
        assert client.get(page, follow=True).status_code == 200


def test_the_alarm_after_a_finished_form_is_asked_back_at_once(
    client: Client, clock: Clock
) -> None:
    _fill(Form.FIRST, frozenset())
    clock.pass_ms(60_000)
    safety.alarmed()

    asked_back = client.get("/safety/stop/", follow=True)

    assert asked_back.redirect_chain == [("/safety/confirm/", 302)]
    assert "Is that right?" in words(asked_back)
    confirmed = client.post("/safety/confirm/", {"right": "yes"}, follow=True)
    assert confirmed.redirect_chain == [("/safety/stop/", 302)]
    assert "Go to an emergency department now." in words(confirmed)


def test_an_alarm_that_was_a_mistake_asks_its_four_questions_and_then_the_rest(
    client: Client, clock: Clock
) -> None:
    _fill(Form.SHORT, frozenset())
    safety.alarmed()
    client.get("/safety/confirm/")
    client.post("/safety/confirm/", {"right": "no"})

    asked: list[str] = []
    while (found := _asked_now()) is not None:
        asked.append(found.id)
        answering.give(found.id, Answer.NO)

    assert asked[:4] == ["E1", "E2", "E3", "E7"]
    assert len(asked) == safety.asks(Form.WORSE)
    assert not safety.is_locked()


def test_an_alarm_in_the_middle_of_a_form_comes_before_the_rest_of_the_form(
    client: Client, clock: Clock
) -> None:
    answer_no()
    answering.begin(Form.SHORT)
    safety.alarmed()

    assert client.get("/safety/now/").headers["Location"] == "/safety/confirm/"


def test_an_answer_that_waits_elsewhere_does_not_stand_in_for_the_alarm(
    client: Client, clock: Clock
) -> None:
    """Or the alarm would be taken back with the other answer."""
    _fill(Form.FIRST, frozenset({"C1"}))
    safety.alarmed()
    for _ in range(MANY):
        if not _takes_back():
            break

    assert safety.standing().locked is None, "until both were taken back"
    kept = [one for one in safety.records() if isinstance(one, ScreenRecord)]
    assert {item for one in kept for item in one.corrected} >= {"C1", "E1", "E2", "E3", "E7"}


def _takes_back() -> bool:
    """Call everything a mistake, and answer no."""
    found = shows(screening) if (screening := answering.now()) else None
    if isinstance(found, Confirmation):
        answering.confirm(right=False)
    elif isinstance(found, Question):
        answering.give(found.id, Answer.NO)
    return isinstance(found, Confirmation | Question)


@pytest.mark.parametrize("item", ["E999", "G1"])
def test_a_lock_that_these_rules_no_longer_ask_about_shows_how_it_opens(
    client: Client, clock: Clock, item: str
) -> None:
    safety.keep(
        ScreenRecord(
            at_ms=safety.now_ms(),
            day=safety.this_day(),
            rules=1,
            form=Form.FIRST,
            tier=Tier.EMERGENCY,
            action=Action.SAME_DAY,
            items=(item,),
            locks=(item,),
            confirmed=False,
            complete=False,
        )
    )

    assert "How it opens" in words(client.get("/safety/stop/", follow=True))
    assert client.get("/safety/confirm/", follow=True).status_code == 200
