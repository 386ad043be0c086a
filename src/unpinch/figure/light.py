"""Where the stretch should be felt: a warm light on the body's surface.

Its rim is pale instead of orange: orange thinned over blue cloth would turn brown. All rims lie
under all cores, so that places side by side run together and no rim cuts into another's core.
"""

from unpinch.body import flesh
from unpinch.body import proportions as size
from unpinch.body.skeleton import Leg, Skeleton
from unpinch.body.vector import Vec, add, cross, lerp, scale, sub, unit
from unpinch.figure.mark import Brush, mark
from unpinch.figure.outline import matrix
from unpinch.terms.side import Side

DISC = 100  # radius of the disc that the matrix stretches
CORE = 74  # of it, the part that is warm

# place along the trunk (0 hips, 1 shoulders), share of the depth (1 back, -1 front), size
ON_TRUNK = {
    "low back": (0.22, 0.62, 0.120, 0.070), "upper back": (0.80, 0.62, 0.115, 0.062),
    "buttock": (-0.02, 0.66, 0.080, 0.074), "chest": (0.82, -0.55, 0.090, 0.060),
    "belly": (0.40, -0.55, 0.090, 0.060), "neck": (1.10, 0.30, 0.060, 0.050),
    "shoulder": (0.98, 0.0, 0.060, 0.060), "hip": (0.0, -0.55, 0.070, 0.060),
}  # fmt: skip
# place along the bone, share of the radius (1 back, -1 front), size, and whether on the shin
ON_LEG = {
    "back of the thigh": (0.44, 0.60, 0.128, 0.048, False),
    "front of the thigh": (0.50, -0.62, 0.150, 0.050, False),
    "inner thigh": (0.42, 0.0, 0.140, 0.046, False),
    "calf": (0.34, 0.62, 0.110, 0.042, True),
    "shin": (0.40, -0.62, 0.110, 0.040, True),
}  # fmt: skip


def glow(brush: Brush, body: Skeleton, places: tuple[str, ...], side: Side, strength: float) -> str:
    """A rim and a core a place, in one group that fades and breathes as a whole."""
    if not places:
        return ""
    discs = "".join(
        mark(
            "circle", f"glow-{layer}-{number}", r=radius, fill=brush.url(f"light-{layer}"),
            transform=_placed(body, place, side),
        )
        for layer, radius in (("rim", DISC), ("core", CORE))
        for number, place in enumerate(places)
    )  # fmt: skip
    return mark("g", "glow", discs, opacity=f"{strength:g}", class_="fig-glow")


def gradients(brush: Brush) -> str:
    rim = ((0.4, "glow-rim", 0.55), (0.75, "glow-rim", 0.22), (1, "glow-rim", 0))
    core = ((0, "glow-core", 0.96), (0.4, "glow-core", 0.82), (0.72, "glow", 0.42), (1, "glow", 0))
    return brush.round_glow("light-rim", rim) + brush.round_glow("light-core", core)


def _placed(body: Skeleton, place: str, side: Side) -> str:
    if place in ON_TRUNK:
        along, depth, long, wide = ON_TRUNK[place]
        middle, chest = flesh.spine_at(body, along)
        ahead, behind, _ = size.trunk_depth(max(-0.16, min(1.07, along)))
        centre = add(middle, chest, -depth * (behind if depth > 0 else ahead))
        right = unit(sub(body.legs[Side.RIGHT].hip, body.legs[Side.LEFT].hip))
        return _disc(centre, cross(right, unit(chest)), chest, right, (long, wide))
    return _on_leg(body.legs[side], place)


def _on_leg(leg: Leg, place: str) -> str:
    along, depth, long, wide, below = ON_LEG[place]
    start, end = (leg.knee, leg.ankle) if below else (leg.hip, leg.knee)
    front = leg.shin_front if below else leg.front
    radius, shift = size.thickness(size.SHANK_FLESH if below else size.THIGH_FLESH, along)
    centre = add(lerp(start, end, along), front, -shift - depth * radius)
    bone = unit(sub(end, start))
    return _disc(centre, bone, front, cross(front, bone), (long, wide))


def _disc(centre: Vec, long: Vec, front: Vec, across: Vec, size_of: tuple[float, float]) -> str:
    """Lying along the part; a part whose front looks at the viewer is lit across its width."""
    wide = unit(across if abs(front[2]) > 0.6 else front)
    share = 1000.0 / DISC
    return matrix(centre, scale(long, size_of[0] * share), scale(wide, size_of[1] * share))
