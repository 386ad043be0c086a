"""The simulated patient: a story seen by a camera and marked by a pose model, with its truth."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.exercises.model import Exercise
from unpinch.patient import camera
from unpinch.patient.camera import View, any_view
from unpinch.patient.doing import Doing, done, rules_named, sides_of
from unpinch.patient.restless import fidgeting, getting_ready
from unpinch.patient.story import Held, Made, Story, joined, told
from unpinch.patient.tremor import USUAL, Slips, slipping, trembling

LABEL = "simulated"


@dataclass(frozen=True)
class Simulated:
    """Landmarks of a patient who does not exist, and what truly happened."""

    at_ms: NDArray[np.int64]
    image: NDArray[np.float32]
    world: NDArray[np.float32]
    size: NDArray[np.int64]
    holds: tuple[Held, ...]
    faults: tuple[Made, ...]


@dataclass(frozen=True)
class Conditions:
    """Under what conditions the film is made. None: drawn by chance."""

    frames_a_second: float = 15.0
    strength: float = 1.0
    slips: Slips = USUAL
    view: View | None = None
    body_height: float | None = None


def patient(
    exercise: Exercise,
    chance: np.random.Generator,
    *,
    variation: str | None = None,
    repetitions: int | None = None,
    hold_ms: float | None = None,
    faults: tuple[str, ...] = (),
    size: float = 1.5,
    conditions: Conditions | None = None,
) -> Simulated:
    """Somebody who gets ready and does the exercise; with a fault, at this size, in each hold."""
    dose = exercise.dose_of(variation)
    doing = Doing(
        exercise=exercise,
        variation=variation,
        sides=sides_of(dose, repetitions or dose.repetitions.low),
        hold_ms=hold_ms or dose.hold_ms.low,
        faults=rules_named(exercise, faults),
        size=size,
        half_hearted=0.0 if faults else 0.15,
    )
    story = joined([getting_ready(chance), done(doing, chance)])
    return filmed(story, chance, conditions or Conditions())


def restless(
    chance: np.random.Generator, minutes: float, conditions: Conditions | None = None
) -> Simulated:
    """Somebody who does anything but the exercise."""
    return filmed(fidgeting(chance, minutes), chance, conditions or Conditions())


def filmed(story: Story, chance: np.random.Generator, conditions: Conditions) -> Simulated:
    """See a story through a camera, with everything that goes wrong."""
    view = conditions.view or any_view(chance)
    height = conditions.body_height or float(chance.uniform(1.5, 1.95))
    at_ms = _times(story.ms, chance, conditions)
    axes, _ = camera.seen_from(view, told(story, at_ms.astype(np.float64)) * height)
    passed = np.diff(at_ms, prepend=at_ms[0] - 67) / 1000.0
    moved, visible = trembling(chance, axes, passed, conditions.strength)
    shown, deep = camera.picture(view, moved), camera.world(moved)
    image = np.concatenate([shown, deep[..., 2:], visible[..., None]], axis=-1)
    world = np.concatenate([deep, visible[..., None]], axis=-1)
    image, world = slipping(chance, image, world, conditions.slips)
    return Simulated(
        at_ms=at_ms,
        image=image.astype(np.float32),
        world=world.astype(np.float32),
        size=np.array([view.width, view.tall]),
        holds=tuple(story.holds),
        faults=tuple(story.faults),
    )


def _times(ms: float, chance: np.random.Generator, conditions: Conditions) -> NDArray[np.int64]:
    step = 1000.0 / conditions.frames_a_second
    times = np.arange(0.0, ms, step)
    times = times + chance.uniform(-0.15, 0.15, len(times)) * step
    kept = chance.random(len(times)) >= conditions.slips.dropped
    return np.unique(np.maximum(np.round(times[kept]), 0.0).astype(np.int64))
