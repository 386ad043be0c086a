"""What locks, and the one thing that opens."""

import msgspec
import pytest

from tests.care.made import FOUR, PASSED, at, cleared, may, screened
from unpinch.care.allowed import Allowed, Blocked, allowed_exercises
from unpinch.care.lock import clear, locked_now, locks
from unpinch.care.records import CareRecord, ClearanceRecord, ScreenRecord
from unpinch.care.words import Action, CareError, Form, Tier


def closed(*records: CareRecord) -> list[str]:
    return [lock.item for lock in locks(records)]


def test_nothing_locks_before_anything_was_answered_but_nothing_is_allowed_either() -> None:
    assert closed() == []
    assert allowed_exercises([], ["knees-to-chest"]) == {
        "knees-to-chest": Blocked(
            ("The safety questions come first.",), ("the safety questions have been answered",)
        )
    }


def test_a_short_form_alone_allows_nothing() -> None:
    ruling = allowed_exercises([screened(form=Form.SHORT)], FOUR)["childs-pose"]

    assert isinstance(ruling, Blocked)


def test_all_no_at_first_use_allows_all_four() -> None:
    assert set(allowed_exercises([screened()], FOUR).values()) == {Allowed()}


@pytest.mark.parametrize("item", ["E1", "E7", "C3"])
def test_a_lock_blocks_every_exercise_also_those_of_the_persons_own(item: str) -> None:
    rulings = allowed_exercises([screened(item)], [*FOUR, "ankle-pumps"])

    assert set(rulings.values()) == {
        Blocked(
            ("One of your answers needs a person to check it first.",),
            ("a clinician has examined you for this",),
        )
    }


@pytest.mark.parametrize("item", ["E1", "E7", "C3"])
def test_answering_again_does_not_open_it(item: str) -> None:
    assert closed(screened(item, day=1), screened(day=2), screened(form=Form.SHORT, day=3)) == [
        item
    ]


def test_a_clearance_that_names_it_opens_it() -> None:
    assert closed(screened("E1", day=1), cleared("E1", day=1)) == []


def test_a_clearance_opens_only_what_it_names() -> None:
    history: list[CareRecord] = [screened("E1", day=1), screened("C3", day=2), cleared("E1", day=3)]

    assert closed(*history) == ["C3"]


def test_an_examination_before_the_lock_opens_nothing() -> None:
    assert closed(screened("E1", day=5), cleared("E1", day=6, examined=4)) == ["E1"]


def test_an_examination_in_the_future_opens_nothing() -> None:
    assert closed(screened("E1", day=5), cleared("E1", day=6, examined=7)) == ["E1"]


def test_a_clearance_taken_up_before_the_lock_opens_nothing() -> None:
    assert closed(cleared("E1", day=5), screened("E1", day=5)) == ["E1"]


def test_an_emergency_after_a_clearance_locks_again_and_needs_a_new_one() -> None:
    history: list[CareRecord] = [screened("E1", day=1), cleared("E1", day=2), screened("E1", day=3)]
    assert closed(*history) == ["E1"]
    assert closed(*history, cleared("E1", day=4, examined=2)) == ["E1"]
    assert closed(*history, cleared("E1", day=4)) == []


@pytest.mark.parametrize("item", ["C1", "C5", "C6", "C8", "C14"])
def test_a_fact_that_does_not_change_is_not_locked_twice(item: str) -> None:
    assert closed(screened(item, day=1), cleared(item, day=2), screened(item, day=20)) == []


@pytest.mark.parametrize("item", ["C2", "C3", "C10", "C16"])
def test_anything_else_locks_again_when_it_is_said_again(item: str) -> None:
    assert closed(screened(item, day=1), cleared(item, day=2), screened(item, day=20)) == [item]


def test_saying_it_again_while_it_is_locked_asks_for_an_examination_after_that() -> None:
    history: list[CareRecord] = [screened("E1", day=1), screened("E1", day=5)]

    assert closed(*history, cleared("E1", day=6, examined=3)) == ["E1"]
    assert closed(*history, cleared("E1", day=6, examined=5)) == []


def test_a_trial_hold_opens_no_lock() -> None:
    assert closed(screened("E1", day=1), *PASSED) == ["E1"]


def test_a_correction_in_a_later_record_does_not_open_what_was_confirmed() -> None:
    later = msgspec.structs.replace(screened(day=2), corrected=("E1",))

    assert closed(screened("E1", day=1), later) == ["E1"]


def test_a_pending_answer_blocks_until_it_is_confirmed_or_corrected() -> None:
    waiting = msgspec.structs.replace(screened("E1", day=2), confirmed=False)
    corrected = msgspec.structs.replace(screened(day=2), corrected=("E1",))
    first = screened(day=1)

    rulings = allowed_exercises([first, waiting], FOUR)

    assert rulings["childs-pose"] == Blocked(
        ("One of your answers needs a person to check it first.",),
        ("you have confirmed your answer",),
    )
    assert closed(first, waiting, screened(day=3)) == ["E1"]
    assert closed(first, waiting, corrected) == []
    assert closed(first, waiting, screened("E1", day=2), corrected) == ["E1"]


def test_a_pending_answer_does_not_soften_a_lock_that_is_confirmed() -> None:
    sure = screened("E1", day=1)
    waiting = msgspec.structs.replace(screened("E1", day=2), confirmed=False)
    corrected = msgspec.structs.replace(screened(day=2), corrected=("E1",))

    assert closed(sure, waiting, corrected) == ["E1"]


def test_a_clock_that_was_set_back_does_not_lock_for_years() -> None:
    ahead = msgspec.structs.replace(screened("C3", day=1), day=may(1).replace(year=2031))

    assert closed(ahead, cleared("C3", day=3, examined=2)) == ["C3"]
    assert closed(ahead, cleared("C3", day=3, examined=3)) == []


def test_a_lock_of_an_item_that_todays_rules_do_not_know_still_holds() -> None:
    old = ScreenRecord(
        at_ms=at(1),
        day=may(1),
        rules=0,
        form=Form.FIRST,
        tier=Tier.EMERGENCY,
        items=("E77",),
        locks=("E77",),
        confirmed=True,
        complete=False,
        action=Action.AMBULANCE,
    )

    assert closed(old, screened(day=2)) == ["E77"]
    assert closed(old, cleared("E77", day=2)) == []
    shown = locked_now([old])
    assert shown is not None
    assert shown.action is Action.AMBULANCE


def test_what_is_shown_is_the_most_urgent_of_all_that_is_locked() -> None:
    history: list[CareRecord] = [screened("C3", day=1), screened("E7", day=2)]
    shown = locked_now(history)
    assert shown is not None
    assert (shown.tier, shown.action, shown.items) == (
        Tier.EMERGENCY,
        Action.SAME_DAY,
        ("C3", "E7"),
    )
    assert shown.since == may(2)

    history.append(cleared("E7", day=3))
    shown = locked_now(history)
    assert shown is not None
    assert (shown.tier, shown.action) == (Tier.CLINICIAN, None)

    history.append(cleared("C3", day=3))
    assert locked_now(history) is None


HISTORY = (screened("E1", day=5),)


def test_a_clearance_is_made_for_what_was_reported() -> None:
    found = clear(HISTORY, ("E1",), may(6), today=may(7), at_ms=at(7), exercises=FOUR)

    assert found == ClearanceRecord(at(7), may(7), 2, ("E1",), may(6), FOUR)


@pytest.mark.parametrize(
    ("items", "examined", "says"),
    [
        ((), 6, "name what the clinician has examined you for"),
        (("E2",), 6, "E2 was never reported"),
        (("E1",), 8, "the day is in the future"),
        (("E1",), 4, "before you reported it .2026-05-05."),
    ],
)
def test_a_clearance_that_could_not_open_anything_is_refused_in_plain_words(
    items: tuple[str, ...], examined: int, says: str
) -> None:
    with pytest.raises(CareError, match=says):
        clear(HISTORY, items, may(examined), today=may(7), at_ms=at(7))
