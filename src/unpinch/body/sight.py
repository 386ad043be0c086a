"""What a camera sees of a body: joint angles and lines, measured from landmarks.

The picture is the better witness for what happens in its own plane, because that is where the
model was taught; the world landmarks guess the depth. So each angle is taken from the picture as
far as its bones lie in the picture's plane, and from the world as far as they point toward the
camera or away from it. Angles are unsigned, straight is 0, and lines are degrees above the
floor. Distances are in trunk lengths. There is no landmark between hip and shoulder: how the
back bends is not seen.

All lines of the body are taken in one stroke, in the picture and in the world alike, then all
angles: a live frame costs some hundred array operations, whether one person is watched or five
hundred. For one person it is their number that costs, not their size.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
_LEFTS, _RIGHTS = np.array((at.HIPS, at.SHOULDERS, at.EARS)).T
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


def _both(*bones: str) -> NDArray[np.intp]:
    return np.array([_PLACE[bone] + side for bone in bones for side in (0, 1)])


# In the order of _BENDS, _INCLINES and _OUTWARD.
_ONE = _both("flank", "thigh", "shank", "flank", "upper arm")
_OTHER = _both("thigh", "shank", "foot", "upper arm", "forearm")
_ANKLE = slice(4, 6)
_RISING = np.array([*_both("arm", "thigh", "leg", "shank"), _TRUNK])
_LIMBS = _both("thigh", "upper arm")
# Each hand with each knee: the line between them, and the shank that goes on from that knee.
_GRIP = np.array([*_both("grip"), *_both("cross grip")[::-1]])
_SHANK = _both("shank", "shank")
_SPANS, _APART = np.array([*_GRIP, *_both("seat")]), _PLACE["knees"]
# Among the spans and the four from hands to shins: what the one hand reaches, and the other.
_ONE_HAND, _OTHER_HAND = np.array([0, 1, 6, 7]), np.array([2, 3, 8, 9])
_SEAT = slice(4, 6)
_OUT = np.array([-1.0, 1.0, -1.0, 1.0])
# To turn the axes round, for a cross product.
_NEXT, _LAST = np.array([1, 2, 0]), np.array([2, 0, 1])


@dataclass(frozen=True)
class _Lines:
    """All lines of the body, first as the picture shows them (flat), then in the world."""

    both: Array  # (..., 2, lines, 3)
    square: Array  # (..., 2, lines): their length, squared
    long: Array  # (..., 2, lines)
    in_plane: Array  # (..., lines): how much the picture shows


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
        hands = np.minimum(spans.take(_ONE_HAND, -1), spans.take(_OTHER_HAND, -1))
        heels = spans[..., _SEAT].min(-1, keepdims=True)
        deep, long = lines.both[..., 1, :, :], lines.long[..., 1, :]
        apart = long[..., _APART, None] / (long[..., _TRUNK, None] + _SMALL)
        neck = deep[..., _NECK, :]
        nod = np.degrees(np.arctan2(_dot(neck, front), _dot(neck, up)))
        limbs = deep.take(_LIMBS, -2) / (long.take(_LIMBS, -1)[..., None] + _SMALL)
        out = np.degrees(np.arcsin(_within(_dot(limbs, right[..., None, :]) * _OUT, -1.0, 1.0)))
        parts = [bends, inclines[..., :-1], out, hands]
        whole = [inclines[..., -1:], nod[..., None], _of_sides(hands).min(-1), heels, apart]
        return np.concatenate([*parts, *whole, -front[..., 1:2]], axis=-1)


def visible(frames: Frames) -> Array:
    """How well each measure is seen: as well as the worst of the points that it needs.

    A joint between two that are seen is as good as seen: bones keep their length.
    """
    seen = frames.visibility.copy()
    ends = seen.take(_ENDS, -1).min(-2)
    seen[..., _BETWEEN] = np.maximum(seen.take(_BETWEEN, -1), ends)
    worst = seen.take(_NEEDED, -1).min(-1)
    best = seen.take(_EITHER, -1).max(-1)
    limbs, trunk = worst[..., :-5], worst[..., -1:]
    hands = np.minimum(worst[..., -5:-1], best[..., :1])
    parts = np.minimum(trunk, best[..., 1:])  # neck, heels, knees
    whole = [trunk, parts[..., :1], _of_sides(hands).max(-1), parts[..., 1:], trunk]
    return np.concatenate([limbs, hands, *whole], axis=-1)


def _lines(frames: Frames) -> _Lines:
    points = np.zeros((*frames.visibility.shape[:-1], 2, at.COUNT + len(_LEFTS), 3))
    points[..., 0, : at.COUNT, :2] = frames.picture
    points[..., 1, : at.COUNT, :] = frames.world
    points[..., at.COUNT :, :] = (points.take(_LEFTS, -2) + points.take(_RIGHTS, -2)) / 2.0
    both = points.take(_TO, -2) - points.take(_FROM, -2)
    each = both * both
    square = each.sum(-1)
    shown = np.sqrt(each[..., 1, :, :2].sum(-1) / (square[..., 1, :] + _SMALL))
    share = _within((shown - _WORLD_BELOW) / (_PICTURE_FROM - _WORLD_BELOW), 0.0, 1.0)
    return _Lines(both, square, np.sqrt(square), share)


def _trunk_frame(frames: Frames, lines: _Lines) -> tuple[Array, Array, Array]:
    """Along the trunk, to the person's right, and out of the chest."""
    world = frames.world
    up = lines.both[..., 1, _TRUNK, :] / (lines.long[..., 1, _TRUNK, None] + _SMALL)
    across = world[..., 12, :] - world[..., 11, :] + world[..., 24, :] - world[..., 23, :]
    right = across - up * _dot(across, up)[..., None]
    right = right / (np.sqrt(_dot(right, right))[..., None] + _SMALL)
    front = up.take(_NEXT, -1) * right.take(_LAST, -1) - up.take(_LAST, -1) * right.take(_NEXT, -1)
    return up, right, front


def _bends(lines: _Lines) -> Array:
    """How far one bone turns from the one before, in degrees: 0 when it goes straight on."""
    share = np.minimum(lines.in_plane.take(_ONE, -1), lines.in_plane.take(_OTHER, -1))
    along = _dot(lines.both.take(_ONE, -2), lines.both.take(_OTHER, -2))
    cosine = along / (lines.long.take(_ONE, -1) * lines.long.take(_OTHER, -1) + _SMALL)
    return _mixed(np.degrees(np.arccos(_within(cosine, -1.0, 1.0))), share)


def _inclines(lines: _Lines) -> Array:
    """How far a line rises above the floor, -90 to 90."""
    rising = lines.both.take(_RISING, -2)
    angle = np.arctan2(-rising[..., 1], np.hypot(rising[..., 0], rising[..., 2]))
    return np.degrees(_mixed(angle, lines.in_plane.take(_RISING, -1)))


def _in_trunks(lines: _Lines) -> Array:
    """Hands to knees, seat to heels, and hands to shins, for the trunk's length.

    To a shin it is as far as to its nearest point.
    """
    hand, shank = -lines.both.take(_GRIP, -2), lines.both.take(_SHANK, -2)
    along = _within(_dot(hand, shank) / (lines.square.take(_SHANK, -1) + _SMALL), 0.0, 1.0)
    off = hand - along[..., None] * shank
    far = np.concatenate([lines.long.take(_SPANS, -1), np.sqrt(_dot(off, off))], axis=-1)
    far = far / (lines.long[..., _TRUNK, None] + _SMALL)
    return _mixed(far, lines.in_plane[..., _TRUNK, None])


def _mixed(found: Array, share: Array) -> Array:
    """The picture's word as far as it shows the line, else the world's."""
    mixed: Array = share * found[..., 0, :] + (1.0 - share) * found[..., 1, :]
    return mixed


def _dot(one: Array, other: Array) -> Array:
    product: Array = (one * other).sum(-1)
    return product


def _within(values: Array, low: float, high: float) -> Array:
    """As np.clip, for a fraction of what a call of that costs."""
    bound: Array = np.minimum(np.maximum(values, low), high)
    return bound


def _of_sides(values: Array) -> Array:
    """Left and right, left and right: as pairs."""
    return values.reshape(*values.shape[:-1], -1, 2)


def _needed() -> NDArray[np.intp]:
    """The points that must all be seen for a measure, each row filled up with its first.

    First those of each limb, then what the hands may hold, on the left and on the right: the
    knees, the shins; last the trunk.
    """
    thigh, leg = (at.SHOULDERS, at.HIPS, at.KNEES), (at.HIPS, at.KNEES, at.ANKLES)
    upper, arm = (at.SHOULDERS, at.HIPS, at.ELBOWS), (at.SHOULDERS, at.ELBOWS, at.WRISTS)
    foot = (at.KNEES, at.ANKLES, at.HEELS, at.TOES)
    rows = (thigh, leg, foot, upper, arm, (at.SHOULDERS, at.WRISTS), (at.HIPS, at.KNEES),
            (at.HIPS, at.ANKLES), (at.KNEES, at.ANKLES), thigh, upper,
            (at.KNEES,), (at.KNEES, at.ANKLES))  # fmt: skip
    sided = [
        [(*row, *[row[0]] * (4 - len(row)))[place][side] for place in range(4)]
        for row in rows
        for side in (0, 1)
    ]
    return np.array([*sided, [*at.SHOULDERS, *at.HIPS]])


_NEEDED = _needed()
# The better seen of these will do; a heel is right behind its ankle.
_EITHER = np.array([at.WRISTS * 2, at.EARS * 2, at.HEELS + at.ANKLES, at.KNEES * 2])
_BETWEEN = np.array([*at.ELBOWS, *at.KNEES, *at.ANKLES])
_ENDS = np.array([at.SHOULDERS + at.HIPS + at.KNEES, at.WRISTS + at.ANKLES + at.HEELS])
