"""The one trial hold, for those whom bending makes worse: a session of one turn, and what is asked.

Rated before, held once, rated right after and the next morning. What follows is
decided in `care.gate`; here is what the person is to do next, and the keeping.
"""

from enum import StrEnum

import msgspec

from unpinch.care.allowed import in_force, trial_may_be_offered
from unpinch.care.gate import ONE_DAY, GateState, Trial
from unpinch.care.records import Before, GateRecord, Held, NextMorning
from unpinch.care.rules import safety_rules
from unpinch.care.symptoms import Report
from unpinch.exercises.choosing import Choice
from unpinch.exercises.choosing import plan as plan_of
from unpinch.exercises.plan import Plan
from unpinch.journal.sessions import Session, sessions
from unpinch.journal.store import shelf
from unpinch.runtime import diary, safety
from unpinch.terms.event import PainKind
from unpinch.terms.side import Side


class Next(StrEnum):
    """What comes next in the trial."""

    OFFER = "offer"  # nothing was rated today
    HOLD = "hold"  # rated; the hold is to come
    AFTER = "after"  # held; to be rated
    WAIT = "wait"  # the next morning decides
    MORNING = "morning"  # this is that morning
    PASSED = "passed"
    FAILED = "failed"
    RESTING = "resting"  # it hurt today: no hold of any kind until tomorrow
    NOT_NOW = "not now"  # another answer leaves out the exercise of the trial


class TrialError(Exception):
    """This step of the trial is not what comes next; one line."""


def coming(now: safety.Standing, today: diary.Today) -> Next | None:
    """What comes next; none if nothing asks for a trial."""
    found = _trial(now, today)
    if found is None:
        return None
    match found.state:
        case GateState.PASSED:
            return Next.PASSED
        case GateState.FAILED:
            return Next.FAILED
        case GateState.WAITING:
            held_on = found.held_on
            return Next.MORNING if held_on and today.day == held_on + ONE_DAY else Next.WAIT
        case GateState.BEGUN:
            return _begun(now, today, found)
        case _:
            return _offered(now, today)


def _begun(now: safety.Standing, today: diary.Today, found: Trial) -> Next:
    """Rated before. Pain in the hold is not forgotten, even if nothing was rated after it."""
    held = _held(now)
    if found.rated_on == today.day:
        return Next.AFTER if held else _unless_resting(now, Next.HOLD)
    if held is not None and _hurt(held) not in (None, PainKind.STRETCH):
        return Next.FAILED
    return _offered(now, today)


def _offered(now: safety.Standing, today: diary.Today) -> Next:
    offered = trial_may_be_offered(now.records, today=today.day)
    return _unless_resting(now, Next.OFFER) if offered else Next.NOT_NOW


def _unless_resting(now: safety.Standing, step: Next) -> Next:
    return Next.RESTING if now.resting else step


def plan(side: Side) -> Plan:
    """One single hold with this leg."""
    gate = safety_rules().gate
    choices = [
        Choice(
            exercise=point.exercise,
            hold_ms=gate.hold_s * 1000 if point.exercise == gate.exercise else None,
            repetitions=gate.repetitions if point.exercise == gate.exercise else None,
            left_out=point.exercise != gate.exercise,
        )
        for point in diary.shipped_program().parts
    ]
    whole = plan_of(diary.shipped_program(), diary.library(), choices, diary.settings().pace)
    part = whole.parts[0]
    turn = next(turn for turn in part.turns if turn.side is side)
    one = msgspec.structs.replace(part, turns=(msgspec.structs.replace(turn, repetition=1, of=1),))
    return msgspec.structs.replace(whole, program=diary.TRIAL, name="One trial hold", parts=(one,))


def plan_to_start(side: Side) -> Plan:
    """The plan, if the trial may be held now. Raises `CannotStartError` or `TrialError`."""
    today = diary.today()
    now = safety.standing(today)
    safety.refuse_if_not_free(now)
    if coming(now, today) is not Next.HOLD:
        raise TrialError("The trial hold comes after rating how it is, on the same day.")
    return plan(side)


def rate(report: Report) -> Next:
    """Keep a rating as the step that it is now. Raises `TrialError`; tells which step it was."""
    today = diary.today()
    now = safety.standing(today)
    step = coming(now, today)
    match step:
        case Next.OFFER:
            _keep(Before(report))
        case Next.AFTER:
            _keep_held(_held(now), report)
        case Next.MORNING:
            _keep(NextMorning(report))
        case _:
            raise TrialError("Nothing is to be rated for the trial now.")
    return step


def _trial(now: safety.Standing, today: diary.Today) -> Trial | None:
    if now.locked is not None:
        return None
    found = (each.trial for each in in_force(now.records, today=today.day))
    return next((each for each in found if each is not None), None)


def _held(now: safety.Standing) -> Session | None:
    """The hold that followed the last rating before it."""
    rated = [
        record
        for record in now.records
        if isinstance(record, GateRecord) and isinstance(record.step, Before)
    ][-1]
    told = sessions(shelf.sessions_since(rated.day))
    ended = (one for one in told if one.program == diary.TRIAL and one.ending != "open")
    return next((one for one in ended if safety.ms(one.started) >= rated.at_ms), None)


def _hurt(session: Session) -> PainKind | None:
    """What was felt, the worst of it. Pain of which nothing was said counts as the worst."""
    felt = [pain.kind or safety.NOT_SAID for pain in session.summary.pains]
    worse = (kind for kind in felt if kind is not PainKind.STRETCH)
    return next(worse, PainKind.STRETCH if felt else None)


def _keep_held(session: Session | None, report: Report) -> None:
    if session is not None:
        held_ms = sum(one.held_ms for one in session.summary.exercises)
        _keep(Held(held_ms, report, _hurt(session)))


def _keep(step: Before | Held | NextMorning) -> None:
    safety.keep(GateRecord(safety.now_ms(), safety.this_day(), safety_rules().rules, step))
