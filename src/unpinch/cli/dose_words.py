"""A dose in words and as data, the same wherever it is shown."""

from unpinch.cli.output import seconds
from unpinch.exercises.model import Exercise
from unpinch.exercises.quantity import say_counts, say_time, say_turn
from unpinch.terms.dose import Counted, Dose, Kind, Range, Sides

_UNHELD = {Kind.MOVEMENT: " there and back", Kind.ACTIVITY: " going on"}
DOSE_COLUMNS = ("hold", "repetitions", "at most", "sides")


def hold_words(dose: Dose) -> str:
    """15 s to 60 s; of what is not held, what it is."""
    return turn_words(dose.kind, dose.hold_ms)


def turn_words(kind: Kind, turn_ms: Range) -> str:
    """How long one turn lasts, and what it is where it is no hold."""
    return f"{say_turn(kind, turn_ms)}{_UNHELD.get(kind, '')}"


def at_most_words(dose: Dose) -> str:
    """What repetitions and hold may come to together: 60 s a side."""
    if dose.at_most_ms is None:
        return ""
    return f"{say_time(dose.at_most_ms)}{' a side' if dose.two_sided else ''}"


def repetition_words(dose: Dose) -> str:
    """3 on each side; 20 in all."""
    how = "on each side" if dose.counted is Counted.EACH_SIDE else "in all"
    sets = "" if dose.sets is None else f", in {say_counts(dose.sets)} sets"
    rest = "" if dose.rest_ms is None else f", {say_time(dose.rest_ms)} rest"
    return f"{say_counts(dose.repetitions)} {how}{sets}{rest}"


def side_words(dose: Dose) -> str:
    """right, then left; alternating, right first; together."""
    if dose.first is None:
        return str(dose.sides or "no sides")
    if dose.sides is Sides.ONE_THEN_OTHER:
        return f"{dose.first}, then {dose.first.opposite}"
    return f"{dose.sides}, {dose.first} first"


def dose_row(dose: Dose) -> tuple[str, ...]:
    """One cell for each of DOSE_COLUMNS."""
    return hold_words(dose), repetition_words(dose), at_most_words(dose), side_words(dose)


def dose_data(dose: Dose) -> dict[str, object]:
    """For `--json`. Ranges are [low, high]."""
    return {
        "hold_s": [seconds(dose.hold_ms.low), seconds(dose.hold_ms.high)],
        "repetitions": [dose.repetitions.low, dose.repetitions.high],
        "sets": None if dose.sets is None else [dose.sets.low, dose.sets.high],
        "rest_s": None if dose.rest_ms is None else seconds(dose.rest_ms),
        "sides": dose.sides,
        "first": dose.first,
        "counted": dose.counted,
        "at_most_s": None if dose.at_most_ms is None else seconds(dose.at_most_ms),
        "kind": dose.kind,
    }


def doses(exercise: Exercise) -> list[tuple[str, Dose]]:
    """The exercise's own dose and those of its variations that differ, by name."""
    return [
        (exercise.name, exercise.dose),
        *((each.name, each.dose) for each in exercise.variations if each.dose != exercise.dose),
    ]
