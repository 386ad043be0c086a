"""Laws that hold for every body in every stance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.body.made import PLACES, stances
from unpinch.body import flesh, measure, posing
from unpinch.body import proportions as size
from unpinch.body.skeleton import Skeleton
from unpinch.body.stance import SIDES, Stance, mirror
from unpinch.body.vector import distance

NEAR = 1e-6
BONES = {
    "hip-knee": size.THIGH, "knee-ankle": size.SHANK, "shoulder-elbow": size.UPPER_ARM,
    "elbow-wrist": size.FOREARM, "wrist-knuckles": size.PALM, "knuckles-fingertips": size.FINGERS,
}  # fmt: skip


def bones(body: Skeleton) -> dict[str, float]:
    joints = body.joints()
    return {
        f"{side} {bone}": distance(*(joints[f"{side}_{end}"] for end in bone.split("-")))
        for side in SIDES
        for bone in BONES
    }


@given(stances(), stances(PLACES), st.floats(0, 1))
def test_bones_keep_their_length_in_every_stance_and_on_every_way(
    start: Stance, hold: Stance, share: float
) -> None:
    for body in (posing.pose(start), posing.pose(hold), posing.Way(start, hold).at(share)):
        for name, length in bones(body).items():
            assert length == pytest.approx(BONES[name.split(" ", 1)[1]], abs=NEAR), name
        assert distance(body.spine[3], body.skull) == pytest.approx(size.NECK, abs=NEAR)
        assert distance(body.legs[SIDES[0]].hip, body.legs[SIDES[1]].hip) == pytest.approx(
            2 * size.HIP_HALF, abs=NEAR
        )


@given(stances())
def test_the_angles_measured_on_a_body_are_the_angles_it_was_given(stance: Stance) -> None:
    measured = measure.angles(posing.pose(stance), stance.posture)
    for name, value in stance.angles.items():
        if name.endswith("flexion") and abs(value) < 0.5:
            assert measured[name] == pytest.approx(value, abs=0.01), name
        else:
            assert measured[name] == pytest.approx(value, abs=1e-3), name


@given(stances(PLACES))
def test_mirroring_twice_is_the_identity(stance: Stance) -> None:
    assert mirror(mirror(stance)) == stance


@given(stances(PLACES))
def test_a_mirrored_stance_is_the_same_body_seen_in_a_mirror(stance: Stance) -> None:
    if stance.posture == "on the side":
        return  # there the other side is the one that lies below
    joints, mirrored = posing.pose(stance).joints(), posing.pose(mirror(stance)).joints()
    for name, (x, y, z) in joints.items():
        side, _, bare = name.partition("_")
        other = name if side not in SIDES else f"{'left' if side == 'right' else 'right'}_{bare}"
        assert mirrored[other] == pytest.approx((x, y, -z), abs=NEAR)


@given(stances(PLACES))
def test_the_lowest_outline_touches_the_mat(stance: Stance) -> None:
    assert flesh.lowest_of_body(posing.pose(stance)) == pytest.approx(0.0, abs=NEAR)


@given(stances(PLACES), stances(PLACES), st.floats(0, 0.99))
def test_a_short_step_on_the_way_moves_no_joint_far(
    start: Stance, hold: Stance, share: float
) -> None:
    """Nothing pops: hands, too, go a way and do not jump to its end."""
    hold = Stance(
        start.posture, hold.angles, hold.hands, hold.eyes, start.moving_legs, start.moving_arms
    )
    here, there = (posing.Way(start, hold).at(each).joints() for each in (share, share + 0.005))
    for name in ("left_knee", "right_knee", "left_ankle", "right_ankle"):
        assert distance(here[name], there[name]) < 0.05, name
