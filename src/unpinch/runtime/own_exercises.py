"""The person's own exercises: which there are, who uses them, taken away and put back.

What was taken away is led nowhere and offered nowhere, but it is still known (`diary.known`): its
history is in the diary, and a stop that was made because of it holds for all that are like it. So
whatever comes back to it, a program that is put back or the same sheet read again, brings it back
as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.naming import called, names_of
from unpinch.runtime import diary
from unpinch.runtime.own_files import AWAY, own_folder
from unpinch.terms.refused import Refused


class OwnExerciseError(Refused):
    """One line: which exercise, what is wrong, what to do."""


@dataclass(frozen=True)
class Own:
    """One of them, with the names of the programs that use it."""

    exercise: Exercise
    used_by: tuple[str, ...]


def own() -> tuple[Own, ...]:
    """All of them, by name."""
    shipped, programs = diary.shipped_exercises(), diary.programs().values()
    users = {
        each: tuple(sorted(one.name for one in programs if each in _exercises(one)))
        for each in diary.library()
        if each not in shipped
    }
    found = [Own(diary.library()[each], names) for each, names in users.items()]
    return tuple(sorted(found, key=lambda one: called(one.exercise.name)))


def take_away(number: str) -> None:
    """Out of the list; `put_back` undoes it. Raises OwnExerciseError."""
    found = next((one for one in own() if one.exercise.id == number), None)
    if found is None:
        raise OwnExerciseError("Only exercises of your own can be deleted, and this is none.")
    if found.used_by:
        have = "has" if len(found.used_by) == 1 else "have"
        raise OwnExerciseError(
            f"{_listed(found.used_by)} still {have} it. Leave it out there first."
        )
    if _is_being_done(number):
        raise OwnExerciseError("A session that is not over has it. Finish that first.")
    place = _place(number)
    place.replace(own_folder(f"exercises/{AWAY}") / f"{number}.toml")


def put_back(number: str) -> None:
    """Undo that. Raises OwnExerciseError."""
    bring_back((number,))
    if number not in diary.library():
        raise OwnExerciseError("That exercise cannot be put back; nothing was changed.")


def away() -> tuple[Exercise, ...]:
    """What was taken away and can be put back."""
    return tuple(sorted(diary.exercises_taken_away().values(), key=lambda one: called(one.name)))


def bring_back(exercises: Iterable[str]) -> None:
    """Put those of these back that were taken away: all of them, or none.

    Raises OwnExerciseError if another exercise goes by one of their names by now.
    """
    wanted = [one for each in exercises if (one := diary.exercises_taken_away().get(each))]
    taken = {name: one.name for one in diary.library().values() for name in names_of(one)}
    for one in wanted:
        if other := next((taken[name] for name in names_of(one) if name in taken), None):
            raise OwnExerciseError(
                f"{one.name} cannot be put back: {other} goes by its name now; nothing was changed."
            )
    for one in wanted:
        folder = own_folder("exercises")
        (folder / AWAY / f"{one.id}.toml").replace(folder / f"{one.id}.toml")


def _exercises(program: Program) -> set[str]:
    return {part.exercise for part in program.parts}


def _is_being_done(number: str) -> bool:
    running = diary.today().running
    return running is not None and any(one.exercise == number for one in running.summary.exercises)


def _place(number: str) -> Path:
    """Its file; a hand-written one may have another name than its id."""
    for file in own_folder("exercises").glob("*.toml"):
        if called(file.stem).replace(" ", "-") == number:
            return file
    raise OwnExerciseError("There is no such exercise any more.")


def _listed(names: tuple[str, ...]) -> str:
    *most, last = (f"“{name}”" for name in names)
    return f"{', '.join(most)} and {last}" if most else last
