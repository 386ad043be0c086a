"""The order of the layers, and the whole picture at one moment on the way from start to hold.

The order and the kind of every element depend on the exercise only, never on the moment: what
moves is numbers.
"""

from unpinch.body.skeleton import Skeleton
from unpinch.body.vector import Vec, add, sub, unit
from unpinch.figure import light, limbs, mat, shapes, tags, trunk
from unpinch.figure.limbs import Layer
from unpinch.figure.mark import EDGE, Brush, mark
from unpinch.figure.subject import Subject
from unpinch.terms.side import Side

NEAR, FAR = Side.RIGHT, Side.LEFT
SEAT_BACK = 0.013
SEAT_TOP, SEAT_TOP_BACK = 0.014, 0.048
# The light grows in the last part of the way.
GLOW_FROM = 0.84


def layers(subject: Subject, brush: Brush, share: float) -> str:
    body = subject.body(share)
    shares = (
        mat.mat(brush, subject.mat),
        mat.stool(brush, subject.seat_height),
        mat.shade(brush, body),
        _far(subject, brush, body),
        trunk.neck(brush, body),
        trunk.hips(brush, body),
        trunk.shirt(brush, body),
        trunk.head(brush, body, _eyes(subject, share)),
        _near(subject, brush, body, share),
        _tags(subject, brush, body),
    )
    drawn = "".join(shares)
    left, _, width, _ = subject.frame
    turned = f"matrix(-1 0 0 1 {2 * left + width} 0)" if subject.mirrored else None
    whole = mark("g", "", drawn, transform=turned, stroke_width=EDGE, paint_order="stroke")
    return definitions(brush) + whole


def definitions(brush: Brush) -> str:
    shade = brush.round_glow("shade", ((0, "shade", 1), (0.45, "shade", 0.62), (1, "shade", 0)))
    foot = mark("path", "", d=shapes.foot_outline(), id=brush.name("foot"))
    return mark("defs", "", shade + light.gradients(brush) + limbs.definitions(brush) + foot)


def glow_strength(share: float) -> float:
    return round(max(0.0, (share - GLOW_FROM) / (1.0 - GLOW_FROM)), 2)


def _far(subject: Subject, brush: Brush, body: Skeleton) -> str:
    leg, arm = _layer(subject, FAR, "leg"), _layer(subject, FAR, "arm")
    lower = limbs.leg_front(brush, body.legs[FAR], _seat(body, FAR), leg)
    lower += limbs.shin(brush, body.legs[FAR], leg)
    upper = limbs.arm(brush, body.arms[FAR], arm)
    # A far hand that holds the near leg passes between the legs.
    between = subject.holds_leg and subject.hold.hands[FAR].leg is NEAR
    return lower + upper if between else upper + lower


def _near(subject: Subject, brush: Brush, body: Skeleton, share: float) -> str:
    leg, arm = _layer(subject, NEAR, "leg"), _layer(subject, NEAR, "arm")
    front = limbs.leg_front(brush, body.legs[NEAR], _seat(body, NEAR), leg)
    shin = limbs.shin(brush, body.legs[NEAR], leg)
    warm = light.glow(brush, body, subject.glow, NEAR, glow_strength(share))
    upper = limbs.arm(brush, body.arms[NEAR], arm)
    if subject.holds_knee:
        return front + warm + upper + shin
    return front + shin + warm + upper


def _tags(subject: Subject, brush: Brush, body: Skeleton) -> str:
    if not subject.single:
        return ""
    found = tags.places(subject.hold, body, subject.moving)
    return "".join(
        tags.tag(brush, part, subject.own(side), at, mirrored=subject.mirrored)
        for part, (side, at) in found.items()
    )


def _layer(subject: Subject, side: Side, limb: str) -> Layer:
    moving = subject.hold.moving_legs if limb == "leg" else subject.hold.moving_arms
    return Layer(
        far=side is FAR,
        moving=limb in subject.moving and side in moving,
        from_front=subject.start.posture == "on the side",
    )


def _seat(body: Skeleton, side: Side) -> tuple[Vec, Vec]:
    """The middle of the buttock, which fills the crease between trunk and thigh, and its top."""
    hip, front = body.legs[side].hip, body.trunk_front[0]
    up = unit(sub(body.spine[1], body.spine[0]))
    return add(hip, front, -SEAT_BACK), add(add(hip, front, -SEAT_TOP_BACK), up, SEAT_TOP)


def _eyes(subject: Subject, share: float) -> float:
    start, hold = subject.eyes
    return start + (hold - start) * share
