"""Asking how it feels, and keeping the answers: what is asked when, and what belongs to what."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.conftest import Clock
from tests.web.kept import keep
from unpinch.care.felt import Colour, Compared, Settled, verdict
from unpinch.care.response_rules import response_rules
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.journal.symptoms import Moment
from unpinch.runtime import response, symptoms
from unpinch.runtime.symptoms import SymptomsError
from unpinch.terms.event import Hurts, PainKind, PainPlace

CALF = Report(left=Leg(numb=(Patch.CALF,)), leg_pain=3, numbness=4, tingling=0)
pytestmark = pytest.mark.usefixtures("diary")


def test_before_the_first_session_of_a_day_the_map_is_asked_for_once(clock: Clock) -> None:
    assert symptoms.asked().before

    symptoms.report(Moment.BEFORE, CALF)

    assert not symptoms.asked().before
    clock.pass_days(1)
    assert symptoms.asked().before


def test_after_a_session_its_own_questions_are_asked_until_answered_or_the_day_is_over(
    clock: Clock,
) -> None:
    session = keep(clock)
    asked = symptoms.asked()
    assert asked.after is not None
    assert asked.after.id == session
    assert not asked.before

    symptoms.report(Moment.AFTER, CALF, session=session)

    assert symptoms.asked().after is None


def test_the_morning_question_is_asked_the_next_day_only_and_before_a_new_session(
    clock: Clock,
) -> None:
    session = keep(clock)
    assert symptoms.asked().morning is None
    clock.pass_days(1)
    asked = symptoms.asked()
    assert asked.morning is not None
    assert asked.morning.id == session
    assert asked.after is None

    keep(clock)
    assert symptoms.asked().morning is None


def test_a_morning_that_was_missed_is_not_asked_for_later(clock: Clock) -> None:
    keep(clock)
    clock.pass_days(2)

    assert symptoms.asked().morning is None


def test_an_answer_before_belongs_to_the_session_that_follows_and_the_later_one_counts(
    clock: Clock,
) -> None:
    symptoms.report(Moment.BEFORE, Report(numbness=9))
    clock.pass_ms(60_000)
    symptoms.report(Moment.BEFORE, CALF)
    clock.pass_ms(60_000)
    keep(clock)
    keep(clock)

    first, second = response.history(timedelta(days=7))

    assert first.before == CALF
    assert second.before is None


def test_a_session_with_all_its_answers_is_green_and_carries_its_dose(clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, CALF)
    session = keep(clock)
    symptoms.report(Moment.AFTER, CALF, session=session, peak=4)
    clock.pass_days(1)
    symptoms.compare(session, Compared.SAME)

    [felt] = response.history(timedelta(days=7))

    assert verdict(felt).colour is Colour.GREEN
    assert felt.peak == 4
    assert [(one.exercise, one.hold_ms, one.repetitions) for one in felt.done] == [
        ("knees-to-chest", 15_000, 1),
        ("hamstring-stretch", 30_000, 3),
        ("opposition-stretch", 3_000, 20),
        ("childs-pose", 15_000, 2),
    ]


def test_a_longer_morning_answer_keeps_the_short_one(clock: Clock) -> None:
    session = keep(clock)
    clock.pass_days(1)
    symptoms.compare(session, Compared.MORE)
    clock.pass_ms(60_000)
    symptoms.report(Moment.MORNING, CALF, session=session, settled=Settled.DAY)

    [felt] = response.history(timedelta(days=7))

    assert (felt.compared, felt.settled, felt.morning) == (Compared.MORE, Settled.DAY, CALF)
    assert verdict(felt).colour is Colour.RED


def test_where_it_hurt_is_held_against_that_exercise(clock: Clock) -> None:
    keep(clock, Hurts(30_000, where=PainPlace.CALF, kind=PainKind.SHARP))

    [felt] = response.history(timedelta(days=7))

    assert felt.done[0].hurts == (PainKind.SHARP,)
    assert all(not one.hurt for one in felt.done[1:])


def test_every_answer_says_which_rules_were_in_force(clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, CALF)

    [one] = symptoms.since(clock.at.date())
    assert one.record.rules == response_rules().rules
    assert symptoms.first_day() == clock.at.date()
    assert symptoms.latest_report() == CALF


def test_what_is_delivered_twice_is_kept_once(clock: Clock) -> None:
    key = uuid4()

    assert symptoms.report(Moment.BEFORE, CALF, key=key)
    assert not symptoms.report(Moment.BEFORE, CALF, key=key)
    assert len(symptoms.since(clock.at.date())) == 1


@pytest.mark.parametrize("moment", [Moment.AFTER, Moment.MORNING])
def test_a_session_that_the_diary_does_not_know_is_refused(clock: Clock, moment: Moment) -> None:
    with pytest.raises(SymptomsError, match="no such session"):
        symptoms.report(moment, CALF, session=uuid4())


def test_activities_are_kept_in_the_persons_own_words(clock: Clock) -> None:
    assert symptoms.choose_activities(["  Climbing   stairs ", "", "Sleeping"]) == (
        "Climbing stairs",
        "Sleeping",
    )
    assert symptoms.activities() == ("Climbing stairs", "Sleeping")


@pytest.mark.parametrize("names", [["a", "b", "c", "d"], ["x" * 61]])
def test_too_many_or_too_long_activities_are_refused(clock: Clock, names: list[str]) -> None:
    with pytest.raises(SymptomsError):
        symptoms.choose_activities(names)
