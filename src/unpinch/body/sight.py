"""What a camera sees of a body: joint angles and lines, measured from landmarks.

The picture is the better witness for what happens in its own plane, because that is where the
model was taught; the world landmarks guess the depth. So each angle is taken from the picture as
far as its bones lie in the picture's plane, and from the world as far as they point toward the
camera or away from it. Angles are unsigned, straight is 0, and lines are degrees above the
floor. Distances are in trunk lengths. There is no landmark between hip and shoulder: how the
back bends is not seen.

All lines of the body are taken in one stroke, then all angles: a live frame costs some forty
array operations, whether one person is watched or five hundred.
"""

from dataclasses import dataclass

import numpy as np

from unpinch.body import landmarks as at
from unpinch.body.landmarks import Array, Frames

SIDES = ("left", "right")
_BENDS = ("hip_flexion", "knee_flexion", "ankle_plantarflexion", "shoulder_flexion",
          "elbow_flexion")  # fmt: skip
_INCLINES = ("arm_incline", "thigh_incline", "leg_incline", "shank_incline")
_OUTWARD = ("hip_abduction", "shoulder_abduction")
_GRIPS = ("hand_to_knee", "hand_to_shin")
_OF_A_SIDE = (*_BENDS, *_INCLINES, *_OUTWARD, *_GRIPS)
_OF_THE_BODY = ("trunk_incline", "neck_flexion", *_GRIPS, "seat_to_heel", "knees_apart", "chest")
MEASURES = (*(f"{side}_{name}" for name in _OF_A_SIDE for side in SIDES), *_OF_THE_BODY)
INDEX = {name: place for place, name in enumerate(MEASURES)}

# How far a bone must lie in the picture's plane: below the first share of its length the
# world is believed, from the second on the picture.
_WORLD_BELOW, _PICTURE_FROM = 0.5, 0.85
_SMALL = 1e-9

# Middles of both hips, shoulders and ears count as three more points.
_MIDDLES = (at.HIPS, at.SHOULDERS, at.EARS)
_HIP, _SHOULDER, _EAR = at.COUNT, at.COUNT + 1, at.COUNT + 2
# name: from, to; on the left and on the right.
_BONES: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "flank": (at.SHOULDERS, at.HIPS),
    "thigh": (at.HIPS, at.KNEES),
    "shank": (at.KNEES, at.ANKLES),
    "foot": (at.HEELS, at.TOES),
    "upper arm": (at.SHOULDERS, at.ELBOWS),
    "forearm": (at.ELBOWS, at.WRISTS),
    "arm": (at.SHOULDERS, at.WRISTS),
    "leg": (at.HIPS, at.ANKLES),
    "seat": ((_HIP, _HIP), at.HEELS),
    "grip": (at.WRISTS, at.KNEES),
    "cross grip": (at.WRISTS, (at.KNEES[1], at.KNEES[0])),
    "knees": (at.KNEES, (at.KNEES[1], at.KNEES[0])),
}
_PLACE = {name: 2 * place for place, name in enumerate(_BONES)}
_TRUNK, _NECK = 2 * len(_BONES), 2 * len(_BONES) + 1
_FROM = np.array([each for bone in _BONES.values() for each in bone[0]] + [_HIP, _SHOULDER])
_TO = np.array([each for bone in _BONES.values() for each in bone[1]] + [_SHOULDER, _EAR])


def _both(*bones: str) -> list[int]:
    return [_PLACE[bone] + side for bone in bones for side in (0, 1)]


# In the order of _BENDS, _INCLINES and _OUTWARD.
_ONE = _both("flank", "thigh", "shank", "flank", "upper arm")
_OTHER = _both("thigh", "shank", "foot", "upper arm", "forearm")
_ANKLE = slice(4, 6)
_RISING = [*_both("arm", "thigh", "leg", "shank"), _TRUNK]
_LIMBS = _both("thigh", "upper arm")
# Each hand with each knee: the line between them, and the shank that goes on from that knee.
_GRIP = [*_both("grip"), *(_PLACE["cross grip"] + side for side in (1, 0))]
_SHANK = _both("shank", "shank")
_SPANS, _APART = [_TRUNK, *_GRIP, *_both("seat")], _PLACE["knees"]
_OUT = np.array([-1.0, 1.0, -1.0, 1.0])


@dataclass(frozen=True)
class _Lines:
    """All lines of the body: in the picture, in the world, and how much the picture shows."""

    flat: Array  # (..., lines, 2)
    deep: Array  # (..., lines, 3)
    in_plane: Array  # (..., lines)


def measure(frames: Frames) -> Array:
    """Every measure of every frame, in the order of MEASURES along a new last axis.

    `chest` is 1 looking up, -1 looking down and near 0 sideways. Unseen frames are NaN.
    """
    with np.errstate(invalid="ignore"):
        lines = _lines(frames)
        up, right, front = _trunk_frame(frames, lines)
        bends = _bends(lines)
        bends[..., _ANKLE] = 90.0 - bends[..., _ANKLE]
        inclines = _inclines(lines)
        spans = _in_trunks(lines)
        hands = [np.minimum(spans[..., n : n + 2], spans[..., n + 2 : n + 4]) for n in (0, 6)]
        heels = spans[..., 4:6].min(-1)
        apart = _length(lines.deep[..., _APART, :]) / (_length(lines.deep[..., _TRUNK, :]) + _SMALL)
        neck = lines.deep[..., _NECK, :]
        nod = np.degrees(np.arctan2(_dot(neck, front), _dot(neck, up)))
        limbs = _unit(lines.deep[..., _LIMBS, :])
        out = np.clip(_dot(limbs, right[..., None, :]) * _OUT, -1.0, 1.0)
        parts = [bends, inclines[..., :-1], np.degrees(np.arcsin(out)), *hands]
        grips = [each.min(-1) for each in hands]
        whole = [inclines[..., -1], nod, *grips, heels, apart, -front[..., 1]]
        return np.concatenate([*parts, np.stack(whole, axis=-1)], axis=-1)


def visible(frames: Frames) -> Array:
    """How well each measure is seen: as well as the worst of the points that it needs."""
    seen = frames.visibility
    hand = seen[..., list(at.WRISTS)].max(-1)
    trunk = seen[..., [*at.SHOULDERS, *at.HIPS]].min(-1)
    limbs = seen[..., _NEEDED].min(-1)
    grips = np.minimum(hand[..., None], seen[..., list(at.KNEES)])
    neck = np.minimum(trunk, seen[..., list(at.EARS)].max(-1))
    heel = np.minimum(trunk, seen[..., list(at.HEELS)].max(-1))
    shins = np.minimum(hand[..., None], seen[..., [at.KNEES, at.ANKLES]].min(-2))
    knees = np.minimum(trunk, seen[..., list(at.KNEES)].max(-1))
    whole = [trunk, neck, grips.max(-1), shins.max(-1), heel, knees, trunk]
    return np.concatenate([limbs, grips, shins, np.stack(whole, axis=-1)], axis=-1)


def _lines(frames: Frames) -> _Lines:
    picture, world = _with_middles(frames.picture), _with_middles(frames.world)
    flat = picture[..., _TO, :] - picture[..., _FROM, :]
    deep = world[..., _TO, :] - world[..., _FROM, :]
    square = deep * deep
    shown = np.sqrt(square[..., :2].sum(-1) / (square.sum(-1) + _SMALL))
    share = np.clip((shown - _WORLD_BELOW) / (_PICTURE_FROM - _WORLD_BELOW), 0.0, 1.0)
    return _Lines(flat, deep, share)


def _with_middles(where: Array) -> Array:
    middles = [where[..., list(pair), :].mean(-2, keepdims=True) for pair in _MIDDLES]
    return np.concatenate([where, *middles], axis=-2)


def _trunk_frame(frames: Frames, lines: _Lines) -> tuple[Array, Array, Array]:
    """Along the trunk, to the person's right, and out of the chest."""
    world = frames.world
    up = _unit(lines.deep[..., _TRUNK, :])
    across = world[..., 12, :] - world[..., 11, :] + world[..., 24, :] - world[..., 23, :]
    right = _unit(across - up * _dot(across, up)[..., None])
    return up, right, np.cross(up, right)


def _bends(lines: _Lines) -> Array:
    """How far one bone turns from the one before: 0 when it goes straight on."""
    share = np.minimum(lines.in_plane[..., _ONE], lines.in_plane[..., _OTHER])
    flat = _between(lines.flat[..., _ONE, :], lines.flat[..., _OTHER, :])
    deep = _between(lines.deep[..., _ONE, :], lines.deep[..., _OTHER, :])
    mixed: Array = share * flat + (1.0 - share) * deep
    return mixed


def _inclines(lines: _Lines) -> Array:
    """How far a line rises above the floor, -90 to 90."""
    flat, deep = lines.flat[..., _RISING, :], lines.deep[..., _RISING, :]
    share = lines.in_plane[..., _RISING]
    in_picture = np.arctan2(-flat[..., 1], np.abs(flat[..., 0]))
    in_world = np.arctan2(-deep[..., 1], np.hypot(deep[..., 0], deep[..., 2]))
    mixed: Array = np.degrees(share * in_picture + (1.0 - share) * in_world)
    return mixed


def _in_trunks(lines: _Lines) -> Array:
    """How long lines are for the trunk's length."""
    share = lines.in_plane[..., _TRUNK, None]
    in_picture, in_world = _for_trunk(lines.flat), _for_trunk(lines.deep)
    mixed: Array = share * in_picture + (1.0 - share) * in_world
    return mixed


def _for_trunk(lines: Array) -> Array:
    """Hands to knees, seat to heels, and hands to shins: to the nearest point of each shin."""
    hand, shank = -lines[..., _GRIP, :], lines[..., _SHANK, :]
    along = _dot(hand, shank) / (_dot(shank, shank) + _SMALL)
    off = hand - np.clip(along, 0.0, 1.0)[..., None] * shank
    far = _length(np.concatenate([lines[..., _SPANS, :], off], axis=-2))
    return np.asarray(far[..., 1:] / (far[..., :1] + _SMALL))


def _dot(one: Array, other: Array) -> Array:
    product: Array = (one * other).sum(-1)
    return product


def _length(vector: Array) -> Array:
    long: Array = np.sqrt(_dot(vector, vector))
    return long


def _unit(vector: Array) -> Array:
    return vector / (_length(vector)[..., None] + _SMALL)


def _between(one: Array, other: Array) -> Array:
    """The angle between two directions, in degrees."""
    cosine = _dot(one, other) / (_length(one) * _length(other) + _SMALL)
    angle: Array = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    return angle


def _needed() -> list[list[int]]:
    """The points behind each limb's measure but the hands', each row filled up with its first."""
    thigh, leg = (at.SHOULDERS, at.HIPS, at.KNEES), (at.HIPS, at.KNEES, at.ANKLES)
    upper, arm = (at.SHOULDERS, at.HIPS, at.ELBOWS), (at.SHOULDERS, at.ELBOWS, at.WRISTS)
    foot = (at.KNEES, at.ANKLES, at.HEELS, at.TOES)
    rows = (thigh, leg, foot, upper, arm, (at.SHOULDERS, at.WRISTS), (at.HIPS, at.KNEES),
            (at.HIPS, at.ANKLES), (at.KNEES, at.ANKLES), thigh, upper)  # fmt: skip
    return [
        [(*row, *[row[0]] * (4 - len(row)))[place][side] for place in range(4)]
        for row in rows
        for side in (0, 1)
    ]


_NEEDED = _needed()
