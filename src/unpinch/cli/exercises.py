"""`unpinch exercises`: what there is, with doses and how we read the handout."""

import msgspec

from unpinch.cli.dose_words import DOSE_COLUMNS, dose_data, dose_row, doses
from unpinch.cli.options import Data, Json, all_exercises
from unpinch.cli.output import indented, screen, table, write_json
from unpinch.exercises import in_order, programs, shipped_folder
from unpinch.exercises.model import Exercise


def exercises(json: Json = False, data: Data = None) -> None:
    """Every exercise, with its dose and how the handout is read."""
    found = in_order(all_exercises(data), programs().values())
    if json:
        write_json({"exercises": [_data(each) for each in found]})
        return
    shown = table("exercise", *DOSE_COLUMNS, "id")
    for each in found:
        for number, (name, dose) in enumerate(doses(each)):
            names = (f"  {name}", "") if number else (name, each.id)
            shown.add_row(names[0], *dose_row(dose), names[1])
    screen().print(shown)
    for each in found:
        say_readings(each.name, each.readings)
    screen().print(
        f"\nThe files of those that come with Unpinch are in {shipped_folder()}",
        markup=False,
        soft_wrap=True,
    )


def say_readings(name: str, readings: dict[str, str]) -> None:
    """Every reading, marked as ours."""
    if not readings:
        return
    out = screen()
    out.print(f"\n[bold]{name}[/bold], our reading:")
    for field, reading in readings.items():
        out.print(indented(f"{field.replace('_', ' ')}: {reading}"))


def _data(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "aliases": exercise.aliases,
        "source": exercise.source,
        "posture": exercise.posture,
        "place": exercise.place,
        "moving": exercise.moving,
        "dose": dose_data(exercise.dose),
        "readings": exercise.readings,
        "text": msgspec.to_builtins(exercise.text),
        "variations": [
            {"id": each.id, "name": each.name, "dose": dose_data(each.dose)}
            for each in exercise.variations
        ],
        "cautions": msgspec.to_builtins(exercise.cautions),
    }
