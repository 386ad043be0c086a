"""How a guided exercise is drawn: its posture and nothing more, for no movement is known of it."""

from unpinch.exercises.model import Pose

_FREE = {"moving": "free", "resting": "free"}
_BESIDE = {"moving": "beside the body", "resting": "beside the body"}
_ON_MAT = {"moving": "on the mat", "resting": "on the mat"}

NEUTRAL: dict[str, Pose] = {
    "on the back": Pose(
        angles={"trunk_incline": 0, "head_flexion": 6, "hip_flexion": 50, "knee_flexion": 117},
        hands=_BESIDE,
    ),
    "hands and knees": Pose(
        angles={
            "trunk_incline": 12.5,
            "lumbar_flexion": -2,
            "thorax_flexion": 2,
            "neck_flexion": -24,
            "head_flexion": -34,
            "hip_flexion": 77.5,
            "knee_flexion": 90,
            "ankle_plantarflexion": 80,
            "shoulder_flexion": 74,
        },
        hands=_ON_MAT,
    ),
    "face down": Pose(
        angles={"trunk_incline": 0, "hip_flexion": 0, "knee_flexion": 0,
                "ankle_plantarflexion": 40},
        hands=_BESIDE,
    ),
    "on the side": Pose(
        angles={"trunk_incline": 0, "hip_flexion": 40, "knee_flexion": 60,
                "shoulder_flexion": 60, "elbow_flexion": 60},
        hands=_FREE,
    ),
    "sitting": Pose(
        angles={"trunk_incline": 90, "hip_flexion": 90, "knee_flexion": 90,
                "shoulder_flexion": 10, "elbow_flexion": 40},
        hands=_FREE,
    ),
    "standing": Pose(
        angles={"trunk_incline": 90, "hip_flexion": 0, "knee_flexion": 0, "shoulder_flexion": 3},
        hands=_FREE,
    ),
    "kneeling": Pose(
        angles={"trunk_incline": 90, "hip_flexion": 0, "knee_flexion": 90,
                "ankle_plantarflexion": 50, "shoulder_flexion": 3},
        hands=_FREE,
    ),
}  # fmt: skip

# How one gets there, for a sheet that does not say it in words of its own.
SAID = {
    "on the back": "Lie on your back.",
    "hands and knees": "Come onto your hands and knees.",
    "face down": "Lie face down.",
    "on the side": "Lie on your side.",
    "sitting": "Sit down.",
    "standing": "Stand.",
    "kneeling": "Kneel.",
}
PLACE = {
    "on the back": "floor or bed",
    "hands and knees": "floor",
    "face down": "floor or bed",
    "on the side": "floor or bed",
    "sitting": "chair",
    "standing": "floor",
    "kneeling": "floor",
}
