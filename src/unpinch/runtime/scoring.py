"""A cohort of recordings, scored with all cores: one row a recording.

Recordings are handed out in bunches of about the same length and each bunch is stepped through
side by side, which is many times faster than one after the other.
"""

import csv
import io
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path

from unpinch.exercises.model import Exercise
from unpinch.runtime.tapes import SUFFIX, TapeError, read_tape
from unpinch.terms.refused import Refused
from unpinch.terms.side import Side
from unpinch.watch.recording import Hold, Report
from unpinch.watch.telling import reports

_BUNCH = 24

Progress = Callable[[int], None]


class ScoreError(Refused):
    """One line: what cannot be scored or written, and what to do."""


@dataclass(frozen=True)
class Row:
    """What one recording came to. `error` says why if it could not be read."""

    recording: str
    exercise: str = ""
    variation: str = ""
    repetitions: int = 0
    left: int = 0
    right: int = 0
    held_s: float = 0.0
    shortest_s: float = 0.0
    longest_s: float = 0.0
    faults: str = ""
    unseen_s: float = 0.0
    length_s: float = 0.0
    frames: int = 0
    simulated: bool = False
    error: str = ""


COLUMNS = tuple(each.name for each in fields(Row))


def tapes_in(folder: Path) -> list[Path]:
    """Every tape in a folder and below. Raises ScoreError."""
    if not folder.is_dir():
        raise ScoreError(f"{folder}: is not a folder; name the one with the tapes.")
    found = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())
    if not found:
        raise ScoreError(f"{folder}: has no {SUFFIX} tapes; record some, or name another folder.")
    return found


def score(
    folder: Path,
    tapes: Sequence[Path],
    exercises: Mapping[str, Exercise],
    progress: Progress = lambda _done: None,
) -> list[Row]:
    """A row for each tape, in their order."""
    by_size = sorted(tapes, key=lambda path: path.stat().st_size)
    bunches = [by_size[n : n + _BUNCH] for n in range(0, len(by_size), _BUNCH)]
    cores = min(len(os.sched_getaffinity(0)), len(bunches))
    found: dict[Path, Row] = {}
    if cores == 1:
        for bunch in bunches:
            found |= dict(zip(bunch, _scored(folder, bunch, exercises), strict=True))
            progress(len(bunch))
        return [found[path] for path in tapes]
    with ProcessPoolExecutor(cores) as pool:
        waiting = {pool.submit(_scored, folder, each, exercises): each for each in bunches}
        for done in as_completed(waiting):
            found |= dict(zip(waiting[done], done.result(), strict=True))
            progress(len(waiting[done]))
    return [found[path] for path in tapes]


def as_csv(rows: Sequence[Row]) -> str:
    """The rows with their column names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, name) for name in COLUMNS] for row in rows)
    return text.getvalue()


def write_parquet(path: Path, rows: Sequence[Row]) -> None:
    """As a parquet file, if pyarrow is installed. Raises ScoreError."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise ScoreError(
            f"{path}: parquet needs one more library; write a .csv file, or install it: "
            'pip install "unpinch[parquet]"'
        ) from None
    columns = {name: [getattr(row, name) for row in rows] for name in COLUMNS}
    try:
        parquet.write_table(arrow.table(columns), str(path))
    except OSError as error:
        raise ScoreError(f"{path}: cannot be written; choose another place with -o.") from error


def _scored(folder: Path, bunch: Sequence[Path], exercises: Mapping[str, Exercise]) -> list[Row]:
    rows: dict[Path, Row] = {}
    read = {}
    for path in bunch:
        try:
            read[path] = read_tape(path)
        except TapeError as error:
            name = str(path.relative_to(folder))
            rows[path] = Row(name, error=str(error).removeprefix(f"{path}: "))
    found = reports([tape.recording for tape in read.values()], exercises.values())
    for (path, tape), report in zip(read.items(), found, strict=True):
        at_ms = tape.recording.at_ms
        length_s = round(float(at_ms[-1] - at_ms[0]) / 1_000.0, 3)
        name = str(path.relative_to(folder))
        rows[path] = _row(name, report, length_s, len(at_ms), simulated=tape.simulated)
    return [rows[path] for path in bunch]


def _row(name: str, report: Report, length_s: float, frames: int, *, simulated: bool) -> Row:
    counted = [hold for hold in report.holds if hold.counted]
    lengths = [(hold.end_ms - hold.start_ms) / 1_000.0 for hold in counted]
    return Row(
        recording=name,
        exercise=report.exercise or "",
        variation=report.variation or "",
        repetitions=report.repetitions,
        left=_on(counted, Side.LEFT),
        right=_on(counted, Side.RIGHT),
        held_s=round(sum(lengths, 0.0), 3),
        shortest_s=round(min(lengths, default=0.0), 3),
        longest_s=round(max(lengths, default=0.0), 3),
        faults="; ".join(f"{each.fault} at {each.at_ms / 1_000.0:g} s" for each in report.faults),
        unseen_s=round(report.unseen_ms / 1_000.0, 3),
        length_s=length_s,
        frames=frames,
        simulated=simulated,
    )


def _on(holds: Sequence[Hold], side: Side) -> int:
    return sum(hold.side is side for hold in holds)
