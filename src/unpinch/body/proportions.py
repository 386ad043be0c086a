"""How long and how thick the drawn person is, in shares of body height (seven and a half heads).

Bones first, then flesh: outlines are what touches the mat, so they belong to the body and not
only to its picture.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

PELVIS, LUMBAR, THORAX = 0.085, 0.095, 0.108
NECK, SKULL, HEAD = 0.050, 0.060, 0.133
THIGH, SHANK = 0.245, 0.246
UPPER_ARM, FOREARM, PALM, FINGERS = 0.182, 0.146, 0.052, 0.050
HIP_HALF, SHOULDER_HALF = 0.052, 0.100

Profile = tuple[tuple[float, float, float], ...]
Outline = tuple[tuple[float, float], ...]

# place along the bone, radius, shift towards the back of the limb
THIGH_FLESH: Profile = (
    (0, 0.066, 0.010), (0.30, 0.057, 0.003), (0.70, 0.045, -0.002), (1, 0.0365, -0.001),
)  # fmt: skip
SHANK_FLESH: Profile = (
    (0, 0.0365, -0.001), (0.28, 0.0385, 0.007), (0.65, 0.029, 0.004), (1, 0.0215, 0.0),
)  # fmt: skip
UPPER_ARM_FLESH: Profile = ((0, 0.041, 0.0), (0.35, 0.035, 0.0), (1, 0.0265, 0.0))
FOREARM_FLESH: Profile = (
    (0, 0.0265, 0.0), (0.25, 0.0265, 0.0), (0.70, 0.0205, 0.0), (1, 0.0165, 0.0),
)  # fmt: skip
PALM_FLESH: Profile = ((0, 0.0165, 0.0), (0.55, 0.0190, 0.0), (1, 0.0170, 0.0))
FINGER_FLESH: Profile = ((0, 0.0170, 0.0), (0.6, 0.0140, 0.0), (1, 0.0095, 0.0))

# place from the hips (0) to the shoulder line (1), depth in front, depth behind, half the width
TRUNK_FLESH: tuple[tuple[float, float, float, float], ...] = (
    (-0.16, 0.046, 0.052, 0.070), (-0.06, 0.052, 0.076, 0.086), (0.08, 0.061, 0.079, 0.094),
    (0.24, 0.066, 0.071, 0.091), (0.44, 0.062, 0.056, 0.080), (0.62, 0.064, 0.055, 0.084),
    (0.82, 0.068, 0.063, 0.096), (0.96, 0.056, 0.062, 0.100), (1.07, 0.036, 0.046, 0.070),
)  # fmt: skip

# The bare foot from the ankle, seen from its outer side: towards the toes, up the shin.
FOOT: Outline = (
    (-0.037, -0.012), (-0.036, -0.036), (-0.010, -0.040), (0.022, -0.033), (0.060, -0.038),
    (0.100, -0.040), (0.118, -0.030), (0.102, -0.015), (0.070, -0.004), (0.040, 0.012),
    (0.022, 0.030), (-0.002, 0.036), (-0.026, 0.024), (-0.030, 0.004),
)  # fmt: skip
SOLE = -0.0375
HEAD_RADIUS = 0.062


@lru_cache(maxsize=1024)
def thickness(profile: Profile, place: float) -> tuple[float, float]:
    """Radius and backward shift at a place along a bone: cubic between the knots, so no lumps."""
    radius = _hermite([(knot[0], knot[1]) for knot in profile], place)
    shift = _hermite([(knot[0], knot[2]) for knot in profile], place)
    return radius, shift


@lru_cache(maxsize=256)
def trunk_depth(place: float) -> tuple[float, float, float]:
    """In front of, behind and beside the middle line of the trunk."""
    front, back, width = (
        _hermite([(knot[0], knot[column]) for knot in TRUNK_FLESH], place) for column in (1, 2, 3)
    )
    return front, back, width


def _hermite(knots: list[tuple[float, float]], place: float) -> float:
    places = [knot[0] for knot in knots]
    index = min(max(bisect_right(places, place) - 1, 0), len(knots) - 2)
    (x0, y0), (x1, y1) = knots[index], knots[index + 1]
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(knots)]
    before = slopes[index] if index == 0 else (slopes[index - 1] + slopes[index]) / 2
    after = slopes[index] if index == len(slopes) - 1 else (slopes[index] + slopes[index + 1]) / 2
    span, u = x1 - x0, (place - x0) / (x1 - x0)
    v = 1.0 - u
    return (
        (1 + 2 * u) * v * v * y0
        + u * v * v * span * before
        + u * u * (3 - 2 * u) * y1
        - u * u * v * span * after
    )
