"""Ten years of daily sessions: Today, Progress and the size of the store.

The diaries are generated and their pages asked for in turn, so that a busy machine slows
all alike. Both pages are held against the same pages of a diary of one week, three times:
the first of a process, as it is, and after a new answer. One year shows whether the store
grows in a line.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.row import Row

DAYS = {"a week": 7, "twelve weeks": 84, "a year": 365, "ten years": 3_652}
TIMED = ("a week", "twelve weeks", "ten years")
ROUNDS = 5
GOAL, LINEAR = 1.5, 1.1
KB = 1_000.0


def bench() -> list[Row]:
    """Make the diaries, ask for the pages in turn, compare the medians."""
    with TemporaryDirectory() as place:
        folders = {name: Path(place) / name.replace(" ", "-") for name in DAYS}
        for name, folder in folders.items():
            folder.mkdir()
            _years("make", folder, str(DAYS[name]))
        size = {name: _size(folder) / KB / DAYS[name] for name, folder in folders.items()}
        times: dict[str, list[dict[str, float]]] = {name: [] for name in TIMED}
        for _ in range(ROUNDS):
            for name, found in times.items():
                found.append(json.loads(_years("time", folders[name])))
    pages = list(times["a week"][0])
    took = {
        (page, name): median(each[page] for each in found)
        for name, found in times.items()
        for page in pages
    }
    grows = size["ten years"] / size["a year"]
    return [
        *(Row(f"{page}: {name}", ms, "ms") for (page, name), ms in sorted(took.items())),
        *(
            Row(
                f"{page}: ten years to a week",
                took[page, "ten years"] / took[page, "a week"],
                "times",
                GOAL,
                "same run",
            )
            for page in pages
        ),
        Row("diary, a day", size["ten years"], "kB", against="all answers, one session"),
        Row("a day in ten years to one in a year", grows, "times", LINEAR, "same run"),
    ]


def _years(*words: str | Path) -> str:
    command = [sys.executable, "-m", "bench.years", *map(str, words)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(ended.stderr.strip().splitlines()[-1])
    return ended.stdout


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*.sqlite3*"))
