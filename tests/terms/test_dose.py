from typing import Any

import pytest

from unpinch.terms.dose import Counted, Dose, Range, Sides
from unpinch.terms.side import Side


def dose(**more: Any) -> Dose:
    return Dose(hold_ms=Range(15_000, 60_000), repetitions=Range(1, 4), **more)


def test_a_range_takes_both_its_ends_and_nothing_beyond() -> None:
    allowed = Range(15, 60)

    assert 15 in allowed
    assert 60 in allowed
    assert 14 not in allowed
    assert 61 not in allowed


def test_the_ceiling_of_a_range_is_its_top() -> None:
    assert dose().ceiling_ms == 60_000


def test_the_ceiling_of_a_single_value_is_half_as_much_again() -> None:
    assert Dose(hold_ms=Range(3_000, 3_000), repetitions=Range(20, 20)).ceiling_ms == 4_500


@pytest.mark.parametrize(
    ("sides", "first", "counted", "each"),
    [
        (None, None, Counted.IN_TOTAL, 20),
        (Sides.TOGETHER, None, Counted.IN_TOTAL, 20),
        (Sides.ALTERNATING, Side.RIGHT, Counted.IN_TOTAL, 10),
        (Sides.ONE_THEN_OTHER, Side.LEFT, Counted.IN_TOTAL, 10),
        (Sides.ALTERNATING, Side.RIGHT, Counted.EACH_SIDE, 20),
        (Sides.ONE_THEN_OTHER, Side.LEFT, Counted.EACH_SIDE, 20),
    ],
)
def test_what_is_counted_says_how_many_fall_on_one_side(
    sides: Sides | None, first: Side | None, counted: Counted, each: int
) -> None:
    found = dose(sides=sides, first=first, counted=counted)

    assert found.on_each_side(20) == each


@pytest.mark.parametrize(
    ("sides", "first"),
    [(None, Side.RIGHT), (Sides.TOGETHER, Side.RIGHT), (Sides.ALTERNATING, None)],
)
def test_a_dose_with_half_of_its_sides_cannot_be_made(
    sides: Sides | None, first: Side | None
) -> None:
    with pytest.raises(ValueError, match="which side is first"):
        dose(sides=sides, first=first)
