"""The recordings in the data folder: landmarks of sessions whose person asked for it, as tapes.

Only names, sizes and files are handled here, so that a page can list them without loading what
reads a tape. `recorder.py` makes them.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from unpinch.runtime import folder
from unpinch.terms.refused import Refused

FOLDER, SUFFIX = "recordings", ".npz"
_STAMP = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})(-\d+)?")


class RecordingError(Refused):
    """One line: which recording, what is wrong."""


@dataclass(frozen=True)
class Kept:
    """One recording: its name, when it was begun, and how large the file is."""

    name: str
    begun: datetime
    size: int


def kept() -> list[Kept]:
    """Every recording, the newest first."""
    found = []
    for path in _place().glob(f"*{SUFFIX}"):
        if matched := _NAME.fullmatch(path.stem):
            # A local time, as it stood on the person's clock.
            begun = datetime.strptime(matched[1], _STAMP)  # noqa: DTZ007
            found.append(Kept(path.stem, begun, path.stat().st_size))
    return sorted(found, key=lambda one: one.name, reverse=True)


def path_of(name: str) -> Path:
    """The file of a recording. Raises `RecordingError` if there is none of this name."""
    path = _place() / f"{name}{SUFFIX}"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise RecordingError(f"There is no recording {name}.")
    return path


def new_path(begun: datetime) -> Path:
    """Where a recording that began then goes; the folder is made if need be."""
    place = _place()
    place.mkdir(mode=0o700, exist_ok=True)
    stem = begun.strftime(_STAMP)
    names = [stem, *(f"{stem}-{n}" for n in range(2, 100))]
    return next(path for name in names if not (path := place / f"{name}{SUFFIX}").exists())


def delete(name: str) -> None:
    """Overwrite and remove one. Raises `RecordingError` if there is none of this name."""
    folder.wipe(path_of(name))


def delete_all() -> int:
    """Overwrite and remove every one of them; how many there were."""
    there = kept()
    for one in there:
        delete(one.name)
    return len(there)


def _place() -> Path:
    return folder.data_folder() / FOLDER
