"""What can be drawn and what a camera can see: the names, and how far a body goes.

The limits are not norms. They are just beyond what people can do, to catch a
slip of the pen such as 900 for 90. Sources for the usual ranges: CLINICAL 4.1.
"""

from unpinch.body.vocabulary import ARM_ANGLES, LEG_ANGLES, POSE_ANGLES, PREFIXES, TRUNK_ANGLES

_LIMITS = {
    "trunk_incline": (-90, 100),
    "lumbar_flexion": (-45, 80),
    "thorax_flexion": (-40, 60),
    "neck_flexion": (-80, 80),
    "head_flexion": (-80, 80),
    "hip_flexion": (-45, 160),
    "hip_abduction": (-45, 90),
    "knee_flexion": (-15, 170),
    "ankle_plantarflexion": (-45, 95),
    "shoulder_flexion": (-80, 200),
    "shoulder_abduction": (-60, 190),
    "elbow_flexion": (-15, 165),
}
# A limb's line above the floor; it may lean past the upright.
_INCLINES = ("arm_incline", "thigh_incline", "leg_incline", "shank_incline")
_INCLINE_LIMITS = (-180, 180)
# In trunk lengths: the nearer hand to the moving knee or shin, the seat to the heels, both knees.
_DISTANCES = ("hand_to_knee", "hand_to_shin", "seat_to_heel", "knees_apart")
_DISTANCE_LIMITS = (0, 5)
# There is no landmark between hip and shoulder (CLINICAL 4.2): never claim to see the back bend.
_UNSEEN = ("lumbar_flexion", "thorax_flexion", "head_flexion")

CAMERA_MEASURES = (
    "trunk_incline",
    "neck_flexion",
    *(
        prefix + name
        for name in (*LEG_ANGLES, *ARM_ANGLES, *_INCLINES)
        for prefix in ("", *PREFIXES)
    ),
    *_DISTANCES,
)


def bare(name: str) -> str:
    """The joint without moving_ or resting_."""
    return name.removeprefix("moving_").removeprefix("resting_")


def limits(name: str) -> tuple[float, float]:
    """How far this measure can go at all."""
    joint = bare(name)
    if joint in _DISTANCES:
        return _DISTANCE_LIMITS
    return _INCLINE_LIMITS if joint in _INCLINES else _LIMITS[joint]


def unseen(name: str) -> str | None:
    """Why a camera cannot measure this, if that is so."""
    if bare(name) in _UNSEEN:
        return f'a camera cannot see "{name}"; leave it out here, it is only drawn'
    return None


def expanded(name: str) -> tuple[str, ...]:
    """A name without prefix means both sides."""
    if name in TRUNK_ANGLES or name in _DISTANCES or name != bare(name):
        return (name,)
    return tuple(prefix + name for prefix in PREFIXES)


__all__ = ["CAMERA_MEASURES", "POSE_ANGLES", "bare", "expanded", "limits", "unseen"]
