"""Sessions derived from entries."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.plans import plan
from unpinch.journal.day import day_of, week_until
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Reached, sessions, tape
from unpinch.session import script, summary
from unpinch.session.state import State
from unpinch.terms.event import Hurts, PainKind, Paused, Started

SESSION = UUID(int=7)
MORNING = datetime(2026, 11, 22, 10, tzinfo=UTC)


def entry(kind: Kind, body: object, seconds: int = 0, session: UUID = SESSION) -> Entry:
    at = MORNING + timedelta(seconds=seconds)
    return Entry(
        key=uuid4(),
        kind=kind,
        at=at,
        day=at.date(),
        session=session,
        body=msgspec.Raw(msgspec.json.encode(body)),
    )


def begun() -> list[Entry]:
    return [entry(Kind.SESSION_STARTED, plan()), entry(Kind.SESSION_EVENT, Started(0))]


def test_an_open_session_is_told_as_far_as_it_got() -> None:
    told = sessions([*begun(), entry(Kind.SESSION_REACHED, Reached(47_000), 47)])

    assert told[0].ending == "open"
    assert told[0].summary.exercises[0].held_right_ms == 15_000
    assert told[0].summary.exercises[0].held_left_ms == 0


def test_what_an_ended_session_says_of_itself_counts() -> None:
    last = summary(script(plan()), State())
    told = sessions([*begun(), entry(Kind.SESSION_ENDED, last, 90)])

    assert told[0].summary == last


def test_a_late_delivery_ends_a_session_again_and_the_last_word_counts() -> None:
    first = summary(script(plan()), State(at_ms=1))
    last = summary(script(plan()), State(at_ms=2))
    entries = [*begun(), entry(Kind.SESSION_ENDED, last, 95), entry(Kind.SESSION_ENDED, first, 90)]

    assert sessions(entries)[0].summary.lasted_ms == 2


def test_a_session_without_a_beginning_is_not_told() -> None:
    assert sessions([entry(Kind.SESSION_EVENT, Started(0))]) == ()
    with pytest.raises(ValueError, match="no beginning"):
        tape([entry(Kind.SESSION_EVENT, Started(0))])


@given(st.integers(0, 1000))
def test_the_order_of_entries_makes_no_difference(seed: int) -> None:
    other = UUID(int=9)
    entries = [
        *begun(),
        entry(Kind.SESSION_EVENT, Paused(20_000), 20),
        entry(Kind.SESSION_EVENT, Hurts(46_000, kind=PainKind.SHARP), 46),
        entry(Kind.SESSION_REACHED, Reached(45_000), 45),
        entry(Kind.SESSION_STARTED, plan(), 500, other),
        entry(Kind.SESSION_EVENT, Started(0), 500, other),
    ]
    shuffled = [*entries]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - any order will do

    assert sessions(shuffled) == sessions(entries)


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 11, 22, 3, 59, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 22, 4, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2027, 1, 1, 0, 30, tzinfo=UTC), date(2026, 12, 31)),
    ],
)
def test_the_day_rolls_over_at_four_in_the_morning(local: datetime, day: date) -> None:
    assert day_of(local) == day


def test_a_week_is_seven_days_and_ends_today() -> None:
    week = week_until(date(2026, 11, 22))

    assert (len(week), week[0], week[-1]) == (7, date(2026, 11, 16), date(2026, 11, 22))
