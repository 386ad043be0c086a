"""`unpinch progress`: which way it went over the last weeks, in words and in a small table."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from unpinch.care.symptoms import LEGS, ZONE_NAMES, Report, Scale, furthest
from unpinch.cli.options import Data, Json
from unpinch.cli.output import screen, table, write_json

if TYPE_CHECKING:
    from unpinch.journal.days import SessionLine
    from unpinch.journal.progress import Progress

# Nothing, then one step higher for each zone further down.
_BARS = " ▁▂▄▆█"
_LAST = 14

Weeks = Annotated[int, typer.Option("--weeks", min=1, max=520, help="How far back to look.")]


def progress(weeks: Weeks = 8, as_json: Json = False, data: Data = None) -> None:
    """Which way the numbness goes, how strong it is, and what was done."""
    from unpinch.cli.keeping import open_the_diary

    open_the_diary(data)
    from unpinch.runtime.progress import progress as derived  # needs Django

    found = derived(weeks)
    if as_json:
        write_json(msgspec.to_builtins(found))
    else:
        _show(found)


def _show(found: "Progress") -> None:
    console = screen()
    if not found.days and not found.sessions:
        console.print(
            "The diary has no session and no answers in this time. Do a session with "
            "`unpinch serve`, and answer before, after and the next morning."
        )
        return
    for sentence in found.summary:
        console.print(sentence.says, markup=False)
    console.print("\nNot known:", style="bold")
    for sentence in found.unknown:
        console.print(f"  {sentence.says}", markup=False)
    _courses(found)
    _sessions(found)
    _changes(found)


def _courses(found: "Progress") -> None:
    """How far down, one bar a marked day: the higher, the further down."""
    if not found.days:
        return
    console = screen()
    console.print(f"\nHow far down, {found.days[0].day} to {found.days[-1].day}:", style="bold")
    for side in LEGS:
        zones = [furthest(one.report.leg(side)) for one in found.days]
        bars = "".join(_BARS[0 if zone is None else int(zone) + 1] for zone in zones)
        at_last = "nothing marked" if zones[-1] is None else ZONE_NAMES[zones[-1]]
        console.print(f"  {side:<6}|{bars}|  {at_last}", markup=False)
    for scale in Scale:
        points = [one.report.rating(scale) for one in found.days]
        if any(one is not None for one in points):
            line = " ".join("-" if one is None else str(one) for one in points[-_LAST:])
            console.print(f"  {scale:<10} {line}", markup=False)


def _sessions(found: "Progress") -> None:
    if not found.sessions:
        return
    shown = found.sessions[-_LAST:]
    heads = ("day", "session", "held", "before", "after", "next morning", "it was")
    grid = table(*heads, right=("held",))
    for line in shown:
        grid.add_row(
            line.day.isoformat(),
            line.ending,
            f"{round(line.held_ms / 1000)} s",
            *(_ratings(report) for report in (line.before, line.after, line.morning)),
            _colour(line),
        )
    console = screen()
    console.print("\nSessions; leg pain, back pain, numbness, tingling of 10:", style="bold")
    console.print(grid)
    if len(shown) < len(found.sessions):
        console.print(f"The last {len(shown)} of {len(found.sessions)}; all with --json.")


def _changes(found: "Progress") -> None:
    if not found.changes and not found.stops:
        return
    console = screen()
    console.print("\nWhat was changed:", style="bold")
    for one in found.changes:
        was, now = (f"{at.hold_ms // 1000} s x {at.repetitions}" for at in (one.was, one.now))
        console.print(f"  {one.day}  {one.name}: {was} to {now}. {one.because}", markup=False)
    for stop in found.stops:
        console.print(f"  {stop.day}  stopped ({stop.exercise}): {stop.because}", markup=False)


def _ratings(report: Report | None) -> str:
    if report is None:
        return "not answered"
    points = [report.rating(scale) for scale in Scale]
    return " ".join("-" if one is None else str(one) for one in points)


def _colour(line: "SessionLine") -> str:
    return "not known" if line.colour == "unknown" else line.colour
