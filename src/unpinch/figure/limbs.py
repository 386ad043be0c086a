"""Arms and legs: one tapered shape a bone, sleeves and trousers over skin.

A cut edge is a gradient stroke that is clear at the joint, so shapes that overlap there show no
ring. A moving limb's colour grows out of the hip or shoulder in the same way.
"""

from msgspec import Struct

from unpinch.body import proportions as size
from unpinch.body.skeleton import Arm, Leg
from unpinch.body.vector import Vec, add, lerp
from unpinch.figure.mark import Brush, mark
from unpinch.figure.outline import Station, hull, matrix, project, stations, tube

CUFF_OF_TROUSERS, CUFF_OF_SLEEVE = 0.90, 0.62
SEAT, SEAT_TOP = 67.0, 34.0
HULL_ENDS = 0.86
CLOTH_GROWS = 1.5  # cloth is a little wider than the skin inside


class Layer(Struct, frozen=True):
    """Near or far, and whether the limb is the one that moves."""

    far: bool
    moving: bool
    from_front: bool = False  # the viewer looks at toes, not at a foot's outer side

    @property
    def name(self) -> str:
        return "far" if self.far else "near"

    def colour(self, what: str) -> str:
        return f"{what}-far" if self.far else what

    @property
    def edge_strength(self) -> float:
        return 0.30 if self.far else 0.42


def definitions(brush: Brush) -> str:
    """How a cut edge grows, once for near and once for far limbs."""
    return "".join(
        brush.stops_only(
            f"edge-{layer.name}",
            ((0, layer.colour("cut"), 0.0), (1, layer.colour("cut"), layer.edge_strength)),
        )
        for layer in (Layer(far=False, moving=False), Layer(far=True, moving=False))
    )


def leg_front(brush: Brush, leg: Leg, seat: tuple[Vec, Vec], layer: Layer) -> str:
    """Foot and thigh: what lies under the shin."""
    return _foot(brush, leg, layer) + _thigh(brush, leg, seat, layer)


def shin(brush: Brush, leg: Leg, layer: Layer) -> str:
    """The trouser leg below the knee; drawn over finger tips behind the knee."""
    part = f"{layer.name}-shin"
    line = stations(
        leg.knee, leg.ankle, leg.shin_front, size.SHANK_FLESH,
        (0, 0.14, 0.28, 0.46, 0.65, CUFF_OF_TROUSERS), CLOTH_GROWS,
    )  # fmt: skip
    colour = layer.colour("move" if layer.moving else "cloth")
    edge = _edge(brush, part, line, layer, (0.06, 0.36))
    return edge + _piece(brush, part, tube(line, cut=True), brush.paint(colour))


def arm(brush: Brush, limb: Arm, layer: Layer) -> str:
    """Hand and sleeve."""
    wrist = stations(limb.elbow, limb.wrist, (0, 0, 0), size.FOREARM_FLESH, (0.45, 0.75, 1.0))
    return (
        _skin(brush, f"{layer.name}-wrist", tube(wrist) + _hand(limb), layer)
        + _upper_arm(brush, limb, layer)
        + _forearm(brush, limb, layer)
    )


def _thigh(brush: Brush, leg: Leg, seat: tuple[Vec, Vec], layer: Layer) -> str:
    part = f"{layer.name}-thigh"
    line = stations(
        leg.hip, leg.knee, leg.front, size.THIGH_FLESH, (0, 0.2, 0.4, 0.6, 0.8, 1.0), CLOTH_GROWS
    )
    edge = _edge(brush, part, line, layer, (0.30, 0.62))
    fill = brush.paint(layer.colour("cloth"))
    if layer.moving:
        stops = ((0.12, layer.colour("cloth"), 1), (0.80, layer.colour("move"), 1))
        ends = line[0][0], line[4][0]
        edge += brush.along(f"{part}-fill", f"{part}-tint", ends, stops=stops)
        fill = brush.url(f"{part}-fill")
    under, over = (project(seat[0]), SEAT), (project(seat[1]), SEAT_TOP)
    # The hull ends inside the thigh: flush with its outline, its round end would show as a lump.
    inside = line[2][0], line[2][1] * HULL_ENDS
    outline = tube(line) + hull(under, inside) + ("" if layer.far else hull(under, over))
    return edge + _piece(brush, part, outline, fill)


def _foot(brush: Brush, leg: Leg, layer: Layer) -> str:
    ankle = stations(leg.knee, leg.ankle, leg.shin_front, size.SHANK_FLESH, (0.80, 0.92, 1.0))
    colour = brush.paint(layer.colour("skin"))
    outline = tube(ankle)
    if layer.from_front:
        ball = project(add(add(leg.ankle, leg.toes, 0.085), leg.instep, -0.016))
        outline += hull((project(leg.ankle), 25.0), (ball, 21.0))
    skin = mark("path", f"{layer.name}-ankle", d=outline, fill=colour)
    placed = matrix(leg.ankle, leg.toes, leg.instep)
    foot = mark(
        "use", f"{layer.name}-foot", href=f"#{brush.name('foot')}", transform=placed,
        fill=colour, **_stroke(brush, layer),
    )  # fmt: skip
    return foot + skin


def _upper_arm(brush: Brush, limb: Arm, layer: Layer) -> str:
    part = f"{layer.name}-sleeve"
    line = stations(
        limb.shoulder, limb.elbow, (0, 0, 0), size.UPPER_ARM_FLESH, (0, 0.35, 0.7, 1.0), CLOTH_GROWS
    )
    edge = _edge(brush, part, line, layer, (-0.15, 0.35))
    fill = brush.paint(layer.colour("shirt"))
    if layer.moving:
        stops = ((0.10, layer.colour("shirt"), 1), (0.85, layer.colour("move"), 1))
        ends = line[0][0], line[3][0]
        edge += brush.along(f"{part}-fill", f"{part}-tint", ends, stops=stops)
        fill = brush.url(f"{part}-fill")
    return edge + _piece(brush, part, tube(line), fill)


def _forearm(brush: Brush, limb: Arm, layer: Layer) -> str:
    part = f"{layer.name}-forearm"
    places = (0, 0.2, 0.4, CUFF_OF_SLEEVE)
    line = stations(limb.elbow, limb.wrist, (0, 0, 0), size.FOREARM_FLESH, places, CLOTH_GROWS)
    colour = layer.colour("move" if layer.moving else "shirt")
    edge = _edge(brush, part, line, layer, (0.10, 0.45))
    return edge + _piece(brush, part, tube(line, cut=True), brush.paint(colour))


def _hand(limb: Arm) -> str:
    """A mitten and a thumb."""
    still = (0.0, 0.0, 0.0)
    palm = stations(limb.wrist, limb.knuckles, still, size.PALM_FLESH, (0, 0.5, 1.0))
    fingers = stations(limb.knuckles, limb.fingertips, still, size.FINGER_FLESH, (0, 0.5, 1.0))
    root = project(lerp(limb.wrist, limb.knuckles, 0.35))
    tip = project(add(lerp(limb.wrist, limb.knuckles, 0.55), limb.thumb, 0.036))
    return tube(palm) + tube(fingers) + hull((root, 11.0), (tip, 8.0))


def _edge(
    brush: Brush, part: str, line: list[Station], layer: Layer, grows: tuple[float, float]
) -> str:
    (x0, y0), (x1, y1) = line[0][0], line[-1][0]
    ends = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in grows]
    return brush.along(f"{part}-edge", f"{part}-edge", (ends[0], ends[1]), f"edge-{layer.name}")


def _piece(brush: Brush, part: str, outline: str, fill: str) -> str:
    return mark(
        "path", part, d=outline, fill=fill, stroke=brush.url(f"{part}-edge"),
    )  # fmt: skip


def _skin(brush: Brush, part: str, outline: str, layer: Layer) -> str:
    fill = brush.paint(layer.colour("skin"))
    return mark("path", part, d=outline, fill=fill, **_stroke(brush, layer))


def _stroke(brush: Brush, layer: Layer) -> dict[str, object]:
    return {
        "stroke": brush.paint(layer.colour("cut")),
        "stroke_opacity": layer.edge_strength,
    }
