"""The handout that the program comes from, where it is at hand."""

from pathlib import Path

import pytest

from unpinch.handout import read
from unpinch.handout.draft import Draft

SEED = Path(__file__).parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the handout is not at hand")


def draft() -> Draft:
    return read(next(SEED.glob("*.txt")).read_text("utf-8"))


def test_the_handout_gives_its_four_exercises() -> None:
    assert [one.exercise for one in draft().exercises] == [
        "knees-to-chest",
        "hamstring-stretch",
        "opposition-stretch",
        "childs-pose",
    ]


def test_the_handout_gives_its_doses_and_nothing_else() -> None:
    knees, hamstring, opposition, child = draft().exercises
    for one in (knees, hamstring, opposition, child):
        assert one.hold_s is not None
        silent = (one.hold_breaths, one.duration_s, one.sets, one.rest_s, one.tempo, one.frequency)
        assert silent == (None,) * 6
    holds = [(one.hold_s.min, one.hold_s.max) for one in draft().exercises if one.hold_s]
    assert holds == [(15, 60), (30, 30), (3, 3), (15, 30)]
    counts = [
        one.reps and (one.reps.min, one.reps.max, one.reps.scope) for one in draft().exercises
    ]
    assert counts == [None, (3, 3, "per_side"), (20, 20, "total"), (2, 3, "unspecified")]
    sides = [one.sides and one.sides.value for one in draft().exercises]
    assert sides == [None, "each_side", "alternating", None]


def test_the_handout_leaves_exactly_its_questions() -> None:
    asked = [
        (one.exercise, question.about) for one in draft().exercises for question in one.questions
    ]
    assert asked == [
        ("knees-to-chest", "reps"),
        ("knees-to-chest", "sides"),
        ("hamstring-stretch", "reps"),
        ("opposition-stretch", "scope"),
        ("childs-pose", "reps"),
    ]
    assert [question.about for question in draft().questions] == ["frequency"]


def test_the_introduction_is_left_out() -> None:
    assert len(draft().left_out) == 1
