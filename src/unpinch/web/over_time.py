"""How it went, for the page: the sentence, small maps, table rows, numbers for the charts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString

from unpinch.care.dosing import Level
from unpinch.care.symptoms import LEGS, ZONE_NAMES, Feeling, Report, furthest
from unpinch.figure import legmap
from unpinch.journal.progress import DoseChange, Progress
from unpinch.journal.trend import LEAST_DAYS, MarkedDay, mapped
from unpinch.runtime import diary, symptoms
from unpinch.terms.side import Side
from unpinch.web import wording

UID = "legs"
MOST_MAPS = 6
LEAST_SPAN = timedelta(days=13)  # a chart of two days looks as if it knew something
SCALES = (
    ("numbness", "Numbness"),
    ("tingling", "Tingling"),
    ("leg_pain", "Leg pain"),
    ("back_pain", "Back pain"),
)
_LIBRARY = "vendor/uplot/uPlot.esm.js"


@dataclass(frozen=True)
class Gist:
    """One heading, and sentences under it. `missing`: how many more marked days it takes."""

    heading: str
    lines: tuple[str, ...]
    missing: int


@dataclass(frozen=True)
class Row:
    """One day, or one week. `rest` is how it was at rest; the pair is around a session."""

    day: date
    rest: Report | None = None
    before: Report | None = None
    after: Report | None = None
    sessions: int = 0
    held_ms: int = 0


@dataclass(frozen=True)
class Line:
    """One line of the tables. What is not known is a dash."""

    day: str
    left: str
    right: str
    ratings: tuple[str, ...]
    overall: str
    sessions: str
    held: str
    marked: bool


@dataclass(frozen=True)
class SmallMap:
    """One small map: its day, the picture, and what it shows in words, leg by leg."""

    day: str
    picture: SafeString
    left: str
    right: str


@dataclass(frozen=True)
class Activity:
    """One activity of the person's own choice: its first and last rating, and all between."""

    name: str
    says: str
    days: str


@dataclass(frozen=True)
class Happened:
    """A change of dose, or a stop rule that acted: when, what, and why."""

    at: date
    day: str
    says: str
    because: str


@cache
def charts_are_there() -> bool:
    """Whether set-up could fetch the chart library."""
    return finders.find(_LIBRARY) is not None


def gist(told: Progress) -> Gist:
    """The first sentence as the heading, the others under it."""
    marked = sum(mapped(one.report) for one in told.days)
    missing = max(0, LEAST_DAYS - marked)
    said = tuple(sentence.says for sentence in told.summary)
    if missing:
        return Gist(f"Not known yet: {wording.many(missing, 'more marked day')}.", said, missing)
    return Gist(said[0], said[1:], 0)


def shapes() -> SafeString:
    """What the small maps share."""
    return SafeString(legmap.shapes(uid=UID))


def maps(told: Progress) -> list[SmallMap]:
    """A few marked days, the first and the last among them, evenly apart."""
    days = told.days
    count = min(MOST_MAPS, len(days))
    steps = max(1, count - 1)
    picked = [days[round(at * (len(days) - 1) / steps)] for at in range(count)]
    return [_small(one) for one in picked]


def rows(told: Progress, *, weekly: bool) -> list[Row]:
    """Each day on which anything was marked or done, or each week; oldest first."""
    found: dict[date, Row] = {one.day: Row(one.day, rest=one.report) for one in told.days}
    for line in told.sessions:
        row = found.get(line.day, Row(line.day))
        found[line.day] = replace(
            row,
            before=row.before or line.before,
            after=row.after or line.after,
            sessions=row.sessions + 1,
            held_ms=row.held_ms + line.held_ms,
        )
    ordered = [found[day] for day in sorted(found)]
    return _by_week(ordered) if weekly else ordered


def table(found: Sequence[Row]) -> list[Line]:
    """All rows in words, the newest first."""
    return [_line(row) for row in reversed(found)]


def happened(told: Progress) -> list[Happened]:
    """Changes of dose and stops on one line of time."""
    names = {exercise: one.name for exercise, one in diary.library().items()}
    found = [Happened(one.day, short(one.day), _dose(one), one.because) for one in told.changes]
    found += [
        Happened(
            stop.day,
            short(stop.day),
            f"{names.get(stop.exercise, 'All exercises')}: left out.",
            stop.because,
        )
        for stop in told.stops
    ]
    return sorted(found, key=lambda one: one.at)


def activities(told: Progress) -> list[Activity]:
    """How hard the chosen activities were, at first and at last."""
    found = []
    for one in symptoms.activities_rated(told.since):
        (_, first), (_, last) = one.points[0], one.points[-1]
        says = f"{first} at first, {last} at last" if len(one.points) > 1 else f"{first}"
        days = ", ".join(f"{short(day)}: {hard}" for day, hard in one.points)
        found.append(Activity(one.name, f"{says}, of 10.", days))
    return found


def data(told: Progress, found: Sequence[Row]) -> dict[str, object]:
    """The numbers for the charts. What is not known is null."""
    return {
        "days": [_seconds(row.day) for row in found],
        "from": _seconds(min(told.since, told.until - LEAST_SPAN)),
        "to": _seconds(told.until),
        "reach": {side.value: [_depth(row, side) for row in found] for side in LEGS},
        "ratings": {
            field: {
                "before": [_rating(row.before or _alone(row), field) for row in found],
                "after": [_rating(row.after, field) for row in found],
            }
            for field, _ in SCALES
        },
        "held": [round(row.held_ms / 1000) if row.sessions else None for row in found],
        "changes": [_seconds(one.at) for one in happened(told)],
    }


def short(day: date) -> str:
    """4 Oct."""
    return f"{day.day} {day:%b}"


def between(since: date, until: date) -> str:
    """4 October to 22 November 2026."""
    if since == until:
        return f"{until.day} {until:%B %Y}"
    year = f" {since.year}" if since.year != until.year else ""
    return f"{since.day} {since:%B}{year} to {until.day} {until:%B %Y}"


def _by_week(days: Sequence[Row]) -> list[Row]:
    """What was marked last in each week, and what was done in all."""
    weeks: dict[date, list[Row]] = defaultdict(list)
    for row in days:
        weeks[row.day - timedelta(days=row.day.weekday())].append(row)
    return [
        replace(
            ([row for row in week if row.rest] or week)[-1],
            sessions=sum(row.sessions for row in week),
            held_ms=sum(row.held_ms for row in week),
        )
        for week in weeks.values()
    ]


def _small(one: MarkedDay) -> SmallMap:
    left, right = (_said(one.report, side) for side in LEGS)
    title = f"{short(one.day)}. Left leg: {left}. Right leg: {right}."
    legs = {side: one.report.leg(side) for side in LEGS}
    picture = legmap.small(legs, uid=UID, title=title)
    return SmallMap(short(one.day), SafeString(picture), left, right)


def _said(report: Report, side: Side) -> str:
    """ "numb: calf; tingling: foot"."""
    leg = report.leg(side)
    words = {Feeling.NUMBNESS: "numb", Feeling.TINGLING: "tingling"}
    parts = [f"{words[one]}: {', '.join(leg.marked(one))}" for one in Feeling if leg.marked(one)]
    return "; ".join(parts) or "nothing marked"


def _line(row: Row) -> Line:
    overall = row.after.overall if row.after else None
    return Line(
        day=short(row.day),
        left=_reach(row, Side.LEFT),
        right=_reach(row, Side.RIGHT),
        ratings=tuple(_pair(row, field) for field, _ in SCALES),
        overall="–" if overall is None else f"{overall:+d}" if overall else "0",
        sessions=str(row.sessions),
        held=wording.seconds(round(row.held_ms / 1000) * 1000) if row.sessions else "–",
        marked=row.rest is not None,
    )


def _reach(row: Row, side: Side) -> str:
    if row.rest is None:
        return "–"
    zone = furthest(row.rest.leg(side))
    return "nothing" if zone is None else ZONE_NAMES[zone]


def _pair(row: Row, field: str) -> str:
    """ "5, 4": before and after."""
    before, after = _rating(row.before or _alone(row), field), _rating(row.after, field)
    if before is None and after is None:
        return "–"
    return f"{'–' if before is None else before}, {'–' if after is None else after}"


def _alone(row: Row) -> Report | None:
    """A report of a day without a pair stands for before."""
    return row.rest if row.after is None else None


def _rating(report: Report | None, field: str) -> int | None:
    return getattr(report, field) if report else None


def _depth(row: Row, side: Side) -> int | None:
    """0 for nothing marked, then one more for each zone further down."""
    if row.rest is None:
        return None
    zone = furthest(row.rest.leg(side))
    return 0 if zone is None else int(zone) + 1


def _dose(change: DoseChange) -> str:
    was, now = change.was, change.now
    return f"{change.name}: {_levels(was, now)}."


def _levels(was: Level, now: Level) -> str:
    parts = []
    if was.hold_ms != now.hold_ms:
        parts.append(f"hold {was.hold_ms / 1000:g} to {wording.seconds(now.hold_ms)}")
    if was.repetitions != now.repetitions:
        parts.append(f"{wording.times(was.repetitions)} to {wording.times(now.repetitions)}")
    return ", ".join(parts)


def _seconds(day: date) -> int:
    """Noon of that day, as charts count; they are told that it is UTC."""
    return int(datetime.combine(day, time(12), UTC).timestamp())
