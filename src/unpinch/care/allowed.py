"""Which exercises may be done, which in another form, and which not, with the reason.

Everything closed is opened by one thing only, and this module names it in each
refusal. First what locks all of them (`lock.py`), then the matrix of conditions,
row by row; of several cells the strictest wins, and all changes of form are said.
"""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from unpinch.care.changes import Change, both
from unpinch.care.gate import GateState, Trial, trial
from unpinch.care.lock import covers, locks
from unpinch.care.movement import Movement
from unpinch.care.records import CareRecord, ClearanceRecord, GateRecord, ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.shape import Cell, Condition, SafetyRules
from unpinch.care.words import Do, Ends, Form


class Allowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="allowed"):
    """As the handout says."""


class Modified(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="modified"):
    """In another form: how, why, and what of the exercise's own words that replaces."""

    how: tuple[str, ...]
    reasons: tuple[str, ...]
    instead: Change = Change()


class Blocked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="blocked"):
    """Left out: why, and until when."""

    reasons: tuple[str, ...]
    until: tuple[str, ...]


Ruling = Allowed | Modified | Blocked


class InForce(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A condition that holds now. `named`: exercises that a clinician has named for it."""

    condition: Condition
    since: datetime.date
    named: frozenset[str]
    trial: Trial | None


def allowed_exercises(
    records: Sequence[CareRecord],
    exercises: Iterable[str | Movement],
    rules: SafetyRules | None = None,
) -> dict[str, Ruling]:
    """The ruling on each exercise after these records.

    A plain id stands for an exercise of the library; any other id without a
    `Movement` is one of which nothing is known.
    """
    rules = rules or safety_rules()
    wanted = [Movement(each) if isinstance(each, str) else each for each in exercises]
    closed = _closed(records, rules)
    if closed is not None:
        return {each.id: closed for each in wanted}
    holding = in_force(records, rules)
    return {each.id: _ruling(each, holding, rules) for each in wanted}


def in_force(
    records: Sequence[CareRecord],
    rules: SafetyRules | None = None,
    *,
    today: datetime.date | None = None,
) -> tuple[InForce, ...]:
    """The conditions that hold after these records. `today` as `trial` takes it."""
    rules = rules or safety_rules()
    # Years of short forms without a yes tell nothing about what outlasts a session.
    telling = [record for record in records if _tells(record)]
    found = (
        _follow(row, records if row.ends is Ends.SESSION else telling, rules, today)
        for row in rules.conditions
    )
    return tuple(each for each in found if each is not None)


def trial_may_be_offered(
    records: Sequence[CareRecord],
    rules: SafetyRules | None = None,
    *,
    today: datetime.date | None = None,
) -> bool:
    """Whether the one trial hold is wanted, and nothing else forbids its exercise."""
    rules = rules or safety_rules()
    if _closed(records, rules) is not None:
        return False
    exercise = rules.gate.exercise
    holding = in_force(records, rules, today=today)
    for each in holding:
        if each.condition.exercises[exercise].do is Do.BLOCK and exercise not in each.named:
            return False
    return any(
        each.trial is not None and each.trial.may_be_tried and exercise not in each.named
        for each in holding
    )


def _closed(records: Sequence[CareRecord], rules: SafetyRules) -> Blocked | None:
    """What blocks every exercise, if anything does."""
    closed = locks(records, rules)
    if any(lock.confirmed for lock in closed):
        return Blocked((rules.lock.reason,), (rules.until.lock,))
    if closed:
        return Blocked((rules.lock.reason,), (rules.until.confirmation,))
    if not any(isinstance(r, ScreenRecord) and _full(r) for r in records):
        return Blocked((rules.lock.unasked,), (rules.until.screen,))
    return None


def _tells(record: CareRecord) -> bool:
    return not isinstance(record, ScreenRecord) or bool(record.items) or _full(record)


def _full(record: ScreenRecord) -> bool:
    return record.form is Form.FIRST and record.complete and record.confirmed


class _Following(msgspec.Struct):
    """One condition, followed through the records: since when it holds, and what it took."""

    since: datetime.date | None = None
    named: frozenset[str] = frozenset()
    steps: tuple[GateRecord, ...] = ()


def _follow(
    condition: Condition,
    records: Sequence[CareRecord],
    rules: SafetyRules,
    today: datetime.date | None,
) -> InForce | None:
    now = _Following()
    for record in records:
        match record:
            case ScreenRecord() if record.confirmed:
                _screened(now, condition, record, rules)
            case ClearanceRecord() if now.since is not None:
                if set(record.items) & set(condition.when) and covers(record, now.since):
                    now.named |= frozenset(record.exercises)
            case GateRecord() if now.since is not None:
                now.steps += (record,)
            case _:
                pass
    if now.since is None:
        return None
    stands = trial(now.steps, rules, today=today) if condition.ends is Ends.GATE else None
    return InForce(condition, now.since, now.named, stands)


def _screened(
    now: _Following, condition: Condition, record: ScreenRecord, rules: SafetyRules
) -> None:
    reported = bool(set(record.items) & set(condition.when))
    if reported and now.since is None:
        now.since, now.named, now.steps = record.day, frozenset(), ()
    elif not reported and _ends(now, condition, record, rules):
        now.since = None


def _ends(now: _Following, condition: Condition, record: ScreenRecord, rules: SafetyRules) -> bool:
    """Whether a record that does not report the condition ends it."""
    match condition.ends:
        case Ends.ANSWER:
            return _full(record)
        case Ends.SESSION:
            return record.form is not Form.WORSE
        case Ends.GATE:
            return _full(record) and trial(now.steps, rules).state is GateState.PASSED
        case Ends.CLEARANCE:
            return False


def _ruling(exercise: Movement, holding: Sequence[InForce], rules: SafetyRules) -> Ruling:
    reasons: dict[Do, list[str]] = {Do.MODIFIED: [], Do.BLOCK: []}
    words: dict[Do, list[str]] = {Do.MODIFIED: [], Do.BLOCK: []}
    changes: list[Change] = []
    for each in holding:
        for cell in _cells(exercise, each.condition):
            do, said = _weighed(cell, exercise.id, each, rules)
            if do is not Do.ALLOW:
                reasons[do].append(_reason(each, do, rules))
                words[do].append(said)
            if cell.do is Do.MODIFIED:
                changes.append(cell.instead)
    if reasons[Do.BLOCK]:
        return Blocked(_once(reasons[Do.BLOCK]), _once(words[Do.BLOCK]))
    if not reasons[Do.MODIFIED]:
        return Allowed()
    why, instead = _once(reasons[Do.MODIFIED]), both(changes)
    if instead is None:
        return Blocked(why, (rules.until.untold,))
    return Modified(_once(words[Do.MODIFIED]), why, instead)


def _cells(exercise: Movement, condition: Condition) -> list[Cell]:
    if exercise.id in condition.exercises:
        return [condition.exercises[exercise.id]]
    return [cell for trait, cell in condition.others.items() if trait in exercise.traits]


def _weighed(cell: Cell, exercise_id: str, each: InForce, rules: SafetyRules) -> tuple[Do, str]:
    """What the cell comes to here, and its words: how it is done, or until when not."""
    if cell.do in (Do.ALLOW, Do.MODIFIED):
        return cell.do, cell.how
    if each.trial is not None and each.trial.state is GateState.PASSED:
        return Do.ALLOW, ""
    if exercise_id in each.named and each.condition.ends is not Ends.SESSION:
        return Do.MODIFIED, rules.clearance.how
    return Do.BLOCK, _until(each, rules)


def _until(each: InForce, rules: SafetyRules) -> str:
    match each.condition.ends:
        case Ends.CLEARANCE:
            return rules.until.clearance
        case Ends.ANSWER:
            return rules.until.answer
        case Ends.SESSION:
            return each.condition.until
        case Ends.GATE:
            failed = each.trial is not None and each.trial.state is GateState.FAILED
            return rules.until.clearance if failed else rules.until.gate


def _reason(each: InForce, do: Do, rules: SafetyRules) -> str:
    failed = each.trial is not None and each.trial.state is GateState.FAILED
    return rules.gate.failed if failed and do is Do.BLOCK else each.condition.reason


def _once(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
