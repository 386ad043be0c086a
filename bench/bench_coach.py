"""What the camera coach costs: microseconds a frame, alone and in company, and lock-step scoring.

The film is simulated. Recordings are watched once side by side and once one after the other, in
the same run, so that a busy machine slows both.
"""

from statistics import median
from time import perf_counter, process_time

import numpy as np

from bench.row import Row
from unpinch.body.landmarks import Frames
from unpinch.exercises import library
from unpinch.patient.recorded import Simulated, patient
from unpinch.watch.coach import Coach
from unpinch.watch.recording import Recording, Task, watch

SESSIONS = (1, 50, 500)
FRAMES = {1: 300, 50: 120, 500: 30}
RECORDINGS = 48
ROUNDS = 3
# The whole in lock-step may take at most this share of one at a time: five times as fast.
SHARE = 0.2
MICRO = 1_000_000.0


def bench() -> list[Row]:
    """Step live sessions, then watch a cohort both ways."""
    films = [film(seed) for seed in range(4)]
    rows = [
        Row(f"coach, {many} at once", step(films, many), "us a frame", against="simulated film")
        for many in SESSIONS
    ]
    together, alone = _cohort(films)
    return [
        *rows,
        Row("lock-step to one at a time", together / alone, "times", SHARE,
            f"{RECORDINGS} simulated recordings"),
        Row("frames watched a second in lock-step", _frames(films) / together, "frames"),
    ]  # fmt: skip


def film(seed: int) -> Simulated:
    """A patient who does not exist, the exercise by the seed."""
    exercise = list(library().values())[seed % 4]
    chance = np.random.default_rng(seed)
    return patient(exercise, chance, repetitions=2, hold_ms=4_000.0)


def step(films: list[Simulated], many: int) -> float:
    """Microseconds of the processor for a frame of one of so many sessions."""
    coach = Coach()
    slots = coach.open(many)
    known = list(library().values())
    for slot in slots:
        coach.watch(slot, known[slot % 4])
    whole = [_recording(film).frames() for film in films]
    frames = min(FRAMES[many], *(len(film.at_ms) for film in films))
    times = []
    for number in range(frames):
        shown = [whole[slot % 4] for slot in slots]
        row = Frames(
            np.stack([each.picture[number] for each in shown]),
            np.stack([each.world[number] for each in shown]),
            np.stack([each.visibility[number] for each in shown]),
        )
        before = process_time()
        coach.step(slots, [67.0 * number + 1.0] * many, row)
        times.append((process_time() - before) * MICRO / many)
    return median(times)


def _cohort(films: list[Simulated]) -> tuple[float, float]:
    known = list(library().values())
    tasks = [Task(_recording(films[n % 4]), known[n % 4]) for n in range(RECORDINGS)]
    together, alone = [], []
    for _ in range(ROUNDS):
        before = perf_counter()
        watch(tasks)
        together.append(perf_counter() - before)
        before = perf_counter()
        for task in tasks[: RECORDINGS // 4]:
            watch([task])
        alone.append(4 * (perf_counter() - before))
    return median(together), median(alone)


def _frames(films: list[Simulated]) -> int:
    return RECORDINGS // 4 * sum(len(film.at_ms) for film in films)


def _recording(film: Simulated) -> Recording:
    return Recording(film.at_ms, film.image, film.world, film.size.astype(np.float64))
