"""R and L beside the limbs that move. The letter is never mirrored."""

from unpinch.body.skeleton import Skeleton
from unpinch.body.stance import Stance
from unpinch.body.vector import Vec, add, sub, unit
from unpinch.figure import shapes
from unpinch.figure.mark import Brush, mark
from unpinch.figure.outline import Point, project
from unpinch.terms.side import Side

RADIUS, AWAY = 31, 0.058
LOWEST = 0.075  # of body height above the mat: the disc stays clear of the ground


def places(stance: Stance, body: Skeleton, moving: str) -> dict[str, tuple[Side, Point]]:
    """Where each tag goes; none where both sides do the same."""
    found: dict[str, tuple[Side, Point]] = {}
    if "leg" in moving and len(stance.moving_legs) == 1:
        leg = body.legs[stance.moving_legs[0]]
        # Away from the body past the heel and the toes alike, never under the mat.
        away = unit(add(leg.toes, unit(sub(leg.ankle, leg.knee)), 0.7))
        found["tag-leg"] = (stance.moving_legs[0], _beyond(leg.ankle, away, 0.122, outward=0.3))
    if "arm" in moving and len(stance.moving_arms) == 1:
        arm = body.arms[stance.moving_arms[0]]
        away = unit(sub(arm.fingertips, arm.wrist))
        # Lifted straight up it would lie on the other hand, which is behind this one.
        at = _beyond(arm.fingertips, away, 0.012, outward=0.9)
        found["tag-arm"] = (stance.moving_arms[0], at)
    return found


def tag(brush: Brush, part: str, own_side: Side, at: Point, *, mirrored: bool) -> str:
    """`own_side` is the person's own; in a mirrored picture the letter is turned back."""
    strokes = shapes.R_STROKES if own_side is Side.RIGHT else shapes.L_STROKES
    letter = mark(
        "path", d=strokes, fill="none", stroke=brush.paint("tag-ink"), stroke_width=6.5,
        stroke_linecap="round", stroke_linejoin="round",
        transform="scale(-1 1)" if mirrored else None,
    )  # fmt: skip
    disc = mark("circle", r=RADIUS, fill=brush.paint("tag"))
    return mark("g", part, disc + letter, transform=f"translate({at[0]:.0f} {at[1]:.0f})")


def _beyond(tip: Vec, direction: Vec, reach: float, *, outward: float = 0.0) -> Point:
    """Past the tip; what had to be lifted off the mat goes further out too, by this share."""
    x, y, z = add(tip, direction, reach + AWAY)
    lifted = max(0.0, LOWEST - y)
    x, _, z = add((x, y, z), direction, outward * lifted)
    return project((x, y + lifted, z))
