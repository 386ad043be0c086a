"""People who are not doing the exercise: getting in and out, scratching, drinking, turning over.

None of these postures is a hold of any exercise, and each is reached by movement, so nothing in
here may ever be counted.
"""

from collections.abc import Mapping

import numpy as np

from unpinch.body import ground, posing
from unpinch.body.landmarks import Array
from unpinch.body.stance import resolve
from unpinch.patient.points import landmarks
from unpinch.patient.story import Story, between
from unpinch.patient.way import way

# posture, angles, hands
Idle = tuple[str, Mapping[str, float], Mapping[str, str]]
_BESIDE = {"moving": "beside the body", "resting": "beside the body"}
_FREE = {"moving": "free", "resting": "free"}
_ON_MAT = {"moving": "on the mat", "resting": "on the mat"}

STANDING: Idle = ("standing", {}, _BESIDE)
SITTING: Idle = ("sitting", {"hip_flexion": 85, "knee_flexion": 15}, _ON_MAT)
SITTING_BENT: Idle = ("sitting", {"hip_flexion": 115, "knee_flexion": 95}, _BESIDE)
DRINKING: Idle = (
    "sitting",
    {"hip_flexion": 90, "knee_flexion": 40, "left_shoulder_flexion": 70},
    _FREE,
)
KNEELING: Idle = ("kneeling", {"knee_flexion": 95}, _BESIDE)
ALL_FOURS: Idle = (
    "hands and knees",
    {"trunk_incline": 12, "hip_flexion": 78, "knee_flexion": 90, "shoulder_flexion": 74},
    _ON_MAT,
)
LYING: Idle = ("on the back", {"hip_flexion": 0, "knee_flexion": 2}, _BESIDE)
LYING_BENT: Idle = ("on the back", {"hip_flexion": 50, "knee_flexion": 115}, _BESIDE)
PRONE: Idle = ("face down", {"hip_flexion": 0, "knee_flexion": 5}, _ON_MAT)
ON_SIDE: Idle = ("on the side", {"hip_flexion": 45, "knee_flexion": 60}, _BESIDE)
IDLE = (STANDING, SITTING, SITTING_BENT, DRINKING, KNEELING, ALL_FOURS, LYING, LYING_BENT,
        PRONE, ON_SIDE)  # fmt: skip


def getting_ready(chance: np.random.Generator) -> Story:
    """From standing, by way of a seat on the mat or a kneel."""
    story = Story()
    standing = body(STANDING)
    story.stay(standing, chance.uniform(500.0, 2_500.0), 0.0)
    between_them = body((SITTING, KNEELING, SITTING_BENT)[int(chance.integers(3))])
    story.move(between(standing[0], between_them[0]), chance.uniform(1_500.0, 3_000.0), 0.0, 1.0)
    story.stay(between_them, chance.uniform(500.0, 3_000.0), 0.0)
    return story


def fidgeting(chance: np.random.Generator, minutes: float) -> Story:
    """One idle posture after the other, with a fidget in each."""
    story, now = Story(), body(STANDING)
    story.stay(now, 2_000.0, 0.0)
    while story.ms < 60_000.0 * minutes:
        idle = IDLE[int(chance.integers(len(IDLE)))]
        there = body(idle)
        story.move(between(now[0], there[0]), chance.uniform(1_200.0, 4_000.0), 0.0, 1.0)
        story.stay(there, chance.uniform(500.0, 6_000.0), 0.0)
        _fidget(story, idle, there, chance)
        now = there
    return story


def body(idle: Idle) -> Array:
    """The posture as a way that leads nowhere."""
    posture, angles, hands = idle
    stance = resolve(posture, "whole body", None, _both(angles), hands)
    stance = stance.bent(**{k: v for k, v in angles.items() if k.startswith(("left_", "right_"))})
    one = landmarks(posing.pose(ground.settle(stance)))
    return np.stack([one] * 2)


def _both(angles: Mapping[str, float]) -> dict[str, float]:
    return {k: v for k, v in angles.items() if not k.startswith(("left_", "right_"))}


def _fidget(story: Story, idle: Idle, still: Array, chance: np.random.Generator) -> None:
    """Draw up a knee without hands, scratch, or lift a leg, and go back."""
    posture, angles, hands = idle
    if posture not in ("on the back", "sitting", "face down", "hands and knees", "standing"):
        return
    side = ("left", "right")[int(chance.integers(2))]
    most = 40.0 if posture == "hands and knees" else 75.0
    changed = {f"{side}_hip_flexion": float(chance.uniform(10.0, most)),
               f"{side}_knee_flexion": float(chance.uniform(5.0, 110.0)),
               f"{side}_elbow_flexion": float(chance.uniform(20.0, 120.0))}  # fmt: skip
    start = resolve(posture, "whole body", None, _both(angles), hands)
    there = way(start, start.bent(**changed))
    share = float(chance.uniform(0.4, 1.0))
    story.move(between(still[0], there[0]), 400.0, 0.0, 1.0)
    story.move(there, chance.uniform(800.0, 2_500.0), 0.0, share)
    story.stay(there, chance.uniform(200.0, 3_000.0), share)
    story.move(there, chance.uniform(800.0, 2_500.0), share, 0.0)
    story.move(between(there[0], still[0]), 400.0, 0.0, 1.0)
