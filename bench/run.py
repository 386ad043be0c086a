"""Run every bench/bench_*.py and print a table. A figure over its goal fails the run.

python -m bench.run [NAME ...]      for example: python -m bench.run start
"""

import importlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.row import Row

HERE = Path(__file__).resolve().parent


def names() -> list[str]:
    """Name the benchmarks there are."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def measure(chosen: Iterable[str], console: Console) -> Iterator[Row | str]:
    """Run one benchmark after the other; one that fails is named and does not stop the rest."""
    for name in chosen:
        with console.status(f"measuring {name}"):
            try:
                rows: list[Row] = importlib.import_module(f"bench.bench_{name}").bench()
            except Exception as error:
                yield f"{name}: {error}"
                continue
        yield from rows


def table(rows: Iterable[Row]) -> Table:
    """Lay the figures out beside their goals."""
    grid = Table()
    grid.add_column("what")
    grid.add_column("figure", justify="right", no_wrap=True)
    grid.add_column("goal", no_wrap=True)
    grid.add_column("held against")
    for row in rows:
        goal = "" if row.goal is None else f"at most {row.goal:g}"
        figure = f"{row.value:,.{_decimals(row.value)}f} {row.unit}"
        grid.add_row(row.name, figure, goal, row.against, style=None if row.met else "bold red")
    return grid


def _decimals(value: float) -> int:
    return 0 if value >= 100 else 1 if value >= 10 else 2


def main(arguments: list[str]) -> int:
    """Measure what is named, or everything."""
    unknown = set(arguments) - set(names())
    if unknown:
        known = ", ".join(names())
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {known}", file=sys.stderr)
        return 2
    console = Console(stderr=True)
    found = list(measure(arguments or names(), console))
    rows = [row for row in found if isinstance(row, Row)]
    Console().print(table(rows))
    failed = [f"could not be measured: {each}" for each in found if isinstance(each, str)]
    failed += [f"over the goal: {row.name}" for row in rows if not row.met]
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
