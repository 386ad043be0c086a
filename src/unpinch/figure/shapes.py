"""Shapes that never change: head, foot, letters. They are set into the body by a matrix."""

from functools import lru_cache

from unpinch.body.proportions import FOOT, HEAD
from unpinch.figure.outline import UNITS, Point, closed, open_line

Shape = tuple[Point, ...]

# The head in shares of its height: x to where the face looks, y down.
FACE: Shape = (
    (0.16, -0.48), (0.32, -0.37), (0.375, -0.20), (0.365, -0.085), (0.335, -0.02), (0.395, 0.06),
    (0.462, 0.130), (0.405, 0.178), (0.365, 0.175), (0.400, 0.222), (0.350, 0.246),
    (0.392, 0.278), (0.345, 0.318), (0.385, 0.395), (0.315, 0.485), (0.17, 0.440), (0.04, 0.350),
    (-0.03, 0.34), (-0.16, 0.40), (-0.30, 0.30), (-0.40, 0.08), (-0.41, -0.16), (-0.28, -0.42),
    (-0.05, -0.53),
)  # fmt: skip
HAIR: Shape = (
    (0.33, -0.43), (0.30, -0.27), (0.17, -0.245), (0.125, -0.12), (0.115, 0.02), (0.06, 0.085),
    (0.045, -0.045), (-0.06, -0.055), (-0.085, 0.12), (-0.105, 0.30), (-0.215, 0.40),
    (-0.37, 0.30), (-0.47, 0.05), (-0.465, -0.22), (-0.33, -0.49), (-0.07, -0.62), (0.19, -0.585),
)  # fmt: skip
EAR: Shape = (
    (0.03, -0.03), (0.05, -0.09), (-0.02, -0.125), (-0.075, -0.06), (-0.05, 0.04), (-0.01, 0.11),
    (0.035, 0.06),
)  # fmt: skip
BROW: Shape = ((0.205, -0.115), (0.265, -0.160), (0.325, -0.125))
LID: Shape = ((0.205, -0.025), (0.245, 0.012), (0.292, -0.022))
MOUTH: Shape = ((0.262, 0.236), (0.300, 0.274), (0.352, 0.248))
EYE: Point = (0.258, -0.035)

# The head from the front, for lying on the side.
FRONT_FACE: Shape = (
    (-0.30, -0.30), (-0.34, 0.0), (-0.29, 0.28), (-0.13, 0.52), (0.13, 0.52), (0.29, 0.28),
    (0.34, 0.0), (0.30, -0.30), (0.12, -0.50), (-0.12, -0.50),
)  # fmt: skip
FRONT_HAIR: Shape = (
    (-0.36, 0.06), (-0.32, -0.10), (-0.22, -0.30), (0.02, -0.26), (0.24, -0.30), (0.32, -0.10),
    (0.36, 0.06), (0.43, -0.24), (0.28, -0.54), (0.0, -0.64), (-0.28, -0.54), (-0.43, -0.24),
)  # fmt: skip
FRONT_LIDS: tuple[Shape, Shape] = (
    ((-0.20, -0.01), (-0.14, 0.04), (-0.08, -0.01)), ((0.08, -0.01), (0.14, 0.04), (0.20, -0.01)),
)  # fmt: skip
FRONT_MOUTH: Shape = ((-0.09, 0.28), (0.0, 0.33), (0.09, 0.28))
FRONT_NOSE: Shape = ((0.01, 0.02), (0.05, 0.17), (-0.02, 0.17))
FRONT_EYES: tuple[Point, Point] = ((-0.14, 0.0), (0.14, 0.0))

R_STROKES = "M-9 15V-15H2a9 9 0 0 1 0 18H-9M1 3L11 15"
L_STROKES = "M-8 -15V15H9"


def in_head(shape: Shape) -> list[Point]:
    return [(x * HEAD * UNITS, y * HEAD * UNITS) for x, y in shape]


@lru_cache(maxsize=32)
def head_outline(shape: Shape) -> str:
    return closed(in_head(shape))


@lru_cache(maxsize=32)
def head_line(shape: Shape) -> str:
    return open_line(in_head(shape))


@lru_cache(maxsize=1)
def foot_outline() -> str:
    return closed([(x * UNITS, -y * UNITS) for x, y in FOOT])
