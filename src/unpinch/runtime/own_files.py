"""Exercise and program files of the person's own, and the files a command is given.

In the data folder, `exercises/*.toml` and `programs/*.toml` stand beside those
that are shipped. A folder that is not there is empty.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unpinch.runtime import unreadable
from unpinch.runtime.folder import data_folder
from unpinch.terms.refused import Refused

# An exercise file has about 6,000 letters; what is far beyond is something else.
_LARGEST = 200_000


FOLDERS = ("exercises", "programs")
AWAY = ".away"  # what was taken away lies here, beside what is there, so that it can be put back
Stamp = tuple[tuple[str, int, int], ...]


class OwnFileError(Refused):
    """One line: which file, what is wrong, what to do."""


@dataclass(frozen=True)
class OwnFiles:
    """The texts by file name."""

    exercises: dict[str, str]
    programs: dict[str, str]


def own_files(folder: Path | None = None) -> OwnFiles:
    """What lies in the data folder. Raises OwnFileError, also if a named folder is not there."""
    if folder is not None and not folder.is_dir():
        raise OwnFileError(f"--data: {folder} is not a folder; name the one with your files.")
    data = folder or data_folder()
    return OwnFiles(exercises=_texts(data / "exercises"), programs=_texts(data / "programs"))


def exercises_away() -> dict[str, str]:
    """The exercises that were taken away, as texts by file name. Raises OwnFileError."""
    return _texts(data_folder() / "exercises" / AWAY)


def own_files_stamp() -> Stamp:
    """Changes when any of the files does: cheaper than reading them."""
    return _stamp(*FOLDERS)


def exercises_away_stamp() -> Stamp:
    """The same of the exercises that were taken away."""
    return _stamp(f"exercises/{AWAY}")


def _stamp(*folders: str) -> Stamp:
    data = data_folder()
    return tuple(sorted(each for name in folders for each in _stamps(data / name)))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as there:
            for each in there:
                if each.name.endswith(".toml") and not each.name.startswith("."):
                    told = each.stat()
                    yield each.path, told.st_mtime_ns, told.st_size
    except FileNotFoundError:
        return
    except OSError as error:
        raise OwnFileError(f"{folder}: cannot be read ({_reason(error)}).") from error


def read(path: Path) -> str:
    """A file's text. Raises OwnFileError."""
    try:
        if path.stat().st_size > _LARGEST:
            raise OwnFileError(f"{path}: is too large to be an exercise or a program.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise OwnFileError(f"{path}: is not plain text; save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        raise OwnFileError(f"{path}: {unreadable.why(error)}") from error


def write(path: Path, text: str) -> None:
    """Write a file. Raises OwnFileError."""
    try:
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise OwnFileError(
            f"{path}: cannot be written ({_reason(error)}); choose another place with -o."
        ) from error


def own_folder(name: str) -> Path:
    """The folder of the person's own exercises or programs; made if need be."""
    folder = data_folder() / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def put(file: Path, text: str) -> None:
    """Write one of them in one step, so that no reader ever finds half a file."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def _texts(folder: Path) -> dict[str, str]:
    try:
        there = sorted(folder.glob("*.toml"))
    except OSError as error:
        raise OwnFileError(f"{folder}: cannot be read ({_reason(error)}).") from error
    return {path.name: read(path) for path in there if not path.name.startswith(".")}


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
