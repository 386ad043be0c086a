"""Which form comes before a session."""

import msgspec
import pytest

from tests.care.made import at, cleared, may, screened
from unpinch.care.due import form_due
from unpinch.care.records import CareRecord
from unpinch.care.words import Form
from unpinch.terms.event import PainKind

HOUR = 60


def due(*records: CareRecord, day: int, minute: int = 0, began: int | None = None) -> Form | None:
    return form_due(records, now_ms=at(day, minute), today=may(day), session_began_ms=began)


def test_before_first_use_it_is_the_full_form() -> None:
    assert due(day=1) is Form.FIRST


def test_the_full_form_serves_for_the_session_that_follows_it() -> None:
    assert due(screened(day=1), day=1, minute=HOUR) is None
    assert due(screened(day=1), day=1, minute=HOUR + 1) is Form.SHORT


def test_before_every_later_session_it_is_the_short_form() -> None:
    history: list[CareRecord] = [screened(day=1), screened(form=Form.SHORT, day=2)]

    assert due(*history[:1], day=2) is Form.SHORT
    assert due(*history, day=2, minute=30) is None
    assert due(*history, day=3) is Form.SHORT


def test_one_form_does_not_serve_two_sessions() -> None:
    assert due(screened(day=1), day=1, minute=30, began=at(1, 5)) is Form.SHORT


def test_a_clock_that_was_set_back_does_not_make_an_old_form_fresh() -> None:
    history: list[CareRecord] = [screened(day=1), screened(form=Form.SHORT, day=9)]

    assert due(*history, day=5) is Form.SHORT


def test_a_full_form_from_a_day_that_is_still_to_come_does_not_count() -> None:
    assert due(screened(day=9), day=8) is Form.FIRST
    assert due(screened(day=9), screened(form=Form.SHORT, day=5), day=5) is Form.FIRST
    assert due(screened(day=9), day=9) is None


def test_the_full_form_comes_back_after_twelve_weeks() -> None:
    first = screened(day=1)
    short = msgspec.structs.replace(screened(form=Form.SHORT), at_ms=at(90))

    def on(month: int, day: int) -> Form | None:
        return form_due([first, short], now_ms=at(90), today=may(day).replace(month=month))

    assert on(7, 23) is None
    assert on(7, 24) is Form.FIRST


def test_the_full_form_comes_back_with_new_rules() -> None:
    old = msgspec.structs.replace(screened(day=1), rules=0)

    assert due(old, day=1) is Form.FIRST


def test_a_form_that_ended_in_an_emergency_was_not_asked_to_its_end() -> None:
    assert due(screened("E1", day=1), cleared("E1", day=2), day=2) is Form.FIRST
    history: list[CareRecord] = [
        screened(day=1),
        screened("E1", form=Form.SHORT, day=2),
        cleared("E1", day=2),
    ]
    assert due(*history, day=2) is Form.SHORT


def test_while_anything_is_locked_no_form_is_due() -> None:
    assert due(screened("C3", day=1), day=2) is None


@pytest.mark.parametrize("kind", [PainKind.SHARP, PainKind.SPREADING, PainKind.ALARM])
def test_a_dangerous_hurt_that_no_form_has_followed_comes_first(kind: PainKind) -> None:
    history: list[CareRecord] = [screened(day=1)]

    assert form_due(history, now_ms=at(1), today=may(1), hurt=kind) is Form.WORSE
    assert form_due(history, now_ms=at(1), today=may(1), hurt=PainKind.STRETCH) is None
