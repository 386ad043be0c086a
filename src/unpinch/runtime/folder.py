"""The data folder: where it is, that only its owner can look in, and what lies there."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from unpinch.terms.refused import Refused

_VARIABLE = "UNPINCH_DATA"
_DIARY = "diary.sqlite3"
# A file of this name in a data folder: what is in the diary was made up (tools/simulated_weeks.py).
SIMULATED = "simulated"
_OWNER_ONLY, _OWNER_READS = 0o700, 0o600


class FolderError(Refused):
    """One line: which folder, what is wrong, what to do."""


def choose(folder: Path | None) -> Path:
    """Use this folder from now on, in this process and its children; make it if need be.

    Raises `FolderError` if it cannot be made or written to.
    """
    os.umask(0o077)  # whatever we write, only its owner reads
    chosen = _named(folder)
    try:
        chosen.mkdir(parents=True, exist_ok=True, mode=_OWNER_ONLY)
        chosen.chmod(_OWNER_ONLY)
        with tempfile.TemporaryFile(dir=chosen):
            pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FolderError(
            f"The data folder {chosen} cannot be used ({reason}); "
            "choose another one with --data FOLDER."
        ) from error
    os.environ[_VARIABLE] = str(chosen)
    return chosen


def choose_kept(folder: Path | None) -> Path:
    """The same for a folder with a diary in it, or a new one that somebody made.

    A slip in its name makes no empty diary. Raises `FolderError`.
    """
    chosen = _named(folder)
    new = chosen.is_dir() and not any(chosen.iterdir())
    if not (new or (chosen / _DIARY).is_file()):
        raise FolderError(
            f"The data folder {chosen} has no diary; `unpinch serve` begins one, "
            "--data FOLDER names another."
        )
    return choose(chosen)


def _named(folder: Path | None) -> Path:
    return (folder or data_folder()).expanduser().absolute()


def data_folder() -> Path:
    """The folder in use: the one that was chosen, else the platform's own place for data."""
    named = os.environ.get(_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("unpinch", appauthor=False)


def is_simulated() -> bool:
    """Whether the diary is of nobody."""
    return (data_folder() / SIMULATED).exists()


def diary_file() -> Path:
    """The diary: one SQLite file."""
    return data_folder() / _DIARY


def signing_key() -> str:
    """The key that signs the cookie. Made once, readable by the owner only, survives restarts."""
    path = data_folder() / "signing-key"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(48)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_READS)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key


def wipe(file: Path) -> None:
    """Overwrite, then remove: name and letters are gone, as far as the disk obeys."""
    if not file.is_symlink():
        with file.open("r+b") as letters:
            for block in _blocks(file.stat().st_size):
                letters.write(block)
            letters.flush()
            os.fsync(letters.fileno())
    file.unlink()


def _blocks(size: int) -> Iterator[bytes]:
    block = 1 << 20
    while size > 0:
        yield bytes(min(size, block))
        size -= block
