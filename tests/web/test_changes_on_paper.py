"""What changed, on one printed page: steps with one reason are one line; it never grows long."""

from datetime import date, timedelta

import msgspec
import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Clock
from tests.web.history import weeks
from unpinch.care.dosing import Level
from unpinch.exercises.choosing import Choice
from unpinch.journal.changes import DoseChange
from unpinch.journal.progress import Progress, progress
from unpinch.runtime import diary
from unpinch.web.over_time import MOST_ON_PAPER, happened, shortened

pytestmark = pytest.mark.usefixtures("diary")
BEGUN = date(2026, 9, 1)
WELL = "Three sessions in a row at this dose settled well."


def told(*changes: DoseChange) -> Progress:
    empty = progress((), since=BEGUN, until=BEGUN + timedelta(days=83))
    return msgspec.structs.replace(empty, changes=changes)


def step(day: int, was_s: int, now_s: int, because: str = WELL) -> DoseChange:
    return DoseChange(
        BEGUN + timedelta(days=day),
        "knees-to-chest",
        "Knees to chest",
        Level(was_s * 1000, 1),
        Level(now_s * 1000, 1),
        because,
        (str(day),),
    )


UP = tuple(step(3 * at, 15 + 5 * at, 20 + 5 * at) for at in range(9))


def test_a_short_list_is_printed_as_it_is() -> None:
    assert shortened(told(*UP[:MOST_ON_PAPER])) == []


def test_steps_with_one_reason_are_one_line() -> None:
    found = told(*UP, step(40, 60, 55, "It was clearly worse after this."))

    assert len(happened(found)) == 10
    assert [(one.day, one.says, one.because) for one in shortened(found)] == [
        ("1 Sep to 25 Sep", "Knees to chest: hold 15 to 60 seconds, in nine steps.", WELL),
        ("11 Oct", "Knees to chest: hold 60 to 55 seconds.", "It was clearly worse after this."),
    ]


def test_it_never_grows_longer_than_fits_and_says_what_is_not_on_it() -> None:
    back_and_forth = [
        step(at, *((15, 20) if at % 2 else (20, 15)), because=f"Reason {at}.") for at in range(20)
    ]

    found = shortened(told(*back_and_forth))

    assert len(found) == MOST_ON_PAPER + 1
    assert found[0].says == "12 more changes."
    assert found[-1].because == "Reason 19."


def test_the_page_has_both_lists_and_reads_out_only_one(client: Client, clock: Clock) -> None:
    for hold in (15, 20, 25, 30, 35, 40, 45, 50, 55, 60):
        diary.choose((Choice(exercise="knees-to-chest", hold_ms=hold * 1000),))
        weeks(clock, [3])
    weeks(clock, [3])

    tree = LexborHTMLParser(client.get("/progress/").content)

    long, short = tree.css("ol.changes")
    assert len(long.css("li")) == 9
    assert short is not None
    assert "aria-hidden" in short.attributes
