"""`unpinch programs`: what a person can be given, with the chosen point of each exercise."""

import msgspec

from unpinch.cli.dose_words import turn_words
from unpinch.cli.exercises import say_readings
from unpinch.cli.options import Data, Json, all_exercises, all_programs
from unpinch.cli.output import indented, screen, seconds, table, write_json
from unpinch.exercises.model import Exercise, Point, Program
from unpinch.terms.dose import Range

OURS = " *"
WHAT_OURS_MEANS = (
    "\n* our reading of what the handout leaves open; `unpinch exercises` shows each one"
)


def programs(json: Json = False, data: Data = None) -> None:
    """Every program, with its exercises in order and the chosen point of each."""
    found = list(all_programs(data).values())
    if json:
        write_json({"programs": [_data(each) for each in found]})
        return
    library = all_exercises(data)
    for program in found:
        show_program(program, library)


def show_program(program: Program, library: dict[str, Exercise]) -> None:
    """One program for people."""
    out = screen()
    out.print(f"[bold]{program.name}[/bold] ({program.id}), {program.often}\n{program.source}\n")
    shown = table("exercise", "hold", "repetitions", "variation")
    for point in program.parts:
        exercise = library[point.exercise]
        varied = exercise.variation(point.variation)
        count = repetitions(exercise, point)
        turn = turn_words(point.kind, Range(point.hold_ms, point.hold_ms))
        shown.add_row(exercise.name, turn, count, varied.name if varied else "")
    out.print(shown)
    for point in program.parts:
        if point.note:
            out.print(indented(f"{library[point.exercise].name}, a note: {point.note}"))
    out.print(WHAT_OURS_MEANS)
    say_readings(program.name, program.readings)
    for claim in program.claims:
        out.print(f"\nThe handout says: {claim.says}\nWhat is known: {claim.known}")


def repetitions(exercise: Exercise, point: Point) -> str:
    """3 on each side; with a mark if the number is as we read it."""
    dose = exercise.dose_of(point.variation)
    how = "in all" if dose.shared or not dose.two_sided else "on each side"
    ours = {"repetitions", "counted"} & set(exercise.readings)
    return f"{point.repetitions} {how}{OURS if ours else ''}"


def _data(program: Program) -> dict[str, object]:
    return {
        "program": program.id,
        "name": program.name,
        "source": program.source,
        "often": program.often,
        "readings": program.readings,
        "claims": msgspec.to_builtins(program.claims),
        "parts": [
            {
                "exercise": each.exercise,
                "hold_s": seconds(each.hold_ms),
                "repetitions": each.repetitions,
                "variation": each.variation,
                "note": each.note,
            }
            for each in program.parts
        ],
    }
