"""The person's own exercises and programs travel in a backup, beside the entries.

A diary that is put back on another machine speaks of programs that lie in
files. So the copy carries them in a table of its own, which the diary itself
never has.
"""

import sqlite3

from unpinch.runtime.own_files import (
    AWAY,
    FOLDERS,
    OwnFileError,
    exercises_away,
    own_files,
    own_folder,
    put,
)

_TABLE = "own_file"
_MAKE = f"CREATE TABLE {_TABLE} (folder TEXT, name TEXT, text TEXT, PRIMARY KEY (folder, name))"

# The safety rules still know an exercise that was taken away, so it travels too.
_EXERCISES_AWAY = f"exercises/{AWAY}"
_FOLDERS = (*FOLDERS, _EXERCISES_AWAY)

File = tuple[str, str, str]
"""Its folder, one of `_FOLDERS`; its name; its text."""


def pack(copy: sqlite3.Connection) -> None:
    """Lay the own files of this machine into a copy of the diary. Raises OwnFileError."""
    there = own_files()
    files = [
        *(("exercises", name, text) for name, text in there.exercises.items()),
        *(("programs", name, text) for name, text in there.programs.items()),
        *((_EXERCISES_AWAY, name, text) for name, text in exercises_away().items()),
    ]
    copy.execute(f"DROP TABLE IF EXISTS {_TABLE}")
    copy.execute(_MAKE)
    copy.executemany(f"INSERT INTO {_TABLE} VALUES (?, ?, ?)", files)  # noqa: S608 - our own table


def unpack(copy: sqlite3.Connection) -> list[File]:
    """Take the own files out of a copy, so that it is a diary and nothing else.

    A backup from before they were carried has none.
    """
    found = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
    if copy.execute(found, (_TABLE,)).fetchone() is None:
        return []
    files: list[File] = copy.execute(f"SELECT folder, name, text FROM {_TABLE}").fetchall()  # noqa: S608
    copy.execute(f"DROP TABLE {_TABLE}")
    return [one for one in files if _ours(*one)]


def lay_out(files: list[File]) -> None:
    """Put them where they were. What has come since then stays. Raises OwnFileError."""
    for folder, name, text in files:
        try:
            put(own_folder(folder) / name, text)
        except OSError as error:
            raise OwnFileError(
                f"{folder}/{name}: the diary is back, this file cannot be written ({error}); "
                "make room and restore once more."
            ) from error


def _ours(folder: str, name: str, text: str) -> bool:
    """A copy may come from anywhere: a name in it must not lead out of the folders."""
    plain = isinstance(name, str) and isinstance(text, str) and name.endswith(".toml")
    return plain and folder in _FOLDERS and not name.startswith(".") and not {*"/\\:"} & {*name}
