"""Exercises of the person's own handout: judged by what they do, and never more freely than
the exercise of the library that does the same."""

import pytest

from tests.care.made import FOUR, PASSED, cleared, screened
from unpinch.care.allowed import Allowed, Blocked, Modified, Ruling, allowed_exercises
from unpinch.care.movement import Movement, movement
from unpinch.care.records import CareRecord
from unpinch.care.rules import safety_rules
from unpinch.care.words import CareError, Tier, Trait
from unpinch.exercises import library

FREE, CHANGED, OUT = 0, 1, 2


def strictness(ruling: Ruling) -> int:
    match ruling:
        case Allowed():
            return FREE
        case Modified():
            return CHANGED
        case Blocked():
            return OUT


def history(item: str) -> list[CareRecord]:
    row = safety_rules().item(item)
    locked = row is not None and row.tier is Tier.CLINICIAN
    return [screened(item, day=1, morning=True), *([cleared(item, day=2)] if locked else [])]


CONDITIONS = [(row.id, row.when[0]) for row in safety_rules().conditions]


@pytest.mark.parametrize(("condition", "item"), CONDITIONS)
@pytest.mark.parametrize("exercise", FOUR)
def test_a_copy_of_a_library_exercise_under_another_name_is_not_judged_more_freely(
    condition: str, item: str, exercise: str
) -> None:
    known = library()[exercise]
    poses = [pose.angles for pose in known.poses.values()]
    copy = movement("from-my-handout", known.posture, poses)

    rulings = allowed_exercises(history(item), [exercise, copy])

    assert strictness(rulings["from-my-handout"]) >= strictness(rulings[exercise])


@pytest.mark.parametrize(("condition", "item"), CONDITIONS)
def test_an_exercise_of_which_nothing_is_known_gets_the_strictest_cell(
    condition: str, item: str
) -> None:
    rulings = allowed_exercises(history(item), [*FOUR, "unheard-of"])

    assert strictness(rulings["unheard-of"]) >= max(strictness(rulings[each]) for each in FOUR)


@pytest.mark.parametrize(
    ("exercise", "does", "does_not"),
    [
        ("knees-to-chest", {Trait.BENDS, Trait.ON_BACK}, {Trait.KNEELS, Trait.ARCHES}),
        ("hamstring-stretch", {Trait.PULLS_LEG, Trait.ON_BACK}, {Trait.BENDS, Trait.KNEELS}),
        ("opposition-stretch", {Trait.KNEELS, Trait.ON_HANDS, Trait.ARCHES}, {Trait.BENDS}),
        (
            "childs-pose",
            {Trait.BENDS, Trait.KNEELS, Trait.ON_HEELS, Trait.HIP_PAST_RIGHT_ANGLE},
            {Trait.ON_BACK, Trait.STANDS},
        ),
    ],
)
def test_the_traits_of_the_four_are_read_from_their_posture_and_poses(
    exercise: str, does: set[Trait], does_not: set[Trait]
) -> None:
    known = library()[exercise]

    found = movement(exercise, known.posture, [pose.angles for pose in known.poses.values()])

    assert does <= found.traits
    assert not does_not & found.traits


BACK, KNEES = "on the back", "hands and knees"
# What it does, from which drawn angle on: posture, trait, angles that just do not, angles that do.
# The numbers are written out here and not taken from the code.
LIMITS = [
    (BACK, Trait.HIP_PAST_RIGHT_ANGLE, {"hip_flexion": 90}, {"hip_flexion": 90.5}),
    (BACK, Trait.BENDS, {"hip_flexion": 94.5}, {"hip_flexion": 95}),
    (BACK, Trait.BENDS, {"lumbar_flexion": 19.5}, {"lumbar_flexion": 20}),
    (BACK, Trait.ARCHES, {"lumbar_flexion": -9.5}, {"lumbar_flexion": -10}),
    (KNEES, Trait.ARCHES, {"hip_flexion": 5.5}, {"hip_flexion": 5}),
    (BACK, Trait.PULLS_LEG, {"hip_flexion": 39.5}, {"hip_flexion": 40}),
    (
        BACK,
        Trait.PULLS_LEG,
        {"hip_flexion": 80, "knee_flexion": 40.5},
        {"hip_flexion": 80, "knee_flexion": 40},
    ),
    (
        KNEES,
        Trait.ON_HEELS,
        {"hip_flexion": 90, "knee_flexion": 129.5},
        {"hip_flexion": 90, "knee_flexion": 130},
    ),
    (
        KNEES,
        Trait.ON_HEELS,
        {"hip_flexion": 89.5, "knee_flexion": 130},
        {"hip_flexion": 90, "knee_flexion": 130},
    ),
]


@pytest.mark.parametrize("limb", ["", "moving_", "resting_"])
@pytest.mark.parametrize(("posture", "trait", "below", "there"), LIMITS)
def test_a_trait_begins_at_its_angle_in_either_leg_and_in_any_pose(
    posture: str, trait: Trait, below: dict[str, float], there: dict[str, float], limb: str
) -> None:
    def of(angles: dict[str, float]) -> dict[str, float]:
        return {n if n.startswith("lumbar") else f"{limb}{n}": deg for n, deg in angles.items()}

    assert trait not in movement("x", posture, [of(below), of(below)]).traits
    assert trait in movement("x", posture, [of(below), of(there)]).traits


@pytest.mark.parametrize(("degrees", "blocked"), [(90, False), (91, True), (94, True), (120, True)])
def test_with_an_artificial_hip_no_movement_goes_past_a_right_angle(
    degrees: float, blocked: bool
) -> None:
    bend = movement("slide", BACK, [{"hip_flexion": 45}, {"moving_hip_flexion": degrees,
                                                          "moving_knee_flexion": 90}])  # fmt: skip

    ruling = allowed_exercises(history("C8"), [bend])["slide"]

    assert isinstance(ruling, Blocked) is blocked


def test_a_guided_exercise_without_poses_may_bend_the_back_until_it_is_said_not_to() -> None:
    bending = [screened("G1", day=1)]
    pumps = movement("ankle-pumps", "on the back")
    said = movement("ankle-pumps", "on the back", never=[Trait.BENDS, Trait.PULLS_LEG])

    assert isinstance(allowed_exercises(bending, [pumps])["ankle-pumps"], Blocked)
    assert isinstance(allowed_exercises([*bending, *PASSED], [pumps])["ankle-pumps"], Modified)
    assert isinstance(allowed_exercises(bending, [said])["ankle-pumps"], Allowed)


def test_nobody_can_rule_out_that_an_exercise_is_an_exercise() -> None:
    found = movement("ankle-pumps", "on the back", [], never=list(Trait))

    ruling = allowed_exercises([screened("C7", day=1), cleared("C7", day=2)], [found])

    assert isinstance(ruling["ankle-pumps"], Blocked)


def test_no_posture_means_that_everything_may_be_so() -> None:
    assert movement("x").traits == frozenset(Trait)
    assert Movement("x") == movement("x")


def test_a_posture_that_is_not_known_is_refused_in_plain_words() -> None:
    with pytest.raises(CareError, match="x posture: 'upside down' is not known; write one of"):
        movement("x", "upside down")


def test_of_several_conditions_the_strictest_wins_and_all_changes_are_said() -> None:
    records = [screened("G1", "G2", "G4", day=1)]

    rulings = allowed_exercises(records, FOUR)

    assert isinstance(rulings["childs-pose"], Blocked)
    ruling = rulings["opposition-stretch"]
    assert isinstance(ruling, Modified)
    assert ruling.how == (
        "Kneel on a thick pad. Take the weight off your knees in each rest.",
        "Move only the leg, with a hand on a firm chair.",
    )
    assert ruling.reasons == (
        "Kneeling hurts.",
        "Getting to the floor or keeping your balance is hard.",
    )
    assert (ruling.instead.moving, ruling.instead.rest_s) == ("opposite leg", 8)


def test_changes_that_replace_the_same_words_differently_leave_the_exercise_out() -> None:
    rulings = allowed_exercises([screened("G3", "G4", day=1)], FOUR)

    assert rulings["opposition-stretch"] == Blocked(
        reasons=(
            "Leaning on your hands hurts.",
            "Getting to the floor or keeping your balance is hard.",
        ),
        until=("this no longer holds: how to do it instead cannot be told rightly",),
    )
