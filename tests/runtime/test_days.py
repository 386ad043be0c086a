"""The days of the diary: what was worked out before is what all entries together would give."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import KEEPS_A_FIXTURE, Clock
from tests.web.history import marked
from tests.web.kept import keep
from unpinch.care.felt import Compared
from unpinch.exercises.choosing import Choice
from unpinch.journal.activities import activity_lists
from unpinch.journal.entry import Kind
from unpinch.journal.progress import over, progress
from unpinch.journal.sessions import Reached
from unpinch.journal.store import shelf
from unpinch.journal.symptoms import Moment
from unpinch.runtime import clock as real_clock
from unpinch.runtime import days, diary, symptoms
from unpinch.terms.event import Hurts, LeftOut, PainKind, Started

pytestmark = pytest.mark.usefixtures("diary")


class _Life:
    """A diary that grows by one act after the other. Every public method is an act."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._sessions, self._open = clock, list[UUID](), list[UUID]()

    def before(self, depth: int) -> None:
        symptoms.report(Moment.BEFORE, marked(depth, numbness=depth + 1))

    def session(self, depth: int) -> None:
        self._sessions.append(keep(self._clock, LeftOut(62_000 + depth), minutes=3))

    def session_left_open(self, depth: int) -> None:
        number = UUID(int=len(self._open) + 1)
        diary.write(Kind.SESSION_STARTED, diary.plan(), of_session=number)
        diary.write(Kind.SESSION_EVENT, Started(depth), of_session=number)
        self._open.append(number)

    def open_one_hurts(self, depth: int) -> None:
        for number in self._open[:1]:
            hurt = Hurts(40_000 + depth, kind=PainKind.STRETCH)
            diary.write(Kind.SESSION_EVENT, hurt, of_session=number)

    def open_one_got_further(self, depth: int) -> None:
        for number in self._open[-1:]:
            diary.write(Kind.SESSION_REACHED, Reached(90_000 + depth), of_session=number)

    def after(self, depth: int) -> None:
        for session in self._sessions[-1:]:
            symptoms.report(Moment.AFTER, marked(depth, numbness=depth + 1), session=session)

    def morning(self, depth: int) -> None:
        for session in self._sessions[:1]:
            symptoms.compare(session, list(Compared)[depth % 3])

    def other_dose(self, depth: int) -> None:
        diary.choose((Choice(exercise="knees-to-chest", hold_ms=15_000 + 5_000 * depth),))

    def other_activities(self, depth: int) -> None:
        symptoms.choose_activities([f"stairs {depth}"])

    def days_pass(self, depth: int) -> None:
        self._clock.pass_days(depth + 1)


ACTS = st.sampled_from([name for name in vars(_Life) if not name.startswith("_")])
# After each act somebody looks so many days back: those are known before the rest comes.
LOOKS = st.sampled_from([0, 7, 100, 100, 100])


def _today() -> date:
    return real_clock.local_now().date()


@settings(
    max_examples=60,
    suppress_health_check=KEEPS_A_FIXTURE,
)
@given(st.lists(st.tuples(ACTS, st.integers(0, 4), LOOKS), max_size=25), st.integers(0, 60))
def test_days_known_before_say_what_all_entries_together_say(
    clock: Clock, acts: list[tuple[str, int, int]], back: int
) -> None:
    _empty()
    life = _Life(clock)
    for what, depth, look in acts:
        clock.pass_ms(3_600_000)
        getattr(life, what)(depth)
        days.since(_today() - timedelta(days=look))
    today = _today()
    since = today - timedelta(days=back)
    lists = activity_lists(shelf.all_of(Kind.ACTIVITIES))

    known = over(days.since(since), lists, since=since, until=today)
    days.forget()
    anew = over(days.since(since), lists, since=since, until=today)

    assert known == anew
    everything = list(shelf.everything())
    first = date.min
    whole = over(days.since(first), lists, since=first, until=today)
    assert whole == progress(everything, since=first, until=today)


def test_another_diary_in_the_same_place_is_read_from_its_beginning(clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, marked(3, numbness=5))
    assert len(days.since(date.min)) == 1

    _empty()
    clock.pass_days(1)
    symptoms.report(Moment.BEFORE, marked(2, numbness=4))

    [only] = days.since(date.min)
    assert only.day == _today()


def test_a_day_that_nothing_came_in_for_is_not_worked_out_again(clock: Clock) -> None:
    for _ in range(3):
        symptoms.report(Moment.BEFORE, marked(3, numbness=5))
        clock.pass_days(1)
    before = days.since(date.min)
    symptoms.report(Moment.BEFORE, marked(3, numbness=5))

    after = days.since(date.min)

    assert [now is was for now, was in zip(after, before, strict=False)] == [True] * 3
    assert len(after) == 4


def _empty() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_entryrow")
