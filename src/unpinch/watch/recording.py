"""Recordings: the coach run over whole tapes, side by side, and what it made of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array, Frames, frames
from unpinch.exercises.model import Exercise
from unpinch.terms.event import FormFault
from unpinch.terms.side import Side
from unpinch.watch.coach import Coach, Noticed

# So many frames lie in memory at once; beyond it the next recordings wait.
_TOGETHER = 60_000
_LONGEST_GAP_MS = 1_000.0


@dataclass(frozen=True)
class Recording:
    """A tape: times, landmarks in the picture and in the world, and the picture's size."""

    at_ms: NDArray[np.int64]  # (n), rising
    image: NDArray[np.float32]  # (n, 33, 4), NaN where nobody was seen
    world: NDArray[np.float32]  # (n, 33, 4 or 3)
    size: Array | None = None  # (2) or (n, 2)

    def frames(self) -> Frames:
        """All of it, in pixels."""
        return frames(self.image, self.world, self.size)


@dataclass(frozen=True)
class Task:
    """One recording to be watched for one exercise."""

    recording: Recording
    exercise: Exercise
    variation: str | None = None


@dataclass(frozen=True)
class Hold:
    """Time in position and still. It counts if the start position came before."""

    start_ms: int
    end_ms: int
    side: Side | None
    counted: bool


@dataclass(frozen=True)
class Fault:
    """A departure from good form, when it was seen."""

    fault: str
    at_ms: int
    side: Side | None


@dataclass
class Report:
    """What a recording shows of one exercise; of none, if it is not told which."""

    exercise: str | None
    variation: str | None
    repetitions: int = 0
    holds: list[Hold] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unseen_ms: float = 0.0

    @property
    def held_ms(self) -> int:
        """All time that counts."""
        return sum(each.end_ms - each.start_ms for each in self.holds if each.counted)


def watch(tasks: Iterable[Task]) -> list[Report]:
    """Watch every task. Recordings are stepped through together, a frame of each at a time."""
    tasks = list(tasks)
    order = sorted(range(len(tasks)), key=lambda n: len(tasks[n].recording.at_ms))
    reports: dict[int, Report] = {}
    for together in _batches(order, [len(each.recording.at_ms) for each in tasks]):
        watched = _together([tasks[n] for n in together])
        reports |= dict(zip(together, watched, strict=True))
    return [reports[n] for n in range(len(tasks))]


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for n in order:
        if batch and lengths[n] * (len(batch) + 1) > _TOGETHER:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


def _together(tasks: Sequence[Task]) -> list[Report]:
    coach = Coach()
    slots = coach.open(len(tasks))
    reports = []
    for slot, task in zip(slots, tasks, strict=True):
        coach.watch(slot, task.exercise, task.variation)
        reports.append(Report(task.exercise.id, task.variation))
    whole, at_ms, lengths = _side_by_side([task.recording for task in tasks])
    for number in range(at_ms.shape[1]):
        rows = np.flatnonzero(lengths > number)
        now = at_ms[rows, number]
        for noticed in coach.step(rows.tolist(), now.tolist(), whole.at(rows, number)):
            _note(reports[noticed.slot], noticed)
        if number:
            passed = np.minimum(now - at_ms[rows, number - 1], _LONGEST_GAP_MS)
            for row, ms in zip(rows, passed, strict=True):
                reports[row].unseen_ms += float(ms) if coach.unseen(slots[row]) else 0.0
    for noticed in coach.finish(slots):
        _note(reports[noticed.slot], noticed)
    return reports


def _note(report: Report, noticed: Noticed) -> None:
    if isinstance(noticed.event, FormFault):
        event = noticed.event
        report.faults.append(Fault(event.fault, event.at_ms, event.side))
    elif noticed.over:
        counted = noticed.event is not None
        report.holds.append(Hold(max(noticed.begin_ms, 0), noticed.end_ms, noticed.side, counted))
        report.repetitions += counted and not noticed.again


@dataclass(frozen=True)
class _Whole:
    """Recordings as one block, shorter ones filled up with NaN."""

    picture: NDArray[np.float32]
    world: NDArray[np.float32]
    visibility: NDArray[np.float32]

    def at(self, rows: NDArray[np.intp], number: int) -> Frames:
        return Frames(
            self.picture[rows, number].astype(np.float64),
            self.world[rows, number].astype(np.float64),
            self.visibility[rows, number].astype(np.float64),
        )


def _side_by_side(
    recordings: Sequence[Recording],
) -> tuple[_Whole, Array, NDArray[np.intp]]:
    lengths = np.array([len(each.at_ms) for each in recordings], dtype=np.intp)
    shape = (len(recordings), int(lengths.max(initial=0)))
    whole = _Whole(
        np.full((*shape, 33, 2), np.nan, np.float32),
        np.full((*shape, 33, 3), np.nan, np.float32),
        np.zeros((*shape, 33), np.float32),
    )
    at_ms = np.full(shape, np.nan)
    for row, recording in enumerate(recordings):
        many, shown = lengths[row], recording.frames()
        whole.picture[row, :many], whole.world[row, :many] = shown.picture, shown.world
        whole.visibility[row, :many] = shown.visibility
        at_ms[row, :many] = recording.at_ms
    return whole, at_ms, lengths
