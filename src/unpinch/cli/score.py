"""`unpinch score`: a cohort of recordings, a row each."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data
from unpinch.cli.output import bar, screen
from unpinch.cli.refusal import Refusal
from unpinch.cli.watch import AUTO, exercises_for
from unpinch.runtime import own_files, scoring


def score(
    folder: Annotated[Path, typer.Argument(help="Where the tapes are, or further down.")],
    exercise: Annotated[
        str, typer.Option(metavar="ID|auto", help="Its id or name; auto finds out for each.")
    ] = AUTO,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.csv", help="Where to; else to the screen."),
    ] = None,
    data: Data = None,
) -> None:
    """Score every tape in a folder with all cores, one row a recording."""
    kind = output.suffix.lower() if output else ".csv"
    if kind not in (".csv", ".parquet"):
        raise Refusal(f"{output}: the name says no kind; end it in .csv or .parquet.")
    exercises = exercises_for(exercise, data)
    tapes = scoring.tapes_in(folder)
    with bar("scoring", len(tapes)) as progress:
        rows = scoring.score(folder, tapes, exercises, progress)
    if output is None:
        sys.stdout.write(scoring.as_csv(rows))
        return
    if kind == ".parquet":
        scoring.write_parquet(output, rows)
    else:
        own_files.write(output, scoring.as_csv(rows))
    bad = sum(bool(row.error) for row in rows)
    left = f"; {bad} could not be read, the column error says why" if bad else ""
    screen().print(f"{len(rows)} recordings in {output}{left}", soft_wrap=True)
