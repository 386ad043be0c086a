"""Who bends what: moving and resting become left and right."""

from typing import Any

import pytest

from unpinch.body.stance import mirror, resolve
from unpinch.body.vocabulary import PoseError
from unpinch.terms.side import Side

ANGLES = {"moving_hip_flexion": 90.0, "resting_hip_flexion": 10.0, "knee_flexion": 5.0}


def test_the_moving_leg_is_the_working_side() -> None:
    stance = resolve("on the back", "leg", Side.LEFT, ANGLES)
    assert stance.angle("left_hip_flexion") == 90.0
    assert stance.angle("right_hip_flexion") == 10.0
    assert stance.angle("left_knee_flexion") == stance.angle("right_knee_flexion") == 5.0


def test_with_arm_and_opposite_leg_the_side_is_the_arm_and_the_leg_is_the_other() -> None:
    angles = {**ANGLES, "moving_shoulder_flexion": 170.0}
    stance = resolve("hands and knees", "arm and opposite leg", Side.RIGHT, angles)
    assert stance.angle("right_shoulder_flexion") == 170.0
    assert stance.angle("left_shoulder_flexion") == 0.0
    assert stance.angle("left_hip_flexion") == 90.0
    assert stance.moving_arms == (Side.RIGHT,)
    assert stance.moving_legs == (Side.LEFT,)


@pytest.mark.parametrize("side", [Side.BOTH, None])
def test_both_sides_together_both_move_and_none_rests(side: Side | None) -> None:
    stance = resolve("on the back", "leg", side, ANGLES)
    assert stance.angle("left_hip_flexion") == stance.angle("right_hip_flexion") == 90.0


def test_a_prefix_says_more_than_none_whatever_comes_first() -> None:
    angles = {"moving_hip_flexion": 90.0, "hip_flexion": 10.0}
    stance = resolve("on the back", "leg", Side.RIGHT, angles)
    assert stance.angle("right_hip_flexion") == 90.0
    assert stance.angle("left_hip_flexion") == 10.0


def test_each_hand_holds_the_leg_that_moves() -> None:
    hands = {"moving": "behind the knee", "resting": "behind the knee"}
    one = resolve("on the back", "leg", Side.LEFT, {}, hands)
    assert [one.hands[hand].leg for hand in (Side.LEFT, Side.RIGHT)] == [Side.LEFT, Side.LEFT]
    both = resolve("on the back", "leg", Side.BOTH, {}, hands)
    assert [both.hands[hand].leg for hand in (Side.LEFT, Side.RIGHT)] == [Side.LEFT, Side.RIGHT]


def test_doing_it_with_the_other_side_is_the_mirrored_stance() -> None:
    hands = {"moving": "behind the knee", "resting": "on the mat"}
    left, right = (resolve("on the back", "leg", s, ANGLES, hands) for s in (Side.LEFT, Side.RIGHT))
    assert mirror(left) == right


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            ("on the back", "leg", Side.LEFT, {"moving_knee_flexon": 3.0}),
            'pose, angle: "moving_knee_flexon" is not known; did you mean "moving_knee_flexion"?',
        ),
        (
            ("on his back", "leg", Side.LEFT, {}),
            'pose, posture: "on his back" is not known; did you mean "on the back"?',
        ),
        (
            ("on the back", "leg", Side.LEFT, {}, {"moving": "pocketed"}),
            'pose, hands: "pocketed" is not known; known are: beside the body, behind the '
            "knee, behind the thigh, on the mat, on the mat ahead, free.",
        ),
        (
            ("on the back", "leg", Side.LEFT, {}, {}, "crossed"),
            'pose, eyes: "crossed" is not known; known are: open, shut.',
        ),
    ],
)
def test_an_unknown_word_is_refused_in_one_line_with_a_remedy(
    call: tuple[Any, ...], said: str
) -> None:
    with pytest.raises(PoseError) as refused:
        resolve(*call)
    assert str(refused.value) == said
