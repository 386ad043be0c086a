"""The diary is the person's own: copy it, put a copy back, erase it.

A backup is one SQLite file, with the person's own exercises and programs in it.
What is put back is looked at first, in a copy beside the diary, and takes its
place in one step or not at all.
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import msgspec
from django.core.management import call_command
from django.db import connection, connections

from unpinch.journal.entry import Kind
from unpinch.journal.store import schema, shelf
from unpinch.runtime import carried, diary, folder
from unpinch.runtime.own_files import AWAY, FOLDERS, OwnFileError
from unpinch.terms.refused import Refused

_TABLE = "store_entryrow"
_CANDIDATE, _BEFORE = "diary.restoring.sqlite3", "diary.before-restore.sqlite3"
_BESIDE = ("", "-wal", "-shm", "-journal")
# The emptied diary itself, and what keeps others out. The list of paired devices goes: it says
# when who was there.
_NOT_THE_RECORD = (folder.diary_file().name, "signing-key", "in-use", "network-")


class KeepingError(Refused):
    """One line: which file, what is wrong, what to do. The diary is as it was."""


class Backup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A copy was made, and where: so that erasing can name what it cannot reach."""

    path: str


class Erased(msgspec.Struct, frozen=True):
    """What erasing left: copies elsewhere, and files the person wrote."""

    copies: tuple[str, ...]
    own_files: tuple[str, ...]


def back_up(target: Path) -> int:
    """Copy the whole diary into one new file; how many entries it holds. Raises `KeepingError`."""
    if target.exists():
        raise KeepingError(f"{target}: is there already; choose a new name, nothing was written.")
    diary.write(Kind.BACKUP, Backup(path=str(target.absolute())))
    try:
        with closing(_opened(folder.diary_file())) as ours, closing(_opened(target)) as copy:
            ours.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            carried.pack(copy)
            count: int = copy.execute(f"SELECT COUNT(*) FROM {_TABLE}").fetchone()[0]  # noqa: S608
            return count
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise KeepingError(
            f"{target}: cannot be written ({error}); choose another place."
        ) from error
    except OwnFileError:
        target.unlink(missing_ok=True)
        raise


def copy_of_all() -> bytes:
    """The whole diary as the letters of one file, for a page to hand out."""
    with tempfile.TemporaryDirectory(dir=folder.data_folder()) as place:
        copy = Path(place) / "copy"
        _copy(folder.diary_file(), copy, carrying=True)
        return copy.read_bytes()


def restore(source: Path) -> int:
    """Put a backup in the diary's place; how many entries it holds. Raises `KeepingError`.

    An older diary is brought up to date on the way. The present one is kept
    beside it until the next restore, and comes back with `unpinch restore`.
    """
    candidate = folder.data_folder() / _CANDIDATE
    try:
        _copy(source, candidate)
        count = _looked_over(source, candidate)
        files = _taken_out(source, candidate)
        _change_places(candidate)
        carried.lay_out(files)
    finally:
        for ending in _BESIDE:
            _beside(candidate, ending).unlink(missing_ok=True)
    return count


def erase() -> Erased:
    """Erase the record and the recordings, with everything SQLite keeps beside them.

    Works while pages are open: rows, free pages and the write-ahead file are
    cleared in place. The signing key stays, so that open pages stay known.
    """
    copies = _copies()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_TABLE}")  # noqa: S608 - our own table
        cursor.execute("DELETE FROM sqlite_sequence")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = folder.data_folder()
    for file in sorted(data.rglob("*"), reverse=True):
        if not _stays(file.relative_to(data)):
            file.rmdir() if file.is_dir() else folder.wipe(file)
    own = tuple(str(p) for name in FOLDERS for p in sorted((data / name).glob("*.toml")))
    return Erased(copies=copies, own_files=own)


def _stays(place: Path) -> bool:
    """The emptied diary itself, key and lock, and what the person wrote with an editor."""
    ours = place.name.startswith(_NOT_THE_RECORD)
    own = place.parts[0] in FOLDERS and AWAY not in place.parts
    return own or ours


def _copies() -> tuple[str, ...]:
    """Backups this diary knows of that are still there, outside its own folder."""
    known = {msgspec.json.decode(e.body, type=Backup).path for e in shelf.all_of(Kind.BACKUP)}
    return tuple(sorted(path for path in known if Path(path).exists()))


def _copy(source: Path, target: Path, *, carrying: bool = False) -> None:
    """Copy a whole SQLite file, the write-ahead part too; carrying the own files if asked."""
    target.unlink(missing_ok=True)
    if not source.is_file():
        raise KeepingError(f"{source}: is not there; name a file made by `unpinch backup`.")
    try:
        with closing(_opened(source, read_only=True)) as theirs, closing(_opened(target)) as ours:
            theirs.backup(ours)
            if carrying:
                carried.pack(ours)
    except (sqlite3.Error, OSError) as error:
        raise KeepingError(_not_a_backup(source)) from error


def _taken_out(source: Path, candidate: Path) -> list[carried.File]:
    try:
        with closing(_opened(candidate)) as copy:
            return carried.unpack(copy)
    except sqlite3.Error as error:
        raise KeepingError(_not_a_backup(source)) from error


def _looked_over(source: Path, candidate: Path) -> int:
    """The number of entries, if this is a sound diary of ours; brought up to date."""
    try:
        with closing(_opened(candidate)) as file:
            sound = file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            known = {row[0] for row in file.execute(_MIGRATIONS)}
            count: int = file.execute(f"SELECT COUNT(*) FROM {_TABLE}").fetchone()[0]  # noqa: S608
    except sqlite3.Error as error:
        raise KeepingError(_not_a_backup(source)) from error
    if not sound or not known:
        raise KeepingError(_not_a_backup(source))
    if newer := known - set(schema.names()):
        raise KeepingError(
            f"{source}: was made by a newer Unpinch ({max(newer)}); update Unpinch first."
        )
    _bring_up_to_date(candidate)
    return count


_MIGRATIONS = "SELECT name FROM django_migrations WHERE app = 'store'"


def _bring_up_to_date(candidate: Path) -> None:
    connections["default"].close()
    present = connections["default"].settings_dict["NAME"]
    connections["default"].settings_dict["NAME"] = candidate
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = present


def _change_places(candidate: Path) -> None:
    """One transaction: either all of the candidate is the diary, or nothing of it."""
    ours, before = folder.diary_file(), folder.data_folder() / _BEFORE
    _copy(ours, before, carrying=True)
    with closing(_opened(candidate, read_only=True)) as new, closing(_opened(ours)) as diary_now:
        new.backup(diary_now)


def _not_a_backup(source: Path) -> str:
    return (
        f"{source}: is not a backup of Unpinch; name a file made by `unpinch backup`. "
        "The present diary is as it was."
    )


def _opened(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    mode = "?mode=ro" if read_only else ""
    return sqlite3.connect(f"{path.absolute().as_uri()}{mode}", uri=True, isolation_level=None)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
