"""Is this point inside what the handout allows? Its numbers are ceilings."""

from unpinch.exercises.model import Exercise
from unpinch.exercises.quantity import say_counts, say_time, say_times
from unpinch.terms.dose import Dose


def refusals(
    exercise: Exercise, hold_ms: int, repetitions: int, variation: str | None
) -> list[tuple[str, str]]:
    """Each reason with the field it is about; none if the point is allowed."""
    dose = exercise.dose_of(variation)
    found = [
        ("hold", _hold(exercise, dose, hold_ms)),
        ("repetitions", _repetitions(exercise, dose, repetitions)),
    ]
    if not any(reason for _, reason in found):
        found = [("repetitions", _together(dose, hold_ms, repetitions))]
    return [(field, reason) for field, reason in found if reason]


def _hold(exercise: Exercise, dose: Dose, hold_ms: int) -> str | None:
    allowed = dose.hold_ms
    if hold_ms in allowed:
        return None
    sheet, hold = _sheet(exercise, "hold"), say_time(hold_ms)
    if allowed.single:
        return f"{hold} is not what {sheet} asks for; choose {say_time(allowed.low)}"
    if hold_ms > allowed.high:
        return (
            f"{hold} is longer than {sheet} allows, {say_times(allowed)}; "
            f"choose {say_time(allowed.high)} or less"
        )
    return (
        f"{hold} is shorter than {sheet} asks for, {say_times(allowed)}; "
        f"choose {say_time(allowed.low)} or more"
    )


def _repetitions(exercise: Exercise, dose: Dose, repetitions: int) -> str | None:
    allowed = dose.repetitions
    sheet, many = _sheet(exercise, "repetitions"), say_repetitions(repetitions)
    are = "is" if repetitions == 1 else "are"
    if repetitions not in allowed:
        if allowed.single:
            return f"{many} {are} not what {sheet} asks for; choose {allowed.low}"
        more = repetitions > allowed.high
        return (
            f"{many} {are} {'more' if more else 'fewer'} than {sheet} "
            f"{'allows' if more else 'asks for'}, {say_counts(allowed)}; "
            f"choose {allowed.high if more else allowed.low} or {'fewer' if more else 'more'}"
        )
    if dose.shared and repetitions % 2:
        return f"{many} in all cannot be shared fairly by two sides; choose an even number"
    return None


def _together(dose: Dose, hold_ms: int, repetitions: int) -> str | None:
    each, most = dose.on_each_side(repetitions), dose.at_most_ms
    if most is None or each * hold_ms <= most:
        return None
    where = " on each side" if dose.two_sided else ""
    return (
        f"{each} times {say_time(hold_ms)} is {say_time(each * hold_ms)}{where}, "
        f"and {say_time(most)} is the most; choose fewer repetitions or a shorter hold"
    )


def _sheet(exercise: Exercise, field: str) -> str:
    """Honest about whose number it is."""
    return "our reading of the handout" if field in exercise.readings else "the handout"


def say_repetitions(repetitions: int) -> str:
    """1 repetition, 2 repetitions."""
    return f"{repetitions} repetition{'' if repetitions == 1 else 's'}"
