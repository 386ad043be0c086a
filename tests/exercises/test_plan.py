import msgspec
import pytest

from unpinch.exercises import library, programs
from unpinch.exercises.choosing import Choice, plan
from unpinch.exercises.plan import Plan, turns
from unpinch.terms.dose import Counted, Dose, Range, Sides
from unpinch.terms.side import Side

PROGRAM = programs()["leg-numbness"]
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def whole(*choices: Choice) -> Plan:
    return plan(PROGRAM, library(), choices)


def rows(found: Plan, exercise: str) -> list[tuple[Side | None, int, int, int, int]]:
    return [
        (turn.side, turn.repetition, turn.of, turn.hold_ms, turn.ceiling_ms)
        for turn in found.turns
        if turn.exercise == exercise
    ]


def test_knees_to_chest_is_held_once_on_each_leg_right_first() -> None:
    assert rows(whole(), "knees-to-chest") == [
        (RIGHT, 1, 1, 15_000, 60_000),
        (LEFT, 1, 1, 15_000, 60_000),
    ]


def test_the_hamstring_stretch_is_three_times_right_then_three_times_left() -> None:
    assert rows(whole(), "hamstring-stretch") == [
        (side, n, 3, 30_000, 45_000) for side in (RIGHT, LEFT) for n in (1, 2, 3)
    ]


def test_the_opposition_stretch_is_twenty_in_all_alternating_right_hand_first() -> None:
    assert rows(whole(), "opposition-stretch") == [
        (RIGHT if n % 2 else LEFT, n, 20, 3_000, 4_500) for n in range(1, 21)
    ]


def test_childs_pose_is_twice_and_has_no_sides() -> None:
    assert rows(whole(), "childs-pose") == [(None, n, 2, 15_000, 30_000) for n in (1, 2)]


def test_both_knees_together_are_one_turn_a_repetition() -> None:
    found = whole(Choice(exercise="knees-to-chest", variation="both", repetitions=2))

    assert rows(found, "knees-to-chest") == [(Side.BOTH, n, 2, 15_000, 60_000) for n in (1, 2)]
    assert found.parts[0].variation == "both"
    assert "both knees" in found.parts[0].words.move


def test_a_plan_comes_back_from_the_journal_as_it_went_in() -> None:
    found = whole(Choice(exercise="knees-to-chest", variation="both"))

    assert msgspec.json.decode(msgspec.json.encode(found), type=Plan) == found


def test_a_plan_carries_the_words_with_sides_to_be_filled_in() -> None:
    part = whole().parts[2]

    assert "{side} hand" in part.words.move
    assert "{opposite} leg" in part.words.move
    assert part.moving == "arm and opposite leg"
    assert part.posture == "hands and knees"


def dose(sides: Sides | None, counted: Counted, first: Side | None) -> Dose:
    return Dose(
        hold_ms=Range(5_000, 5_000),
        repetitions=Range(4, 4),
        sides=sides,
        first=first,
        counted=counted,
    )


@pytest.mark.parametrize(
    ("sides", "counted", "expected"),
    [
        (Sides.ALTERNATING, Counted.IN_TOTAL, "L1/4 R2/4 L3/4 R4/4"),
        (Sides.ALTERNATING, Counted.EACH_SIDE, "L1/8 R2/8 L3/8 R4/8 L5/8 R6/8 L7/8 R8/8"),
        (Sides.ONE_THEN_OTHER, Counted.IN_TOTAL, "L1/2 L2/2 R1/2 R2/2"),
        (Sides.ONE_THEN_OTHER, Counted.EACH_SIDE, "L1/4 L2/4 L3/4 L4/4 R1/4 R2/4 R3/4 R4/4"),
        (Sides.TOGETHER, Counted.IN_TOTAL, "B1/4 B2/4 B3/4 B4/4"),
        (None, Counted.IN_TOTAL, "-1/4 -2/4 -3/4 -4/4"),
    ],
)
def test_turns_follow_from_sides_and_what_is_counted(
    sides: Sides | None, counted: Counted, expected: str
) -> None:
    first = LEFT if sides in (Sides.ALTERNATING, Sides.ONE_THEN_OTHER) else None

    found = turns("made-up", dose(sides, counted, first), 5_000, 4)

    assert (
        " ".join(
            f"{turn.side.value[0].upper() if turn.side else '-'}{turn.repetition}/{turn.of}"
            for turn in found
        )
        == expected
    )
