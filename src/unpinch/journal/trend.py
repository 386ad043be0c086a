"""Which way it went between the first and the last marked days. Pure.

One day proves nothing: drawings and ratings wander by themselves. So the middle of
the first three marked days is held against the middle of the last three, by the
same rule that compares two reports. With fewer days nothing is said.
"""

from collections.abc import Sequence
from datetime import date
from statistics import median_low
from uuid import UUID

import msgspec

from unpinch.care.symptoms import (
    AREA_CHANGE_PERCENT,
    LEGS,
    RATING_CHANGE,
    Feeling,
    Leg,
    Patch,
    Report,
    Scale,
    Way,
    Zone,
    area,
    furthest,
    way,
)
from unpinch.terms.side import Side

# Ours: the least number of which a middle one can outvote a stray one.
AT_EACH_END = 3
LEAST_DAYS = 2 * AT_EACH_END
# One patch for each zone, for the leg that stands for several.
_PATCH = {
    Zone.BACK: Patch.LOW_BACK,
    Zone.BUTTOCK: Patch.BUTTOCK,
    Zone.THIGH: Patch.THIGH_BACK,
    Zone.CALF: Patch.CALF,
    Zone.FOOT: Patch.SOLE,
}
_NOWHERE = -1


class MarkedDay(msgspec.Struct, frozen=True):
    """The day's report before a session, or else of the morning; and the entry it is from.

    `mapped`: its map tells something.
    """

    day: date
    key: UUID
    report: Report
    mapped: bool


class Reach(msgspec.Struct, frozen=True):
    """How far down one feeling reached, at first and at last; None is nowhere.

    `larger` and `smaller` are true only for more than what repeated drawings differ by.
    """

    feeling: Feeling
    first: Zone | None
    last: Zone | None
    larger: bool
    smaller: bool


class LegCourse(msgspec.Struct, frozen=True):
    """One leg. `way` is None where too few days are marked."""

    side: Side
    way: Way | None
    reaches: tuple[Reach, ...]

    @property
    def marked(self) -> bool:
        """Whether anything was there at first or at last."""
        return any(reach.first is not None or reach.last is not None for reach in self.reaches)


class RatingCourse(msgspec.Struct, frozen=True):
    """One scale: the middle of the first and of the last rated days; None if too few."""

    scale: Scale
    days: int
    first: int | None
    last: int | None

    @property
    def changed(self) -> int | None:
        """Points up or down by at least what counts as a change; 0 for less."""
        if self.first is None or self.last is None:
            return None
        points = self.last - self.first
        return points if abs(points) >= RATING_CHANGE else 0


def mapped(report: Report) -> bool:
    """Whether the map tells anything: an empty one only does if nothing was felt either."""
    if any(report.leg(side).marked(feeling) for side in LEGS for feeling in Feeling):
        return True
    return report.numbness == 0 and report.tingling == 0


def leg_course(days: Sequence[MarkedDay], side: Side) -> LegCourse:
    """One leg over these days, which are in order."""
    known = [one.report for one in days if one.mapped]
    if len(known) < LEAST_DAYS:
        return LegCourse(side, None, ())
    first, last = known[:AT_EACH_END], known[-AT_EACH_END:]
    then, now = _typical(first), _typical(last)
    reaches = tuple(_reach(first, last, side, feeling) for feeling in Feeling)
    return LegCourse(side, way(then, now, side), reaches)


def rating_course(days: Sequence[MarkedDay], scale: Scale) -> RatingCourse:
    """One scale over these days, which are in order."""
    known = [points for one in days if (points := one.report.rating(scale)) is not None]
    if len(known) < LEAST_DAYS:
        return RatingCourse(scale, len(known), None, None)
    first, last = known[:AT_EACH_END], known[-AT_EACH_END:]
    return RatingCourse(scale, len(known), median_low(first), median_low(last))


def _typical(reports: Sequence[Report]) -> Report:
    """One report that stands for several: the middle of each of their answers."""
    legs = {
        side: Leg(
            numb=_patches(reports, side, Feeling.NUMBNESS),
            tingling=_patches(reports, side, Feeling.TINGLING),
        )
        for side in LEGS
    }
    return Report(
        left=legs[Side.LEFT],
        right=legs[Side.RIGHT],
        leg_pain=_middle(reports, Scale.LEG_PAIN),
        back_pain=_middle(reports, Scale.BACK_PAIN),
        numbness=_middle(reports, Scale.NUMBNESS),
        tingling=_middle(reports, Scale.TINGLING),
    )


def _patches(reports: Sequence[Report], side: Side, feeling: Feeling) -> tuple[Patch, ...]:
    zone = _zone(reports, side, feeling)
    return () if zone is None else (_PATCH[zone],)


def _middle(reports: Sequence[Report], scale: Scale) -> int | None:
    """The middle of the ratings, if most of the reports have one."""
    known = [points for report in reports if (points := report.rating(scale)) is not None]
    return median_low(known) if 2 * len(known) > len(reports) else None


def _zone(reports: Sequence[Report], side: Side, feeling: Feeling) -> Zone | None:
    depth = median_low(
        [
            _NOWHERE if (zone := furthest(report.leg(side), feeling)) is None else int(zone)
            for report in reports
        ]
    )
    return None if depth == _NOWHERE else Zone(depth)


def _reach(first: Sequence[Report], last: Sequence[Report], side: Side, feeling: Feeling) -> Reach:
    then, now = (
        median_low([area(report.leg(side), feeling) for report in reports])
        for reports in (first, last)
    )
    return Reach(
        feeling=feeling,
        first=_zone(first, side, feeling),
        last=_zone(last, side, feeling),
        larger=now * 100 > then * (100 + AREA_CHANGE_PERCENT),
        smaller=now * 100 < then * (100 - AREA_CHANGE_PERCENT),
    )
