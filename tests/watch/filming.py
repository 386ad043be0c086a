"""Simulated patients for the tests: small, and the same each time."""

import numpy as np

from unpinch.exercises import library
from unpinch.exercises.model import Exercise
from unpinch.patient.recorded import Simulated, patient
from unpinch.watch.recording import Recording, Report, Task, watch

CLIPPED_MS = 4_000.0


def film(name: str, seed: int = 1, **wanted: object) -> Simulated:
    """A short film of one exercise."""
    exercise = library()[name]
    fewest = 2 if exercise.dose.shared or not exercise.dose.two_sided else 1
    given: dict[str, object] = {"repetitions": fewest, "hold_ms": CLIPPED_MS} | wanted
    return patient(exercise, np.random.default_rng(seed), **given)  # type: ignore[arg-type]


def recording(made: Simulated) -> Recording:
    """As the coach wants it."""
    return Recording(made.at_ms, made.image, made.world, made.size.astype(np.float64))


def coached(made: Simulated, exercise: Exercise, variation: str | None = None) -> Report:
    """What the coach makes of it."""
    return watch([Task(recording(made), exercise, variation)])[0]
