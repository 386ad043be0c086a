"""Which way it went: one stray day decides nothing, and too few days say nothing."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.care.made import report
from tests.care.test_response_laws import LEGS, RATING
from unpinch.care.symptoms import Patch, Report, Scale, Way
from unpinch.journal.trend import LEAST_DAYS, MarkedDay, leg_course, mapped, rating_course
from unpinch.terms.side import Side

FOOT, CALF, THIGH = report(Patch.SOLE), report(Patch.CALF), report(Patch.THIGH_BACK)
REPORTS = st.builds(
    Report, left=LEGS, right=LEGS, leg_pain=RATING, numbness=RATING, tingling=RATING
)


def days(*reports: Report) -> list[MarkedDay]:
    first = date(2026, 9, 1)
    return [
        MarkedDay(first + timedelta(days=number), UUID(int=number), each, mapped(each))
        for number, each in enumerate(reports)
    ]


def test_from_foot_to_calf_is_retreating() -> None:
    course = leg_course(days(FOOT, FOOT, FOOT, CALF, CALF, CALF), Side.LEFT)

    assert course.way is Way.RETREATING


def test_one_stray_day_at_the_end_decides_nothing() -> None:
    assert leg_course(days(*[CALF] * 5, FOOT), Side.LEFT).way is Way.SAME
    assert leg_course(days(*[CALF] * 5, THIGH), Side.LEFT).way is Way.SAME


def test_two_of_the_last_three_days_further_down_count() -> None:
    assert leg_course(days(*[CALF] * 4, FOOT, FOOT), Side.LEFT).way is Way.MOVING_DOWN


def test_nearer_but_stronger_is_the_same() -> None:
    stronger = report(Patch.CALF, pain=6)

    assert leg_course(days(*[FOOT] * 3, *[stronger] * 3), Side.LEFT).way is Way.SAME


def test_an_empty_map_counts_only_if_nothing_was_felt() -> None:
    passed_over, gone = Report(numbness=4), Report(numbness=0, tingling=0)

    assert leg_course(days(*[CALF] * 4, passed_over, passed_over), Side.LEFT).way is None
    assert leg_course(days(*[CALF] * 3, *[gone] * 3), Side.LEFT).way is Way.RETREATING


@given(st.lists(REPORTS, max_size=LEAST_DAYS - 1))
def test_with_too_few_days_nothing_is_said(reports: list[Report]) -> None:
    assert leg_course(days(*reports), Side.LEFT).way is None
    assert rating_course(days(*reports), Scale.NUMBNESS).changed is None


@given(st.lists(REPORTS, min_size=LEAST_DAYS, max_size=12))
def test_what_went_one_way_goes_the_other_way_backwards(reports: list[Report]) -> None:
    there = rating_course(days(*reports), Scale.NUMBNESS).changed
    back = rating_course(days(*reversed(reports)), Scale.NUMBNESS).changed

    assert (there is None and back is None) or there == -(back or 0)


def test_one_point_is_no_change() -> None:
    course = rating_course(days(*[report(pain=4)] * 3, *[report(pain=5)] * 3), Scale.NUMBNESS)

    assert course.changed == 0
