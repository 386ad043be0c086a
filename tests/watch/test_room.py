"""Bodies that real people make of each hold, and bodies that only look like one: drawn, not filmed.

Where a limit of an exercise file was moved, the body that it was moved for stands here.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from unpinch.body import ground, posing
from unpinch.body.landmarks import ANKLES, ELBOWS, HEELS, WRISTS, Frames, frames
from unpinch.body.sight import measure, visible
from unpinch.body.stance import resolve
from unpinch.exercises import library
from unpinch.patient import camera
from unpinch.patient.camera import View
from unpinch.patient.points import landmarks
from unpinch.terms.side import Side
from unpinch.watch.judge import judge
from unpinch.watch.recognise import Recognised, recognise
from unpinch.watch.rules import pack, postures

SIZE = np.array([640.0, 480.0])
BESIDE, FREE, MAT = "beside the body", "free", "on the mat"
FOLDED = {"hip_flexion": 150, "knee_flexion": 150, "lumbar_flexion": 24, "thorax_flexion": 12,
          "ankle_plantarflexion": 80}  # fmt: skip
LEVEL = {"trunk_incline": 12, "hip_flexion": 78, "knee_flexion": 90, "shoulder_flexion": 74}
UP = {"moving_hip_flexion": 90, "moving_knee_flexion": 10, "resting_hip_flexion": 0}


def shown(
    posture: str,
    moving: str,
    side: Side | None,
    angles: Mapping[str, float],
    hands: str | tuple[str, str],
    roll: float = 0.0,
    hidden: Sequence[int] = (),
) -> Frames:
    """One body, side on before a camera near the floor, with some points out of its sight."""
    moving_hand, resting_hand = (hands, hands) if isinstance(hands, str) else hands
    stance = resolve(posture, moving, side, dict(angles),
                     {"moving": moving_hand, "resting": resting_hand})  # fmt: skip
    points = 1.7 * landmarks(posing.pose(ground.settle(stance)))[None]
    view = View(turn=8.0, height=0.4, away=2.8, roll=roll)
    axes, _ = camera.seen_from(view, points)
    visible = np.ones((1, 33, 1))
    visible[:, list(hidden)] = 0.1
    image = np.concatenate([camera.picture(view, axes), axes[..., 2:], visible], axis=-1)
    return frames(image, camera.world(axes), SIZE)


def seen(
    posture: str,
    moving: str,
    side: Side | None,
    angles: Mapping[str, float],
    hands: str | tuple[str, str],
    roll: float = 0.0,
    hidden: Sequence[int] = (),
) -> Recognised:
    """What is recognised of it."""
    body = shown(posture, moving, side, angles, hands, roll, hidden)
    return recognise(body, library().values())[0]


def slack(body: Frames, exercise: str, pose: str) -> float:
    """How many degrees are left until it is no longer this pose."""
    rows = pack([each.columns for each in postures(library()[exercise], pose)])
    return float(judge(measure(body), visible(body), rows).slack.max())


@pytest.mark.parametrize("roll", [-10.0, 0.0, 10.0])
@pytest.mark.parametrize(
    "arms", [(155.0, "on the mat ahead"), (15.0, FREE)], ids=["long", "beside"]
)
def test_a_childs_pose_is_one_wherever_the_arms_lie(arms: tuple[float, str], roll: float) -> None:
    shoulder, hands = arms
    found = seen("hands and knees", "whole body", None, {**FOLDED, "shoulder_flexion": shoulder},
                 hands, roll)  # fmt: skip

    assert found.exercise == "childs-pose"


def test_wide_knees_are_a_childs_pose_too() -> None:
    wide = {**FOLDED, "hip_abduction": 35, "shoulder_flexion": 155}

    assert seen("hands and knees", "whole body", None, wide, "on the mat ahead").exercise == (
        "childs-pose"
    )


@pytest.mark.parametrize("knee", [0.0, 40.0, 90.0])
def test_a_leg_stretched_back_with_both_hands_down_is_no_opposition_stretch(knee: float) -> None:
    back = {**LEVEL, "moving_hip_flexion": 0, "moving_knee_flexion": knee}

    assert seen("hands and knees", "leg", Side.LEFT, back, MAT).exercise is None


def test_an_arm_stretched_out_alone_is_no_opposition_stretch() -> None:
    out = {**LEVEL, "moving_shoulder_flexion": 168}

    assert seen("hands and knees", "arm", Side.LEFT, out, (FREE, MAT)).exercise is None


@pytest.mark.parametrize("shoulder", [140.0, 168.0, 185.0])
def test_an_arm_that_reaches_low_or_high_is_still_an_opposition_stretch(shoulder: float) -> None:
    reach = {**LEVEL, "moving_hip_flexion": 10, "moving_knee_flexion": 20,
             "moving_shoulder_flexion": shoulder}  # fmt: skip
    found = seen("hands and knees", "arm and opposite leg", Side.RIGHT, reach, (FREE, MAT))

    assert (found.exercise, found.side) == ("opposition-stretch", Side.RIGHT)


def test_a_leg_that_is_only_raised_is_no_hamstring_stretch() -> None:
    assert seen("on the back", "leg", Side.LEFT, UP, BESIDE).exercise is None
    held = seen("on the back", "leg", Side.LEFT, UP, "behind the thigh")
    assert (held.exercise, held.side) == ("hamstring-stretch", Side.LEFT)


def test_knees_that_are_drawn_up_without_hands_are_no_knees_to_chest() -> None:
    tuck = {"hip_flexion": 120, "knee_flexion": 120}

    assert seen("on the back", "leg", Side.BOTH, tuck, BESIDE).exercise is None
    assert seen("on the back", "leg", Side.BOTH, tuck, "behind the knee").exercise == (
        "knees-to-chest"
    )


@pytest.mark.parametrize("roll", [-10.0, 0.0, 10.0])
@pytest.mark.parametrize("hip", [100.0, 115.0, 130.0])
def test_a_knee_may_be_drawn_up_by_the_middle_of_the_thigh(hip: float, roll: float) -> None:
    up = {"moving_hip_flexion": hip, "moving_knee_flexion": 110, "resting_hip_flexion": 0}
    body = shown("on the back", "leg", Side.RIGHT, up, "behind the thigh", roll)

    assert slack(body, "knees-to-chest", "hold") >= 10.0


@pytest.mark.parametrize(
    ("angles", "there"),
    [
        ({"trunk_incline": 12, "hip_flexion": 78, "knee_flexion": 90}, True),
        ({"trunk_incline": 50, "hip_flexion": 95, "knee_flexion": 147}, True),
        ({"trunk_incline": 85, "hip_flexion": 70, "knee_flexion": 150}, False),
    ],
    ids=["on all fours", "half sat back", "sitting on the heels"],
)
def test_childs_pose_begins_on_the_knees_but_not_sitting_up(
    angles: dict[str, float], there: bool
) -> None:
    body = shown("hands and knees", "whole body", None, {**angles, "shoulder_flexion": 74}, MAT)

    assert (slack(body, "childs-pose", "start") >= 0.0) is there


def test_an_elbow_between_a_shoulder_and_a_wrist_that_are_seen_is_not_missed() -> None:
    reach = {**LEVEL, "moving_hip_flexion": 0, "moving_knee_flexion": 5,
             "moving_shoulder_flexion": 168}  # fmt: skip
    asked = ("hands and knees", "arm and opposite leg", Side.RIGHT, reach, (FREE, MAT))
    elbow, wrist = ELBOWS[1], WRISTS[1]

    assert seen(*asked, hidden=[elbow]).exercise == "opposition-stretch"
    abstained = seen(*asked, hidden=[elbow, wrist])
    assert (abstained.exercise, "hidden" in abstained.why) == (None, True)


def test_a_childs_pose_is_seen_by_its_ankles_when_the_feet_are_out_of_the_picture() -> None:
    asked = ("hands and knees", "whole body", None, {**FOLDED, "shoulder_flexion": 155},
             "on the mat ahead")  # fmt: skip

    assert seen(*asked, hidden=HEELS).exercise == "childs-pose"
    assert seen(*asked, hidden=(*HEELS, *ANKLES)).exercise is None


def test_without_the_world_the_picture_with_its_depth_has_to_do() -> None:
    stance = resolve("on the back", "leg", Side.RIGHT, UP,
                     dict.fromkeys(("moving", "resting"), "behind the thigh"))  # fmt: skip
    points = 1.7 * landmarks(posing.pose(ground.settle(stance)))[None]
    axes, _ = camera.seen_from(View(turn=0.0, height=0.4, away=2.8), points)
    depth = axes[..., 2:] - axes[:, 23:25, 2:].mean(1, keepdims=True)
    wide = 2.0 * 2.8 * np.tan(np.radians(33.0))  # metres across the picture, where the body is
    image = np.concatenate(
        [camera.picture(View(0.0, 0.4, 2.8), axes), depth / wide, np.ones((1, 33, 1))], axis=-1
    )
    found = recognise(frames(image, np.full((1, 33, 3), np.nan), SIZE), library().values())[0]

    assert (found.exercise, found.side) == ("hamstring-stretch", Side.RIGHT)
