"""The diary is the person's own: copy it, put a copy back, erase it.

A backup is one SQLite file, with the person's own exercises and programs in it.
What is put back is looked at first, in a copy beside the diary, and takes its
place in one step or not at all.
"""

import sqlite3
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path

import msgspec
from django.core.management import call_command
from django.db import connection, connections

from unpinch.journal.entry import Kind
from unpinch.journal.store import schema, shelf
from unpinch.runtime import carried, clock, diary, folder
from unpinch.runtime.own_files import AWAY, FOLDERS, OwnFileError
from unpinch.terms.refused import Refused

_TABLE = "store_entryrow"
_COUNT = f"SELECT COUNT(*) FROM {_TABLE}"  # noqa: S608 - our own table
_CANDIDATE, _BEFORE = "diary.restoring.sqlite3", "diary.before-restore-{}.sqlite3"
_BESIDE = ("", "-wal", "-shm", "-journal")
# What erasing takes besides the rows, by how its name begins. The emptied diary itself stays, what
# keeps others out, and whatever is not ours: somebody may have named a folder of theirs. The list
# of paired devices goes: it says when who was there.
_HALF_DONE = "copy-"
_ERASED = (
    "diary.before-restore",
    "diary.restoring",
    "handout-in-hand.",
    "devices.json",
    _HALF_DONE,
)
_RECORDINGS = "recordings"


class KeepingError(Refused):
    """One line: which file, what is wrong, what to do. The diary is as it was."""


class Backup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A copy was made, and where: so that erasing can name what it cannot reach."""

    path: str


class Restored(msgspec.Struct, frozen=True):
    """What was put back, and where the diary lies that was there before."""

    entries: int
    before: Path


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
            entries: int = copy.execute(_COUNT).fetchone()[0]
            return entries
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
    with tempfile.TemporaryDirectory(prefix=_HALF_DONE, dir=folder.data_folder()) as place:
        copy = Path(place) / "copy"
        _copy(folder.diary_file(), copy, carrying=True)
        return copy.read_bytes()


def restore(source: Path) -> Restored:
    """Put a backup in the diary's place. Raises `KeepingError`.

    An older diary is brought up to date on the way. The present one is kept
    beside it, under a name that no other restore has, and comes back with `unpinch restore`.
    """
    candidate = folder.data_folder() / _CANDIDATE
    try:
        _copy(source, candidate)
        entries = _looked_over(source, candidate)
        files = _taken_out(source, candidate)
        before = _change_places(candidate)
        carried.lay_out(files)
    finally:
        for ending in _BESIDE:
            _beside(candidate, ending).unlink(missing_ok=True)
    return Restored(entries=entries, before=before)


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
        if _goes(file.relative_to(data)):
            file.rmdir() if file.is_dir() else folder.wipe(file)
    own = tuple(str(p) for name in FOLDERS for p in sorted((data / name).glob("*.toml")))
    return Erased(copies=copies, own_files=own)


def _goes(place: Path) -> bool:
    """The recordings, copies and lists; and own files that were taken away, not those in use."""
    top, *below = place.parts
    away = top in FOLDERS and AWAY in below
    return top.startswith(_ERASED) or top == _RECORDINGS or away


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
            entries: int = file.execute(_COUNT).fetchone()[0]
    except sqlite3.Error as error:
        raise KeepingError(_not_a_backup(source)) from error
    if not sound or not known:
        raise KeepingError(_not_a_backup(source))
    if newer := known - set(schema.names()):
        raise KeepingError(
            f"{source}: was made by a newer Unpinch ({max(newer)}); update Unpinch first."
        )
    _bring_up_to_date(candidate)
    return entries


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


def _change_places(candidate: Path) -> Path:
    """One transaction: either all of the candidate is the diary, or nothing of it."""
    ours, before = folder.diary_file(), _free_name()
    _copy(ours, before, carrying=True)
    with closing(_opened(candidate, read_only=True)) as new, closing(_opened(ours)) as diary_now:
        new.backup(diary_now)
    return before


def _free_name() -> Path:
    """Dated, and one further if need be: what a restore set aside, no other writes over."""
    day = clock.local_now().date().isoformat()
    names = (_BEFORE.format(f"{day}-{n}" if n > 1 else day) for n in count(1))
    places = (folder.data_folder() / name for name in names)
    return next(place for place in places if not place.exists())


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
