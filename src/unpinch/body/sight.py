"""What a camera sees of a body: joint angles and lines, measured from landmarks.

The picture is the better witness for what happens in its own plane, because that is where the
model was taught; the world landmarks guess the depth. So each angle is taken from the picture as
far as its bones lie in the picture's plane, and from the world as far as they point toward the
camera or away from it. Angles are unsigned, straight is 0, and lines are degrees above the
floor. Distances are in trunk lengths. There is no landmark between hip and shoulder: how the
back bends is not seen.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from unpinch.body import landmarks as points
from unpinch.body.landmarks import Array, Frames

SIDES = ("left", "right")
_OF_A_SIDE = (
    "hip_flexion", "hip_abduction", "knee_flexion", "ankle_plantarflexion",
    "shoulder_flexion", "shoulder_abduction", "elbow_flexion",
    "arm_incline", "thigh_incline", "leg_incline", "shank_incline", "hand_to_knee",
)  # fmt: skip
_OF_THE_BODY = ("trunk_incline", "neck_flexion", "hand_to_knee", "seat_to_heel", "chest")
MEASURES = (*(f"{side}_{name}" for side in SIDES for name in _OF_A_SIDE), *_OF_THE_BODY)
INDEX = {name: place for place, name in enumerate(MEASURES)}

# How far a bone must lie in the picture's plane: below the first share of its length the
# world is believed, from the second on the picture.
_WORLD_BELOW, _PICTURE_FROM = 0.5, 0.85
_SMALL = 1e-9


def measure(frames: Frames) -> Array:
    """Every measure of every frame, in the order of MEASURES along a new last axis.

    `chest` is 1 looking up, -1 looking down and near 0 sideways. Unseen frames are NaN.
    """
    with np.errstate(invalid="ignore"):
        body = _Body.of(frames)
        columns = [one(body, side) for side in (0, 1) for one in _LIMB_MEASURES]
        nearest = np.minimum(*(columns[INDEX[f"{side}_hand_to_knee"]] for side in SIDES))
        columns += [_trunk_incline(body), _neck_flexion(body), nearest, _seat_to_heel(body)]
        columns.append(body.chest)
    return np.stack(columns, axis=-1)


def visible(frames: Frames) -> Array:
    """How well each measure is seen: as well as the worst of the points that it needs."""
    seen = frames.visibility
    hand = seen[..., list(points.WRISTS)].max(-1)
    trunk = seen[..., [*points.SHOULDERS, *points.HIPS]].min(-1)
    columns = [_worst(seen, needed, side) for side in (0, 1) for needed in _NEEDED]
    knees = [seen[..., knee] for knee in points.KNEES]
    for side, place in enumerate(INDEX[f"{side}_hand_to_knee"] for side in SIDES):
        columns[place] = np.minimum(hand, knees[side])
    heel = np.minimum(trunk, seen[..., list(points.HEELS)].max(-1))
    neck = np.minimum(trunk, seen[..., list(points.EARS)].max(-1))
    columns += [trunk, neck, np.minimum(hand, np.maximum(*knees)), heel, trunk]
    return np.stack(columns, axis=-1)


def _worst(seen: Array, needed: tuple[tuple[int, int], ...], side: int) -> Array:
    return seen[..., [pair[side] for pair in needed]].min(-1)


@dataclass(frozen=True)
class _Line:
    """From one point to another: in the picture, in the world, and how much the picture shows."""

    flat: Array
    deep: Array
    in_plane: Array

    @property
    def reversed(self) -> "_Line":
        return _Line(-self.flat, -self.deep, self.in_plane)


@dataclass(frozen=True)
class _Body:
    frames: Frames
    trunk: _Line
    right: Array  # unit vector to the person's right, at a right angle to the trunk
    front: Array
    up: Array

    @classmethod
    def of(cls, frames: Frames) -> "_Body":
        trunk = _line(frames, points.HIPS, points.SHOULDERS)
        world = frames.world
        up = _unit(trunk.deep)
        across = world[..., 12, :] - world[..., 11, :] + world[..., 24, :] - world[..., 23, :]
        right = _unit(across - up * np.sum(across * up, -1, keepdims=True))
        # y is down and z away from the camera, so this handed frame gives right x up = back.
        return cls(frames, trunk, right, np.cross(up, right), up)

    @property
    def chest(self) -> Array:
        return -self.front[..., 1]

    def line(self, start: int | tuple[int, ...], end: int | tuple[int, ...]) -> _Line:
        return _line(self.frames, start, end)


def _line(frames: Frames, start: int | tuple[int, ...], end: int | tuple[int, ...]) -> _Line:
    flat = _place(frames.picture, end) - _place(frames.picture, start)
    deep = _place(frames.world, end) - _place(frames.world, start)
    shown = np.sqrt(np.sum(deep[..., :2] ** 2, -1) / (np.sum(deep**2, -1) + _SMALL))
    share = np.clip((shown - _WORLD_BELOW) / (_PICTURE_FROM - _WORLD_BELOW), 0.0, 1.0)
    return _Line(flat, deep, share)


def _place(where: Array, point: int | tuple[int, ...]) -> Array:
    if isinstance(point, int):
        return where[..., point, :]
    return sum((where[..., each, :] for each in point[1:]), where[..., point[0], :]) / len(point)


def _unit(vector: Array) -> Array:
    return vector / (np.sqrt(np.sum(vector**2, -1, keepdims=True)) + _SMALL)


def _between(one: Array, other: Array) -> Array:
    """The angle between two directions, in degrees."""
    length = np.sqrt(np.sum(one**2, -1) * np.sum(other**2, -1)) + _SMALL
    return np.degrees(np.arccos(np.clip(np.sum(one * other, -1) / length, -1.0, 1.0)))


def _bend(one: _Line, other: _Line) -> Array:
    """How far `other` turns from `one`: 0 when one goes straight on in the other."""
    share = np.minimum(one.in_plane, other.in_plane)
    return share * _between(one.flat, other.flat) + (1.0 - share) * _between(one.deep, other.deep)


def _incline(line: _Line) -> Array:
    """How far a line rises above the floor, -90 to 90."""
    flat = np.degrees(np.arctan2(-line.flat[..., 1], np.abs(line.flat[..., 0])))
    level = np.sqrt(line.deep[..., 0] ** 2 + line.deep[..., 2] ** 2)
    deep = np.degrees(np.arctan2(-line.deep[..., 1], level))
    return line.in_plane * flat + (1.0 - line.in_plane) * deep


def _hip_flexion(body: _Body, side: int) -> Array:
    down = body.line(points.SHOULDERS[side], points.HIPS[side])
    return _bend(down, body.line(points.HIPS[side], points.KNEES[side]))


def _outward(body: _Body, line: _Line, side: int) -> Array:
    """How far a limb leaves the middle plane to its own side."""
    out = np.sum(_unit(line.deep) * body.right, -1) * (1.0 if side else -1.0)
    return np.degrees(np.arcsin(np.clip(out, -1.0, 1.0)))


def _hip_abduction(body: _Body, side: int) -> Array:
    return _outward(body, body.line(points.HIPS[side], points.KNEES[side]), side)


def _knee_flexion(body: _Body, side: int) -> Array:
    thigh = body.line(points.HIPS[side], points.KNEES[side])
    return _bend(thigh, body.line(points.KNEES[side], points.ANKLES[side]))


def _ankle_plantarflexion(body: _Body, side: int) -> Array:
    shank = body.line(points.KNEES[side], points.ANKLES[side])
    return 90.0 - _bend(shank, body.line(points.HEELS[side], points.TOES[side]))


def _shoulder_flexion(body: _Body, side: int) -> Array:
    down = body.line(points.SHOULDERS[side], points.HIPS[side])
    return _bend(down, body.line(points.SHOULDERS[side], points.ELBOWS[side]))


def _shoulder_abduction(body: _Body, side: int) -> Array:
    return _outward(body, body.line(points.SHOULDERS[side], points.ELBOWS[side]), side)


def _elbow_flexion(body: _Body, side: int) -> Array:
    upper = body.line(points.SHOULDERS[side], points.ELBOWS[side])
    return _bend(upper, body.line(points.ELBOWS[side], points.WRISTS[side]))


def _arm_incline(body: _Body, side: int) -> Array:
    return _incline(body.line(points.SHOULDERS[side], points.WRISTS[side]))


def _thigh_incline(body: _Body, side: int) -> Array:
    return _incline(body.line(points.HIPS[side], points.KNEES[side]))


def _leg_incline(body: _Body, side: int) -> Array:
    return _incline(body.line(points.HIPS[side], points.ANKLES[side]))


def _shank_incline(body: _Body, side: int) -> Array:
    return _incline(body.line(points.KNEES[side], points.ANKLES[side]))


def _hand_to_knee(body: _Body, side: int) -> Array:
    """The nearer hand to this knee."""
    hands = [_trunks(body, body.line(wrist, points.KNEES[side])) for wrist in points.WRISTS]
    return np.minimum(*hands)


def _trunk_incline(body: _Body) -> Array:
    return _incline(body.trunk)


def _neck_flexion(body: _Body) -> Array:
    """Forward is positive."""
    neck = body.line(points.SHOULDERS, points.EARS).deep
    ahead, along = np.sum(neck * body.front, -1), np.sum(neck * body.up, -1)
    return np.degrees(np.arctan2(ahead, along))


def _seat_to_heel(body: _Body) -> Array:
    """The hips' middle to the nearer heel."""
    return np.minimum(*(_trunks(body, body.line(points.HIPS, heel)) for heel in points.HEELS))


def _trunks(body: _Body, line: _Line) -> Array:
    """How long a line is for the trunk's length."""
    flat = _length(line.flat) / (_length(body.trunk.flat) + _SMALL)
    deep = _length(line.deep) / (_length(body.trunk.deep) + _SMALL)
    share = body.trunk.in_plane
    return share * flat + (1.0 - share) * deep


def _length(vector: Array) -> Array:
    return np.sqrt(np.sum(vector**2, -1))


_LIMB_MEASURES: tuple[Callable[[_Body, int], Array], ...] = (
    _hip_flexion, _hip_abduction, _knee_flexion, _ankle_plantarflexion,
    _shoulder_flexion, _shoulder_abduction, _elbow_flexion,
    _arm_incline, _thigh_incline, _leg_incline, _shank_incline, _hand_to_knee,
)  # fmt: skip
_THIGH = (points.SHOULDERS, points.HIPS, points.KNEES)
_LEG = (points.HIPS, points.KNEES, points.ANKLES)
_UPPER_ARM = (points.SHOULDERS, points.HIPS, points.ELBOWS)
_ARM = (points.SHOULDERS, points.ELBOWS, points.WRISTS)
_FOOT = (points.KNEES, points.ANKLES, points.HEELS, points.TOES)
# In the order of _OF_A_SIDE.
_NEEDED = (
    _THIGH, _THIGH, _LEG, _FOOT, _UPPER_ARM, _UPPER_ARM, _ARM,
    (points.SHOULDERS, points.WRISTS), (points.HIPS, points.KNEES),
    (points.HIPS, points.ANKLES), (points.KNEES, points.ANKLES), (points.KNEES,),
)  # fmt: skip
