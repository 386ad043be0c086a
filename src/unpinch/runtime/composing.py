"""Putting a program together, and changing one: as files of the person's own. Synchronous."""

from collections.abc import Iterable

from msgspec.structs import replace

from unpinch.exercises import composing
from unpinch.exercises.composing import SOURCE, WHOLE, ComposeError, Typed
from unpinch.exercises.model import Program
from unpinch.exercises.naming import called
from unpinch.exercises.problems import FileError
from unpinch.exercises.program_file import read_program
from unpinch.exercises.writing import program_file
from unpinch.handout.writing import free_id
from unpinch.runtime import diary, earlier, programs
from unpinch.runtime.own_files import own_folder, put

LONGEST = 40  # exercises in one program: more than anybody does at a stretch


def begin(name: str, exercises: Iterable[str]) -> Program:
    """A new program of these, each at the least its sheet asks for. Raises ComposeError."""
    library = diary.library()
    chosen = tuple(composing.lowest(library[one]) for one in exercises if one in library)
    empty = Program(
        id="", name="", source=SOURCE, often="", claims=(), readings={}, parts=()
    )  # fmt: skip
    typed = composing.typed(replace(empty, name=name, often="as often as you choose", parts=chosen))
    made = _checked(typed, empty)
    made = replace(made, id=free_id(name, programs.taken_ids(), "my-program"))
    put(own_folder("programs") / f"{made.id}.toml", program_file(made))
    return made


def change(number: str, typed: Typed) -> Program:
    """Save it as typed. Raises ComposeError, and ProgramError if it is not the person's own."""
    programs.own(number)
    was = programs.as_led(number)
    now = _checked(typed, was)
    earlier.change(was, now, programs.place(number), as_filed=was == programs.there(number))
    diary.changed(number, composing.changed(was, now))
    return now


def can_take_back(number: str) -> bool:
    """Whether the last change of this program can be undone."""
    return number in programs.own_ids() and earlier.can_take_back(number, programs.place(number))


def take_back(number: str) -> None:
    """Undo the last change. Raises ProgramError."""
    programs.own(number)
    if not can_take_back(number):
        raise programs.ProgramError("There is nothing to take back; the program is as it was.")
    was, place = programs.as_led(number), programs.place(number)
    try:
        before = read_program(earlier.text_before(number), place.name, diary.known())
    except FileError as why:
        raise programs.ProgramError(f"The change cannot be taken back. {why}") from why
    programs.bring_back_exercises(before)
    earlier.take_back(number, place)
    diary.changed(number, composing.changed(was, programs.there(number)))


def _checked(typed: Typed, was: Program) -> Program:
    """What was typed, through the same reader as every file. Raises ComposeError."""
    library = diary.library()
    if len(typed.parts) > LONGEST:
        raise ComposeError({(WHOLE, "parts"): f"{LONGEST} exercises are the most; leave some out."})
    now = composing.program_of(typed, was, library)
    others = {called(one.name) for one in diary.programs().values() if one.id != was.id}
    if not called(now.name):
        raise ComposeError({(WHOLE, "name"): "Write a name with letters."})
    if called(now.name) in others:
        raise ComposeError(
            {(WHOLE, "name"): "Another program has this name already; choose another one."}
        )
    return replace(read_program(program_file(now), "my-program.toml", library), id=was.id)
