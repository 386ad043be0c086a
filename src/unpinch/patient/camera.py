"""A camera on the floor beside the mat: points of a body to landmarks in its picture."""

from dataclasses import dataclass

import numpy as np

from unpinch.body.landmarks import HIPS, Array


@dataclass(frozen=True)
class View:
    """Where the camera stands. Angles in degrees, lengths in metres."""

    turn: float  # about the upright: 0 sees the person's right side, 180 the left
    height: float
    away: float
    roll: float = 0.0
    field: float = 66.0  # across the picture
    width: int = 640
    tall: int = 480


def any_view(chance: np.random.Generator) -> View:
    """Side on as the set-up asks, give or take, from either side; a laptop's or phone's lens."""
    width, tall = ((640, 480), (1280, 720))[int(chance.integers(2))]
    return View(
        turn=float(chance.normal(0.0, 12.0) + 180.0 * chance.integers(2)),
        height=float(chance.uniform(0.1, 0.9)),
        away=float(chance.uniform(2.2, 3.4)),
        roll=float(chance.normal(0.0, 1.5)),
        field=float(chance.uniform(60.0, 76.0)),
        width=width,
        tall=tall,
    )


def seen_from(view: View, points: Array) -> tuple[Array, Array]:
    """Points (..., 33, 3) in metres, y up, to the camera's own axes, and their distances.

    The result has x to the right, y down and z away from the camera, the camera at the origin.
    It looks at the middle of where the body is over the whole time.
    """
    turned = points @ _about_y(view.turn)
    middle = np.nanmean(turned.reshape(-1, 3), axis=0)
    at = np.array([middle[0], view.height, middle[2] + view.away])
    down = np.degrees(np.arctan2(view.height - middle[1], view.away))
    towards = (turned - at) * np.array([1.0, -1.0, -1.0])
    axes = towards @ _about_x(down) @ _about_z(view.roll)
    return axes, axes[..., 2]


def picture(view: View, axes: Array) -> Array:
    """Where the points are in the picture, from 0 to 1 while they are inside it."""
    focus = view.width / (2.0 * np.tan(np.radians(view.field) / 2.0))
    depth = np.maximum(axes[..., 2:3], 0.2)
    pixels = focus * axes[..., :2] / depth
    return np.asarray(pixels / np.array([view.width, view.tall]) + 0.5)


def world(axes: Array) -> Array:
    """As the model gives it: metres from between the hips."""
    return np.asarray(axes - axes[..., list(HIPS), :].mean(-2, keepdims=True))


def _about_y(degrees: float) -> Array:
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[cos, 0.0, -sin], [0.0, 1.0, 0.0], [sin, 0.0, cos]])


def _about_x(degrees: float) -> Array:
    """Looking down brings the floor up into the middle of the picture."""
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1.0, 0.0, 0.0], [0.0, cos, sin], [0.0, -sin, cos]])


def _about_z(degrees: float) -> Array:
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[cos, sin, 0.0], [-sin, cos, 0.0], [0.0, 0.0, 1.0]])
