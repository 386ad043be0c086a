"""The sheet that is being confirmed. It lies in the data folder, so a reload or a restart finds it.

It is not part of the diary: it is gone once it is confirmed, thrown away or the diary is erased.
"""

from pathlib import Path

import msgspec

from unpinch.handout import read
from unpinch.handout.confirming import Sitting
from unpinch.runtime.folder import data_folder
from unpinch.terms.refused import Refused

MOST_LETTERS = 100_000  # some forty pages; a handout has one to ten
MOST_EXERCISES = 40
_NAME = "handout-in-hand.json"


class SheetError(Refused):
    """One line: why this cannot be read as a handout, and what to do."""


def in_hand() -> Sitting | None:
    """The sheet in hand, if there is one."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=Sitting)
    except (FileNotFoundError, msgspec.DecodeError):
        return None  # none, or one from another version: it is read again from its sheet


def keep(sitting: Sitting) -> None:
    """Write it, in one step."""
    beside = _file().with_suffix(".new")
    beside.write_bytes(msgspec.json.encode(sitting))
    beside.replace(_file())


def forget() -> None:
    """Nothing is in hand any more."""
    _file().unlink(missing_ok=True)


def begin(text: str, origin: str = "typed", remarks: tuple[str, ...] = ()) -> Sitting:
    """Read a sheet and keep it. Raises SheetError."""
    if not text.strip():
        raise SheetError("There is nothing to read yet. Paste or type your handout, or add a file.")
    if len(text) > MOST_LETTERS:
        raise SheetError(
            f"That has {len(text):,} letters, and {MOST_LETTERS:,} is the most; "
            "leave only the pages with the exercises."
        )
    draft = read(text)
    if not draft.exercises:
        raise SheetError(
            "No exercise was found in it. Give each one a line with its name, "
            "and under it what to do, how long and how many times."
        )
    if len(draft.exercises) > MOST_EXERCISES:
        raise SheetError(
            f"{len(draft.exercises)} exercises were found, and {MOST_EXERCISES} is the most; "
            "leave only those that you were given."
        )
    found = Sitting(text=text, draft=draft, origin=origin, remarks=remarks)
    keep(found)
    return found


def _file() -> Path:
    return data_folder() / _NAME
