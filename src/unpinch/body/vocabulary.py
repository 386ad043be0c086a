"""The words a pose may use, and a plain refusal for any other."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from unpinch.terms.refused import Refused

POSTURES = (
    "on the back", "hands and knees", "face down", "on the side", "sitting", "standing", "kneeling",
)  # fmt: skip
MOVING = ("leg", "arm", "arm and opposite leg", "whole body")
TRUNK_ANGLES = (
    "trunk_incline", "lumbar_flexion", "thorax_flexion", "neck_flexion", "head_flexion",
)  # fmt: skip
LEG_ANGLES = ("hip_flexion", "hip_abduction", "knee_flexion", "ankle_plantarflexion")
ARM_ANGLES = ("shoulder_flexion", "shoulder_abduction", "elbow_flexion")
PREFIXES = ("moving_", "resting_")
HANDS = (
    "beside the body", "behind the knee", "behind the thigh", "on the mat", "on the mat ahead",
    "free",
)  # fmt: skip
EYES = ("open", "shut")
GLOW = (
    "low back", "upper back", "neck", "shoulder", "chest", "belly", "buttock", "hip",
    "back of the thigh", "front of the thigh", "inner thigh", "calf", "shin",
)  # fmt: skip
POSE_ANGLES = (
    *TRUNK_ANGLES,
    *(prefix + name for name in (*LEG_ANGLES, *ARM_ANGLES) for prefix in ("", *PREFIXES)),
)


class PoseError(Refused, ValueError):
    """A pose uses a word that no pose knows."""


def refuse_unknown(what: str, words: Iterable[str], known: Iterable[str]) -> None:
    """One line that names the word and what may stand there instead."""
    allowed = tuple(known)
    for word in words:
        if word not in allowed:
            near = get_close_matches(word, allowed, n=1)
            remedy = f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(allowed)}."
            raise PoseError(f'pose, {what}: "{word}" is not known; {remedy}')


def check(
    angles: Mapping[str, float], hands: Mapping[str, str], eyes: str, glow: Iterable[str] = ()
) -> None:
    """Raise PoseError unless every word of the pose is known."""
    refuse_unknown("angle", angles, POSE_ANGLES)
    refuse_unknown("whose hand", hands, ("moving", "resting"))
    refuse_unknown("hands", hands.values(), HANDS)
    refuse_unknown("eyes", (eyes,), EYES)
    refuse_unknown("glow", glow, GLOW)
