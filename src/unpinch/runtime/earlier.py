"""What an own program was before it was changed, so that a change can be taken back.

Beside the programs that were taken away, and gone with them when everything is erased. A program
that was edited by hand in between is left as it is: taking back would lose that edit.
"""

from pathlib import Path

import msgspec

from unpinch.exercises.model import Program
from unpinch.exercises.writing import program_file
from unpinch.runtime.own_files import AWAY, own_folder, put

_MOST = 50


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change: the file's text before and after it."""

    before: str
    after: str


def change(was: Program, now: Program, place: Path, *, as_filed: bool) -> None:
    """Write the program as it is now, and keep what it was.

    `as_filed`: it was as its file says, so the file itself is kept, remarks and all.
    """
    if was == now and as_filed:
        return
    before = place.read_text("utf-8") if as_filed else program_file(was)
    after = program_file(now)
    put(place, after)
    _keep(was.id, (*_steps(was.id), Step(before, after))[-_MOST:])


def can_take_back(number: str, place: Path) -> bool:
    """Whether there is a change, and the file is as that change left it."""
    steps = _steps(number)
    return bool(steps) and steps[-1].after == place.read_text("utf-8")


def text_before(number: str) -> str:
    """The file's text as it was before the last change."""
    return _steps(number)[-1].before


def take_back(number: str, place: Path) -> None:
    """The file as it was before the last change."""
    *earlier, last = _steps(number)
    put(place, last.before)
    _keep(number, tuple(earlier))


def _steps(number: str) -> tuple[Step, ...]:
    try:
        return msgspec.json.decode(_file(number).read_bytes(), type=tuple[Step, ...])
    except (FileNotFoundError, msgspec.DecodeError):
        return ()


def _keep(number: str, steps: tuple[Step, ...]) -> None:
    _file(number).parent.mkdir(exist_ok=True, mode=0o700)
    put(_file(number), msgspec.json.encode(steps).decode())


def _file(number: str) -> Path:
    return own_folder("programs") / AWAY / f"{number}.earlier.json"
