"""Sessions as they felt, for the tests of the response rules."""

from tests.care.made import DAY_MS, at, may, report
from unpinch.care.felt import Done, Felt, Settled
from unpinch.care.stops import Now
from unpinch.care.symptoms import Patch, Report
from unpinch.terms.event import PainKind

KNEES, CHILD, HAMSTRING = "knees-to-chest", "childs-pose", "hamstring-stretch"
CALF4 = report(Patch.CALF, pain=4)


def done(exercise: str = KNEES, *hurts: PainKind, hold_s: int = 15, times: int = 1) -> Done:
    return Done(exercise, hold_s * 1000, times, hurts)


def felt(
    day: int = 1,
    *exercises: Done,
    before: Report | None = CALF4,
    after: Report | None = CALF4,
    morning: Report | None = CALF4,
    settled: Settled | None = None,
    peak: int | None = None,
    mornings_later: int = 1,
) -> Felt:
    """A session on that day of May, with nothing changed unless it is said."""
    answered = morning is not None
    return Felt(
        session=f"s{day}",
        at_ms=at(day, 600),
        day=may(day),
        done=exercises or (done(),),
        before=before,
        after=after,
        peak=peak,
        settled=settled,
        morning=morning,
        morning_day=may(day + mornings_later) if answered else None,
        morning_at_ms=at(day, 600) + mornings_later * DAY_MS if answered else None,
    )


def now(day: int, minute: int = 600) -> Now:
    """That minute of that day of May; days are from midnight to midnight here."""
    return Now(at(day, minute), may(day), at(day + 1, 0))


def up(points: int, *patches: Patch) -> Report:
    """The usual four of ten, and so many more."""
    return report(*(patches or (Patch.CALF,)), pain=4 + points)


def red(day: int, *exercises: Done) -> Felt:
    return felt(day, *exercises, after=up(3), settled=Settled.DAY)


def amber(day: int, *exercises: Done) -> Felt:
    return felt(day, *exercises, after=up(1), settled=Settled.TWO_HOURS)


def green(day: int, *exercises: Done) -> Felt:
    return felt(day, *exercises)
