"""`unpinch watch`: the coach looks at a recording."""

from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data, Json, all_exercises, exercise_of
from unpinch.cli.output import bar, screen, table, write_json
from unpinch.cli.refusal import Refusal
from unpinch.exercises.model import Exercise
from unpinch.runtime.film import SUFFIXES, read_film
from unpinch.runtime.tapes import SIMULATED, SUFFIX, Tape, read_tape
from unpinch.watch.recording import Recording, Report
from unpinch.watch.telling import as_data, reports

AUTO = "auto"


def watch(
    recording: Annotated[Path, typer.Argument(metavar="TAPE|VIDEO", help="What to look at.")],
    exercise: Annotated[
        str, typer.Option(metavar="ID|auto", help="Its id or name; auto finds out.")
    ] = AUTO,
    json: Json = False,
    data: Data = None,
) -> None:
    """Coach a recording: holds, repetitions, sides, faults."""
    chosen = exercises_for(exercise, data)
    tape = _opened(recording)
    report = reports([tape.recording], chosen.values())[0]
    if json:
        write_json({**as_data(report), "simulated": tape.simulated})
    else:
        _show(report, chosen, simulated=tape.simulated)


def exercises_for(named: str, data: Path | None) -> dict[str, Exercise]:
    """The one that is named, or all."""
    library = all_exercises(data)
    if named == AUTO:
        return library
    found = exercise_of("--exercise", named, library)
    if not found.accept:
        raise Refusal(f"--exercise: {found.id} says nothing about what the camera accepts.")
    return {found.id: found}


def _opened(path: Path) -> Tape:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return Tape(_filmed(path))
    if suffix != SUFFIX and path.is_file():
        raise Refusal(f"{path}: is neither a tape ({SUFFIX}) nor a film ({', '.join(SUFFIXES)}).")
    return read_tape(path)


def _filmed(path: Path) -> Recording:
    with bar("looking at the film") as progress:
        return read_film(path, progress)


def _show(report: Report, library: dict[str, Exercise], *, simulated: bool) -> None:
    out = screen()
    if simulated:
        out.print(f"[bold]{SIMULATED}[/bold]: nobody real is on this tape\n")
    if report.exercise is None:
        out.print("No hold of any exercise that counts.")
        return
    named = library[report.exercise].name
    way = f", {report.variation}" if report.variation else ""
    counted = "1 repetition" if report.repetitions == 1 else f"{report.repetitions} repetitions"
    out.print(f"[bold]{named}[/bold]{way}: {counted}\n")
    if report.holds:
        shown = table("from", "to", "held", "side", "counted", right=("from", "to", "held"))
        for each in report.holds:
            times = (each.start_ms, each.end_ms, each.end_ms - each.start_ms)
            valid = "yes" if each.counted else "no, the start was not seen"
            shown.add_row(*(f"{ms / 1000:.1f} s" for ms in times), each.side or "", valid)
        out.print(shown)
    for fault in report.faults:
        side = f" ({fault.side})" if fault.side else ""
        out.print(f"{fault.at_ms / 1000:.1f} s  {fault.fault}{side}")
    if report.unseen_ms:
        out.print(f"Not seen well enough for {report.unseen_ms / 1000:.1f} s.")
