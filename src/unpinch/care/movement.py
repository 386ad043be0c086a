"""What an exercise does to the body, so that the rules can judge one they do not know.

The four exercises of the library have rows of their own. An exercise from the
person's own handout is judged by what it does: by its posture, and by its poses if
it has any. What is not known counts as yes, as with the questions, so an exercise
of which nothing is known gets the strictest cell of every row. A person or their
physiotherapist who says more about it (its posture, "it does not bend the back")
makes it freer.
"""

from collections.abc import Iterable, Mapping

import msgspec

from unpinch.care.words import CareError, Trait

# Our own limits for reading a drawn pose, not measurements of a body.
BENT_BACK_DEG = 20
FOLDED_HIP_DEG = 95
RIGHT_ANGLE_DEG = 90
RAISED_LEG_DEG = 40
STRAIGHT_KNEE_DEG = 40
ON_HEELS_KNEE_DEG = 130
HOLLOW_BACK_DEG = -10
LEG_BEHIND_DEG = 5

POSTURES: dict[str, frozenset[Trait]] = {
    "on the back": frozenset({Trait.ON_BACK, Trait.ON_FLOOR}),
    "hands and knees": frozenset({Trait.KNEELS, Trait.ON_HANDS, Trait.ON_FLOOR}),
    "face down": frozenset({Trait.ON_FLOOR}),
    "on the side": frozenset({Trait.ON_FLOOR}),
    "sitting": frozenset(),
    "standing": frozenset({Trait.STANDS}),
    "kneeling": frozenset({Trait.KNEELS, Trait.ON_FLOOR}),
}
LEG_MAY_BE_BEHIND = frozenset({"hands and knees", "face down"})

# What a posture settles; the rest only poses or a person can tell.
BY_POSTURE = frozenset({Trait.ON_BACK, Trait.KNEELS, Trait.ON_HANDS, Trait.ON_FLOOR, Trait.STANDS})
BY_POSE = frozenset(Trait) - BY_POSTURE - {Trait.ANY}


class Movement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise as the rules see it. What is not named in `traits` it does not do."""

    id: str
    traits: frozenset[Trait] = frozenset(Trait)


def movement(
    exercise_id: str,
    posture: str | None = None,
    poses: Iterable[Mapping[str, float]] | None = None,
    *,
    never: Iterable[Trait] = (),
) -> Movement:
    """The traits of an exercise.

    `posture` as exercise files name it; None if the handout does not say.
    `poses` are the joint angles of its drawn poses; None for a guided exercise
    without a figure. `never` are traits that a person has ruled out.
    """
    ruled_out = frozenset(never) - {Trait.ANY}
    if posture is None:
        return Movement(exercise_id, frozenset(Trait) - ruled_out)
    if posture not in POSTURES:
        known = ", ".join(sorted(POSTURES))
        raise CareError(f"{exercise_id} posture: {posture!r} is not known; write one of {known}")
    by_pose = BY_POSE if poses is None else _in_poses(posture, poses)
    traits = POSTURES[posture] | by_pose | {Trait.ANY}
    return Movement(exercise_id, traits - ruled_out)


def _in_poses(posture: str, poses: Iterable[Mapping[str, float]]) -> frozenset[Trait]:
    found: set[Trait] = set()
    for angles in poses:
        for limb in ("", "moving_", "resting_"):
            found |= _of_leg(posture, angles, limb)
        if angles.get("lumbar_flexion", 0.0) >= BENT_BACK_DEG:
            found.add(Trait.BENDS)
        if angles.get("lumbar_flexion", 0.0) <= HOLLOW_BACK_DEG:
            found.add(Trait.ARCHES)
    return frozenset(found)


def _of_leg(posture: str, angles: Mapping[str, float], limb: str) -> set[Trait]:
    hip, knee = angles.get(f"{limb}hip_flexion"), angles.get(f"{limb}knee_flexion", 0.0)
    if hip is None:
        return set()
    tests = {
        Trait.BENDS: hip >= FOLDED_HIP_DEG,
        Trait.HIP_PAST_RIGHT_ANGLE: hip > RIGHT_ANGLE_DEG,
        Trait.PULLS_LEG: hip >= RAISED_LEG_DEG and knee <= STRAIGHT_KNEE_DEG,
        Trait.ON_HEELS: knee >= ON_HEELS_KNEE_DEG and hip >= RIGHT_ANGLE_DEG,
        Trait.ARCHES: posture in LEG_MAY_BE_BEHIND and hip <= LEG_BEHIND_DEG,
    }
    return {trait for trait, holds in tests.items() if holds}
