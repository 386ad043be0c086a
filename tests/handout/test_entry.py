"""A name and its dose and nothing else: on its own line, dose first, or several on one line."""

import pytest

from unpinch.handout import read
from unpinch.handout.entry import entry
from unpinch.handout.plain import plain


def named(line: str) -> str | None:
    said = plain(line)
    found = entry(said, 0, len(said))
    return said[slice(*found.name)] if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bridges 3 x 10", "bridges"),
        ("Bridges: 3 x 10, twice a day", "bridges"),
        ("3 x 10 bridges", "bridges"),
        ("2 x 15 clams each side", "clams"),
        ("20 heel raises", "heel raises"),
        ("Child's pose 15-60 seconds", "child's pose"),
        ("Neck rolls 5 each way", "neck rolls"),
        ("Hamstring stretch, 30 sec/leg", "hamstring stretch"),
        ("quad sets 10 x 5 sec", "quad sets"),
    ],
)
def test_a_name_with_its_dose_is_an_entry(line: str, name: str) -> None:
    assert named(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Repeat 3 times", "3 times on each leg", "Hold for 30 seconds", "Do 10 on each side",
        "Work up to 20 repetitions with each leg.", "Lift your leg 10 times", "Week 1-2",
        "Right leg 10 times", "Page 3", "Rest 30 seconds", "Weight 5", "Monday 10",
    ],
)  # fmt: skip
def test_a_dose_or_an_order_is_none(line: str) -> None:
    assert named(line) is None


def test_a_dose_under_a_title_stays_that_titles() -> None:
    (one,) = read(
        "Ankle circles\nSit down and lift one foot off the floor.\n10 circles each way\n"
    ).exercises
    assert one.name == "Ankle circles"
    assert one.reps is not None
    assert (one.reps.min, one.reps.scope) == (10, "per_direction")


def test_several_on_one_line_keep_their_own_doses() -> None:
    draft = read("Then: bridges x 10, clams x 8 each side, wall sit 30 seconds.")
    assert [(one.name, one.reps and one.reps.max) for one in draft.exercises] == [
        ("bridges", 10), ("clams", 8), ("wall sit", None),
    ]  # fmt: skip


def test_an_item_that_is_none_gives_its_neighbour_nothing() -> None:
    draft = read("- heel slides x 15\n- bridges x 10\n- hold the strap for 20 seconds\n")
    assert [one.name for one in draft.exercises] == ["heel slides", "bridges"]
    assert all(one.hold_s is None for one in draft.exercises)
    assert [span.text for span in draft.unread] == ["hold the strap for 20 seconds"]
