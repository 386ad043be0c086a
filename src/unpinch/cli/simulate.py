"""`unpinch simulate`: a patient who does not exist, as a tape."""

from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data, Json, all_exercises
from unpinch.cli.output import screen, write_json
from unpinch.cli.refusal import Refusal
from unpinch.exercises.model import Exercise
from unpinch.exercises.naming import exercise_named
from unpinch.exercises.problems import remedy
from unpinch.patient.recorded import Simulated
from unpinch.runtime.simulating import simulated, write_simulated
from unpinch.runtime.tapes import SIMULATED, SUFFIX

_MOST_MINUTES = 60


def simulate(
    exercise: Annotated[str, typer.Argument(help="Its id or name.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="TAPE", help="Where to.")],
    faults: Annotated[
        list[str] | None, typer.Option(help="A form fault to make; commas between several.")
    ] = None,
    size: Annotated[
        float, typer.Option(min=0.1, max=2.5, help="How large: 1 is at the rule's limit.")
    ] = 1.5,
    seed: Annotated[int, typer.Option(min=0, help="The same seed, the same patient.")] = 0,
    variation: Annotated[str | None, typer.Option(metavar="ID", help="Another way.")] = None,
    repetitions: Annotated[
        int | None, typer.Option(min=1, max=100, help="As the handout says.", show_default=False)
    ] = None,
    hold: Annotated[
        float | None,
        typer.Option(min=1, max=120, help="Seconds; as the handout says.", show_default=False),
    ] = None,
    rate: Annotated[float, typer.Option(min=5, max=120, help="Frames a second.")] = 15.0,
    json: Json = False,
    data: Data = None,
) -> None:
    """A simulated patient: landmarks with known truth."""
    if output.suffix.lower() != SUFFIX:
        raise Refusal(
            f'-o: "{output}" does not end in {SUFFIX}; write {output.stem or "tape"}{SUFFIX}.'
        )
    found = exercise_named(exercise, all_exercises(data))
    known = [each.id for each in found.variations]
    if variation is not None and variation not in known:
        hint = remedy(variation, known) if known else "it has none"
        raise Refusal(f'--variation: "{variation}" is not one of {found.id}; {hint}')
    times = repetitions or found.dose_of(variation).repetitions.low
    if times * (hold or found.dose_of(variation).hold_ms.low / 1000) > 60 * _MOST_MINUTES:
        raise Refusal(f"--hold: that is more than {_MOST_MINUTES} minutes; ask for less.")
    film = simulated(
        found,
        seed,
        variation=variation,
        repetitions=repetitions,
        hold_ms=hold * 1000 if hold else None,
        faults=_faults(found, faults),
        size=size,
        frames_a_second=rate,
    )
    write_simulated(output, film)
    if json:
        write_json(_truth(found, film))
    else:
        screen().print(
            f"{SIMULATED}: {output}, {len(film.at_ms)} frames, {len(film.holds)} hold(s), "
            f"{len(film.faults)} fault(s)",
            soft_wrap=True,
        )


def _faults(exercise: Exercise, given: list[str] | None) -> list[str]:
    known = [rule.fault for rule in exercise.form]
    asked = [name.strip() for each in given or () for name in each.split(",") if name.strip()]
    for name in asked:
        if name not in known:
            hint = remedy(name, known) if known else "it has none"
            raise Refusal(f'--faults: "{name}" is not a fault of {exercise.id}; {hint}')
    return asked


def _truth(exercise: Exercise, film: Simulated) -> dict[str, object]:
    return {
        "exercise": exercise.id,
        "simulated": True,
        "frames": len(film.at_ms),
        "holds": [
            {"start_s": each.start_ms / 1000, "end_s": each.end_ms / 1000, "side": each.side}
            for each in film.holds
        ],
        "faults": [
            {
                "fault": each.fault,
                "start_s": each.start_ms / 1000,
                "end_s": each.end_ms / 1000,
                "side": each.side,
            }
            for each in film.faults
        ],
    }
