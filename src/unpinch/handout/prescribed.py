"""A dose in plain sentences, for paper: what to do, and what the handout and our reading allow.

The sentences are shaped so that `read` finds the same dose in them again. The dose that was chosen
comes first, since the first number that is given for a field is the one that counts.
"""

from collections.abc import Iterator

from unpinch.exercises.circling import goes_round
from unpinch.exercises.model import ANSWER, Exercise, Point
from unpinch.session.going import lasting
from unpinch.terms.dose import Dose, Kind, Range, Sides
from unpinch.terms.side import Side

# Readings of any of these make the count ours.
_COUNTING = ("repetitions", "counted", "sides")


def hold_sentence(point: Point) -> str:
    """Hold for 30 seconds. Keep going for 10 minutes. Of a movement nothing is held."""
    match point.kind:
        case Kind.HOLD:
            return f"Hold for {_seconds(point.hold_ms)}."
        case Kind.MOVEMENT:
            return ""
        case Kind.ACTIVITY:
            return f"Keep going for {lasting(point.hold_ms)}."


def count_sentence(exercise: Exercise, point: Point) -> str:
    """How many times, on which side first; and the rest between sets."""
    dose = exercise.dose_of(point.variation)
    if point.kind is Kind.ACTIVITY and point.repetitions == 1 and dose.first is None:
        return ""  # the minutes say it all
    sets = dose.in_sets(point.repetitions)
    return _counted(exercise, point) if sets == 1 else _in_sets(exercise, point, sets)


def _in_sets(exercise: Exercise, point: Point, sets: int) -> str:
    """Sets of as many, which `read` multiplies again; uneven ones are counted through."""
    dose, moving = exercise.dose_of(point.variation), exercise.moving
    rest = f"Rest for {_seconds(dose.rest_ms or 0)} between sets."
    if point.repetitions % sets or dose.shared:
        return f"{_counted(exercise, point)} {rest}"
    do = f"Do {sets} sets of {point.repetitions // sets}"
    if dose.first is None:
        both = f", with both {_one(moving)}s" if dose.sides and _one(moving) != "side" else ""
        return f"{do}{both}. {rest}"
    first, then, one = (
        _working(moving, dose.first),
        _working(moving, dose.first.opposite),
        _one(moving),
    )
    if dose.sides is Sides.ONE_THEN_OTHER:
        return f"{do} on each {one}: first the {first}, then the {then}. {rest}"
    return f"{do} on each {one}, alternating {one}s, the {first} first. {rest}"


def _counted(exercise: Exercise, point: Point) -> str:
    dose, moving = exercise.dose_of(point.variation), exercise.moving
    each, one = _times(dose.on_each_side(point.repetitions)), _one(moving)
    if dose.first is None:
        both = f", with both {one}s" if dose.sides and one != "side" else ""
        return f"Do this {_times(point.repetitions)}{both}."
    first, then = _working(moving, dose.first), _working(moving, dose.first.opposite)
    if dose.sides is Sides.ONE_THEN_OTHER:
        return f"Do this {each} on each {one}: first the {first}, then the {then}."
    if dose.shared:
        return f"Do this {_times(point.repetitions)} in all, alternating sides, the {first} first."
    return f"Do this {each} on each {one}, alternating {one}s, the {first} first."


def pace_sentence(exercise: Exercise, point: Point) -> str:
    """How fast a movement is counted, and whose pace that is."""
    if point.kind is not Kind.MOVEMENT:
        return ""
    reading, way = exercise.readings.get(Kind.MOVEMENT, ""), _seconds(point.hold_ms // 2)
    text = exercise.text
    whose = (" (your answer)" if ANSWER in reading else " (our reading)") if reading else ""
    if goes_round(exercise.name, text.move, text.hold):
        return f"Each circle takes {_seconds(point.hold_ms)}{whose}."
    return f"{way[:1].upper()}{way[1:]} to get there and {way} to come back{whose}."


def on_the_handout(exercise: Exercise, variation: str | None) -> str:
    """What the handout itself allows; empty if all of it is our reading."""
    dose = exercise.dose_of(variation)
    said = [] if dose.kind in exercise.readings else [*_turn(dose)]
    if not _count_is_ours(exercise) and not _is_all_said(dose):
        said.append(_count(exercise, dose))
    if dose.rest_ms is not None and "rest" not in exercise.readings:
        said.append(f"{_seconds(dose.rest_ms)} of rest between sets")
    return ", ".join(said)


def as_we_read_it(exercise: Exercise, variation: str | None) -> str:
    """What we made of that which the handout leaves open; empty if it leaves nothing open."""
    dose = exercise.dose_of(variation)
    said = [*_turn(dose)] if dose.kind in exercise.readings else []
    if _count_is_ours(exercise):
        said.append(_count(exercise, dose))
    if dose.at_most_ms is not None:
        where = f" on one {_one(exercise.moving)}" if dose.two_sided else ""
        said.append(f"at most {_seconds(dose.at_most_ms)}{where}")
    return ", ".join(said)


def _turn(dose: Dose) -> Iterator[str]:
    """How long one turn lasts; the pace of a movement has its own place."""
    if dose.kind is Kind.ACTIVITY:
        low, high = lasting(dose.hold_ms.low), lasting(dose.hold_ms.high)
        yield low if dose.hold_ms.single else f"{low} to {high}"
    elif dose.kind is Kind.HOLD:
        yield _seconds_of(dose.hold_ms)


def _is_all_said(dose: Dose) -> bool:
    """Once for some minutes: the minutes say it all."""
    return dose.kind is Kind.ACTIVITY and dose.repetitions.high == 1


def _count_is_ours(exercise: Exercise) -> bool:
    return any(field in exercise.readings for field in _COUNTING)


def _count(exercise: Exercise, dose: Dose) -> str:
    low, high = dose.repetitions.low, dose.repetitions.high
    many = _times(low) if dose.repetitions.single else f"{low} to {high} times"
    sets = "" if dose.sets is None else f" in {_span(dose.sets)} sets"
    if size := dose.in_each_set:
        many, sets = f"{_span(dose.sets or size)} sets of {_span(size)}", ""
    if not dose.two_sided:
        return f"{many}{sets}"
    return (
        f"{many} in all{sets}" if dose.shared else f"{many} on each {_one(exercise.moving)}{sets}"
    )


def _one(moving: str) -> str:
    """What there is one of on each side."""
    return moving if moving in ("leg", "arm") else "side"


def _working(moving: str, side: Side) -> str:
    """What works on this side: right leg; right hand and left leg; right side."""
    if moving == "arm and opposite leg":
        return f"{side} hand and {side.opposite} leg"
    return f"{side} {_one(moving)}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _seconds(milliseconds: int) -> str:
    seconds = f"{milliseconds / 1_000:g}"
    return f"{seconds} second{'' if seconds == '1' else 's'}"


def _span(counts: Range) -> str:
    return str(counts.low) if counts.single else f"{counts.low} to {counts.high}"


def _seconds_of(times: Range) -> str:
    if times.single:
        return _seconds(times.low)
    return f"{times.low / 1_000:g} to {_seconds(times.high)}"
