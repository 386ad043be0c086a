"""Points and directions in space as plain tuples: quick to draw from, and no numpy to load.

x runs along the picture, y up, z towards the viewer. In every posture but lying on the side,
z is also the person's own right.
"""

from math import acos, cos, radians, sin, sqrt

Vec = tuple[float, float, float]

UP: Vec = (0.0, 1.0, 0.0)
RIGHT: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec, times: float = 1.0) -> Vec:
    """a + times * b."""
    return (a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, times: float) -> Vec:
    return (a[0] * times, a[1] * times, a[2] * times)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    return sqrt(dot(a, a))


def distance(a: Vec, b: Vec) -> float:
    return length(sub(a, b))


def unit(a: Vec) -> Vec:
    size = length(a)
    return scale(a, 1.0 / size) if size > 1e-12 else (1.0, 0.0, 0.0)


def lerp(a: Vec, b: Vec, share: float) -> Vec:
    """The point `share` of the way from a to b."""
    return add(scale(a, 1.0 - share), b, share)


def mix(a: Vec, b: Vec, degrees: float) -> Vec:
    """a turned by `degrees` towards b; both are unit vectors at a right angle."""
    turn = radians(degrees)
    return add(scale(a, cos(turn)), b, sin(turn))


def ray(degrees: float) -> Vec:
    """The direction at this angle in the person's middle plane, counter-clockwise from x."""
    turn = radians(degrees)
    return (cos(turn), sin(turn), 0.0)


def slerp(a: Vec, b: Vec, share: float) -> Vec:
    """The direction `share` of the way from a to b along the arc between them."""
    angle = acos(max(-1.0, min(1.0, dot(a, b))))
    if angle < 1e-4:
        return unit(lerp(a, b, share))
    if angle > 3.1:  # opposite directions have no shortest arc: go round through `up`
        return unit(add(lerp(a, b, share), UP, 2.0 * share * (1.0 - share)))
    return add(
        scale(a, sin((1.0 - share) * angle) / sin(angle)), b, sin(share * angle) / sin(angle)
    )
