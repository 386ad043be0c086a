"""The short answer of the next morning: less, the same, more."""

import pytest

from tests.care.made import at, may
from tests.care.sessions import CALF4, felt
from unpinch.care.felt import Colour, Compared, Felt, verdict
from unpinch.care.symptoms import Report


def answered(compared: Compared, before: Report | None = CALF4, *, days_later: int = 1) -> Felt:
    told = felt(1, before=before, morning=None)
    return Felt(
        session=told.session,
        at_ms=told.at_ms,
        day=told.day,
        done=told.done,
        before=told.before,
        after=told.after,
        morning_day=may(1 + days_later),
        morning_at_ms=at(1 + days_later, 600),
        compared=compared,
    )


@pytest.mark.parametrize("compared", [Compared.LESS, Compared.SAME])
def test_less_or_the_same_next_morning_is_enough_for_green(compared: Compared) -> None:
    assert verdict(answered(compared)).colour is Colour.GREEN


@pytest.mark.parametrize("before", [CALF4, None])
def test_more_next_morning_is_red_even_if_nothing_was_asked_before(before: Report | None) -> None:
    found = verdict(answered(Compared.MORE, before))

    assert found.colour is Colour.RED
    assert found.known_ms == at(2, 600)


@pytest.mark.parametrize("compared", list(Compared))
def test_an_answer_two_days_later_tells_nothing_about_that_session(compared: Compared) -> None:
    assert verdict(answered(compared, days_later=2)).colour is Colour.UNKNOWN


def test_an_activity_may_be_left_unrated() -> None:
    assert Report(activities=(3, None, 7)).activities == (3, None, 7)
