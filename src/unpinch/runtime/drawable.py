"""Whether an exercise can be drawn at all: its figure refuses what no body can do."""

from unpinch.exercises.model import Exercise
from unpinch.figure import draw
from unpinch.terms.dose import Dose
from unpinch.terms.side import Side


def draw_once(exercise: Exercise) -> None:
    """Draw everything of it once. Raises PoseError."""
    for variation in (None, *(each.id for each in exercise.variations)):
        for side in sides(exercise.dose_of(variation)):
            for pose in ("start", "hold"):
                draw(exercise, pose, side, variation=variation, theme="light", uid="check")


def sides(dose: Dose) -> tuple[Side | None, ...]:
    """Every side that such a dose can be drawn for."""
    if dose.two_sided:
        return (Side.RIGHT, Side.LEFT)
    return (Side.BOTH,) if dose.sides else (None,)
