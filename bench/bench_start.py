"""From `unpinch serve` to its first page, against the smallest Django project there is.

The smallest is what `django-admin startproject` makes, served by uvicorn with the same loop. Both
are started in turn, so that a busy machine slows both, and the medians are compared. The first
round, which compiles the modules, is not counted.
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
    ours, theirs = [], []
    with TemporaryDirectory() as folder:
        project = make_project(Path(folder))
        for number in range(ROUNDS + 1):
            data = Path(folder) / f"data-{number}"
            data.mkdir()
            times = (_minimal(project), _unpinch(data))
            if number:
                theirs.append(times[0])
                ours.append(times[1])
    return [
        Row("start to first page", median(ours), "ms", against=f"new data folder, {ROUNDS} starts"),
        Row("the same, minimal Django project", median(theirs), "ms"),
        Row("start, ours to minimal", median(ours) / median(theirs), "times", GOAL, "same run"),
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
    before = perf_counter()
    with unpinch(data) as address:
        first_page(address)
        return (perf_counter() - before) * MS
