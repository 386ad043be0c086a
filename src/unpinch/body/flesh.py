"""The outside of the body as balls around its bones: what touches the mat, and what casts shade."""

from collections.abc import Iterator

from unpinch.body import proportions as size
from unpinch.body.skeleton import Arm, Leg, Skeleton
from unpinch.body.vector import Vec, add, lerp

Ball = tuple[Vec, float]
STEPS = 6


def spine_at(skeleton: Skeleton, place: float) -> tuple[Vec, Vec]:
    """A point of the trunk's middle line (0 hips, 1 shoulder line) and where the chest looks."""
    spine, fronts = skeleton.spine, skeleton.trunk_front
    lengths = (size.PELVIS, size.LUMBAR, size.THORAX)
    whole = sum(lengths)
    start = 0.0
    for index, part in enumerate(lengths):
        share = (place * whole - start) / part
        if share <= 1.0 or index == 2:
            point = lerp(spine[index], spine[index + 1], share)
            return point, _front(fronts, index, share)
        start += part
    raise AssertionError("the trunk has three parts")


def _front(fronts: tuple[Vec, Vec, Vec], index: int, share: float) -> Vec:
    """The bend is spread over the neighbouring halves, so that the outline has no corner."""
    share = max(0.0, min(1.0, share))
    if share < 0.5:
        return lerp(fronts[max(index - 1, 0)], fronts[index], 0.5 + share)
    return lerp(fronts[index], fronts[min(index + 1, 2)], share - 0.5)


def trunk(skeleton: Skeleton) -> Iterator[Ball]:
    for step in range(-1, 2 * STEPS + 1):
        place = step / (2 * STEPS)
        point, front = spine_at(skeleton, place)
        ahead, behind, width = size.trunk_depth(place)
        radius = width if abs(front[1]) < 0.3 and abs(front[2]) > 0.5 else (ahead + behind) / 2
        yield add(point, front, (ahead - behind) / 2), radius


def head(skeleton: Skeleton) -> Iterator[Ball]:
    yield skeleton.head, size.HEAD_RADIUS


def bone(start: Vec, end: Vec, front: Vec, profile: size.Profile) -> Iterator[Ball]:
    for step in range(STEPS + 1):
        radius, shift = size.thickness(profile, step / STEPS)
        yield add(lerp(start, end, step / STEPS), front, -shift), radius


def thigh(leg: Leg) -> Iterator[Ball]:
    yield from bone(leg.hip, leg.knee, leg.front, size.THIGH_FLESH)


def shank(leg: Leg) -> Iterator[Ball]:
    yield from bone(leg.knee, leg.ankle, leg.shin_front, size.SHANK_FLESH)


def foot(leg: Leg) -> Iterator[Ball]:
    for along, up in size.FOOT:
        yield add(add(leg.ankle, leg.toes, along), leg.instep, up), 0.0


def arm(arm: Arm) -> Iterator[Ball]:
    for start, end, profile in (
        (arm.shoulder, arm.elbow, size.UPPER_ARM_FLESH),
        (arm.elbow, arm.wrist, size.FOREARM_FLESH),
        (arm.wrist, arm.knuckles, size.PALM_FLESH),
        (arm.knuckles, arm.fingertips, size.FINGER_FLESH),
    ):
        yield from bone(start, end, (0.0, 0.0, 0.0), profile)


def leg(limb: Leg) -> Iterator[Ball]:
    yield from thigh(limb)
    yield from shank(limb)
    yield from foot(limb)


def lowest(balls: Iterator[Ball]) -> float:
    return min(point[1] - radius for point, radius in balls)


def lowest_of_body(skeleton: Skeleton) -> float:
    """The lowest outline, arms aside: hands are put on the mat, they do not lift the body."""
    parts = [lowest(trunk(skeleton)), lowest(head(skeleton))]
    return min([*parts, *(lowest(leg(limb)) for limb in skeleton.legs.values())])
