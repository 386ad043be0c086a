"""Sets and the rest between them, from the file to the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.test_manual import EXERCISE
from unpinch.exercises.plan import rests, turns
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.writing import exercise_file
from unpinch.terms.dose import Counted, Dose, Range, Sides
from unpinch.terms.side import Side

NO_SIDES: dict[str, object] = {}
ONE_THEN_OTHER = {
    "sides": Sides.ONE_THEN_OTHER, "first": Side.RIGHT, "counted": Counted.EACH_SIDE,
}  # fmt: skip
IN_ALL = {"sides": Sides.ALTERNATING, "first": Side.RIGHT, "counted": Counted.IN_TOTAL}
TAKING_TURNS = {**IN_ALL, "counted": Counted.EACH_SIDE}


def dose(low: int, high: int, sets: Range | None, **sides: object) -> Dose:
    rest_ms = 60_000 if sets else None
    return Dose(
        hold_ms=Range(5_000, 5_000),
        repetitions=Range(low, high),
        sets=sets,
        rest_ms=rest_ms,
        **sides,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("given_dose", "repetitions", "after"),
    [
        (dose(30, 30, Range(3, 3)), 30, (9, 19)),
        (dose(24, 36, Range(3, 3)), 25, (8, 16)),  # 9, 8 and 8
        (dose(20, 30, Range(2, 3)), 20, (9,)),  # ten in a set, as the sheet has it
        (dose(20, 30, Range(2, 3)), 30, (9, 19)),
        (dose(6, 6, Range(2, 2), **ONE_THEN_OTHER), 6, (2, 8)),  # each side has its own
        (dose(20, 20, Range(2, 2), **IN_ALL), 20, (9,)),
        (dose(20, 20, Range(3, 3), **IN_ALL), 20, (7, 13)),  # whole pairs: 8, 6 and 6
        (dose(10, 10, Range(2, 2), **TAKING_TURNS), 10, (9,)),
        (dose(30, 30, None), 30, ()),
    ],
)
def test_after_these_turns_there_is_a_rest(
    given_dose: Dose, repetitions: int, after: tuple[int, ...]
) -> None:
    assert rests(given_dose, repetitions) == after


@given(
    sides=st.sampled_from([NO_SIDES, ONE_THEN_OTHER, IN_ALL, TAKING_TURNS]),
    each=st.integers(1, 12), more=st.integers(0, 12), sets=st.integers(2, 5), chosen=st.data(),
)  # fmt: skip
def test_sets_are_as_even_as_can_be_and_hold_no_more_than_the_sheets(
    sides: dict[str, object], each: int, more: int, sets: int, chosen: st.DataObject
) -> None:
    low, high = each * sets, (each + more) * sets
    low, high = (2 * low, 2 * high) if sides is IN_ALL else (low, high)
    own = dose(low, high, Range(sets, sets), **sides)
    many = chosen.draw(st.integers(low, high).filter(lambda n: not own.shared or n % 2 == 0))
    all_turns = turns("any", own, 5_000, many)
    ends = [*rests(own, many), len(all_turns) - 1]
    begins = [0, *(end + 1 for end in ends[:-1])]
    by_set = [all_turns[a : b + 1] for a, b in zip(begins, ends, strict=True)]
    if sides is ONE_THEN_OTHER:  # the last set of the one side goes on as the first of the other
        assert len(ends) == 2 * (sets - 1) + 1
        by_set = by_set[: sets - 1]
    sizes = [len(one) for one in by_set]

    assert max(sizes) - min(sizes) <= (2 if own.sides is Sides.ALTERNATING else 1)
    assert max(sizes) <= (each + more) * (2 if own.sides is Sides.ALTERNATING else 1)
    for one in by_set:
        if own.sides is Sides.ALTERNATING:
            assert len({turn.side for turn in one}) == 2
            assert len(one) % 2 == 0


def test_a_rest_is_written_and_read_as_it_was(sets_file: str) -> None:
    exercise = read_exercise(sets_file, "calf.toml")

    assert (exercise.dose.sets, exercise.dose.rest_ms) == (Range(2, 3), 90_000)
    assert read_exercise(exercise_file(exercise), "calf.toml") == exercise


@pytest.fixture
def sets_file() -> str:
    return (
        str(EXERCISE)
        .replace("sets        = 2", 'sets        = "2 to 3"')
        .replace('rest        = "30 s"', 'rest        = "90 s"')
    )


@pytest.mark.parametrize("only", [{"sets": Range(2, 2)}, {"rest_ms": 60_000}])
def test_sets_and_their_rest_go_together(only: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="if, and only if, it has sets"):
        Dose(hold_ms=Range(1, 1), repetitions=Range(4, 4), **only)  # type: ignore[arg-type]
