"""Stop rules: what is left out because of how it felt. Always on, and they act at once.

Derived from the sessions and the clearances alone, so that each can be traced to
the sessions it came from and nothing has to be remembered.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from unpinch.care.allowed import Blocked, Ruling
from unpinch.care.felt import Colour, Felt, colour_of, further_down, verdict
from unpinch.care.records import CareRecord, ClearanceRecord
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.symptoms import (
    LEGS,
    Feeling,
    Leg,
    Report,
    Way,
    area_larger,
    furthest,
    highest_rise,
    way,
)
from unpinch.terms.side import Side

HOUR_MS = 3_600_000
ALL = "all"


class Now(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clock, and the person's own day with its end."""

    ms: int
    day: datetime.date
    day_ends_ms: int


class Stop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise (or "all") left out: by which rule, why, until when, from which sessions.

    `until_ms` is None where only a clinician ends it; then a clearance for `rule`,
    examined on `since` or later, does.
    """

    rule: str
    exercise: str
    says: str
    until_ms: int | None
    since: datetime.date
    sessions: tuple[str, ...]


def stops(
    history: Iterable[Felt],
    records: Iterable[CareRecord] = (),
    *,
    now: Now,
    rules: ResponseRules | None = None,
) -> tuple[Stop, ...]:
    """Everything that is left out now because of how it felt."""
    rules = rules or response_rules()
    sessions = in_order(history)
    clearances = [record for record in records if isinstance(record, ClearanceRecord)]
    exercises = dict.fromkeys(each.exercise for felt in sessions for each in felt.done)
    found = [
        *_hurt_again(sessions, now, rules),
        *_rests(sessions, now.ms, rules),
        *_left_out(sessions, list(exercises), clearances, rules),
        *_spread(sessions, clearances, rules),
    ]
    return tuple(found)


def leave_out(
    rulings: Mapping[str, Ruling], found: Iterable[Stop], rules: ResponseRules | None = None
) -> dict[str, Ruling]:
    """The rulings with what is left out because of how it felt. Nothing becomes freer."""
    rules = rules or response_rules()
    held_back = dict(rulings)
    for stop in found:
        for exercise in rulings if stop.exercise == ALL else [stop.exercise]:
            if exercise in held_back:
                held_back[exercise] = _blocked(held_back[exercise], stop, rules)
    return held_back


def _blocked(ruling: Ruling, stop: Stop, rules: ResponseRules) -> Blocked:
    says, until = (stop.says,), (rules.until[stop.rule],)
    if isinstance(ruling, Blocked):
        return Blocked((*ruling.reasons, *says), (*ruling.until, *until))
    return Blocked(says, until)


def in_order(history: Iterable[Felt]) -> list[Felt]:
    """The sessions by their own time, each once, however they were delivered."""
    by_id = {felt.session: felt for felt in history}
    return sorted(by_id.values(), key=lambda felt: (felt.at_ms, felt.session))


def slate(sessions: Sequence[Felt], exercise: str, rules: ResponseRules) -> list[Felt]:
    """The red sessions of an exercise since its slate was last wiped by greens."""
    red: list[Felt] = []
    greens = 0
    for felt in reversed(sessions):  # from the latest back, so that years do not count
        colour = colour_of(felt, exercise, rules)
        if colour is None:
            continue
        greens = greens + 1 if colour is Colour.GREEN else 0
        if colour is Colour.RED:
            red.insert(0, felt)
        if greens >= rules.red.greens_that_wipe_the_slate:
            break
    return red


def _stop(
    rule: str, exercise: str, until_ms: int | None, run: Sequence[Felt], rules: ResponseRules
) -> Stop:
    sessions = tuple(felt.session for felt in run)
    return Stop(rule, exercise, rules.says(rule), until_ms, run[-1].day, sessions)


def _hurt_again(sessions: Sequence[Felt], now: Now, rules: ResponseRules) -> list[Stop]:
    """What hurt twice today rests until tomorrow, also if it was only a strong stretch."""
    today = [felt for felt in sessions if felt.day == now.day]
    hurts = Counter(each.exercise for felt in today for each in felt.done for _ in each.hurts)
    return [
        _stop("R2", exercise, now.day_ends_ms, today, rules)
        for exercise, times in hurts.items()
        if times >= rules.hurt.times_until_left_out
    ]


def _rests(sessions: Sequence[Felt], now_ms: int, rules: ResponseRules) -> list[Stop]:
    rest_ms = rules.red.rest_hours * HOUR_MS
    found = []
    recent = [felt for felt in sessions if now_ms < _last_heard(felt) + rest_ms]
    for felt in recent:
        until = verdict(felt, rules).known_ms + rest_ms
        for each in felt.done:
            if now_ms < until and colour_of(felt, each.exercise, rules) is Colour.RED:
                found.append(_stop("R6", each.exercise, until, [felt], rules))
    return found


def _last_heard(felt: Felt) -> int:
    return max(felt.at_ms, felt.morning_at_ms or felt.at_ms)


def _left_out(
    sessions: Sequence[Felt],
    exercises: list[str],
    clearances: list[ClearanceRecord],
    rules: ResponseRules,
) -> list[Stop]:
    limits = rules.red
    red = {
        exercise: slate(_since_named(sessions, exercise, clearances), exercise, rules)
        for exercise in exercises
    }
    out = {each for each, felt in red.items() if len(felt) >= limits.times_until_left_out}
    own = {each for each in limits.bending if _in_its_own_right(red.get(each, []), each)}
    if own == set(limits.bending):
        out |= own
    return [_stop("R6b", each, None, red[each], rules) for each in exercises if each in out]


def _in_its_own_right(red: list[Felt], exercise: str) -> bool:
    """Whether it was red because it hurt, not only because it was done as well."""
    return any(each.hurt for felt in red for each in felt.done if each.exercise == exercise)


def _since_named(
    sessions: Sequence[Felt], exercise: str, clearances: list[ClearanceRecord]
) -> list[Felt]:
    named = [c for c in clearances if "R6b" in c.items and exercise in c.exercises]
    return [felt for felt in sessions if not any(_after(c, felt) for c in named)]


def _spread(
    sessions: Sequence[Felt], clearances: list[ClearanceRecord], rules: ResponseRules
) -> list[Stop]:
    seen = [c for c in clearances if "R7" in c.items]
    open_ones = [felt for felt in sessions if not any(_after(c, felt) for c in seen)]
    for place, felt in enumerate(open_ones):
        run = open_ones[max(0, place + 1 - rules.spread.mornings_further_down) : place + 1]
        if _larger(felt, rules) or _mornings_down(run, rules):
            return [_stop("R7", ALL, None, run, rules)]
    return []


def _after(clearance: ClearanceRecord, felt: Felt) -> bool:
    """Whether the clinician looked after that session."""
    return clearance.at_ms > felt.at_ms and felt.day <= clearance.examined_on <= clearance.day


def _larger(felt: Felt, rules: ResponseRules) -> bool:
    """The numb area grew and it shows twice: still so next morning, or ratings or zone agree."""
    if felt.before is None:
        return False
    morning, after = felt.next_morning, felt.after
    if morning is not None and _grown(felt.before, morning, rules):
        return True
    if after is None or not _grown(felt.before, after, rules):
        return False
    rise = highest_rise(felt.before, after, rules.colour.scales)
    return further_down(felt.before, after) or (
        rise is not None and rise >= rules.colour.amber_rise
    )


def _grown(before: Report, later: Report, rules: ResponseRules) -> bool:
    if (before.left, before.right) == (later.left, later.right):
        return False
    percent = rules.spread.larger_percent
    return any(
        area_larger(before.leg(side), later.leg(side), Feeling.NUMBNESS, percent)
        and not _only_nearer(before, later, side)
        for side in LEGS
    )


def _only_nearer(before: Report, later: Report, side: Side) -> bool:
    """Nearer the back on no more patches: larger only because a calf is larger than a foot."""
    more = len(later.leg(side).numb) > len(before.leg(side).numb)
    return not more and way(before, later, side) is Way.RETREATING


def _mornings_down(run: Sequence[Felt], rules: ResponseRules) -> bool:
    """Each of these mornings reached further down than before the first of the sessions."""
    first = run[0].before
    if first is None or len(run) < rules.spread.mornings_further_down:
        return False
    mornings = [felt.next_morning for felt in run]
    if mornings[-1] is None or (first.left, first.right) == (mornings[-1].left, mornings[-1].right):
        return False
    return any(
        all(m is not None and _deeper(first.leg(side), m.leg(side)) for m in mornings)
        for side in LEGS
    )


def _deeper(then: Leg, now: Leg) -> bool:
    before, later = furthest(then), furthest(now)
    return later is not None and (before is None or later > before)
