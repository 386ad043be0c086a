"""One program at a time uses a data folder.

An open exclusive transaction in a small SQLite file: the operating system lets
it go when the process ends, however it ends, on every platform alike.
"""

import sqlite3
from contextlib import closing

from unpinch.runtime import folder
from unpinch.terms.refused import Refused

_NAME = "in-use.sqlite3"


class InUseError(Refused):
    """One line: somebody else uses the folder, and what to do."""


class Hold:
    """The folder is ours until `let_go`, or until this process ends."""

    def __init__(self) -> None:
        """Take the folder. Raises `InUseError` if another program has it."""
        self._file = sqlite3.connect(
            folder.data_folder() / _NAME, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._file.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._file.close()
            raise InUseError(
                f"Unpinch is open with the data folder {folder.data_folder()}; "
                "close it first (Ctrl-C where it was started)."
            ) from error

    def let_go(self) -> None:
        """The folder is free."""
        with closing(self._file):
            self._file.execute("ROLLBACK")
