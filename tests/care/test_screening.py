"""Going through a form: the one confirmation, mistakes, going back, closing the page."""

import msgspec
import pytest

from tests.care.made import at, filled, may
from unpinch.care.lock import locks, waits
from unpinch.care.records import CareRecord, ScreenRecord
from unpinch.care.screen import Outcome, Question
from unpinch.care.screening import (
    Confirmation,
    Screening,
    asked,
    begin,
    confirm,
    give,
    pending,
    record,
    resume,
    shows,
)
from unpinch.care.words import Action, Answer, CareError, Form, Tier

NO, YES, NOT_SURE = Answer.NO, Answer.YES, Answer.NOT_SURE


def answered(form: Form, *yes: str, answer: Answer = Answer.YES) -> Screening:
    """The form answered as it asks, up to the confirmation or the outcome."""
    screening = begin(form)
    while isinstance(shown := shows(screening), Question):
        counts = bool(set(yes) & set(shown.items))
        screening = give(screening, shown.id, answer if counts else NO)
    return screening


def finish(screening: Screening) -> ScreenRecord:
    return record(screening, at(1), may(1))


def test_a_form_of_noes_ends_without_a_confirmation() -> None:
    kept = finish(answered(Form.SHORT))

    assert (kept.tier, kept.items, kept.confirmed, kept.complete) == (Tier.GO, (), True, True)


@pytest.mark.parametrize("item", ["E3", "E8", "C2"])
def test_before_a_lock_it_asks_once_whether_the_answer_is_right(item: str) -> None:
    screening = answered(Form.FIRST, item)

    shown = shows(screening)

    assert isinstance(shown, Confirmation)
    assert [line.item for line in shown.asked] == [item]
    assert shown.asked[0].words == "You answered “yes” here. Is that right?"
    with pytest.raises(CareError, match="not finished"):
        finish(screening)


def test_the_confirmation_says_not_sure_where_not_sure_was_answered() -> None:
    shown = shows(answered(Form.FIRST, "C2", answer=NOT_SURE))

    assert isinstance(shown, Confirmation)
    assert shown.asked[0].words == "You answered “not sure” here. Is that right?"


def test_what_locks_nothing_is_not_confirmed() -> None:
    assert isinstance(shows(answered(Form.FIRST, "G1", "C5b")), Outcome)


def test_yes_that_is_right_is_final() -> None:
    screening = confirm(answered(Form.SHORT, "E3"), right=True)

    kept = finish(screening)

    assert (kept.locks, kept.action, kept.confirmed) == (
        ("E3",),
        Action.EMERGENCY_DEPARTMENT,
        True,
    )
    with pytest.raises(CareError, match="only a clinician"):
        give(screening, "E3", NO)
    with pytest.raises(CareError, match="nothing waits"):
        confirm(screening, right=False)


def test_a_mistake_asks_that_very_question_again_and_nothing_else_follows_from_it() -> None:
    screening = confirm(answered(Form.SHORT, "E3"), right=False)

    shown = shows(screening)

    assert isinstance(shown, Question)
    assert shown.id == "E3"


def test_no_on_the_second_asking_goes_on_and_is_recorded_as_corrected() -> None:
    screening = confirm(answered(Form.SHORT, "E3"), right=False)
    screening = give(screening, "E3", NO)

    kept = finish(screening)

    assert (kept.tier, kept.locks, kept.corrected) == (Tier.GO, (), ("E3", "S1"))


@pytest.mark.parametrize("second", [YES, NOT_SURE])
def test_yes_or_not_sure_on_the_second_asking_locks_without_another_confirmation(
    second: Answer,
) -> None:
    screening = confirm(answered(Form.SHORT, "E3"), right=False)

    kept = finish(give(screening, "E3", second))

    assert (kept.locks, kept.corrected, kept.confirmed) == (("E3",), (), True)


def test_a_mistake_at_first_use_goes_on_with_the_questions_that_had_been_left_out() -> None:
    screening = confirm(answered(Form.FIRST, "E8"), right=False)
    screening = give(screening, "E8", NO)

    shown = shows(screening)

    assert isinstance(shown, Question)
    assert shown.id == "E9"


def test_a_mistaken_follow_up_is_asked_again_even_if_its_question_is_now_answered_with_no() -> None:
    screening = confirm(answered(Form.SHORT, "E6", "E1b"), right=False)
    screening = give(screening, "E6", NO)

    shown = shows(screening)

    assert isinstance(shown, Question)
    assert shown.id == "E1b"


def test_of_two_answers_called_a_mistake_the_one_repeated_locks() -> None:
    screening = confirm(answered(Form.SHORT, "E2", "E5"), right=False)
    screening = give(give(screening, "E2", NO), "E5", YES)

    kept = finish(screening)

    assert (kept.locks, kept.corrected) == (("E5",), ("E2", "S1"))


def test_changing_a_yes_by_going_back_is_recorded_as_corrected() -> None:
    screening = give(answered(Form.SHORT, "E7"), "E7", NO)

    kept = finish(screening)

    assert (kept.locks, kept.corrected) == ((), ("E7", "S2"))


def test_changing_it_back_to_yes_is_no_correction() -> None:
    screening = answered(Form.SHORT, "E7")
    screening = confirm(give(give(screening, "E7", NO), "E7", YES), right=True)

    assert finish(screening).corrected == ()


def test_the_page_can_show_how_many_questions_there_are_and_go_back_to_each() -> None:
    screening = give(begin(Form.SHORT), "S1", YES)

    assert [question.id for question in asked(screening)] == [
        "S1",
        "E1",
        "E2",
        "E3",
        "E6",
        "S2",
        "S3",
    ]


def test_an_answer_that_would_lock_is_pending_from_that_moment_on() -> None:
    screening = begin(Form.FIRST)
    assert pending(screening, at(1), may(1)) is None

    kept = pending(give(screening, "E2", YES), at(1), may(1))

    assert kept is not None
    assert (kept.locks, kept.confirmed, kept.complete) == (("E2",), False, False)


def test_nothing_is_pending_once_it_is_confirmed_or_corrected() -> None:
    screening = answered(Form.SHORT, "E3")

    assert pending(confirm(screening, right=True), at(1), may(1)) is None
    assert pending(give(screening, "E3", NO), at(1), may(1)) is None


def test_closing_the_page_at_the_confirmation_loses_nothing() -> None:
    kept = pending(answered(Form.SHORT, "E3"), at(1), may(1))
    assert kept is not None

    again = shows(resume(kept))

    assert isinstance(again, Confirmation)
    assert [line.item for line in again.asked] == ["E3"]
    assert finish(confirm(resume(kept), right=True)).locks == ("E3",)


def test_closing_the_page_and_calling_it_a_mistake_later_asks_the_whole_form_again() -> None:
    kept = pending(answered(Form.SHORT, "E3"), at(1), may(1))
    assert kept is not None
    screening = confirm(resume(kept), right=False)
    seen = []
    while isinstance(shown := shows(screening), Question):
        seen.append(shown.id)
        screening = give(screening, shown.id, NO)

    later = finish(screening)

    assert seen == ["E3", "S1", "S2", "S3"]
    assert later.corrected == ("E3",)
    history: list[CareRecord] = [kept, later]
    assert locks(history) == ()


def test_a_new_form_does_not_take_back_what_is_pending() -> None:
    kept = pending(answered(Form.SHORT, "E3"), at(1), may(1))
    assert kept is not None

    history: list[CareRecord] = [kept, finish(answered(Form.SHORT))]

    assert [lock.item for lock in locks(history)] == ["E3"]
    assert waits(history) == kept


def test_a_confirmed_outcome_cannot_be_resumed() -> None:
    kept = finish(confirm(answered(Form.SHORT, "E3"), right=True))

    with pytest.raises(CareError, match="only a clinician opens it"):
        resume(kept)


def test_the_record_holds_no_answer_and_no_text_of_a_question() -> None:
    kept = finish(confirm(answered(Form.FIRST, "E6"), right=True))

    assert msgspec.json.decode(msgspec.json.encode(kept)) == {
        "record": "screen",
        "at_ms": at(1),
        "day": "2026-05-01",
        "rules": 2,
        "form": "first use",
        "tier": "emergency",
        "items": ["E6"],
        "locks": ["E6"],
        "confirmed": True,
        "complete": False,
        "action": "same day",
    }


def test_the_same_answers_by_map_and_by_screen_are_the_same_outcome() -> None:
    by_screen = shows(answered(Form.FIRST, "G1", "G2"))
    answers = filled(Form.FIRST, ["G1", "G2"])

    assert isinstance(by_screen, Outcome)
    assert answers == answered(Form.FIRST, "G1", "G2").answers
