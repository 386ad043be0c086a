"""Feet, shins and hands really touch what they rest on."""

import pytest

from unpinch.body import flesh, grip, ground, posing
from unpinch.body.stance import SIDES, resolve
from unpinch.terms.side import Side

CROOK = {"hip_flexion": 45.0, "knee_flexion": 100.0}
HANDS = {"moving": "on the mat", "resting": "on the mat"}


def test_a_foot_set_down_in_rough_numbers_stands_flat_on_the_mat() -> None:
    body = posing.pose(ground.settle(resolve("on the back", "leg", Side.LEFT, CROOK)))
    for leg in body.legs.values():
        assert flesh.lowest(flesh.foot(leg)) == pytest.approx(0.0, abs=0.002)
        assert leg.toes[1] == pytest.approx(0.0, abs=0.02)


def test_a_leg_lifted_on_purpose_stays_lifted() -> None:
    angles = {"moving_hip_flexion": 12.0}
    stance = ground.settle(resolve("on the back", "leg", Side.LEFT, angles))
    assert stance.angle("left_hip_flexion") == 12.0


def test_shins_lie_level_on_hands_and_knees_even_if_the_file_is_a_little_off() -> None:
    angles = {"trunk_incline": 11.0, "hip_flexion": 80.0, "knee_flexion": 85.0}
    body = posing.pose(ground.settle(resolve("hands and knees", "whole body", None, angles, HANDS)))
    for leg in body.legs.values():
        assert flesh.lowest(flesh.foot(leg)) == pytest.approx(0.0, abs=0.004)
        assert flesh.lowest(flesh.shank(leg)) == pytest.approx(0.0, abs=0.006)


def test_palms_lie_on_the_mat_under_the_shoulders() -> None:
    angles = {"trunk_incline": 12.0, "hip_flexion": 78.0, "knee_flexion": 90.0}
    body = posing.pose(ground.settle(resolve("hands and knees", "whole body", None, angles, HANDS)))
    for arm in body.arms.values():
        assert arm.wrist[1] == pytest.approx(grip.PALM_ON_MAT, abs=1e-6)
        assert arm.wrist[0] == pytest.approx(arm.shoulder[0], abs=1e-6)


def test_in_a_bridge_head_shoulders_and_soles_touch_and_the_seat_does_not() -> None:
    angles = {"trunk_incline": -25.0, "hip_flexion": -3.0, "knee_flexion": 82.0}
    body = posing.pose(ground.settle(resolve("on the back", "whole body", None, angles)))
    assert body.spine[0][1] > 0.15
    for side in SIDES:
        assert flesh.lowest(flesh.foot(body.legs[side])) == pytest.approx(0.0, abs=0.003)


def test_a_front_foot_stands_flat_when_kneeling_on_the_other_knee() -> None:
    angles = {"resting_knee_flexion": 90.0, "moving_hip_flexion": 90.0, "moving_knee_flexion": 90.0}
    stance = ground.settle(resolve("kneeling", "leg", Side.RIGHT, angles))
    assert stance.angle("right_ankle_plantarflexion") == pytest.approx(0.0, abs=3.0)
    assert stance.angle("left_ankle_plantarflexion") == pytest.approx(80.0)
