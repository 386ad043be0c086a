"""Answers, records and reports for the tests of this room: one line of difference to read."""

import datetime
from collections.abc import Iterable

from unpinch.care.records import (
    Before,
    ClearanceRecord,
    GateRecord,
    Held,
    NextMorning,
    Offered,
    ScreenRecord,
)
from unpinch.care.screen import next_question, outcome
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.care.words import Answer, Form
from unpinch.terms.event import PainKind

FOUR = ("knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose")
FIRST_OF_MAY = datetime.date(2026, 5, 1)
DAY_MS = 86_400_000


def may(day: int) -> datetime.date:
    """That day of May."""
    return datetime.date(2026, 5, day)


def at(day: int, minute: int = 0) -> int:
    """Milliseconds on that day of May, as some clock counts them."""
    return day * DAY_MS + minute * 60_000


def filled(
    form: Form,
    yes: Iterable[str] = (),
    *,
    answer: Answer = Answer.YES,
    morning: bool = False,
) -> dict[str, Answer]:
    """The form answered to its end: `yes` to those items, and to the groups that hold them."""
    wanted = set(yes)
    answers: dict[str, Answer] = {}
    while (asked := next_question(form, answers, morning=morning)) is not None:
        counts = bool(wanted & set(asked.items))
        answers[asked.id] = answer if counts else Answer.NO
    return answers


def screened(
    *yes: str, form: Form = Form.FIRST, day: int = 1, minute: int = 0, morning: bool = False
) -> ScreenRecord:
    """The record of a form with a confirmed yes to those items and no to all else."""
    found = outcome(form, filled(form, yes, morning=morning), morning=morning)
    return ScreenRecord(
        at_ms=at(day, minute),
        day=may(day),
        rules=found.rules,
        form=form,
        tier=found.tier,
        action=found.action,
        items=found.items,
        locks=found.locks,
        confirmed=True,
        complete=found.complete,
    )


def cleared(
    *items: str, day: int, examined: int | None = None, exercises: tuple[str, ...] = ()
) -> ClearanceRecord:
    """A clearance for those items, entered on that day."""
    examined_on = may(day if examined is None else examined)
    return ClearanceRecord(at(day), may(day), 1, items, examined_on, exercises)


def report(*patches: Patch, pain: int | None = 4) -> Report:
    """A left leg, numb in those patches; every rating the same."""
    return Report(
        left=Leg(numb=patches), leg_pain=pain, back_pain=pain, numbness=pain, tingling=pain
    )


CALF = report(Patch.CALF)


def offered(day: int = 2) -> GateRecord:
    """The trial was offered."""
    return GateRecord(at(day), may(day), 1, Offered())


def before(found: Report = CALF, *, day: int = 2) -> GateRecord:
    """Rated before the trial."""
    return GateRecord(at(day, 1), may(day), 1, Before(found))


def held(
    found: Report = CALF, *, day: int = 2, ms: int = 15_000, hurt: PainKind | None = None
) -> GateRecord:
    """The hold, and rated right after."""
    return GateRecord(at(day, 2), may(day), 1, Held(ms, found, hurt))


def next_morning(found: Report = CALF, *, day: int = 3) -> GateRecord:
    """Rated the morning after."""
    return GateRecord(at(day), may(day), 1, NextMorning(found))


PASSED = (before(), held(), next_morning())
