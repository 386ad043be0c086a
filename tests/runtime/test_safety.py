"""The safety rules meet the diary and the clock: what is due, and what a session may hold."""

from uuid import uuid4

import pytest

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.kept import keep
from unpinch.care.records import CareRecord
from unpinch.care.screen import Question
from unpinch.care.screening import shows
from unpinch.care.words import Answer, CareError, Form
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.runtime import safety
from unpinch.runtime.answering import Answering
from unpinch.runtime.hub import Hub
from unpinch.terms.event import Hurts, PainKind, Stopped

pytestmark = pytest.mark.usefixtures("diary")
HOUR_MS = 3_600_000


def _due() -> Form | None:
    return safety.standing().due


def _fill(form: Form, *yes: str) -> Answering:
    """Answer a form to its end, without the confirmation."""
    desk = Answering()
    desk.begin(form)
    while (asked := _asks(desk)) is not None:
        counts = bool(set(yes) & set(asked.items))
        desk.give(asked.id, Answer.YES if counts else Answer.NO)
    return desk


def _asks(desk: Answering) -> Question | None:
    screening = desk.now()
    found = shows(screening) if screening else None
    return found if isinstance(found, Question) else None


async def test_no_session_begins_before_the_first_form(clock: Clock) -> None:
    with pytest.raises(safety.FormDueError) as refused:
        await Hub().start()

    assert refused.value.form is Form.FIRST


def test_a_finished_form_lets_one_session_begin_within_an_hour(clock: Clock) -> None:
    answer_no()
    assert _due() is None
    clock.pass_ms(HOUR_MS + 1)
    assert _due() is Form.SHORT
    _fill(Form.SHORT)
    assert _due() is None
    clock.pass_ms(1)
    keep(clock, Stopped(1_000), minutes=1)
    assert _due() is Form.SHORT


def test_after_twelve_weeks_all_questions_come_again(clock: Clock) -> None:
    answer_no()
    clock.pass_days(84)

    assert _due() is Form.FIRST


def test_a_clock_that_was_set_back_asks_again(clock: Clock) -> None:
    answer_no()
    clock.at = clock.at.replace(hour=9)

    assert _due() is Form.SHORT


def test_a_lock_refuses_the_start_and_no_form_opens_it(clock: Clock) -> None:
    _fill(Form.FIRST, "C1").confirm(right=True)
    with pytest.raises(safety.LockedError):
        safety.plan_to_start()
    _fill(Form.FIRST)

    assert safety.is_locked()
    assert _due() is None


def test_an_answer_that_waits_for_its_confirmation_locks_too(clock: Clock) -> None:
    desk = _fill(Form.FIRST, "C1")

    assert safety.is_locked()
    desk.confirm(right=False)
    assert safety.is_locked(), "until the question has been answered again"
    while (asked := _asks(desk)) is not None:
        desk.give(asked.id, Answer.NO)
    assert not safety.is_locked()


def test_a_waiting_confirmation_outlives_the_program(clock: Clock) -> None:
    _fill(Form.FIRST, "E13")
    again = Answering()  # as after a restart

    assert again.begin(Form.FIRST).waiting
    again.confirm(right=True)
    assert again.now() is None
    assert safety.is_locked()


def test_the_same_lock_is_written_once_while_the_form_goes_on(clock: Clock) -> None:
    _fill(Form.FIRST, "E1")

    assert len(shelf.all_of(Kind.SCREEN)) == 1


def test_a_form_that_is_not_finished_is_taken_up_again(clock: Clock) -> None:
    desk = Answering()
    desk.begin(Form.FIRST)
    desk.give("E1", Answer.NO)

    assert desk.begin(Form.FIRST).answers == {"E1": Answer.NO}
    assert desk.begin(Form.WORSE).answers == {}


def test_an_old_pain_that_arrives_late_still_asks_for_questions(clock: Clock) -> None:
    answer_no()
    keep(clock, Hurts(30_000, kind=PainKind.SHARP), minutes=1)
    clock.pass_days(1)
    _fill(Form.SHORT)
    keep(clock, Stopped(1_000), minutes=1)

    assert _due() is Form.WORSE
    _fill(Form.WORSE)
    assert _due() is None


def test_an_unknown_number_is_never_guessed(clock: Clock) -> None:
    assert safety.number_to_call() is None
    with pytest.raises(CareError):
        safety.choose_number("", "")
    safety.choose_number("US", None)
    assert safety.number_to_call() == "911"
    safety.choose_number(None, "112")
    assert safety.number_to_call() == "112"


def test_what_is_kept_reads_back_in_the_order_it_came(clock: Clock) -> None:
    _fill(Form.FIRST, "C1").confirm(right=True)
    clock.pass_days(1)
    cleared = safety.clear_for(("C1",), safety.this_day(), ("knees-to-chest",))
    answer_no()
    kept: tuple[CareRecord, ...] = safety.records()

    assert kept[-2] == cleared
    assert [record.at_ms for record in kept] == sorted(record.at_ms for record in kept)


def test_a_session_that_the_diary_does_not_know_left_nothing_out(clock: Clock) -> None:
    assert safety.left_out_before(uuid4()) == ()
