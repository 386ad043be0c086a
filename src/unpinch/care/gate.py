"""The trial hold: one single knee to chest, held once, before bending exercises come back.

For those whom bending makes worse. How it was before, right after and the next
morning decide: nearer the back or the same is passed, further down or stronger is
failed. What is not known is not passed, and may be tried again; what has failed
stays out until a clinician has named the exercise.
"""

import datetime
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from unpinch.care.records import Before, GateRecord, Held, NextMorning, Offered
from unpinch.care.rules import safety_rules
from unpinch.care.shape import Gate, SafetyRules
from unpinch.care.symptoms import LEGS, Report, Scale, Way, rise, way
from unpinch.terms.event import PainKind

ONE_DAY = datetime.timedelta(days=1)


class GateState(StrEnum):
    """Where the trial stands. Only `PASSED` opens anything."""

    NEEDED = "needed"
    OFFERED = "offered"
    BEGUN = "begun"  # rated before; the hold is still to come
    WAITING = "waiting"  # held; the next morning is still to come
    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"  # something was not answered or not on the day: try again


class Trial(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The trial as far as the records tell it.

    `rated_on` and `before`: only between that rating and the verdict. `held_on`:
    only while it waits for the morning.
    """

    state: GateState = GateState.NEEDED
    before: Report | None = None
    rated_on: datetime.date | None = None
    held_on: datetime.date | None = None

    @property
    def may_be_tried(self) -> bool:
        """Whether the hold may be done now."""
        return self.state in (
            GateState.NEEDED,
            GateState.OFFERED,
            GateState.BEGUN,
            GateState.UNKNOWN,
        )


def trial(
    records: Sequence[GateRecord],
    rules: SafetyRules | None = None,
    *,
    today: datetime.date | None = None,
) -> Trial:
    """Where the trial stands after these steps.

    With `today`, a morning that has gone by unanswered is unknown.
    """
    gate = (rules or safety_rules()).gate
    now = Trial()
    for record in records:
        now = _step(now, record, gate)
    if now.held_on is not None and today is not None and today > now.held_on + ONE_DAY:
        return Trial(GateState.UNKNOWN)
    return now


def _step(now: Trial, record: GateRecord, gate: Gate) -> Trial:
    if now.state in (GateState.PASSED, GateState.FAILED):
        return now
    match record.step:
        case Offered():
            return Trial(GateState.OFFERED) if now.state is not GateState.WAITING else now
        case Before(report):
            return Trial(GateState.BEGUN, before=report, rated_on=record.day)
        case Held() as held:
            return _held(now, held, record.day, gate)
        case NextMorning(report):
            return _morning(now, report, record.day, gate)


def _held(now: Trial, held: Held, day: datetime.date, gate: Gate) -> Trial:
    if held.hurt not in (None, PainKind.STRETCH):
        return Trial(GateState.FAILED)
    if now.before is None or now.rated_on != day:
        return Trial(GateState.UNKNOWN)
    verdict = _compare(now.before, held.report, fails=gate.rise_after, unclear=gate.rise_after)
    if verdict is GateState.FAILED:
        return Trial(GateState.FAILED)
    if held.held_ms < gate.hold_s * 1000 or verdict is GateState.UNKNOWN:
        return Trial(GateState.UNKNOWN)
    return Trial(GateState.WAITING, before=now.before, held_on=day)


def _morning(now: Trial, report: Report, day: datetime.date, gate: Gate) -> Trial:
    if now.before is None or now.held_on is None or day <= now.held_on:
        return now
    fails, unclear = gate.rise_next_morning, gate.unclear_next_morning
    verdict = _compare(now.before, report, fails=fails, unclear=unclear)
    if verdict is GateState.PASSED and day != now.held_on + ONE_DAY:
        return Trial(GateState.UNKNOWN)
    return Trial(verdict)


def _compare(before: Report, after: Report, *, fails: int, unclear: int) -> GateState:
    """Failed if anything is worse, unknown if anything is missing or unclear, else passed."""
    if any(way(before, after, side) is Way.MOVING_DOWN for side in LEGS):
        return GateState.FAILED
    rises = [rise(before, after, scale) for scale in Scale]
    if any(points is not None and points >= fails for points in rises):
        return GateState.FAILED
    if any(points is None or points >= unclear for points in rises):
        return GateState.UNKNOWN
    return GateState.PASSED
