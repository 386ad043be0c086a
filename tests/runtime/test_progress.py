"""How it went, from the diary: only the weeks that are looked at, and never an old answer."""

from datetime import timedelta

import pytest

from tests.conftest import Clock
from tests.web.history import marked, weeks
from unpinch.journal.symptoms import Moment
from unpinch.runtime import symptoms
from unpinch.runtime.progress import progress

pytestmark = pytest.mark.usefixtures("diary")


def test_an_empty_diary_begins_today(clock: Clock) -> None:
    told = progress(12)

    assert told.since == told.until == clock.at.date()
    assert told.days == ()
    assert told.sessions == ()


def test_it_begins_with_the_first_day_or_so_many_weeks_ago(clock: Clock) -> None:
    begun = clock.at.date()
    weeks(clock, [3, 3])

    assert progress(12).since == progress(None).since == begun
    clock.pass_days(100)
    assert progress(12).since == clock.at.date() - timedelta(days=83)
    assert progress(None).since == begun


def test_a_new_answer_is_seen_at_once(clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, marked(3, numbness=5))
    assert len(progress(12).days) == 1

    clock.pass_days(1)
    symptoms.report(Moment.BEFORE, marked(3, numbness=5))

    assert len(progress(12).days) == 2
