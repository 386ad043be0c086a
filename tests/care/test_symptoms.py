"""What is derived from two reports: how far down, which way, how large."""

import pytest

from tests.care.made import report
from unpinch.care.symptoms import (
    AREA_CHANGE_PERCENT,
    SHARE_OF,
    ZONE_NAMES,
    ZONE_OF,
    Feeling,
    Leg,
    Patch,
    Report,
    Scale,
    Way,
    Zone,
    area,
    area_larger,
    furthest,
    highest_rise,
    rise,
    way,
)
from unpinch.care.words import CareError
from unpinch.terms.side import Side

#  patch                         zone
ZONES = [
    (Patch.LOW_BACK, 0),
    (Patch.BUTTOCK, 1),
    (Patch.HIP_FRONT, 1),
    (Patch.THIGH_FRONT, 2),
    (Patch.THIGH_BACK, 2),
    (Patch.SHIN, 3),
    (Patch.CALF, 3),
    (Patch.FOOT_TOP, 4),
    (Patch.SOLE, 4),
]
NOTHING, THIGH, CALF, FOOT = (
    report(),
    report(Patch.THIGH_BACK),
    report(Patch.CALF),
    report(Patch.CALF, Patch.SOLE),
)


@pytest.mark.parametrize(("patch", "zone"), ZONES)
def test_each_patch_lies_in_its_zone(patch: Patch, zone: int) -> None:
    assert ZONE_OF[patch] == zone


def test_every_patch_has_a_zone_and_a_share_and_every_zone_a_name() -> None:
    assert {row[0] for row in ZONES} == set(Patch) == set(ZONE_OF) == set(SHARE_OF)
    assert set(ZONE_NAMES) == set(Zone)
    assert sum(SHARE_OF.values()) == 100


def test_the_furthest_zone_is_the_lowest_of_either_feeling() -> None:
    leg = Leg(numb=(Patch.THIGH_BACK, Patch.BUTTOCK), tingling=(Patch.SOLE,))

    assert furthest(leg) is Zone.FOOT
    assert furthest(leg, Feeling.NUMBNESS) is Zone.THIGH
    assert furthest(Leg()) is None


@pytest.mark.parametrize(
    ("before", "after", "went"),
    [
        (CALF, THIGH, Way.RETREATING),
        (CALF, NOTHING, Way.RETREATING),
        (CALF, CALF, Way.SAME),
        (NOTHING, NOTHING, Way.SAME),
        (THIGH, CALF, Way.MOVING_DOWN),
        (NOTHING, THIGH, Way.MOVING_DOWN),
        (CALF, report(Patch.SHIN), Way.SAME),  # the same zone
        (CALF, report(Patch.THIGH_BACK, pain=6), Way.SAME),  # nearer, but stronger
        (CALF, report(Patch.THIGH_BACK, pain=5), Way.RETREATING),
        (CALF, report(Patch.THIGH_BACK, pain=None), Way.RETREATING),
        (CALF, report(Patch.SOLE, pain=0), Way.MOVING_DOWN),  # weaker, but further
    ],
)
def test_the_way_it_went_follows_from_the_zones(before: Report, after: Report, went: Way) -> None:
    assert way(before, after, Side.LEFT) is went
    assert way(before, after, Side.RIGHT) is Way.SAME


def test_one_feeling_further_down_is_moving_down_even_if_the_other_reaches_further() -> None:
    before = Report(left=Leg(numb=(Patch.SOLE,), tingling=(Patch.THIGH_BACK,)))
    after = Report(left=Leg(numb=(Patch.SOLE,), tingling=(Patch.CALF,)))

    assert way(before, after, Side.LEFT) is Way.MOVING_DOWN


def test_front_and_back_of_a_leg_add_up_to_its_area() -> None:
    leg = Leg(numb=(Patch.THIGH_FRONT, Patch.THIGH_BACK))

    assert area(leg, Feeling.NUMBNESS) == 36
    assert area(leg, Feeling.TINGLING) == 0


def test_an_area_counts_as_changed_only_above_forty_per_cent() -> None:
    thigh = Leg(numb=(Patch.THIGH_BACK,))  # 18
    with_foot = Leg(numb=(Patch.THIGH_BACK, Patch.SOLE))  # 24: a third more
    with_calf = Leg(numb=(Patch.THIGH_BACK, Patch.CALF))  # 31: 72 per cent more

    assert AREA_CHANGE_PERCENT == 40
    assert not area_larger(thigh, with_foot, Feeling.NUMBNESS)
    assert area_larger(thigh, with_calf, Feeling.NUMBNESS)
    assert not area_larger(with_calf, thigh, Feeling.NUMBNESS)
    assert area_larger(Leg(), thigh, Feeling.NUMBNESS)
    assert not area_larger(Leg(), Leg(), Feeling.NUMBNESS)


def test_exactly_forty_per_cent_is_no_change() -> None:
    before = Leg(numb=(Patch.BUTTOCK, Patch.BUTTOCK)[:1])  # 10

    assert not area_larger(before, Leg(numb=(Patch.LOW_BACK, Patch.SOLE)), Feeling.NUMBNESS)  # 14


def test_a_rise_is_unknown_where_a_rating_is_missing() -> None:
    before, after = report(pain=3), Report(leg_pain=5)

    assert rise(before, after, Scale.LEG_PAIN) == 2
    assert rise(before, after, Scale.TINGLING) is None
    assert highest_rise(before, after) == 2
    assert highest_rise(before, Report()) is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: Report(leg_pain=11), "leg pain: 11 is not from 0 to 10"),
        (lambda: Report(tingling=-1), "tingling: -1 is not from 0 to 10"),
        (lambda: Report(activities=(1, 2, 3, 4)), "three at the most"),
        (lambda: Report(activities=(12,)), "activity: 12"),
        (lambda: Report(overall=4), "overall: 4 is not from -3 to 3"),
        (lambda: Leg(numb=(Patch.SOLE, Patch.SOLE)), "marked twice"),
        (lambda: Report().leg(Side.BOTH), "the left or the right leg"),
    ],
)
def test_what_cannot_be_is_refused(wrong, says: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CareError, match=says):
        wrong()
