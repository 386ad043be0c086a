"""Joint angles back from joints: what a pose file would say of this body, in degrees."""

from math import acos, asin, atan2, degrees

from unpinch.body.kinematics import Trunk, trunk_frame
from unpinch.body.skeleton import Arm, Leg, Skeleton
from unpinch.body.vector import Vec, cross, dot, sub, unit
from unpinch.terms.side import Side


def angles(skeleton: Skeleton, posture: str) -> dict[str, float]:
    """Every angle of the vocabulary, by its own side."""
    legs = skeleton.legs
    right = unit(sub(legs[Side.RIGHT].hip, legs[Side.LEFT].hip))
    trunk = trunk_frame(skeleton.spine, right)
    found = _trunk(skeleton, trunk, posture)
    for side, leg in legs.items():
        found |= {f"{side}_{name}": value for name, value in _leg(leg, trunk, side).items()}
    for side, arm in skeleton.arms.items():
        found |= {f"{side}_{name}": value for name, value in _arm(arm, trunk, side).items()}
    return found


def _trunk(skeleton: Skeleton, trunk: Trunk, posture: str) -> dict[str, float]:
    hips, waist, ribs, neck = skeleton.spine
    parts = [sub(waist, hips), sub(ribs, waist), sub(neck, ribs), sub(skeleton.skull, neck)]
    parts.append(sub(skeleton.head, skeleton.skull))
    names = ("lumbar_flexion", "thorax_flexion", "neck_flexion", "head_flexion")
    found = {
        name: _bend(before, after, trunk.right)
        for name, before, after in zip(names, parts, parts[1:], strict=False)
    }
    rise = -trunk.up[2] if posture == "on the side" else trunk.up[1]
    direction = degrees(atan2(rise, trunk.up[0]))
    lying = posture == "on the back"
    found["trunk_incline"] = _wrapped(180.0 - direction if lying else direction, -180.0)
    return found


def _leg(leg: Leg, trunk: Trunk, side: Side) -> dict[str, float]:
    thigh, shank = unit(sub(leg.knee, leg.hip)), unit(sub(leg.ankle, leg.knee))
    flexion, abduction = _swing(thigh, trunk, side)
    return {
        "hip_flexion": _wrapped(flexion, -120.0),
        "hip_abduction": abduction,
        "knee_flexion": _between(thigh, shank),
        "ankle_plantarflexion": degrees(atan2(dot(leg.toes, shank), dot(leg.toes, leg.shin_front))),
    }


def _arm(arm: Arm, trunk: Trunk, side: Side) -> dict[str, float]:
    upper, fore = unit(sub(arm.elbow, arm.shoulder)), unit(sub(arm.wrist, arm.elbow))
    flexion, abduction = _swing(upper, trunk, side)
    return {
        "shoulder_flexion": _wrapped(flexion, -120.0),
        "shoulder_abduction": abduction,
        "elbow_flexion": _between(upper, fore),
    }


def _swing(limb: Vec, trunk: Trunk, side: Side) -> tuple[float, float]:
    out = max(-1.0, min(1.0, dot(limb, trunk.lateral(side))))
    return degrees(atan2(dot(limb, trunk.front), -dot(limb, trunk.up))), degrees(asin(out))


def _bend(before: Vec, after: Vec, right: Vec) -> float:
    forward = cross(before, right)
    return degrees(atan2(dot(after, forward), dot(after, before)))


def _between(a: Vec, b: Vec) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def _wrapped(angle: float, lowest: float) -> float:
    return (angle - lowest) % 360.0 + lowest
