"""Exercises to draw: those of the library, and some that no library has."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from unpinch import exercises
from unpinch.exercises.model import Exercise, Pose
from unpinch.terms.side import Side

Case = tuple[str, str | None, Side | None]
CASES: tuple[Case, ...] = (
    ("knees-to-chest", None, Side.RIGHT), ("knees-to-chest", None, Side.LEFT),
    ("knees-to-chest", "both", Side.BOTH),
    ("hamstring-stretch", None, Side.RIGHT), ("hamstring-stretch", None, Side.LEFT),
    ("opposition-stretch", None, Side.RIGHT), ("opposition-stretch", None, Side.LEFT),
    ("childs-pose", None, None),
)  # fmt: skip
IDS = ["-".join(str(word) for word in case if word) for case in CASES]


# A pose as a file writes it: degrees by joint, and what the hands do.
Words = Mapping[str, Any]


def library() -> dict[str, Exercise]:
    return exercises.library()


def made_up(name: str, posture: str, moving: str, start: Words, hold: Words) -> Exercise:
    """An exercise that nobody has drawn before, from the words of two poses."""
    return msgspec.structs.replace(
        library()["childs-pose"], id=name.replace(" ", "-"), name=name, posture=posture,
        moving=moving, poses={"start": _pose(start), "hold": _pose(hold)}, variations=(),
    )  # fmt: skip


def _pose(words: Words) -> Pose:
    angles = {key: float(value) for key, value in words.items() if key not in ("hands", "glow")}
    place = words.get("hands", "beside the body")
    glow = tuple(words.get("glow", ()))
    return Pose(angles=angles, hands={"moving": place, "resting": place}, glow=glow)


def others() -> Iterator[tuple[Exercise, Side | None]]:
    """One for each posture the library does not use, and more."""
    crook = {"hip_flexion": 45, "knee_flexion": 100}
    yield made_up(
        "Bridge", "on the back", "whole body", crook,
        {"trunk_incline": -22, "hip_flexion": -3, "knee_flexion": 85, "glow": ("buttock",)},
    ), None  # fmt: skip
    yield (
        made_up(
            "Leg lift", "face down", "leg", {}, {"moving_hip_flexion": -15, "hands": "on the mat"}
        ),
        Side.RIGHT,
    )
    yield (
        made_up(
            "Side leg raise",
            "on the side",
            "leg",
            {},
            {"moving_hip_abduction": 30, "glow": ("hip",)},
        ),
        Side.LEFT,
    )
    sitting = {"hip_flexion": 90, "knee_flexion": 90}
    yield made_up(
        "Knee straightener", "sitting", "leg", sitting,
        {**sitting, "moving_knee_flexion": 5, "glow": ("back of the thigh",)},
    ), Side.RIGHT  # fmt: skip
    yield (
        made_up(
            "Reach up", "standing", "arm", {}, {"moving_shoulder_flexion": 175, "hands": "free"}
        ),
        Side.LEFT,
    )
    yield made_up(
        "Half kneeling", "kneeling", "leg", {"knee_flexion": 90},
        {"knee_flexion": 90, "moving_hip_flexion": 90, "glow": ("front of the thigh",)},
    ), Side.RIGHT  # fmt: skip
