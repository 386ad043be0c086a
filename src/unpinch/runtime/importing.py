"""Program and exercise files from somebody else, taken in as files of the person's own.

A .toml as a physiotherapist writes it, or the .zip that a program is taken along in. Everything is
looked through by the readers that `unpinch check` uses before anything is written: all of it is
taken in, or nothing.

What has a name that is taken gets another one, and an exercise then says whose movement it is
(`like`), so that what the safety rules hold against one holds for the other.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import msgspec
from msgspec.structs import replace

from unpinch.exercises import syntax
from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.naming import called, names_of
from unpinch.exercises.program_file import is_program, read_program
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.writing import exercise_file, program_file
from unpinch.handout.writing import free_id, free_name
from unpinch.runtime import diary, own_exercises, programs
from unpinch.runtime.drawable import draw_once
from unpinch.runtime.own_files import own_folder, put
from unpinch.terms.refused import Refused

MOST_BYTES = 1_000_000
_MOST_FILES, _LARGEST = 100, 200_000
_LONGEST_ID = 60  # it is the name of a file
_BROKEN = (  # NotImplementedError is a RuntimeError
    zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError,
)  # fmt: skip
_NOT_OURS = "is neither a .toml nor a .zip with such files in it"


class ImportingError(Refused):
    """One line: which file, what is wrong, what to do. Nothing was taken in."""


class TakenIn(msgspec.Struct, frozen=True):
    """What is new now: programs and exercises. Both empty: all of it was there already."""

    programs: tuple[Program, ...]
    exercises: tuple[Exercise, ...]


def take_in(name: str, content: bytes) -> TakenIn:
    """Take in one file. Raises ImportingError, FileError and PoseError."""
    texts = _texts(name, content)
    about = {file: is_program(syntax.tables(text, file)) for file, text in texts.items()}
    library, exercises = diary.known(), list[Exercise]()
    called_in_it = dict[str, Exercise]()
    for file in (one for one, of_program in about.items() if not of_program):
        read = read_exercise(texts[file], file)
        draw_once(read)
        found = _beside(read, library)
        called_in_it[read.id] = found
        if found.id not in library:
            library[found.id] = found
            exercises.append(found)
    made = _programs(
        {file: texts[file] for file, of_program in about.items() if of_program},
        {**library, **called_in_it},
    )
    brought = _bring_back(called_in_it.values(), made)
    for exercise in exercises:
        put(own_folder("exercises") / f"{exercise.id}.toml", exercise_file(exercise))
    for program in made:
        put(own_folder("programs") / f"{program.id}.toml", program_file(program))
    return TakenIn(made, (*brought, *exercises))


def _bring_back(exercises: Iterable[Exercise], made: Iterable[Program]) -> tuple[Exercise, ...]:
    """What is in the file and was taken away here."""
    named = {one.id for one in exercises} | {
        part.exercise for program in made for part in program.parts
    }
    away = diary.exercises_taken_away()
    own_exercises.bring_back(named)
    return tuple(one for each, one in away.items() if each in named)


def _beside(read: Exercise, library: Mapping[str, Exercise]) -> Exercise:
    """The exercise under names that nothing else has; one that is there already is that one."""
    same = library.get(read.id)
    if same is not None and same == read:
        return same
    taken = {each: one for one in library.values() for each in names_of(one)}
    others = [taken[each] for each in names_of(read) if each in taken]
    if not others:
        return read if len(read.id) <= _LONGEST_ID else _shorter(read, library)
    name = free_name(read.name, library)
    return replace(
        read,
        id=free_id(name, library, "exercise"),
        name=name,
        aliases=tuple(one for one in read.aliases if called(one) not in taken),
        variations=tuple(
            replace(one, aliases=tuple(each for each in one.aliases if called(each) not in taken))
            for one in read.variations
        ),
        like=read.like or others[0].like or others[0].id,
    )


def _shorter(read: Exercise, library: Mapping[str, Exercise]) -> Exercise:
    return replace(read, id=free_id(read.name, library, "exercise"))


def _programs(texts: Mapping[str, str], library: Mapping[str, Exercise]) -> tuple[Program, ...]:
    known, found = diary.programs(), list[Program]()
    ids, names = programs.taken_ids(), {called(one.name) for one in known.values()}
    for file, text in texts.items():
        read = read_program(text, file, library)
        if known.get(read.id) == read:
            continue
        name = programs.free_name(read.name) if called(read.name) in names else read.name
        one = replace(read, id=free_id(read.id, ids, "my-program"), name=name)
        ids.add(one.id)
        names.add(called(one.name))
        found.append(one)
    return tuple(found)


def _texts(name: str, content: bytes) -> dict[str, str]:
    """Every file in it, by its own name."""
    if len(content) > MOST_BYTES:
        raise ImportingError(
            f"{name} has {len(content) / 1e6:.1f} MB, and {MOST_BYTES / 1e6:.0f} MB is the most "
            "for programs and exercises. Choose another file."
        )
    if name.lower().endswith(".toml"):
        return {name: _text(name, content)}
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise ImportingError(f"{name} {_NOT_OURS}. Choose a file that was taken along from here.")
    try:
        return _unpacked(name, content)
    except _BROKEN as error:
        raise ImportingError(f"{name} cannot be unpacked; ask for it once more.") from error


def _unpacked(name: str, content: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        files = [one for one in pack.infolist() if one.filename.lower().endswith(".toml")]
        if not files:
            raise ImportingError(f"{name} {_NOT_OURS}. Choose one that was taken along from here.")
        if len(files) > _MOST_FILES:
            raise ImportingError(f"{name} has {len(files)} files; {_MOST_FILES} are the most.")
        for one in files:
            own = PurePosixPath(one.filename.replace("\\", "/")).name
            if own.startswith("."):
                continue  # what some systems put beside every file
            with pack.open(one) as letters:
                text = _text(own, letters.read(_LARGEST + 1))
            if own in found:
                raise ImportingError(f"{name} has two files {own}; rename one of them.")
            found[own] = text
    return found


def _text(name: str, content: bytes) -> str:
    if len(content) > _LARGEST:
        raise ImportingError(f"{name} is too large to be an exercise or a program.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportingError(f"{name} is not plain text; save it as UTF-8.") from None
