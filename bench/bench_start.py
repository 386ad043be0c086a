"""From `unpinch serve` to its first page, against the smallest Django project there is.

The smallest is what `django-admin startproject` makes, served by uvicorn with the same loop. Both
are started in turn, so that a busy machine slows both, and the medians are compared. The first
round, which compiles the modules, is not counted; nor is the making of the diary, which happens
once in its life and has a row of its own.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.row import Row
from bench.server import first_page, free_port, running, unpinch

ROUNDS = 7
GOAL = 1.5
MS = 1_000.0


def bench() -> list[Row]:
    """Start each of the two in turn and compare the medians."""
    ours, first, theirs = [], [], []
    with TemporaryDirectory() as folder:
        project, diary = make_project(Path(folder)), Path(folder) / "diary"
        for number in range(ROUNDS + 1):
            times = (_minimal(project), _unpinch(diary), _unpinch(Path(folder) / f"new-{number}"))
            if number:
                theirs.append(times[0])
                ours.append(times[1])
                first.append(times[2])
    return [
        Row("start to first page", median(ours), "ms", against=f"median of {ROUNDS}"),
        Row("minimal Django project", median(theirs), "ms", against=f"median of {ROUNDS}"),
        Row("start, ours to minimal", median(ours) / median(theirs), "times", GOAL, "same run"),
        Row("the very first start", median(first), "ms", against="makes the diary"),
    ]


def make_project(folder: Path) -> Path:
    """Let Django write its own minimal project."""
    project = folder / "minimal"
    project.mkdir()
    words = [sys.executable, "-m", "django", "startproject", "minimal", str(project)]
    subprocess.run(words, check=True)
    return project


def _minimal(project: Path) -> float:
    port = free_port()
    words = [sys.executable, "-m", "uvicorn", "minimal.asgi:application", "--port", str(port)]
    before = perf_counter()
    with running([*words, "--log-level", "warning"], cwd=project):
        first_page(f"http://127.0.0.1:{port}/")
        return (perf_counter() - before) * MS


def _unpinch(data: Path) -> float:
    data.mkdir(exist_ok=True)
    before = perf_counter()
    with unpinch(data) as address:
        first_page(address)
        return (perf_counter() - before) * MS
