"""Forward kinematics: joint angles in, joints out, without arms that hold something.

Flexion of hip and shoulder is measured from the line hips to shoulders, as a camera would, so
the numbers in an exercise file mean the same for the drawing and for the coach.
"""

from math import atan2, cos, degrees, radians, sin

from msgspec import Struct

from unpinch.body import proportions as size
from unpinch.body.skeleton import Arm, Leg, Skeleton
from unpinch.body.stance import SIDES, Stance
from unpinch.body.vector import Vec, add, cross, mix, ray, scale, sub, unit
from unpinch.terms.side import Side

RELAXED_ANKLE = 20.0
# Lying long, a leg rolls outward: the toes leave the vertical by about this much.
OUTWARD_ROLL = 24.0


class Trunk(Struct, frozen=True):
    """The frame that limbs swing in: along the trunk line, out of the chest, to the right."""

    up: Vec
    front: Vec
    right: Vec

    def lateral(self, side: Side) -> Vec:
        return self.right if side is Side.RIGHT else scale(self.right, -1.0)

    def swing(self, flexion: float, abduction: float, side: Side) -> tuple[Vec, Vec]:
        """Direction of a limb hanging from the trunk, and where the limb's front looks."""
        flex, out = radians(flexion), radians(abduction)
        sagittal = add(scale(self.up, -cos(flex)), self.front, sin(flex))
        front = add(scale(self.up, sin(flex)), self.front, cos(flex))
        return add(scale(sagittal, cos(out)), self.lateral(side), sin(out)), front


def in_plane(posture: str, angle: float) -> Vec:
    """A direction in the person's middle plane; lying on the side that plane is the floor's."""
    flat = ray(angle)
    return (flat[0], 0.0, -flat[1]) if posture == "on the side" else flat


def trunk_frame(spine: tuple[Vec, Vec, Vec, Vec], hips_right: Vec) -> Trunk:
    up = unit(sub(spine[3], spine[0]))
    return Trunk(up, cross(up, hips_right), hips_right)


def body(stance: Stance) -> Skeleton:
    """Spine, head and legs, hips at the origin, not yet put on the mat; no arms."""
    bends = _spine_degrees(stance)
    spine = _spine(stance, bends)
    neck = in_plane(stance.posture, bends[3])
    crown = in_plane(stance.posture, bends[4])
    right = _own_right(stance.posture)
    skull = add(spine[3], neck, size.NECK)
    trunk = trunk_frame(spine, right)
    pelvis, loin, chest = (in_plane(stance.posture, bend - 90.0) for bend in bends[:3])
    return Skeleton(
        spine=spine,
        trunk_front=(pelvis, loin, chest),
        skull=skull,
        head=add(skull, crown, size.SKULL),
        face=in_plane(stance.posture, bends[4] - 90.0),
        crown=crown,
        legs={side: _leg(stance, trunk, spine[0], side) for side in SIDES},
    )


def leg(stance: Stance, skeleton: Skeleton, side: Side) -> Leg:
    """One leg as this stance bends it, on a trunk that is known."""
    trunk = trunk_frame(skeleton.spine, _own_right(stance.posture))
    return _leg(stance, trunk, skeleton.spine[0], side)


def shoulder(skeleton: Skeleton, side: Side) -> Vec:
    legs = skeleton.legs
    right = unit(sub(legs[Side.RIGHT].hip, legs[Side.LEFT].hip))
    half = size.SHOULDER_HALF if side is Side.RIGHT else -size.SHOULDER_HALF
    return add(skeleton.spine[3], right, half)


def free_arm(stance: Stance, skeleton: Skeleton, side: Side) -> Arm:
    """An arm posed by its angles, the hand in line with it."""
    legs = skeleton.legs
    right = unit(sub(legs[Side.RIGHT].hip, legs[Side.LEFT].hip))
    trunk = trunk_frame(skeleton.spine, right)
    upper, front = trunk.swing(
        stance.angle(f"{side}_shoulder_flexion"), stance.angle(f"{side}_shoulder_abduction"), side
    )
    fore = mix(upper, front, stance.angle(f"{side}_elbow_flexion"))
    top = shoulder(skeleton, side)
    elbow = add(top, upper, size.UPPER_ARM)
    wrist = add(elbow, fore, size.FOREARM)
    knuckles = add(wrist, fore, size.PALM)
    thumb = unit(add(scale(fore, 0.75), mix(front, scale(upper, -1.0), 0.0), 0.65))
    return Arm(top, elbow, wrist, knuckles, add(knuckles, fore, size.FINGERS), thumb)


def _own_right(posture: str) -> Vec:
    return cross(in_plane(posture, -90.0), in_plane(posture, 0.0))


def _spine_degrees(stance: Stance) -> tuple[float, float, float, float, float]:
    """Directions of pelvis, loin, chest, neck and head, so that the trunk line is as asked."""
    lumbar = -stance.angle("lumbar_flexion")
    thorax = lumbar - stance.angle("thorax_flexion")
    chord = scale(ray(0.0), size.PELVIS)
    chord = add(add(chord, ray(lumbar), size.LUMBAR), ray(thorax), size.THORAX)
    pelvis = stance.trunk_degrees - degrees(atan2(chord[1], chord[0]))
    neck = pelvis + thorax - stance.angle("neck_flexion")
    head = neck - stance.angle("head_flexion")
    return pelvis, pelvis + lumbar, pelvis + thorax, neck, head


def _spine(stance: Stance, bends: tuple[float, ...]) -> tuple[Vec, Vec, Vec, Vec]:
    waist = scale(in_plane(stance.posture, bends[0]), size.PELVIS)
    ribs = add(waist, in_plane(stance.posture, bends[1]), size.LUMBAR)
    neck = add(ribs, in_plane(stance.posture, bends[2]), size.THORAX)
    return (0.0, 0.0, 0.0), waist, ribs, neck


def _leg(stance: Stance, trunk: Trunk, hips: Vec, side: Side) -> Leg:
    flexion = stance.angle(f"{side}_hip_flexion")
    bend = stance.angle(f"{side}_knee_flexion")
    hip = add(hips, trunk.lateral(side), size.HIP_HALF)
    thigh, front = trunk.swing(flexion, stance.angle(f"{side}_hip_abduction"), side)
    outward = cross(thigh, front) if side is Side.LEFT else cross(front, thigh)
    front = mix(front, outward, _outward_roll(stance.posture, flexion, bend))
    shank = mix(thigh, scale(front, -1.0), bend)
    shin_front = mix(front, thigh, bend)
    point = stance.angles.get(f"{side}_ankle_plantarflexion", RELAXED_ANKLE)
    toes = mix(shin_front, shank, point)
    instep = mix(scale(shank, -1.0), shin_front, point)
    knee = add(hip, thigh, size.THIGH)
    return Leg(hip, knee, add(knee, shank, size.SHANK), front, shin_front, toes, instep)


def _outward_roll(posture: str, flexion: float, bend: float) -> float:
    """A long leg on the back rolls outward; a bent one is held by its foot."""
    if posture != "on the back":
        return 0.0
    return OUTWARD_ROLL * _still(flexion, 50.0) * _still(bend, 50.0)


def _still(angle: float, gone: float) -> float:
    """1 at zero, 0 from `gone` on, smooth between."""
    u = max(0.0, 1.0 - abs(angle) / gone)
    return u * u * (3.0 - 2.0 * u)
