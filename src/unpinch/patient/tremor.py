"""What the pose model adds to a body: tremble, guesses, slips.

Fitted to the recordings in `footage/` (see docs/accuracy.md): the tremble is the spread about a
mean of nine frames where people lay or knelt still, in shares of the trunk's length; guessed
limbs and the visibility reported for them are those of far arms and legs there; swaps of left
and right were counted from frame to frame. Few people, one calm film: `strength` makes it worse.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.body import landmarks as at
from unpinch.body.landmarks import ALL_SWAPPED, ARMS_SWAPPED, COUNT, LEGS_SWAPPED, Array
from unpinch.patient.hiding import hidden

# Standard deviation in trunk lengths: picture and world, then along the depth.
_SPREAD = np.full(COUNT, 0.006)
_SPREAD[[*at.ELBOWS, *at.KNEES]] = 0.007
_SPREAD[list(at.WRISTS)] = 0.008
_SPREAD[list(at.ANKLES)] = 0.010
_SPREAD[[*at.HEELS, *at.TOES]] = 0.014
_IN_DEPTH = 1.3
# A frame's tremble keeps this much of the one before, at 15 frames a second.
_KEEPS = 0.35
# A guess trembles more, and wanders slowly by so many trunk lengths within so many seconds.
_GUESS_TREMBLES, _WANDERS, _WANDER_S = 2.0, 0.05, 3.0
# What it says of points that are seen, and of guesses: it knows less of an arm than of a leg.
_SEEN, _GUESSED_LEG, _GUESSED_ARM = (0.86, 1.0), (0.10, 0.70), (0.03, 0.35)


@dataclass(frozen=True)
class Slips:
    """How often a frame goes wrong, per frame."""

    swap: float = 0.003  # left and right legs, or arms, exchanged
    nobody: float = 0.002
    jump: float = 0.001  # everything elsewhere for one frame
    dropped: float = 0.03


USUAL = Slips()


def trembling(
    chance: np.random.Generator, axes: Array, passed_s: Array, strength: float
) -> tuple[Array, Array]:
    """Points (n, 33, 3) in the camera's axes to trembling ones, and their visibility (n, 33)."""
    trunk = np.linalg.norm(
        axes[:, list(at.SHOULDERS)].mean(1) - axes[:, list(at.HIPS)].mean(1), axis=-1
    ).mean()
    behind = hidden(axes)
    tremble = _remembering(chance, axes.shape, passed_s, 0.067 / -np.log(_KEEPS))
    tremble *= _SPREAD[:, None] * np.array([1.0, 1.0, _IN_DEPTH])
    tremble *= np.where(behind, _GUESS_TREMBLES, 1.0)[..., None]
    wander = _remembering(chance, axes.shape, passed_s, _WANDER_S) * _WANDERS
    moved = tremble + wander * behind[..., None]
    return axes + strength * trunk * moved, _visibility(chance, behind)


def slipping(
    chance: np.random.Generator, image: Array, world: Array, slips: Slips
) -> tuple[Array, Array]:
    """Exchange sides, jump and lose the person now and then, mostly for a frame or two."""
    image, world = image.copy(), world.copy()
    for n in np.flatnonzero(chance.random(len(image)) < slips.swap):
        order = (LEGS_SWAPPED, ARMS_SWAPPED, ALL_SWAPPED)[int(chance.choice(3, p=(0.6, 0.3, 0.1)))]
        span = slice(n, n + int(chance.geometric(0.5)))
        image[span], world[span] = image[span][:, order], world[span][:, order]
    for n in np.flatnonzero(chance.random(len(image)) < slips.jump):
        image[n, :, :2] += chance.normal(0.0, 0.2, 2)
        world[n, :, :3] += chance.normal(0.0, 0.15, (COUNT, 3))
    for n in np.flatnonzero(chance.random(len(image)) < slips.nobody):
        span = slice(n, n + int(chance.geometric(0.4)))
        image[span], world[span] = np.nan, np.nan
    return image, world


def _remembering(
    chance: np.random.Generator, shape: tuple[int, ...], passed_s: Array, lasts_s: float
) -> Array:
    """Noise of spread 1 that forgets with a time constant, whatever the frame rate."""
    noise = chance.normal(size=shape)
    keep = np.exp(-passed_s / lasts_s)
    fresh = np.sqrt(1.0 - keep**2)
    for n in range(1, len(noise)):
        noise[n] = keep[n] * noise[n - 1] + fresh[n] * noise[n]
    return noise


def _visibility(chance: np.random.Generator, behind: NDArray[np.bool_]) -> Array:
    """What the model says of each point: its own for each point and film, and slow to change."""
    legs = np.arange(COUNT) >= at.HIPS[0]
    leg, arm = (chance.uniform(*span, COUNT) for span in (_GUESSED_LEG, _GUESSED_ARM))
    guess, seen = np.where(legs, leg, arm), chance.uniform(*_SEEN, COUNT)
    visible = np.where(behind, guess, seen)
    visible += chance.normal(0.0, 0.02, visible.shape)
    for n in range(1, len(visible)):
        visible[n] = 0.7 * visible[n - 1] + 0.3 * visible[n]
    return np.clip(visible, 0.0, 1.0)
