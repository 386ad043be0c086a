"""Simulated patients: the seed becomes chance here, and the film a tape that says what it is."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from unpinch.exercises.model import Exercise
from unpinch.patient.recorded import Conditions, Simulated, patient
from unpinch.runtime.tapes import SIMULATED, write_tape


def simulated(
    exercise: Exercise,
    seed: int,
    *,
    variation: str | None = None,
    repetitions: int | None = None,
    hold_ms: float | None = None,
    faults: Sequence[str] = (),
    size: float = 1.5,
    frames_a_second: float = 15.0,
) -> Simulated:
    """A patient who does not exist, the same for the same seed."""
    return patient(
        exercise,
        np.random.default_rng(seed),
        variation=variation,
        repetitions=repetitions,
        hold_ms=hold_ms,
        faults=tuple(faults),
        size=size,
        conditions=Conditions(frames_a_second=frames_a_second),
    )


def write_simulated(path: Path, film: Simulated) -> None:
    """As a tape, with what truly happened in arrays that begin with `truth_`."""
    write_tape(
        path,
        t_ms=film.at_ms,
        image=film.image,
        world=film.world,
        size=film.size,
        label=np.array(SIMULATED),
        truth_holds_ms=np.array([(h.start_ms, h.end_ms) for h in film.holds]).reshape(-1, 2),
        truth_sides=np.array([str(h.side or "") for h in film.holds], dtype=str),
        truth_faults=np.array([f.fault for f in film.faults], dtype=str),
        truth_faults_ms=np.array([(f.start_ms, f.end_ms) for f in film.faults]).reshape(-1, 2),
    )
