"""`unpinch check`: is this exercise or program file fine, and what does it say?"""

from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.dose_words import DOSE_COLUMNS, dose_row, doses
from unpinch.cli.exercises import say_readings
from unpinch.cli.options import Data, all_exercises
from unpinch.cli.output import indented, screen, table
from unpinch.cli.programs import show_program
from unpinch.cli.sketch import sketch
from unpinch.exercises import library, programs, syntax
from unpinch.exercises.model import Exercise
from unpinch.exercises.program_file import is_program, read_program
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.when import say_when
from unpinch.runtime.drawable import draw_once, sides
from unpinch.runtime.own_files import read


def check(
    file: Annotated[Path, typer.Argument(help="An exercise or a program, as .toml.")],
    data: Data = None,
) -> None:
    """Say in plain words what is wrong with a file, or what it says."""
    text = read(file)
    if is_program(syntax.tables(text, file.name)):
        exercises = all_exercises(data)
        found = read_program(text, file.name, exercises)
        if found != programs().get(found.id):
            programs({file.name: text}, exercises)
        screen().print(f"{file.name} is a program, and fine.\n")
        show_program(found, exercises)
        return
    exercise = read_exercise(text, file.name)
    if exercise != library().get(exercise.id):
        library({file.name: text})
    draw_once(exercise)
    _show(exercise, file)


def _show(exercise: Exercise, file: Path) -> None:
    out = screen()
    out.print(f"{file.name} is an exercise, and fine.\n")
    out.print(f"[bold]{exercise.name}[/bold] ({exercise.id}), {exercise.posture}, {exercise.place}")
    shown = table("", *DOSE_COLUMNS)
    for name, dose in doses(exercise):
        shown.add_row(name, *dose_row(dose))
    out.print(shown)
    say_readings(exercise.name, exercise.readings)
    text = exercise.text
    said = [text.start, text.move, text.hold, text.release, text.feel, text.deeper, text.breathe]
    _list("What is said", said)
    _list("What the camera remarks on", [f"{f.fault}: {say_when(f.when)}" for f in exercise.form])
    _list("Cautions", [f"{c.says}{' (ours)' if c.ours else ''}" for c in exercise.cautions])
    if out.encoding.startswith("utf"):
        _sketch(exercise)
    out.print(f"\nSee it with: unpinch draw {file} -o {exercise.id}.svg", markup=False)


def _list(title: str, lines: list[str]) -> None:
    out = screen()
    if any(lines):
        out.print(f"\n[bold]{title}[/bold]")
    for line in lines:
        if line:
            out.print(indented(line))


def _sketch(exercise: Exercise) -> None:
    out = screen()
    for title, hold in (("Start", False), ("Hold", True)):
        out.print(f"\n[bold]{title}[/bold]")
        out.print(sketch(exercise, sides(exercise.dose)[0], None, hold=hold))
