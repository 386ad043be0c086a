"""Each row of Progress as it stands in the tables and in the charts.

A row is drawn once and kept: a new answer changes one day of many. It is written without
a template, which would take ten times as long.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString

from unpinch.care.symptoms import LEGS, ZONE_NAMES, Report, furthest
from unpinch.terms.side import Side
from unpinch.web import wording
from unpinch.web.rows import Row

SCALES = (
    ("numbness", "Numbness"),
    ("tingling", "Tingling"),
    ("leg_pain", "Leg pain"),
    ("back_pain", "Back pain"),
)
_UNKNOWN = "–"
# The days of a year with some to spare.
_KEPT = 500


@dataclass(frozen=True)
class Point:
    """The numbers of one row for the charts, legs and scales in their order; None is not known."""

    reach: tuple[int | None, ...]
    before: tuple[int | None, ...]
    after: tuple[int | None, ...]
    held_s: int | None


@dataclass(frozen=True)
class Drawn:
    """One row in each of the tables; empty where it has nothing to say there."""

    reach: str
    strong: str
    did: str
    point: Point


@dataclass(frozen=True)
class Tables:
    """The bodies of the tables, the newest row first."""

    reach: SafeString
    strong: SafeString
    did: SafeString


def tables(found: Iterable[Row]) -> Tables:
    """All rows in words."""
    lines = [drawn(row) for row in found][::-1]
    return Tables(
        reach=SafeString("".join(line.reach for line in lines)),
        strong=SafeString("".join(line.strong for line in lines)),
        did=SafeString("".join(line.did for line in lines)),
    )


@lru_cache(maxsize=_KEPT)
def drawn(row: Row) -> Drawn:
    """One row. What is not known is a dash."""
    day, point = wording.short_day(row.day), _point(row)
    pairs = [_pair(*each) for each in zip(point.before, point.after, strict=True)]
    held = _UNKNOWN if point.held_s is None else wording.seconds(point.held_s * 1000)
    return Drawn(
        reach=_line((day, *(_zone(row.rest, side) for side in LEGS))) if row.rest else "",
        strong=_line((day, *pairs, _overall(row))),
        did=_line((day, str(row.sessions), held)),
        point=point,
    )


def _point(row: Row) -> Point:
    return Point(
        reach=tuple(_depth(row.rest, side) for side in LEGS),
        before=tuple(_rating(row.first, field) for field, _ in SCALES),
        after=tuple(_rating(row.after, field) for field, _ in SCALES),
        held_s=round(row.held_ms / 1000) if row.sessions else None,
    )


def _line(cells: Sequence[str]) -> str:
    head, *rest = map(escape, cells)
    return f'<tr><th scope="row">{head}</th><td>{"</td><td>".join(rest)}</td></tr>'


def _zone(report: Report, side: Side) -> str:
    zone = furthest(report.leg(side))
    return "nothing" if zone is None else ZONE_NAMES[zone]


def _depth(report: Report | None, side: Side) -> int | None:
    """0 for nothing marked, then one more for each zone further down."""
    if report is None:
        return None
    zone = furthest(report.leg(side))
    return 0 if zone is None else int(zone) + 1


def _pair(before: int | None, after: int | None) -> str:
    """ "5, 4": before and after."""
    if before is None and after is None:
        return _UNKNOWN
    first, second = (_UNKNOWN if one is None else str(one) for one in (before, after))
    return f"{first}, {second}"


def _overall(row: Row) -> str:
    overall = row.after.overall if row.after else None
    if overall is None:
        return _UNKNOWN
    return f"{overall:+d}" if overall else "0"


def _rating(report: Report | None, field: str) -> int | None:
    return getattr(report, field) if report else None
