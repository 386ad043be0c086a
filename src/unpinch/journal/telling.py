"""The course of things in plain sentences, each with what it is from.

It says what was marked, never why and never what it means: no nerve, no disease, no
promise. What changed by less than repeated answers wander is called the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from unpinch.care.felt import ONE_DAY, Felt
from unpinch.care.symptoms import LEGS, ZONE_NAMES, Scale, Way, Zone
from unpinch.journal.sessions import Session
from unpinch.journal.trend import LEAST_DAYS, LegCourse, MarkedDay, RatingCourse, Reach
from unpinch.terms.side import Side

# How long a gap between marked days may be before it is worth a word; ours.
LONG_GAP_DAYS = 10
LIMITS = (
    "Drawings and ratings differ from day to day by themselves; what differs by less than "
    "a zone, two points or 40 per cent of the area is called the same. Nearer the back or "
    "further down is what was marked; it proves neither harm nor healing."
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence, and the ids of the entries and sessions it is from."""

    says: str
    sources: tuple[str, ...] = ()


def told_of_legs(days: Sequence[MarkedDay], legs: Iterable[LegCourse]) -> tuple[Sentence, ...]:
    """Which way it went, leg by leg."""
    on_the_map = [one for one in days if one.mapped]
    if not on_the_map:
        return ()
    long = _long(on_the_map[-1].day - on_the_map[0].day)
    sources = tuple(str(one.key) for one in on_the_map)
    known = [leg for leg in legs if leg.way is not None]
    if known and not any(leg.marked for leg in known):
        return (Sentence(f"Over {long} no numbness and no tingling was marked.", sources),)
    return tuple(Sentence(says, sources) for leg in known for says in _leg(leg, long))


def told_of_the_rest(
    days: Sequence[MarkedDay],
    ratings: Iterable[RatingCourse],
    history: Sequence[Felt],
    told: Sequence[Session],
) -> tuple[Sentence, ...]:
    """How strong it was, and what was done."""
    keys = tuple(str(one.key) for one in days)
    said = [Sentence(says, keys) for rating in ratings if (says := _rating(rating))]
    if told:
        whole = sum(one.whole for one in told)
        held_ms = sum(each.in_holds_ms for one in told for each in one.summary.exercises)
        done = tuple(one.session for one in history)
        said.append(
            Sentence(
                f"{_capital(_many(len(told), 'session'))} in this time, "
                f"{_how_many_whole(whole, len(told))}; {_time(held_ms)} held in all.",
                done,
            )
        )
    return tuple(said)


def not_known(
    days: Sequence[MarkedDay], history: Sequence[Felt], until: date
) -> tuple[Sentence, ...]:
    """What the answers do not tell."""
    found = [*_of_the_map(days), *_of_the_sessions(history, until)]
    if any(one.mapped for one in days):
        found.append(Sentence(LIMITS))
    return tuple(found)


# ---------------------------------------------------------------- legs and ratings


def _leg(leg: LegCourse, long: str) -> list[str]:
    said = [words for reach in leg.reaches if (words := _went(reach, leg.side, long))]
    nearer = any(_depth(reach.last) < _depth(reach.first) for reach in leg.reaches)
    if leg.way is Way.SAME and nearer:
        said.append(
            f"Your {leg.side} leg counts as the same: it reaches less far down, but a rating "
            "rose or the other feeling reaches as far."
        )
    elif leg.way is Way.MOVING_DOWN and nearer:
        said.append(f"Your {leg.side} leg counts as moving down: one of the two reaches further.")
    if leg.way is Way.MOVING_DOWN:
        said.append(
            f"Moving down in your {leg.side} leg: do less rather than more, and let a clinician "
            "know if it stays."
        )
    return said


def _went(reach: Reach, side: Side, long: str) -> str:
    """Where one feeling was at first and at last; nothing if it was never there."""
    what = f"the {reach.feeling} in your {side} leg"
    if reach.first is None and reach.last is None:
        return ""
    if reach.last is None:
        return f"Over {long} {what} went from {_zone(reach.first)} to nowhere marked."
    if reach.first is None:
        return f"Over {long} {what} came: it now reaches {_zone(reach.last)}."
    if reach.first != reach.last:
        return f"Over {long} {what} went from {_zone(reach.first)} to {_zone(reach.last)}."
    area = ""
    if reach.larger or reach.smaller:
        area = f"; its area is clearly {'larger' if reach.larger else 'smaller'}"
    return f"Over {long} {what} stayed the same: it reaches {_zone(reach.last)}{area}."


def _rating(course: RatingCourse) -> str:
    if course.first is None or course.last is None:
        return ""
    what = _capital(course.scale.value)
    if course.changed:
        return f"{what} went from {course.first} to {course.last} of 10."
    if course.first == course.last == 0:
        return ""
    return f"{what} is about the same, {course.last} of 10."


# ---------------------------------------------------------------- what is not known


def _of_the_map(days: Sequence[MarkedDay]) -> list[Sentence]:
    marked = [one for one in days if one.mapped]
    keys = tuple(str(one.key) for one in marked)
    if not marked:
        return [Sentence("Nothing was marked on the leg map, so which way it goes is not known.")]
    found = []
    if len(marked) < LEAST_DAYS:
        found.append(
            Sentence(
                f"Only {_many(len(marked), 'day')} marked: too few to say which way it goes. "
                f"{_capital(_number(LEAST_DAYS))} are needed.",
                keys,
            )
        )
    if not any(one.report.leg(side).numb for one in marked for side in LEGS):
        tingling = any(one.report.leg(side).tingling for one in marked for side in LEGS)
        if tingling:
            found.append(Sentence("Only tingling was marked, no numbness.", keys))
    rated_only = [one for one in days if not one.mapped and _rated(one)]
    if rated_only:
        found.append(
            Sentence(
                f"On {_many(len(rated_only), 'day')} it was rated but not marked on the map.",
                tuple(str(one.key) for one in rated_only),
            )
        )
    return [*found, *_gap(marked)]


def _gap(marked: Sequence[MarkedDay]) -> list[Sentence]:
    gaps = [((after.day - before.day).days, before, after) for before, after in pairwise(marked)]
    longest = max(gaps, key=lambda gap: gap[0], default=None)
    if longest is None or longest[0] < LONG_GAP_DAYS:
        return []
    _, before, after = longest
    says = f"Between {_date(before.day)} and {_date(after.day)} nothing was marked."
    return [Sentence(says, (str(before.key), str(after.key)))]


def _of_the_sessions(history: Sequence[Felt], until: date) -> list[Sentence]:
    over = [one for one in history if one.day + ONE_DAY < until]
    missed = [one for one in over if one.next_morning is None and one.next_day is None]
    unrated = [one for one in history if one.before is None or one.after is None]
    found = []
    if missed:
        found.append(
            Sentence(
                f"After {_out_of(len(missed), len(over))} the next morning "
                "was not answered; how the leg was then is not known, and it leads to no step up.",
                tuple(one.session for one in missed),
            )
        )
    if unrated:
        found.append(
            Sentence(
                f"{_capital(_out_of(len(unrated), len(history)))} "
                f"{'has' if len(unrated) == 1 else 'have'} no answers both before and after.",
                tuple(one.session for one in unrated),
            )
        )
    return found


def _rated(one: MarkedDay) -> bool:
    return any(one.report.rating(scale) is not None for scale in Scale)


# ---------------------------------------------------------------- words


def _depth(zone: Zone | None) -> int:
    return -1 if zone is None else int(zone)


def _zone(zone: Zone | None) -> str:
    return "nowhere" if zone is None else ZONE_NAMES[zone]


def _long(span: timedelta) -> str:
    """Three weeks; nine days; a day."""
    weeks = round(span.days / 7)
    return _many(weeks, "week") if span.days >= 14 else _many(max(span.days, 1), "day")


def _how_many_whole(whole: int, of: int) -> str:
    if of == 1:
        return "done whole" if whole else "not done whole"
    return f"{_number(whole) if whole else 'none'} of them whole"


def _out_of(count: int, of: int) -> str:
    """Two of three sessions; of one there is no part."""
    return "the one session" if of == 1 else f"{_number(count)} of {_many(of, 'session')}"


def _many(count: int, one: str) -> str:
    return f"{_number(count)} {one}{'' if count == 1 else 's'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _time(milliseconds: int) -> str:
    """In seconds while they matter, in whole minutes from ten on."""
    if milliseconds < 600_000:
        minutes, seconds = divmod(round(milliseconds / 1_000), 60)
        spent = [_many(minutes, "minute")] if minutes else []
        return " ".join([*spent, *([_many(seconds, "second")] if seconds or not spent else [])])
    hours, rest = divmod(round(milliseconds / 60_000), 60)
    spent = [_many(hours, "hour")] if hours else []
    return " ".join([*spent, *([_many(rest, "minute")] if rest else [])])


def _date(day: date) -> str:
    return f"{day.day} {day:%B}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
