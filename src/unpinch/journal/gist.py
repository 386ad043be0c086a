"""What the days come to, in plain words. It says what the map shows, and never why.

Compared are the beginning and the end of the time looked at, each as the middle one
of up to three marked days, so that one day does not decide. With fewer than three
marked days nothing is said. What changed by less than repeated answers wander is
called the same.
"""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from unpinch.care.symptoms import (
    LEGS,
    RATING_CHANGE,
    ZONE_NAMES,
    Report,
    Scale,
    Way,
    furthest,
    rise,
    way,
)
from unpinch.journal.course import Course, DayRow
from unpinch.terms.side import Side

LEAST = 3  # marked days; ours
_MOST_TOGETHER = 3
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Gist(msgspec.Struct, frozen=True):
    """One heading, and sentences under it. `missing`: how many more marked days it takes."""

    heading: str
    lines: tuple[str, ...]
    missing: int = 0


def gist(course: Course) -> Gist:
    """The summary of a course."""
    rows = course.marked
    missing = max(0, LEAST - len(rows))
    if missing:
        more = "day" if missing == 1 else "days"
        return Gist(f"Not known yet: {_NUMBERS[missing]} more marked {more}.", (), missing)
    long = _long(rows[-1].day - rows[0].day)
    legs = [side for side in LEGS if any(_reach(row, side) for row in rows)]
    if not legs:
        return Gist("Nothing was marked on either leg.", (f"That is so since {long}.",))
    said = [_leg(rows, side, long) for side in legs]
    return Gist(said[0], (*said[1:], *_ratings(rows)))


def _leg(rows: Sequence[DayRow], side: Side, long: str) -> str:
    """One sentence about one leg."""
    then, now = _typical(rows, side)
    was, reaches = furthest(then.leg(side)), furthest(now.leg(side))
    leg = f"{side.value.capitalize()} leg"
    gone = way(then, now, side)
    if gone is Way.SAME and was != reaches:
        return f"{leg}: nearer the back, but stronger. That counts as the same, over {long}."
    if was is None and reaches is not None:
        return f"{leg}: now marked down to the {ZONE_NAMES[reaches]}; {long} ago it was not."
    if reaches is None:
        return (
            f"{leg}: nothing is marked any more. {_capital(long)} ago it reached the {_zone(was)}."
        )
    if was == reaches:
        return f"{leg}: down to the {_zone(reaches)}, as {long} ago."
    direction = "up" if gone is Way.RETREATING else "down"
    return f"{leg}: from the {_zone(was)} {direction} to the {_zone(reaches)}, in {long}."


def _ratings(rows: Sequence[DayRow]) -> tuple[str, ...]:
    """Only what moved by more than answers wander."""
    then, now = _typical(rows, None)
    moved = []
    for scale in Scale:
        points = rise(then, now, scale)
        if points is not None and abs(points) >= RATING_CHANGE:
            first, last = then.rating(scale), now.rating(scale)
            moved.append(f"{_capital(scale.value)} went from {first} to {last} of 10.")
    if moved:
        return tuple(moved)
    if all(rise(then, now, scale) is None for scale in Scale):
        return ("How strong it is was not rated at both ends, so that is not known.",)
    return (f"The ratings moved by less than {RATING_CHANGE} points, as answers do by themselves.",)


def _typical(rows: Sequence[DayRow], side: Side | None) -> tuple[Report, Report]:
    """The middle report of the first few days and of the last few."""
    count = max(1, min(_MOST_TOGETHER, len(rows) // 2))
    return _middle(rows[:count], side), _middle(rows[-count:], side)


def _middle(rows: Sequence[DayRow], side: Side | None) -> Report:
    reports = [row.at_rest for row in rows if row.at_rest is not None]
    ordered = sorted(reports, key=lambda report: _strength(report, side))
    return ordered[len(ordered) // 2]


def _strength(report: Report, side: Side | None) -> tuple[int, int]:
    reaches = [furthest(report.leg(one)) for one in LEGS if side in (None, one)]
    deepest = max(-1 if zone is None else int(zone) for zone in reaches)
    rated = [points for scale in Scale if (points := report.rating(scale)) is not None]
    return (deepest, sum(rated)) if side else (sum(rated), deepest)


def _reach(row: DayRow, side: Side) -> bool:
    return row.at_rest is not None and furthest(row.at_rest.leg(side)) is not None


def _zone(zone: object) -> str:
    return next(name for each, name in ZONE_NAMES.items() if each == zone)


def _long(span: timedelta) -> str:
    """Three weeks; nine days."""
    weeks = round(span.days / 7)
    count, one = (weeks, "week") if weeks >= 2 else (span.days, "day")
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {one}{'' if count == 1 else 's'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
