"""The person's own programs: kept, renamed, copied, taken away and put back, and as files."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from unpinch.exercises.choosing import ChoiceError, chosen_point
from unpinch.exercises.model import Point, Program
from unpinch.exercises.naming import called
from unpinch.exercises.problems import FileError
from unpinch.exercises.program_file import read_program
from unpinch.exercises.writing import exercise_file, program_file
from unpinch.handout import writing
from unpinch.handout.confirming import ALL, Edit, Sitting, edited, settle
from unpinch.handout.settled import LONGEST_NAME
from unpinch.runtime import diary, earlier, own_exercises, sitting
from unpinch.runtime.own_files import AWAY, own_folder, put
from unpinch.terms.refused import Refused

_EARLY = (1980, 1, 1, 0, 0, 0)


class ProgramError(Refused):
    """One line: which program, what is wrong, what to do."""


def own_ids() -> frozenset[str]:
    """Which programs are the person's own, and not shipped."""
    return frozenset(diary.programs()) - {diary.PROGRAM}


def confirm(now: Sitting) -> Program:
    """Write the files of a confirmed sheet, and follow its program. Raises NotReadyError."""
    taken = taken_ids()
    files = writing.write(now, diary.known(), taken)
    if called(files.program.name) in {called(one.name) for one in diary.programs().values()}:
        files = writing.write(_renamed(now), diary.known(), taken)
    try:
        own_exercises.bring_back(part.exercise for part in files.program.parts)
    except own_exercises.OwnExerciseError as why:
        raise writing.NotReadyError([(ALL, str(why))]) from why
    for name, text in files.exercises.items():
        put(own_folder("exercises") / name, text)
    put(own_folder("programs") / files.program_name, files.program_text)
    diary.follow(files.program.id)
    sitting.forget()
    return files.program


def _renamed(now: Sitting) -> Sitting:
    name = free_name(settle(now).name)
    return edited(now, Edit(ALL, {"program": name}))


def free_name(name: str) -> str:
    """A name no program has, as like this one as can be."""
    taken = {called(one.name) for one in diary.programs().values()}
    found, number = name, 2
    while called(found) in taken:
        ending = f" {number}"
        found, number = f"{name[: LONGEST_NAME - len(ending)].strip()}{ending}", number + 1
    return found


def rename(number: str, name: str) -> None:
    """Call it something else; its id stays. Raises ProgramError."""
    program, name = own(number), " ".join(name.split())
    if not called(name):
        raise ProgramError("Write a name with letters.")
    if len(name) > LONGEST_NAME:
        raise ProgramError(f"That has {len(name)} letters; {LONGEST_NAME} is the most.")
    others = {called(one.name) for one in diary.programs().values() if one.id != number}
    if called(name) in others:
        raise ProgramError("Another program has this name already; choose another one.")
    earlier.change(program, replace(program, name=name), place(number), as_filed=True)


def duplicate(number: str) -> Program:
    """A copy under a name of its own. Raises ProgramError."""
    program = as_led(number)
    name = free_name(program.name)
    own_id = writing.free_id(name, taken_ids(), "my-handout")
    copy = replace(program, id=own_id, name=name)
    put(own_folder("programs") / f"{own_id}.toml", program_file(copy))
    return copy


def take_away(number: str) -> None:
    """Out of the list; `put_back` undoes it. Its exercises stay, for the diary speaks of them."""
    own(number)
    if diary.program().id == number:
        raise ProgramError("You follow this program. Choose another one first.")
    away = own_folder("programs") / AWAY
    away.mkdir(exist_ok=True)
    place(number).replace(away / f"{number}.toml")


def put_back(number: str) -> None:
    """Undo that. Raises ProgramError."""
    program = next((one for one in away() if one.id == number), None)
    if program is None:
        raise ProgramError("That program cannot be put back; nothing was changed.")
    bring_back_exercises(program)
    folder = own_folder("programs")
    (folder / AWAY / f"{number}.toml").replace(folder / f"{number}.toml")


def bring_back_exercises(program: Program) -> None:
    """Those of its exercises that were taken away since. Raises ProgramError."""
    try:
        own_exercises.bring_back(part.exercise for part in program.parts)
    except own_exercises.OwnExerciseError as why:
        raise ProgramError(f"{program.name} cannot be put back now. {why}") from why


def packed(number: str) -> bytes:
    """The program with every exercise of the person's own that it names, as one .zip."""
    program, library = there(number), diary.library()
    shipped = diary.shipped_exercises()
    files = {f"programs/{program.id}.toml": program_file(program)} | {
        f"exercises/{one.exercise}.toml": exercise_file(library[one.exercise])
        for one in program.parts
        if one.exercise not in shipped
    }
    return _zip(files)


def there(number: str) -> Program:
    """The program of this id. Raises ProgramError."""
    found = diary.programs().get(number)
    if found is None:
        raise ProgramError("There is no such program any more.")
    return found


def as_led(number: str) -> Program:
    """The program with the points that were chosen on top of it: what a session would lead."""
    program = there(number)
    choices = {one.exercise: one for one in diary.choices_of(program)}

    def point(one: Point) -> Point:
        try:
            return chosen_point(diary.library()[one.exercise], one, choices.get(one.exercise))
        except ChoiceError:
            return one  # the file was edited since, and the choice fits it no more

    return replace(program, parts=tuple(map(point, program.parts)))


def own(number: str) -> Program:
    """The same, if it is the person's own."""
    if number not in own_ids():
        raise ProgramError("Only programs of your own can be changed; make a copy of this one.")
    return there(number)


def taken_ids() -> set[str]:
    """Every id that a program has, or would have again if it were put back."""
    return {*diary.programs(), *_names_away()}


def _zip(files: Mapping[str, str]) -> bytes:
    packed_in = io.BytesIO()
    with zipfile.ZipFile(packed_in, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, text in sorted(files.items()):
            pack.writestr(zipfile.ZipInfo(name, _EARLY), text)
    return packed_in.getvalue()


def place(number: str) -> Path:
    """The file of an own program; a hand-written one may have another name than its id.

    Raises ProgramError.
    """
    for file in own_folder("programs").glob("*.toml"):
        if called(file.stem).replace(" ", "-") == number:
            return file
    raise ProgramError("There is no such program any more.")


def away() -> tuple[Program, ...]:
    """What was taken away and can be put back; a file that cannot be read any more is none."""
    known, found = diary.known(), list[Program]()
    for file in sorted((own_folder("programs") / AWAY).glob("*.toml")):
        try:
            found.append(read_program(file.read_text("utf-8"), file.name, known))
        except (FileError, UnicodeDecodeError):
            continue
    return tuple(one for one in found if one.id not in diary.programs())


def _names_away() -> set[str]:
    return {file.stem for file in (own_folder("programs") / AWAY).glob("*.toml")}
