"""How the safety rules see the exercises of the program, the person's own files too.

The four have rows of their own, also with a dose from elsewhere (`like`). Any other exercise is
judged by what it does; a neutral figure tells nothing of that. A file that says `like` and is
drawn in another way is judged as both, and the stricter counts: files are edited by hand.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from unpinch.care.allowed import Allowed, Blocked, Modified, Ruling, allowed_exercises
from unpinch.care.changes import Change, both
from unpinch.care.movement import Movement, movement
from unpinch.care.records import CareRecord
from unpinch.care.rules import safety_rules
from unpinch.care.stops import Stop, leave_out
from unpinch.exercises.model import Exercise
from unpinch.runtime import diary, response
from unpinch.terms.dose import Kind

# Nobody sees less than that in a drawing, so an exercise that differs less is the same one.
_SAME_WITHIN_DEG = 15


def rulings(exercises: Iterable[str], records: tuple[CareRecord, ...]) -> dict[str, Ruling]:
    """The ruling on each of these exercises, with what the stop rules leave out now."""
    return leave_out(rulings_on(exercises, records), reaching(response.stopped()))


def rulings_on(exercises: Iterable[str], records: tuple[CareRecord, ...]) -> dict[str, Ruling]:
    """The same by the answers alone."""
    library = diary.known()
    judged_as = {own: _judged_as(library[own], library) for own in exercises}
    each = [one for many in judged_as.values() for one in many]
    found = allowed_exercises(records, each)
    return {
        own: _as_led(
            library[own],
            _strictest([found[one if isinstance(one, str) else one.id] for one in many]),
        )
        for own, many in judged_as.items()
    }


def _as_led(exercise: Exercise, ruling: Ruling) -> Ruling:
    """A change that replaces what is said of a hold cannot be told where nothing is held."""
    held = exercise.dose.kind is Kind.HOLD
    if held or not isinstance(ruling, Modified) or ruling.instead == Change():
        return ruling
    return Blocked(ruling.reasons, (safety_rules().until.untold,))


def on_a_least_day(found: dict[str, Ruling]) -> dict[str, Ruling]:
    """The rulings on a day on which it is easily stirred up: fewer exercises."""
    library = diary.known()
    left = {one.exercise for one in diary.choices() if one.left_out}
    free = {own for own, ruling in found.items() if not isinstance(ruling, Blocked)} - left
    judged_as = {
        own: [
            Movement(one) if isinstance(one, str) else one
            for one in _judged_as(library[own], library)
        ]
        for own in found
    }
    return leave_out(found, response.least_day(judged_as, free))


def reaching(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """A stop of one exercise reaches the same movement with another dose."""
    library, rows = diary.known(), dict[str, list[str]]()
    for one in library.values():
        rows.setdefault(_row(one.id, library), []).append(one.id)
    return tuple(
        replace(stop, exercise=each)
        for stop in stops
        for each in rows.get(_row(stop.exercise, library), [stop.exercise])
    )


def row_of(exercise_id: str) -> str:
    """The exercise whose movement this one is; itself, if it is like no other."""
    return _row(exercise_id, diary.known())


def _row(exercise_id: str, library: dict[str, Exercise]) -> str:
    """Whose movement it is in the end; copies of copies lead to the same one."""
    seen = list[str]()
    while exercise_id not in seen:
        seen.append(exercise_id)
        found = library.get(exercise_id)
        exercise_id = (found.like if found else "") or exercise_id
    return min(seen[seen.index(exercise_id) :])


def _judged_as(exercise: Exercise, library: dict[str, Exercise]) -> list[str | Movement]:
    row = _row(exercise.id, library)
    known = all(row in condition.exercises for condition in safety_rules().conditions)
    if known and (exercise.id == row or _same_movement(exercise, library[row])):
        return [row]
    poses = None if exercise.neutral else [pose.angles for pose in exercise.poses.values()]
    own = movement(exercise.id, exercise.posture, poses)
    return [row, own] if known else [own]


def _same_movement(one: Exercise, ours: Exercise) -> bool:
    if (one.posture, one.moving, one.neutral) != (ours.posture, ours.moving, ours.neutral):
        return False
    return all(
        abs(one.poses[pose].angles.get(angle, 0) - ours.poses[pose].angles.get(angle, 0))
        < _SAME_WITHIN_DEG
        for pose in ("start", "hold")
        for angle in {*one.poses[pose].angles, *ours.poses[pose].angles}
    )


def _strictest(many: list[Ruling]) -> Ruling:
    blocked = [one for one in many if isinstance(one, Blocked)]
    if blocked:
        return Blocked(
            _once(line for one in blocked for line in one.reasons),
            _once(line for one in blocked for line in one.until),
        )
    changed = [one for one in many if isinstance(one, Modified)]
    if changed:
        reasons = _once(line for one in changed for line in one.reasons)
        instead = both([one.instead for one in changed])
        if instead is None:
            return Blocked(reasons, (safety_rules().until.untold,))
        return Modified(_once(line for one in changed for line in one.how), reasons, instead)
    return Allowed()


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
