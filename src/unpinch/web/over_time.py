"""How it went, for the page: the sentence, small maps, what changed, numbers for the charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString

from unpinch.care.dosing import Level
from unpinch.care.symptoms import LEGS, Feeling, Report
from unpinch.figure import legmap
from unpinch.journal.changes import DoseChange
from unpinch.journal.progress import Progress
from unpinch.journal.trend import LEAST_DAYS, MarkedDay
from unpinch.runtime import diary
from unpinch.terms.side import Side
from unpinch.web import tables, wording
from unpinch.web.rows import Row

UID = "legs"
MOST_MAPS = 6
MOST_ON_PAPER = 8
LEAST_SPAN = timedelta(days=13)  # a chart of two days looks as if it knew something
_LIBRARY = "vendor/uplot/uPlot.esm.js"


@dataclass(frozen=True)
class Gist:
    """One heading, and sentences under it. `missing`: how many more marked days it takes."""

    heading: str
    lines: tuple[str, ...]
    missing: int


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
    marked = sum(one.mapped for one in told.days)
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


def happened(told: Progress) -> list[Happened]:
    """Changes of dose and stops on one line of time."""
    return _in_time(told, [[one] for one in told.changes])


def shortened(told: Progress) -> list[Happened]:
    """The same for one printed page, if it is long: steps with one reason are one line."""
    if len(told.changes) + len(told.stops) <= MOST_ON_PAPER:
        return []
    runs: dict[str, list[list[DoseChange]]] = {}
    for one in told.changes:
        own = runs.setdefault(one.exercise, [])
        if own and own[-1][-1].because == one.because and own[-1][-1].now == one.was:
            own[-1].append(one)
        else:
            own.append([one])
    found = _in_time(told, [run for own in runs.values() for run in own])
    earlier = len(found) - MOST_ON_PAPER
    if earlier <= 0:
        return found
    before = Happened(found[0].at, "Before", f"{wording.many(earlier, 'more change')}.", "")
    return [before, *found[earlier:]]


def _in_time(told: Progress, runs: Sequence[Sequence[DoseChange]]) -> list[Happened]:
    """Runs of changes and the stops, in the order of their days."""
    names = {exercise: one.name for exercise, one in diary.known().items()}
    found = [_run(run) for run in runs]
    found += [
        Happened(
            stop.day,
            wording.short_day(stop.day),
            f"{names.get(stop.exercise, 'All exercises')}: left out.",
            stop.because,
        )
        for stop in told.stops
    ]
    return sorted(found, key=lambda one: one.at)


def _run(run: Sequence[DoseChange]) -> Happened:
    first, last = run[0], run[-1]
    says = f"{first.name}: {_levels(first.was, last.now)}"
    if len(run) == 1:
        return Happened(first.day, wording.short_day(first.day), f"{says}.", first.because)
    days = f"{wording.short_day(first.day)} to {wording.short_day(last.day)}"
    return Happened(first.day, days, f"{says}, in {wording.many(len(run), 'step')}.", first.because)


def activities(told: Progress) -> list[Activity]:
    """How hard the chosen activities were, at first and at last."""
    found = []
    for one in told.activities:
        (_, first), (_, last) = one.points[0], one.points[-1]
        says = f"{first} at first, {last} at last" if len(one.points) > 1 else f"{first}"
        days = ", ".join(f"{wording.short_day(day)}: {hard}" for day, hard in one.points)
        found.append(Activity(one.name, f"{says}, of 10.", days))
    return found


def data(told: Progress, found: Sequence[Row]) -> dict[str, object]:
    """The numbers for the charts. What is not known is null."""
    points = [tables.drawn(row).point for row in found]
    return {
        "days": [_seconds(row.day) for row in found],
        "from": _seconds(min(told.since, told.until - LEAST_SPAN)),
        "to": _seconds(told.until),
        "reach": {
            side.value: [point.reach[at] for point in points] for at, side in enumerate(LEGS)
        },
        "ratings": {
            field: {
                "before": [point.before[at] for point in points],
                "after": [point.after[at] for point in points],
            }
            for at, (field, _) in enumerate(tables.SCALES)
        },
        "held": [point.held_s for point in points],
        "changes": [_seconds(one.at) for one in happened(told)],
    }


def between(since: date, until: date) -> str:
    """4 October to 22 November 2026."""
    if since == until:
        return f"{until.day} {until:%B %Y}"
    year = f" {since.year}" if since.year != until.year else ""
    return f"{since.day} {since:%B}{year} to {until.day} {until:%B %Y}"


def _small(one: MarkedDay) -> SmallMap:
    left, right = (_said(one.report, side) for side in LEGS)
    title = f"{wording.short_day(one.day)}. Left leg: {left}. Right leg: {right}."
    legs = {side: one.report.leg(side) for side in LEGS}
    picture = legmap.small(legs, uid=UID, title=title)
    return SmallMap(wording.short_day(one.day), SafeString(picture), left, right)


def _said(report: Report, side: Side) -> str:
    """ "numb: calf; tingling: foot"."""
    leg = report.leg(side)
    words = {Feeling.NUMBNESS: "numb", Feeling.TINGLING: "tingling"}
    parts = [f"{words[one]}: {', '.join(leg.marked(one))}" for one in Feeling if leg.marked(one)]
    return "; ".join(parts) or "nothing marked"


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
