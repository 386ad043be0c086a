"""Programs to print: the shipped one, the longest and the shortest, and what a sheet says."""

import json
from typing import Any

from msgspec.structs import replace

from unpinch.exercises import library, programs
from unpinch.exercises.model import Caution, Exercise, Point, Program
from unpinch.handout.printing import SHEET, Printout
from unpinch.terms.dose import Range

SHIPPED = programs()["leg-numbness"]
LONG_NAMES = (
    "Gastrocnemius-soleus #1 _heel_ *drop*",
    'Thoracolumbar@rotation \\ "on" the [wall]',
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
)


def said(printout: Printout) -> Any:
    """What the layout is given."""
    return json.loads(printout.files[SHEET])


def program(*exercises: Exercise, **more: object) -> tuple[Program, dict[str, Exercise]]:
    """A program of these, each at the low end, or at the top where `top` is given."""
    top = bool(more.get("top"))
    points = []
    for each in exercises:
        dose = each.dose
        count = dose.repetitions.high if top and not dose.at_most_ms else dose.repetitions.low
        hold = dose.hold_ms.high if top else dose.hold_ms.low
        points.append(Point(exercise=each.id, hold_ms=hold, repetitions=count))
    made = Program(
        id="own",
        name=str(more.get("name", "My own program")),
        source=str(more.get("source", "My physiotherapist")),
        often="twice a day",
        claims=(),
        readings={},
        parts=tuple(points),
    )
    return made, {each.id: each for each in exercises}


def shortest() -> tuple[Program, dict[str, Exercise]]:
    """One exercise that says no more than it must."""
    pose = library()["childs-pose"]
    bare = replace(pose.text, feel="", breathe="", aim="", known="")
    return program(replace(pose, text=bare, cautions=(), readings={}))


def longest() -> tuple[Program, dict[str, Exercise]]:
    """Twelve exercises at the top of their ranges, some with names and cautions without end."""
    endless = "Take care with this one, and with the next one too, as long as you do it. " * 5
    cautions = tuple(
        Caution(says=endless, because="x", ours=number % 2 == 0) for number in range(8)
    )
    many = []
    for number in range(12):
        exercise = tuple(library().values())[number % 4]
        name = LONG_NAMES[number] if number < 3 else f"{exercise.name} {number}"
        more = cautions if number == 5 else ()
        many.append(
            replace(exercise, id=f"e{number}", name=name, cautions=(*exercise.cautions, *more))
        )
    made, found = program(*many, top=True, name="Twelve exercises, with quite long names")
    return replace(made, claims=SHIPPED.claims), found


def ranged(exercise: Exercise, hold_ms: int, repetitions: int) -> Exercise:
    """The exercise with exactly this dose."""
    dose = replace(
        exercise.dose,
        hold_ms=Range(hold_ms, hold_ms),
        repetitions=Range(repetitions, repetitions),
        at_most_ms=None,
    )
    return replace(exercise, dose=dose)
