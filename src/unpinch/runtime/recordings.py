"""The recordings in the data folder: landmarks of sessions whose person asked for it, as tapes.

Only names, sizes and files are handled here, so that a page can list them without loading what
reads a tape. `recorder.py` makes them.

One that is being made grows as NAME.growing. When its camera goes off it is NAME.whole, until the
tape is written from it. What lies there under these names at the start was left by a program that
was killed; a tape made of something that still grew says in its name that it was cut short.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from unpinch.runtime import folder
from unpinch.terms.refused import Refused

FOLDER, SUFFIX = "recordings", ".npz"
GROWING, WHOLE = ".growing", ".whole"
_STAMP = "%Y-%m-%d-%H%M%S"
_CUT = "-cut-short"
_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\d-\d{{6}})(-\d+)?({_CUT})?")


class RecordingError(Refused):
    """One line: which recording, what is wrong."""


@dataclass(frozen=True)
class Kept:
    """One recording: its name, when it was begun, how large the file is, if it is all of it."""

    name: str
    begun: datetime
    size: int
    cut_short: bool


def kept() -> list[Kept]:
    """Every recording, the newest first."""
    found = []
    for path in _place().glob(f"*{SUFFIX}"):
        if matched := _NAME.fullmatch(path.stem):
            # A local time, as it stood on the person's clock.
            begun = datetime.strptime(matched[1], _STAMP)  # noqa: DTZ007
            found.append(Kept(path.stem, begun, path.stat().st_size, bool(matched[3])))
    return sorted(found, key=lambda one: one.name, reverse=True)


def path_of(name: str) -> Path:
    """The file of a recording. Raises `RecordingError` if there is none of this name."""
    path = _place() / f"{name}{SUFFIX}"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise RecordingError(f"There is no recording {name}.")
    return path


def new_path(begun: datetime) -> Path:
    """Where a recording that begins now grows; the folder is made if need be."""
    place = _place()
    place.mkdir(mode=0o700, exist_ok=True)
    stem = begun.strftime(_STAMP)
    names = [stem, *(f"{stem}-{n}" for n in range(2, 100))]
    return next(path for name in names if not _taken(path := place / f"{name}{GROWING}"))


def tape_of(unfinished: Path) -> Path:
    """Where the tape of something unfinished goes. What still grew was cut short."""
    cut = _CUT if unfinished.suffix == GROWING else ""
    return unfinished.with_name(f"{unfinished.stem}{cut}{SUFFIX}")


def unfinished() -> list[Path]:
    """What lies there without its tape."""
    return sorted(path for end in (GROWING, WHOLE) for path in _place().glob(f"*{end}"))


def delete(name: str) -> None:
    """Overwrite and remove one. Raises `RecordingError` if there is none of this name."""
    folder.wipe(path_of(name))


def delete_all() -> int:
    """Overwrite and remove every one of them; how many there were."""
    there = kept()
    for one in there:
        delete(one.name)
    return len(there)


def _taken(path: Path) -> bool:
    others = (path, path.with_suffix(WHOLE), tape_of(path), tape_of(path.with_suffix(WHOLE)))
    return any(each.exists() for each in others)


def _place() -> Path:
    return folder.data_folder() / FOLDER
