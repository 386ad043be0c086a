"""From a pose in an exercise file to a body of one's own, and the faults it can make.

A way is a table of points from the start position (share 0) to the hold (share 1). Nothing here
knows an exercise by name: a fault bends the very joint that its rule looks at until the measure
lies where the rule says, times a size. Size 1 is on the limit, 1.5 well beyond it, 0.67 well
within.
"""

from collections.abc import Callable, Mapping

import numpy as np

from unpinch.body import ground, posing
from unpinch.body.landmarks import Array
from unpinch.body.skeleton import Skeleton
from unpinch.body.stance import Stance, moving_limbs, resolve
from unpinch.body.vocabulary import ARM_ANGLES, TRUNK_ANGLES
from unpinch.exercises.measure import bare
from unpinch.exercises.model import Exercise, FormRule, Test
from unpinch.patient.points import landmarks
from unpinch.terms.side import Side

STEPS = 40
# The joint that lifts or lowers a limb's line.
_LIFTED_BY = {
    "arm_incline": "shoulder_flexion",
    "thigh_incline": "hip_flexion",
    "leg_incline": "hip_flexion",
    "shank_incline": "knee_flexion",
}
_LINES = {
    "arm_incline": ("shoulder", "wrist"),
    "thigh_incline": ("hip", "knee"),
    "leg_incline": ("hip", "ankle"),
    "shank_incline": ("knee", "ankle"),
}
# How a joint is bent until a line lies as wanted, in degrees.
_TRIES, _FLAT, _FURTHEST, _NEAR_ENOUGH = 8, 0.05, 70.0, 0.2
# To and fro once a second is how people bounce.
BOUNCE_HZ = 1.0


def stance(exercise: Exercise, pose: str, variation: str | None, side: Side | None) -> Stance:
    """The drawn pose, done with this side."""
    drawn = exercise.pose(pose, variation)
    return resolve(exercise.posture, exercise.moving, side, drawn.angles, drawn.hands, drawn.eyes)


def way(start: Stance, hold: Stance) -> Array:
    """Points (STEPS + 1, 33, 3) on the way from one stance to the other, in body heights."""
    way = posing.Way(ground.settle(start), ground.settle(hold))
    return np.stack([landmarks(way.at(n / STEPS)) for n in range(STEPS + 1)])


def own(hold: Stance, off: Mapping[str, float]) -> Stance:
    """The hold as this person does it: other angles by so many degrees, left and right alike."""
    changed = {
        name: value + off.get(name.partition("_")[2], off.get(name, 0.0))
        for name, value in hold.angles.items()
    }
    return hold.bent(**changed)


def faulty(
    exercise: Exercise, rule: FormRule, start: Stance, hold: Stance, side: Side | None, size: float
) -> Stance:
    """The hold with this fault in it; as it was for faults that are a matter of time."""
    when = rule.when
    names = _joints(when.measure or "", exercise.moving, side)
    if when.test in (Test.FASTER, Test.LET_GO) or not names:
        return hold
    for measured, joint in names:
        limit = when.low if when.test is Test.BELOW else when.high
        wanted = size * (limit or 0.0)
        if when.test in (Test.RISES, Test.FALLS):
            sign = 1.0 if when.test is Test.RISES else -1.0
            wanted = _value(start, measured) + sign * wanted
        hold = _bent_until(hold, measured, joint, wanted)
    return hold


def bouncing(
    exercise: Exercise, rule: FormRule, hold: Stance, side: Side | None, size: float
) -> tuple[Stance, Stance]:
    """The two ends of a bounce: so far apart that its speed passes the limit for its time."""
    lasts_s = rule.when.for_ms / 1000.0
    peak = size * (rule.when.high or 0.0) / np.cos(np.pi * BOUNCE_HZ * lasts_s)
    swing = float(peak / (2.0 * np.pi * BOUNCE_HZ))
    names = [joint for _, joint in _joints(rule.when.measure or "", exercise.moving, side)]
    # A joint that is already folded can only open.
    up = min((_ROOM - hold.angle(name) for name in names), default=0.0)
    shift = min(0.0, up - swing)
    ends = [
        hold.bent(**{name: hold.angle(name) + shift + sign * swing for name in names})
        for sign in (-1.0, 1.0)
    ]
    return ends[0], ends[1]


_ROOM = 160.0


def _joints(measure: str, moving: str, side: Side | None) -> list[tuple[str, str]]:
    """Each measure with the joint that changes it, by their own sides."""
    name = bare(measure)
    if name in TRUNK_ANGLES:
        return [(name, name)]
    joint = _LIFTED_BY.get(name, name)
    arms, legs = moving_limbs(moving, side)
    movers = arms if joint in ARM_ANGLES else legs
    return [
        (f"{each}_{name}", f"{each}_{joint}")
        for each in (Side.LEFT, Side.RIGHT)
        if measure == name or measure.startswith("moving_") == (each in movers)
    ]


def _value(stance: Stance, measured: str) -> float:
    side, _, name = measured.partition("_")
    if name not in _LINES:
        return stance.angle(measured)
    start, end = (_joint(posing.pose(stance), f"{side}_{each}") for each in _LINES[name])
    line = np.subtract(end, start)
    return float(np.degrees(np.arcsin(line[1] / np.linalg.norm(line))))


def _joint(body: Skeleton, name: str) -> Array:
    return np.asarray(body.joints()[name])


def _bent_until(stance: Stance, measured: str, joint: str, wanted: float) -> Stance:
    """Change one joint until the measure is as wanted. Legs stay where they are under a trunk."""
    if measured == "trunk_incline":
        rise = wanted - stance.angle(measured)
        hips = {name: value + rise for name, value in stance.angles.items() if "_hip_flex" in name}
        return stance.bent(**{measured: wanted}, **hips)
    if measured == joint:
        return stance.bent(**{joint: wanted})

    def off(change: float) -> float:
        return _value(stance.bent(**{joint: stance.angle(joint) + change}), measured) - wanted

    return stance.bent(**{joint: stance.angle(joint) + _nearest_zero(off)})


def _nearest_zero(off: Callable[[float], float]) -> float:
    """The change that leaves no difference: a limb's line turns about as far as its joint."""
    change, left = 0.0, off(0.0)
    step = 1.0
    for _ in range(_TRIES):
        slope = (off(change + step) - left) / step
        if abs(slope) < _FLAT:
            break
        change = float(np.clip(change - left / slope, -_FURTHEST, _FURTHEST))
        left = off(change)
        if abs(left) < _NEAR_ENOUGH:
            break
    return change
