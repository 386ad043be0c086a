"""A recording once more: its frames as the page's camera sent them, and what the coach sees.

Loads numpy: for those pages only that show a recording.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from unpinch.exercises.model import Exercise
from unpinch.runtime.frame import as_messages
from unpinch.runtime.tapes import read_tape
from unpinch.terms.side import Side
from unpinch.watch.recording import Report, Task, watch


@dataclass(frozen=True)
class Found:
    """A hold that counts, or a form fault (`fault`; it lasts no time)."""

    exercise: str
    side: Side | None
    start_ms: int
    end_ms: int
    fault: str = ""


def messages(path: Path) -> bytes:
    """The whole tape as messages of a camera, one after the other. Raises `TapeError`."""
    recording = read_tape(path).recording
    return as_messages(recording.at_ms, recording.image, recording.world, recording.size)


def found(path: Path, exercises: Iterable[Exercise]) -> list[Found]:
    """What the coach sees, of every exercise, in order of time. Raises `TapeError`."""
    recording = read_tape(path).recording
    tasks = [
        Task(recording, exercise, variation)
        for exercise in exercises
        if exercise.accept
        for variation in (None, *(each.id for each in exercise.variations))
    ]
    reports = zip(tasks, watch(tasks), strict=True)
    seen = [each for task, report in reports for each in _found(task.exercise.name, report)]
    return sorted(seen, key=lambda each: each.start_ms)


def _found(name: str, report: Report) -> list[Found]:
    holds = [
        Found(name, each.side, each.start_ms, each.end_ms) for each in report.holds if each.counted
    ]
    faults = [Found(name, each.side, each.at_ms, each.at_ms, each.fault) for each in report.faults]
    return holds + faults
