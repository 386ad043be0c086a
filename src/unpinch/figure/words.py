"""What a screen reader hears instead of the picture."""

from html import escape

from unpinch.exercises.model import Exercise
from unpinch.figure.subject import Subject
from unpinch.terms.side import Side


def title(exercise: Exercise, pose: str, side: Side | None, variation: str | None) -> str:
    found = exercise.variation(variation)
    parts = [found.name if found else exercise.name]
    if side is Side.LEFT or side is Side.RIGHT:
        limb = "arm" if "arm" in exercise.moving else "leg" if exercise.moving == "leg" else "side"
        parts.append(f"{side} {limb}")
    return escape(f"{', '.join(parts)}: {pose}")


def description(
    exercise: Exercise, pose: str, side: Side | None, variation: str | None, subject: Subject
) -> str:
    found = exercise.variation(variation)
    text = found.text if found else exercise.text
    words = text.start if pose == "start" else text.move
    if side is not None:
        words = words.replace("{side}", side).replace("{opposite}", side.opposite)
    if pose != "start" and subject.glow:
        words += f" Warm light where the stretch is felt: {_listed(subject.glow)}."
    return escape(words)


def _listed(places: tuple[str, ...]) -> str:
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
