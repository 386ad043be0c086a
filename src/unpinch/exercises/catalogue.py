"""The exercises and programs there are: those we ship, and files of the person's own.

Own files come in as texts by file name; this room opens none but its own data.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.naming import called, names_of
from unpinch.exercises.problems import FileError, Problems
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise


def library(extra: Mapping[str, str] | None = None) -> dict[str, Exercise]:
    """Every exercise by its id. `extra`: own files, name to text. Raises FileError."""
    return dict(_shipped()) if not extra else _exercises(_shipped(), extra)


def programs(
    extra: Mapping[str, str] | None = None, exercises: Mapping[str, Exercise] | None = None
) -> dict[str, Program]:
    """Every program by its id; own ones may name own exercises. Raises FileError."""
    if not extra:
        return dict(_shipped_programs())
    return _programs(_shipped_programs(), extra, exercises or _shipped())


def in_order(library: Mapping[str, Exercise], programs: Iterable[Program]) -> list[Exercise]:
    """Exercises as the programs have them, then the rest by name."""
    order = [part.exercise for program in programs for part in program.parts]
    place = {name: number for number, name in reversed(list(enumerate(order)))}
    return sorted(library.values(), key=lambda each: (place.get(each.id, len(order)), each.name))


@cache
def _shipped() -> dict[str, Exercise]:
    return _exercises({}, _texts("library"))


@cache
def _shipped_programs() -> dict[str, Program]:
    return _programs({}, _texts("programs"), _shipped())


def shipped_folder() -> str:
    """Where the files that come with Unpinch lie."""
    return str(files("unpinch.exercises").joinpath("library"))


def _texts(folder: str) -> dict[str, str]:
    there = files("unpinch.exercises").joinpath(folder)
    return {
        each.name: each.read_text("utf-8")
        for each in there.iterdir()
        if each.name.endswith(".toml")
    }


def _exercises(known: Mapping[str, Exercise], texts: Mapping[str, str]) -> dict[str, Exercise]:
    found, lines = dict(known), list[str]()
    taken = {name: each.id for each in known.values() for name in names_of(each)}
    for file, text in sorted(texts.items()):
        try:
            exercise = read_exercise(text, file)
        except FileError as slips:
            lines += slips.lines
            continue
        lines += _taken(exercise, file, taken)
        taken |= dict.fromkeys(names_of(exercise), exercise.id)
        found[exercise.id] = exercise
    if lines:
        raise FileError(lines)
    return found


def _programs(
    known: Mapping[str, Program], texts: Mapping[str, str], library: Mapping[str, Exercise]
) -> dict[str, Program]:
    found, lines = dict(known), list[str]()
    for file, text in sorted(texts.items()):
        try:
            program = read_program(text, file, library)
        except FileError as slips:
            lines += slips.lines
            continue
        if program.id in found:
            lines.append(f"{file}: there already is a program {program.id}; rename the file.")
        found[program.id] = program
    if lines:
        raise FileError(lines)
    return found


def _taken(exercise: Exercise, file: str, taken: Mapping[str, str]) -> list[str]:
    """One name, one exercise: two would be mixed up when a handout is read."""
    problems = Problems(file)
    if called(exercise.id) in taken:
        problems.add("", f"there already is an exercise {exercise.id}; rename the file")
        return problems.lines
    if other := taken.get(called(exercise.name)):
        problems.add("name", f'"{exercise.name}" is taken by {other}; change it')
    owners: dict[str, list[str]] = {}
    for alias in exercise.aliases:
        if other := taken.get(called(alias)):
            owners.setdefault(other, []).append(alias)
    for other, aliases in owners.items():
        problems.add("aliases", _aliases_taken(aliases, other))
    return problems.lines


def _aliases_taken(aliases: list[str], other: str) -> str:
    """One line, also for a file that began as a copy and still has every alias of the other."""
    more = len(aliases) - 1
    if not more:
        return f'"{aliases[0]}" is taken by {other}; leave it out'
    return f'"{aliases[0]}" and {more} more are taken by {other}; leave them out'
