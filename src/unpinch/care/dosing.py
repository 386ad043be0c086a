"""Proposals: the next dose inside the handout's range, with its reason, for the person to decide.

Off until switched on. At most one change at a time, a step back before a step up.
Each proposal names the sessions it came from. The stop rules are not here: they
do not wait to be accepted.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from unpinch.care.felt import Colour, Felt, colour_of
from unpinch.care.response_rules import Ladder, ResponseRules, response_rules
from unpinch.care.stops import ALL, Stop, in_order
from unpinch.care.symptoms import LEGS, Report, Scale, furthest, rise
from unpinch.terms.dose import Dose


class Step(StrEnum):
    """Which way a proposal goes."""

    UP = "up"
    DOWN = "down"


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The point inside the handout's range that is done now."""

    hold_ms: int
    repetitions: int


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change of one exercise, why, by which rule, and from which sessions."""

    exercise: str
    step: Step
    level: Level
    says: str
    rule: str
    sessions: tuple[str, ...]


def proposal(
    history: Iterable[Felt],
    levels: Mapping[str, Level],
    doses: Mapping[str, Dose],
    stopped: Sequence[Stop] = (),
    *,
    switched_on: bool,
    rules: ResponseRules | None = None,
) -> Proposal | None:
    """The one change that is proposed now; none if there is none or they are off.

    `levels` are the present doses and `doses` the handout's ranges, by exercise.
    """
    rules = rules or response_rules()
    held_back = {stop.exercise for stop in stopped if stop.until_ms is None}
    if not switched_on or ALL in held_back:
        return None
    sessions = in_order(history)
    ladders = [
        ladder
        for ladder in rules.ladders
        if ladder.exercise in levels
        and ladder.exercise in doses
        and ladder.exercise not in held_back
    ]
    for find in (_step_down, _step_up):
        for ladder in ladders:
            exercise = ladder.exercise
            found = find(sessions, ladder, levels[exercise], doses[exercise], rules)
            if found is not None:
                return found
    return None


def unchanged(
    history: Iterable[Felt], today: datetime.date, rules: ResponseRules | None = None
) -> tuple[str, ...]:
    """The two sessions between which nothing has changed for six weeks; none if anything has."""
    rules = rules or response_rules()
    limits = rules.unchanged
    rated = [felt for felt in in_order(history) if felt.before is not None]
    old = [felt for felt in rated if (today - felt.day).days >= limits.after_days]
    recent = [felt for felt in rated if (today - felt.day).days < limits.after_days]
    if not old or not recent:
        return ()
    first, last = old[-1], recent[-1]
    if first.before is None or last.before is None or _changed(first.before, last.before, rules):
        return ()
    return first.session, last.session


def _step_up(
    sessions: Sequence[Felt], ladder: Ladder, level: Level, dose: Dose, rules: ResponseRules
) -> Proposal | None:
    wanted = rules.dose.greens_for_a_step_up
    run = _running(sessions, ladder.exercise, level, Colour.GREEN, rules)
    raised = _raised(ladder, level, dose, rules)
    if len(run) < wanted or raised is None:
        return None
    return _proposal(ladder, Step.UP, raised, "R4", run[-wanted:], rules)


def _step_down(
    sessions: Sequence[Felt], ladder: Ladder, level: Level, dose: Dose, rules: ResponseRules
) -> Proposal | None:
    lowered = _lowered(level, dose, rules)
    if lowered is None:
        return None
    red = _running(sessions, ladder.exercise, level, Colour.RED, rules)
    if red:
        return _proposal(ladder, Step.DOWN, lowered, "R6", red, rules)
    wanted = rules.dose.ambers_for_a_step_down
    amber = _running(sessions, ladder.exercise, level, Colour.AMBER, rules)
    if len(amber) >= wanted:
        return _proposal(ladder, Step.DOWN, lowered, "R5", amber[-wanted:], rules)
    return None


def _running(
    sessions: Sequence[Felt], exercise: str, level: Level, colour: Colour, rules: ResponseRules
) -> list[Felt]:
    """The latest sessions of the exercise that all had this colour, at the present dose."""
    run: list[Felt] = []
    for felt in reversed(sessions):
        found = colour_of(felt, exercise, rules)
        if found is None:
            continue
        if found is not colour or not _at(felt, exercise, level):
            break
        run.insert(0, felt)
    return run


def _at(felt: Felt, exercise: str, level: Level) -> bool:
    return any(
        Level(done.hold_ms, done.repetitions) == level
        for done in felt.done
        if done.exercise == exercise
    )


def _raised(ladder: Ladder, level: Level, dose: Dose, rules: ResponseRules) -> Level | None:
    hold_ms = min(level.hold_ms + rules.dose.hold_step_s * 1000, dose.hold_ms.high)
    if hold_ms > level.hold_ms:
        return _inside(Level(hold_ms, level.repetitions), dose)
    more = level.repetitions + 1
    if ladder.then_repetitions and more <= dose.repetitions.high:
        found = Level(level.hold_ms, more)
        return found if _inside(found, dose) == found else None
    return None


def _lowered(level: Level, dose: Dose, rules: ResponseRules) -> Level | None:
    hold_ms = max(level.hold_ms - rules.dose.hold_step_s * 1000, dose.hold_ms.low)
    if level.repetitions > dose.repetitions.low and not dose.hold_ms.single:
        return Level(level.hold_ms, level.repetitions - 1)
    return Level(hold_ms, level.repetitions) if hold_ms < level.hold_ms else None


def _inside(level: Level, dose: Dose) -> Level | None:
    """With as many repetitions as the longest time on one side leaves room for."""
    if dose.at_most_ms is None:
        return level
    room = dose.at_most_ms // level.hold_ms
    repetitions = min(level.repetitions, room)
    return Level(level.hold_ms, repetitions) if repetitions >= dose.repetitions.low else None


def _proposal(
    ladder: Ladder, step: Step, level: Level, rule: str, run: list[Felt], rules: ResponseRules
) -> Proposal:
    ids = tuple(felt.session for felt in run)
    return Proposal(ladder.exercise, step, level, rules.says(rule), rule, ids)


def _changed(first: Report, last: Report, rules: ResponseRules) -> bool:
    if any(furthest(first.leg(side)) != furthest(last.leg(side)) for side in LEGS):
        return True
    points = [rise(first, last, scale) for scale in Scale]
    pairs = zip(first.activities, last.activities, strict=False)
    points += [None if then is None or now is None else now - then for then, now in pairs]
    return any(p is not None and abs(p) >= rules.unchanged.rating_change for p in points)
