"""Hands that hold or lean are solved, never posed: two bones, and an elbow bent towards a pole.

Each named place gives an Aim: where the wrist goes and how the hand lies there. Between two
places a hand swings about its shoulder and bows outward, so that it goes round legs and not
through them.
"""

from collections.abc import Callable
from math import cos, radians, sqrt

from msgspec import Struct

from unpinch.body import proportions as size
from unpinch.body.kinematics import free_arm, shoulder
from unpinch.body.skeleton import Arm, Leg, Skeleton
from unpinch.body.stance import LEVEL_POSTURES, Stance
from unpinch.body.vector import (
    RIGHT,
    UP,
    Vec,
    add,
    dot,
    length,
    lerp,
    mix,
    scale,
    slerp,
    sub,
    unit,
)  # fmt: skip
from unpinch.terms.side import Side

PALM_ON_MAT = 0.0205
REACH = (size.UPPER_ARM + size.FOREARM) * 0.9997
CLOSEST = (size.UPPER_ARM - size.FOREARM) * 1.001
HOLDS = {"behind the knee": 0.74, "behind the thigh": 0.60}
INNER_HAND_LOWER = 0.09  # the hand between the legs lies below the other, so that both are seen
ACROSS = 0.10
SKIN_GAP = 0.011  # a palm is thinner than the ball that stands for it


class Aim(Struct, frozen=True):
    wrist: Vec
    hand: Vec  # direction from wrist to knuckles
    palm: Vec  # where the palm looks
    thumb: Vec
    pole: Vec  # where the elbow goes
    curl: float  # how far the fingers bend towards the palm, in degrees
    on_mat: bool = False
    grips: bool = False


def solve(top: Vec, aim: Aim) -> Arm:
    """Shoulder and aim to a whole arm; a wrist out of reach is brought as near as it goes."""
    to = sub(aim.wrist, top)
    far = max(CLOSEST, min(length(to), REACH))
    along = unit(to)
    upper, fore = size.UPPER_ARM, size.FOREARM
    place = (upper * upper - fore * fore + far * far) / (2 * far)
    pole = unit(sub(aim.pole, scale(along, dot(aim.pole, along))))
    elbow = add(add(top, along, place), pole, sqrt(max(upper * upper - place * place, 0.0)))
    wrist = add(top, along, far)
    knuckles = add(wrist, aim.hand, size.PALM)
    fingers = mix(aim.hand, aim.palm, aim.curl)
    return Arm(top, elbow, wrist, knuckles, add(knuckles, fingers, size.FINGERS), aim.thumb)


def aim_of(stance: Stance, skeleton: Skeleton, side: Side) -> Aim:
    """Where this hand of the stance belongs on this body."""
    grip = stance.hands[side]
    top = shoulder(skeleton, side)
    if grip.place in HOLDS:
        lower = INNER_HAND_LOWER if grip.leg is not side else 0.0
        return _behind(skeleton.legs[grip.leg], HOLDS[grip.place] - lower, top, side)
    aims: dict[str, Callable[[Stance, Skeleton, Vec, Side], Aim]] = {
        "beside the body": _beside,
        "on the mat": _on_mat,
        "on the mat ahead": _ahead,
        "free": _free,
    }
    return aims[grip.place](stance, skeleton, top, side)


def between(start: Aim, hold: Aim, tops: tuple[Vec, Vec, Vec], share: float, shut: float) -> Aim:
    """The hand on its way: `share` of the way done, fingers `shut` around what they will hold.

    `tops` is the shoulder that the start is seen from, that of the hold, and the one now.
    """
    if start.on_mat and hold.on_mat:
        wrist = lerp(start.wrist, hold.wrist, share)
        hand = slerp(start.hand, hold.hand, share)
    else:
        wrist = _swung(start, hold, tops, share)
        # Finger tips go over a leg, not through it: up first, then on to what they will hold.
        raised = unit(add(unit(sub(wrist, tops[2])), UP, 1.4)) if hold.grips else hold.hand
        hand = slerp(slerp(start.hand, raised, share), slerp(raised, hold.hand, share), share)
    palm = unit(lerp(start.palm, hold.palm, share))
    palm = unit(sub(palm, scale(hand, dot(palm, hand))))
    return Aim(
        wrist, hand, palm,
        unit(lerp(start.thumb, hold.thumb, share)),
        unit(lerp(start.pole, hold.pole, share)),
        start.curl + (hold.curl - start.curl) * shut,
    )  # fmt: skip


def _swung(start: Aim, hold: Aim, tops: tuple[Vec, Vec, Vec], share: float) -> Vec:
    """The wrist, swinging about the shoulder and bowing round what is in its way."""
    first, last = sub(start.wrist, tops[0]), sub(hold.wrist, tops[1])
    far = length(first) * (1.0 - share) + length(last) * share
    wrist = add(tops[2], slerp(unit(first), unit(last), share), far)
    out = unit((0.0, 0.0, first[2] or 1.0))
    way = add(scale(out, 0.05), UP, 0.02)
    if dot(sub(start.wrist, hold.wrist), out) > ACROSS:  # to the other leg: over the belly
        way = add(scale(UP, 0.07), unit(first), -0.09)
    return add(wrist, way, 4.0 * share * (1.0 - share))


def _outward(side: Side) -> Vec:
    return RIGHT if side is Side.RIGHT else scale(RIGHT, -1.0)


def _behind(leg: Leg, place: float, top: Vec, side: Side) -> Aim:
    """The wrist lies on the side of the thigh, the fingers go round its back."""
    bone = unit(sub(leg.knee, leg.hip))
    back = scale(leg.front, -1.0)
    out = _outward(side)
    out = unit(sub(out, scale(bone, dot(out, bone))))
    radius, shift = size.thickness(size.THIGH_FLESH, place)
    core = add(lerp(leg.hip, leg.knee, place), back, shift)
    wrist = add(add(core, out, radius + SKIN_GAP), back, radius * 0.05)
    hand = unit(add(add(back, out, -0.22), bone, 0.12))
    palm = scale(unit(sub(out, scale(hand, dot(out, hand)))), -1.0)
    pole = add(scale(unit(sub(leg.hip, top)), 0.35), add(scale(out, 0.8), UP, -0.75))
    return Aim(wrist, hand, palm, unit(add(bone, back, 0.25)), unit(pole), 78.0, grips=True)


def _beside(stance: Stance, skeleton: Skeleton, top: Vec, side: Side) -> Aim:
    """Long beside the trunk: on the mat when lying, hanging when upright."""
    if stance.posture == "on the side":
        below = skeleton.legs[side].hip[1] < skeleton.spine[0][1]
        return _lying_on_side(stance, skeleton, side, below=below)
    out = _outward(side)
    if stance.posture not in LEVEL_POSTURES:
        wrist = add(add(top, UP, -0.31), add(scale(out, 0.028), (1.0, 0.0, 0.0), 0.03))
        down = (0.0, -1.0, 0.0)
        return Aim(wrist, down, scale(out, -1.0), (0.7, -0.7, 0.0), (-1.0, 0.0, 0.3 * out[2]), 18.0)
    feet = 1.0 if skeleton.spine[0][0] > skeleton.spine[3][0] else -1.0
    wrist = (top[0] + 0.306 * feet, PALM_ON_MAT, skeleton.spine[3][2] + 0.150 * out[2])
    thumb = unit((0.75 * feet, 0.35, -0.55 * out[2]))
    pole = (0.0, -0.25, out[2])
    return Aim(wrist, (feet, 0.0, 0.0), (0.0, -1.0, 0.0), thumb, pole, 4.0, on_mat=True)


def _lying_on_side(stance: Stance, skeleton: Skeleton, side: Side, *, below: bool) -> Aim:
    """The lower arm is stretched out under the head, the upper one lies along the body."""
    reach = 165.0 if below else 8.0
    posed = stance.bent(
        **{f"{side}_shoulder_flexion": reach, f"{side}_shoulder_abduction": 0.0 if below else 4.0}
    )
    return _free(posed, skeleton, shoulder(skeleton, side), side)


def _on_mat(stance: Stance, skeleton: Skeleton, top: Vec, side: Side) -> Aim:
    """Palm under the shoulder; lying on the back, a little away from the body."""
    if stance.posture == "on the back":
        aim = _beside(stance, skeleton, top, side)
        away = (aim.wrist[0] - 0.02, aim.wrist[1], aim.wrist[2] + 0.05 * _outward(side)[2])
        return Aim(away, aim.hand, aim.palm, aim.thumb, aim.pole, aim.curl, on_mat=True)
    ahead = 1.0 if skeleton.face[0] >= 0.0 or stance.posture != "sitting" else -1.0
    out = _outward(side)[2]
    if stance.posture == "face down":  # elbows up beside the ribs, as before a push
        wrist = (top[0] - 0.02, PALM_ON_MAT, top[2] + 0.045 * out)
        return _flat(wrist, ahead, side, (-0.8, 1.0, 0.1 * out))
    back = 0.12 if stance.posture == "sitting" else 0.0
    wrist = (top[0] - back, PALM_ON_MAT, top[2] + 0.012 * out)
    return _flat(wrist, ahead, side, (-1.0, 0.25, 0.5 * out))


def _ahead(stance: Stance, skeleton: Skeleton, top: Vec, side: Side) -> Aim:
    """Arms long in front, palms down, as far as the arm goes with the elbow as asked."""
    bend = stance.angles.get(f"{side}_elbow_flexion", 12.0)
    upper, fore = size.UPPER_ARM, size.FOREARM
    far = sqrt(upper**2 + fore**2 + 2 * upper * fore * cos(radians(bend)))
    drop = min(abs(top[1] - PALM_ON_MAT), far * 0.98)
    beyond = 1.0 if skeleton.spine[3][0] >= skeleton.spine[0][0] else -1.0
    out = _outward(side)
    aside = 0.06
    forward = sqrt(max(far**2 - drop**2 - aside**2, 0.0))
    wrist = (top[0] + beyond * forward, PALM_ON_MAT, top[2] + aside * out[2])
    return _flat(wrist, beyond, side, (0.0, 0.3, out[2]))


def _flat(wrist: Vec, ahead: float, side: Side, pole: Vec) -> Aim:
    thumb = unit((0.75 * ahead, 0.25, -0.6 * _outward(side)[2]))
    return Aim(wrist, (ahead, 0.0, 0.0), (0.0, -1.0, 0.0), thumb, pole, 6.0, on_mat=True)


def _free(stance: Stance, skeleton: Skeleton, top: Vec, side: Side) -> Aim:
    """As the angles say; the aim gives back exactly that arm."""
    arm = free_arm(stance, skeleton, side)
    hand = unit(sub(arm.knuckles, arm.wrist))
    palm = unit(sub(arm.thumb, scale(hand, dot(arm.thumb, hand))))
    chord = unit(sub(arm.wrist, top))
    pole = sub(arm.elbow, top)
    pole = sub(pole, scale(chord, dot(pole, chord)))
    if length(pole) < 1e-6:  # a straight arm: the elbow would bend downward and back
        pole = add((-0.3, -1.0, 0.0), _outward(side), 0.2)
    return Aim(arm.wrist, hand, scale(palm, -1.0), arm.thumb, unit(pole), 8.0)
