"""The stop rules at work: what is left out because of how it felt. Always on. Synchronous.

A stop that only a clinician ends is written down as soon as the answer is kept that
brings it about. Reading then takes what was written and looks at the last days only,
so that ten years of diary make nobody wait.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from unpinch.care.felt import Felt
from unpinch.care.irritable import left_out_when_irritable
from unpinch.care.movement import Movement
from unpinch.care.records import CareRecord
from unpinch.care.response_rules import response_rules
from unpinch.care.stops import Now, Stop, in_order, stops
from unpinch.journal import decisions
from unpinch.journal.day import day_ends, day_of
from unpinch.journal.decisions import StopRecord
from unpinch.journal.entry import Kind
from unpinch.journal.stirred import stirred_on
from unpinch.journal.store import shelf
from unpinch.runtime import clock, days, diary

# A rest lasts a day; the rest of these days is for what could not be written down.
_LATELY = timedelta(days=7)
# How far back an answer is held against earlier sessions.
_FAR_BACK = timedelta(days=365)
# The last session may be weeks ago; how it settled still tells how to begin again.
_LONG_AGO = timedelta(weeks=8)


def stopped() -> tuple[Stop, ...]:
    """Everything that is left out now because of how it felt."""
    clearances = _clearances()
    written = decisions.in_force(decisions.stopped(shelf.all_of(Kind.STOPPED)), clearances)
    known = {(stop.rule, stop.exercise) for stop in written}
    found = _found(_LATELY, clearances)
    return (*written, *(stop for stop in found if (stop.rule, stop.exercise) not in known))


def write_down() -> tuple[Stop, ...]:
    """Keep every new stop that only a clinician ends. Called when an answer was kept."""
    clearances = _clearances()
    written = decisions.in_force(decisions.stopped(shelf.all_of(Kind.STOPPED)), clearances)
    known = {(stop.rule, stop.exercise) for stop in written}
    new = [
        stop
        for stop in _found(_FAR_BACK, clearances)
        if stop.until_ms is None and (stop.rule, stop.exercise) not in known
    ]
    for stop in new:
        diary.write(Kind.STOPPED, StopRecord(stop, response_rules().rules))
    return tuple(new)


def for_a_clinician() -> dict[str, date]:
    """The stops that a clinician can end: the rule, and since when."""
    found: dict[str, date] = {}
    for stop in stopped():
        if stop.until_ms is None:
            found[stop.rule] = max(stop.since, found.get(stop.rule, stop.since))
    return found


def history(back: timedelta) -> tuple[Felt, ...]:
    """The sessions of so many days back, as the rules see them."""
    told = days.since(day_of(clock.local_now()) - back)
    return tuple(one for day in told for one in day.felt)


def easily_stirred() -> str:
    """Why only the least may be done today, in one sentence; empty if that is not so."""
    today = day_of(clock.local_now())
    told = days.since(today - _LONG_AGO)
    given = [one for day in told if day.day == today for one in day.given]
    earlier = in_order(one for day in told for one in day.felt)
    found = stirred_on(today, given, earlier)
    return found.why if found else ""


def least_day(judged: Mapping[str, Sequence[Movement]], free: Collection[str]) -> tuple[Stop, ...]:
    """What is left out on a day on which it is easily stirred up."""
    now, says = _now(), response_rules().says("R10")
    return tuple(
        Stop("R10", exercise, says, now.day_ends_ms, now.day, ())
        for exercise in left_out_when_irritable(judged, free)
    )


def _found(back: timedelta, clearances: tuple[CareRecord, ...]) -> tuple[Stop, ...]:
    return stops(history(back), clearances, now=_now())


def _now() -> Now:
    local = clock.local_now()
    return Now(_ms(local), day_of(local), _ms(day_ends(local)))


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _clearances() -> tuple[CareRecord, ...]:
    return tuple(
        msgspec.json.decode(entry.body, type=CareRecord) for entry in shelf.all_of(Kind.CLEARANCE)
    )
