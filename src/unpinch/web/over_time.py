"""The course of things for the page: small maps, table rows, and the numbers for the charts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString

from unpinch.care.symptoms import LEGS, ZONE_NAMES, Feeling, Report, furthest
from unpinch.exercises.model import Point
from unpinch.figure import legmap
from unpinch.journal.course import Course, DayRow, DoseChange
from unpinch.terms.side import Side
from unpinch.web import wording

UID = "legs"
MOST_MAPS = 6
SCALES = (
    ("numbness", "Numbness"),
    ("tingling", "Tingling"),
    ("leg_pain", "Leg pain"),
    ("back_pain", "Back pain"),
)
_LIBRARY = "vendor/uplot/uPlot.esm.js"


@dataclass(frozen=True)
class SmallMap:
    """One small map with its day."""

    day: str
    picture: SafeString


@dataclass(frozen=True)
class Row:
    """One row of the tables. Cells that are not known are a dash."""

    day: str
    left: str
    right: str
    ratings: tuple[str, ...]
    overall: str
    sessions: str
    held: str
    marked: bool


@dataclass(frozen=True)
class Change:
    """One change of a dose."""

    day: str
    says: str


@cache
def charts_are_there() -> bool:
    """Whether set-up could fetch the chart library."""
    return finders.find(_LIBRARY) is not None


def shapes() -> SafeString:
    """What the small maps share."""
    return SafeString(legmap.shapes(uid=UID))


def maps(course: Course) -> list[SmallMap]:
    """A few marked days, the first and the last among them, evenly apart."""
    rows = course.marked
    count = min(MOST_MAPS, len(rows))
    steps = max(1, count - 1)
    picked = [rows[round(at * (len(rows) - 1) / steps)] for at in range(count)]
    return [SmallMap(short(row.day), _small(row)) for row in picked]


def rows(course: Course) -> list[Row]:
    """All rows, the newest first."""
    return [_row(row) for row in reversed(course.days)]


def changes(course: Course) -> list[Change]:
    """What was changed about the dose, oldest first."""
    return [Change(short(one.day), _change(one)) for one in course.changes]


def data(course: Course) -> dict[str, object]:
    """The numbers for the charts. What is not known is null."""
    return {
        "days": [_seconds(row.day) for row in course.days],
        "from": _seconds(course.since),
        "to": _seconds(course.until),
        "reach": {side.value: [_depth(row, side) for row in course.days] for side in LEGS},
        "ratings": {
            field: {
                "before": [_rating(row.before or _alone(row), field) for row in course.days],
                "after": [_rating(row.after, field) for row in course.days],
            }
            for field, _ in SCALES
        },
        "held": [round(row.held_ms / 1000) if row.sessions else None for row in course.days],
        "changes": [_seconds(one.day) for one in course.changes],
    }


def short(day: date) -> str:
    """4 Oct."""
    return f"{day.day} {day:%b}"


def between(since: date, until: date) -> str:
    """4 October to 22 November 2026."""
    year = f" {since.year}" if since.year != until.year else ""
    return f"{since.day} {since:%B}{year} to {until.day} {until:%B} {until.year}"


def long(milliseconds: int) -> str:
    """45 seconds; 12 minutes."""
    if milliseconds < 120_000:
        return wording.seconds(round(milliseconds / 1000) * 1000)
    return f"{round(milliseconds / 60_000)} minutes"


def _small(row: DayRow) -> SafeString:
    report = row.at_rest or Report()
    title = f"{short(row.day)}. Left leg: {_said(report, Side.LEFT)}. "
    title += f"Right leg: {_said(report, Side.RIGHT)}."
    legs = {side: report.leg(side) for side in LEGS}
    return SafeString(legmap.small(legs, uid=UID, title=title))


def _said(report: Report, side: Side) -> str:
    """ "numb: calf; tingling: foot"."""
    leg = report.leg(side)
    words = {Feeling.NUMBNESS: "numb", Feeling.TINGLING: "tingling"}
    parts = [
        f"{words[each]}: {', '.join(leg.marked(each))}" for each in Feeling if leg.marked(each)
    ]
    return "; ".join(parts) or "nothing marked"


def _row(row: DayRow) -> Row:
    overall = row.after.overall if row.after else None
    return Row(
        day=short(row.day),
        left=_reach(row, Side.LEFT),
        right=_reach(row, Side.RIGHT),
        ratings=tuple(_pair(row, field) for field, _ in SCALES),
        overall="–" if overall is None else f"{overall:+d}" if overall else "0",
        sessions=str(row.sessions),
        held=wording.seconds(round(row.held_ms / 1000) * 1000) if row.sessions else "–",
        marked=row.at_rest is not None,
    )


def _reach(row: DayRow, side: Side) -> str:
    if row.at_rest is None:
        return "–"
    zone = furthest(row.at_rest.leg(side))
    return "nothing" if zone is None else ZONE_NAMES[zone]


def _pair(row: DayRow, field: str) -> str:
    """ "5, 4": before and after."""
    before, after = _rating(row.before or _alone(row), field), _rating(row.after, field)
    if before is None and after is None:
        return "–"
    return f"{'–' if before is None else before}, {'–' if after is None else after}"


def _alone(row: DayRow) -> Report | None:
    """A report of a day without a session counts as before; one after a session does not."""
    return row.at_rest if row.after is None else None


def _rating(report: Report | None, field: str) -> int | None:
    return getattr(report, field) if report else None


def _depth(row: DayRow, side: Side) -> int | None:
    """0 for nothing marked, then one more for each zone further down."""
    if row.at_rest is None:
        return None
    zone = furthest(row.at_rest.leg(side))
    return 0 if zone is None else int(zone) + 1


def _change(change: DoseChange) -> str:
    if change.now is None:
        return f"{change.name}: left out. You chose so."
    if change.was is None:
        return f"{change.name}: taken up again. You chose so."
    return f"{change.name}: {_point(change.was, change.now)}. You chose so."


def _point(was: Point, now: Point) -> str:
    parts = []
    if was.hold_ms != now.hold_ms:
        parts.append(f"hold {was.hold_ms / 1000:g} to {wording.seconds(now.hold_ms)}")
    if was.repetitions != now.repetitions:
        parts.append(f"{wording.times(was.repetitions)} to {wording.times(now.repetitions)}")
    return ", ".join(parts) or "another form of it"


def _seconds(day: date) -> int:
    """Noon of that day, as charts count; they are told that it is UTC."""
    return int(datetime.combine(day, time(12), UTC).timestamp())
