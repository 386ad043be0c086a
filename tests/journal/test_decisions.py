"""Kept stops: only a clearance that names them, was given later and is of a later day ends one."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from unpinch.care.records import ClearanceRecord
from unpinch.care.stops import Stop
from unpinch.journal.decisions import StopKept, in_force

FOUND = datetime(2026, 5, 10, 12, tzinfo=UTC)
FOUND_MS = round(FOUND.timestamp() * 1000)
DAY = date(2026, 5, 10)
KNEES = "knees-to-chest"


def kept(rule: str, exercise: str) -> StopKept:
    return StopKept(UUID(int=1), FOUND, DAY, Stop(rule, exercise, "It says so.", None, DAY, ()))


def clearance(
    *items: str, later_ms: int = 1, examined: int = 11, entered: int = 12, named: str = ""
) -> ClearanceRecord:
    return ClearanceRecord(
        at_ms=FOUND_MS + later_ms,
        day=DAY.replace(day=entered),
        rules=1,
        items=items,
        examined_on=DAY.replace(day=examined),
        exercises=(named,) if named else (),
    )


# the stop, what a clinician is said to have examined, and whether it still holds
ENDS = [
    (kept("R7", "all"), clearance("R7"), False),
    (kept("R7", "all"), clearance("R7", examined=10), False),  # the same day
    (kept("R7", "all"), clearance("R7", examined=9), True),  # before it was found
    (kept("R7", "all"), clearance("R7", examined=12, entered=11), True),  # in the future
    (kept("R7", "all"), clearance("R7", later_ms=0), True),  # entered before it was found
    (kept("R7", "all"), clearance("R6b"), True),  # another one
    (kept("R6b", KNEES), clearance("R6b"), True),  # the exercise was not named
    (kept("R6b", KNEES), clearance("R6b", named="childs-pose"), True),
    (kept("R6b", KNEES), clearance("R6b", named=KNEES), False),
]


@pytest.mark.parametrize(("stop", "said", "holds"), ENDS)
def test_what_ends_a_stop_that_was_written_down(
    stop: StopKept, said: ClearanceRecord, holds: bool
) -> None:
    assert bool(in_force([stop], [said])) is holds
    assert in_force([stop], []) == (stop.stop,)
