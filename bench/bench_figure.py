"""How long thirty drawings take: the frames of one second of movement, or a library page."""

from itertools import cycle, islice
from statistics import median
from time import perf_counter

from bench.row import Row
from unpinch import exercises, figure
from unpinch.exercises.model import Exercise
from unpinch.terms.side import Side

FRAMES = 30
REPEATS = 9
MS = 1_000.0


def bench() -> list[Row]:
    """Draw start and hold of every exercise in turn until there are thirty."""
    asked = [
        (exercise, pose, side)
        for exercise in exercises.library().values()
        for pose in ("start", "hold")
        for side in _sides(exercise)
    ]
    wanted = list(islice(cycle(asked), FRAMES))
    times = []
    for _ in range(REPEATS):
        before = perf_counter()
        for exercise, pose, side in wanted:
            figure.draw(exercise, pose, side, theme="page", uid="bench")
        times.append((perf_counter() - before) * MS)
    return [Row(f"{FRAMES} figure frames", median(times), "ms")]


def _sides(exercise: Exercise) -> tuple[Side | None, ...]:
    return (Side.LEFT, Side.RIGHT) if exercise.dose.two_sided else (None,)
