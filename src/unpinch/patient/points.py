"""From a skeleton to the 33 points that the pose model would mark on it."""

import numpy as np

from unpinch.body import proportions as size
from unpinch.body.landmarks import COUNT, Array
from unpinch.body.skeleton import Arm, Leg, Skeleton
from unpinch.body.vector import Vec, add, cross, sub
from unpinch.terms.side import Side

# On the head, in shares of body height: ahead of its middle, toward the crown, to the side.
_FACE = {
    0: (0.060, -0.010, 0.0),
    **{1 + n: (0.048, 0.012, 0.010 + 0.008 * n) for n in range(3)},
    **{4 + n: (0.048, 0.012, -0.010 - 0.008 * n) for n in range(3)},
    7: (0.0, 0.0, 0.045), 8: (0.0, 0.0, -0.045),
    9: (0.045, -0.030, 0.014), 10: (0.045, -0.030, -0.014),
}  # fmt: skip
_HEEL_BACK, _TOE_AHEAD = 0.030, 0.105


def landmarks(skeleton: Skeleton) -> Array:
    """The points (33, 3) in body heights: x along the mat, y up, z toward the person's right."""
    found = np.zeros((COUNT, 3))
    left = cross(skeleton.crown, skeleton.face)
    if np.dot(left, np.subtract(skeleton.legs[Side.LEFT].hip, skeleton.legs[Side.RIGHT].hip)) < 0:
        left = cross(skeleton.face, skeleton.crown)
    for point, (ahead, up, aside) in _FACE.items():
        place = add(add(skeleton.head, skeleton.face, ahead), skeleton.crown, up)
        found[point] = add(place, left, aside)
    for offset, side in enumerate((Side.LEFT, Side.RIGHT)):
        _arm(found, skeleton.arms[side], offset)
        _leg(found, skeleton.legs[side], offset)
    return found


def _arm(found: Array, arm: Arm, offset: int) -> None:
    aside: Vec = cross(sub(arm.knuckles, arm.wrist), arm.thumb)
    joints = (arm.shoulder, arm.elbow, arm.wrist)
    for point, place in zip((11, 13, 15), joints, strict=True):
        found[point + offset] = place
    found[17 + offset] = add(arm.knuckles, aside, 0.3)
    found[19 + offset] = add(arm.knuckles, arm.thumb, 0.012)
    found[21 + offset] = add(add(arm.wrist, arm.thumb, 0.03), sub(arm.knuckles, arm.wrist), 0.4)


def _leg(found: Array, leg: Leg, offset: int) -> None:
    for point, place in zip((23, 25, 27), (leg.hip, leg.knee, leg.ankle), strict=True):
        found[point + offset] = place
    sole = add(leg.ankle, leg.instep, size.SOLE)
    found[29 + offset] = add(sole, leg.toes, -_HEEL_BACK)
    found[31 + offset] = add(sole, leg.toes, _TOE_AHEAD)
