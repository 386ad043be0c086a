"""What may be chosen, what is refused, and the law that nothing accepted exceeds the handout."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpinch.exercises import library, programs
from unpinch.exercises.choosing import Choice, ChoiceError, plan
from unpinch.exercises.plan import Plan
from unpinch.terms.dose import Sides
from unpinch.terms.side import Side

LIBRARY = library()
PROGRAM = programs()["leg-numbness"]
IDS = [part.exercise for part in PROGRAM.parts]

# The handout's ceilings, written down once more by hand: (longest hold, most holds in all).
CEILINGS = {
    "knees-to-chest": (60, 8),
    "hamstring-stretch": (30, 6),
    "opposition-stretch": (3, 20),
    "childs-pose": (30, 3),
}


def choose(exercise: str, **what: Any) -> Plan:
    return plan(PROGRAM, LIBRARY, [Choice(exercise=exercise, **what)])


def refused(exercise: str, **what: Any) -> str:
    with pytest.raises(ChoiceError) as error:
        choose(exercise, **what)
    return str(error.value)


def accepted(made: list[Choice], pace: str = "calm") -> Plan | None:
    """The plan, or None where it is refused, in one line."""
    try:
        return plan(PROGRAM, LIBRARY, made, pace)
    except ChoiceError as refusal:
        return None if "\n" not in str(refusal) else pytest.fail("more than one line")


def test_a_hold_inside_the_range_is_taken() -> None:
    assert {turn.hold_ms for turn in choose("knees-to-chest", hold_ms=45_000).parts[0].turns} == {
        45_000
    }


def test_sixty_one_seconds_are_refused_with_a_reason() -> None:
    assert refused("knees-to-chest", hold_ms=61_000) == (
        "knees-to-chest: 61 s is longer than the handout allows, 15 s to 60 s; choose 60 s or less"
    )


@pytest.mark.parametrize(
    ("exercise", "what", "reason"),
    [
        ("knees-to-chest", {"hold_ms": 14_999}, "14.999 s is shorter than the handout asks for"),
        ("knees-to-chest", {"hold_ms": 60_001}, "60.001 s is longer than the handout allows"),
        ("knees-to-chest", {"repetitions": 5}, "5 repetitions are more than our reading of the"),
        ("knees-to-chest", {"repetitions": 0}, "0 repetitions are fewer than our reading of the"),
        (
            "knees-to-chest",
            {"hold_ms": 30_000, "repetitions": 3},
            "3 times 30 s is 90 s on each side, and 60 s is the most",
        ),
        (
            "knees-to-chest",
            {"hold_ms": 60_000, "repetitions": 2, "variation": "both"},
            "2 times 60 s is 120 s, and 60 s is the most",
        ),
        ("hamstring-stretch", {"hold_ms": 31_000}, "31 s is not what the handout asks for"),
        ("hamstring-stretch", {"repetitions": 4}, "choose 3"),
        ("opposition-stretch", {"repetitions": 40}, "choose 20"),
        ("opposition-stretch", {"hold_ms": 4_000}, "choose 3 s"),
        ("childs-pose", {"repetitions": 4}, "choose 3 or fewer"),
        ("childs-pose", {"hold_ms": 45_000}, "choose 30 s or less"),
        (
            "childs-pose",
            {"variation": "both"},
            'the variation "both" is not known; it has no variations',
        ),
        ("knees-to-chest", {"variation": "bth"}, 'did you mean "both"?'),
        ("childs-poze", {"hold_ms": 15_000}, 'did you mean "childs-pose"?'),
    ],
)
def test_what_is_outside_the_handout_is_refused_in_one_line(
    exercise: str, what: dict[str, Any], reason: str
) -> None:
    line = refused(exercise, **what)

    assert reason in line
    assert "\n" not in line


@pytest.mark.parametrize(("hold_s", "most"), [(15, 4), (16, 3), (20, 3), (30, 2), (31, 1), (60, 1)])
def test_hold_times_repetitions_stays_within_a_minute_a_leg(hold_s: int, most: int) -> None:
    choose("knees-to-chest", hold_ms=hold_s * 1000, repetitions=most)

    if most < 4:
        refused("knees-to-chest", hold_ms=hold_s * 1000, repetitions=most + 1)


def test_an_exercise_can_be_left_out_and_the_rest_keeps_its_order() -> None:
    found = choose("hamstring-stretch", left_out=True)

    assert [part.exercise for part in found.parts] == [
        "knees-to-chest",
        "opposition-stretch",
        "childs-pose",
    ]


def test_leaving_out_everything_is_refused() -> None:
    with pytest.raises(ChoiceError, match="keep at least one"):
        plan(PROGRAM, LIBRARY, [Choice(exercise=name, left_out=True) for name in IDS])


def test_choosing_twice_for_one_exercise_is_refused() -> None:
    twice = [Choice(exercise="childs-pose", repetitions=3), Choice(exercise="childs-pose")]

    with pytest.raises(ChoiceError, match="childs-pose is chosen twice"):
        plan(PROGRAM, LIBRARY, twice)


def test_a_pace_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ChoiceError, match='pace "quick" is not known; write "slow", "calm"'):
        plan(PROGRAM, LIBRARY, pace="quick")


@pytest.mark.parametrize("pace", ["slow", "calm", "brisk"])
def test_the_pace_never_changes_a_hold(pace: str) -> None:
    assert plan(PROGRAM, LIBRARY, pace=pace).turns == plan(PROGRAM, LIBRARY).turns


def test_a_variation_the_program_chose_can_be_taken_back() -> None:
    from msgspec.structs import replace

    both = replace(PROGRAM.parts[0], variation="both")
    program = replace(PROGRAM, parts=(both,))

    assert plan(program, LIBRARY).parts[0].variation == "both"
    taken_back = plan(program, LIBRARY, [Choice(exercise="knees-to-chest", variation="main")])
    assert taken_back.parts[0].variation is None


def choice_of(exercise: str) -> st.SearchStrategy[Choice]:
    """Mostly at and around the edges of the range, so that many are taken and many refused."""
    dose = LIBRARY[exercise].dose
    holds = [dose.hold_ms.low, dose.hold_ms.high]
    counts = [dose.repetitions.low, dose.repetitions.high]
    return st.builds(
        Choice,
        exercise=st.just(exercise),
        hold_ms=st.none()
        | st.sampled_from([*holds, holds[0] - 1, holds[1] + 1])
        | st.integers(holds[0] // 1000, holds[1] // 1000).map(lambda s: s * 1000),
        repetitions=st.none()
        | st.integers(*counts)
        | st.sampled_from([counts[0] - 1, counts[1] + 1]),
        variation=st.sampled_from([None, "main", "both"]),
        left_out=st.sampled_from([False, False, False, True]),
    )


choices = st.sampled_from(IDS).flatmap(choice_of)


@given(st.lists(choices, max_size=4), st.sampled_from(["slow", "calm", "brisk"]))
def test_no_choice_that_is_accepted_exceeds_the_handout(made: list[Choice], pace: str) -> None:
    found = accepted(made, pace)

    for part in found.parts if found else ():
        longest, most = CEILINGS[part.exercise]
        assert 1 <= len(part.turns) <= most
        assert all(0 < turn.hold_ms <= longest * 1000 for turn in part.turns)
        allowed = longest if part.exercise in ("knees-to-chest", "childs-pose") else longest * 1.5
        assert all(turn.hold_ms <= turn.ceiling_ms <= allowed * 1000 for turn in part.turns)
        if part.exercise == "knees-to-chest":
            for side in Side:
                assert sum(t.hold_ms for t in part.turns if t.side is side) <= 60_000


@given(st.lists(choices, max_size=4))
def test_both_sides_get_the_same_and_take_turns_as_the_handout_says(made: list[Choice]) -> None:
    found = accepted(made)

    for part in found.parts if found else ():
        dose = LIBRARY[part.exercise].dose_of(part.variation)
        sides = [turn.side for turn in part.turns]
        assert sides.count(Side.LEFT) == sides.count(Side.RIGHT)
        if dose.two_sided:
            assert sides[0] is Side.RIGHT
        if dose.sides is Sides.ALTERNATING:
            assert all(a is not b for a, b in pairwise(sides))
        if dose.sides is Sides.ONE_THEN_OTHER:
            assert sides == sorted(sides, key=lambda side: side is Side.LEFT)
