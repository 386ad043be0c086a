"""A simulated patient who listens: into the hold when the session says so, out when it is over."""

import struct

import numpy as np

from unpinch import exercises
from unpinch.patient.camera import View
from unpinch.patient.recorded import Conditions, Simulated, patient
from unpinch.terms.cue import Phase

_HEADER = struct.Struct("<HHHHdI4x")
_HERE = (Phase.MOVING, Phase.HOLDING, Phase.AWAY)
STEP_MS = 66


def film(
    exercise: str,
    seed: int = 3,
    repetitions: int = 2,
    view: View | None = None,
    faults: tuple[str, ...] = (),
) -> Simulated:
    """A calm patient, twenty seconds of each hold, seen from anywhere or from there."""
    return patient(
        exercises.library()[exercise],
        np.random.default_rng(seed),
        repetitions=repetitions,
        hold_ms=20_000,
        faults=faults,
        conditions=Conditions(view=view),
    )


class Listening:
    """Plays a film, and waits in the start and in the hold for the session's word."""

    def __init__(self, shown: Simulated) -> None:
        """From a little before the first hold."""
        self._film = shown
        self._at = shown.at_ms.tolist()
        self._hold = 0
        self._now = max(0, shown.holds[0].start_ms - 9_000)

    def frame(self, phase: Phase) -> int:
        """The number of the next frame."""
        self._now += STEP_MS
        hold = self._film.holds[min(self._hold, len(self._film.holds) - 1)]
        waits = hold.start_ms - 4_500
        if phase not in _HERE and waits <= self._now < hold.start_ms:
            self._now -= 1_500 if self._now > waits + 1_500 else 0
        if phase in _HERE and self._now > hold.end_ms - 4_000 and self._now < hold.end_ms:
            self._now -= 3_000
        if phase not in _HERE and hold.start_ms <= self._now < hold.end_ms:
            self._now = int(hold.end_ms)
        if self._now >= hold.end_ms:
            self._hold += 1
        return int(np.searchsorted(self._at, self._now).clip(0, len(self._at) - 1))

    def message(self, phase: Phase, t_ms: float, sequence: int, *, record: bool = False) -> bytes:
        """The same as it goes over the wire."""
        number = self.frame(phase)
        return message(self._film, number, t_ms, sequence, record=record)


def message(
    shown: Simulated, number: int, t_ms: float, sequence: int, *, record: bool = False
) -> bytes:
    """One frame of a film as a message of the camera."""
    image, world = shown.image[number], shown.world[number][:, :3]
    nobody = not np.isfinite(image).all()
    header = _HEADER.pack(
        1, int(shown.size[0]), int(shown.size[1]), int(nobody) + 2 * record, t_ms, sequence
    )
    if nobody:
        image, world = np.zeros_like(image), np.zeros_like(world)
    return b"".join((header, image.astype("<f4").tobytes(), world.astype("<f4").tobytes()))
