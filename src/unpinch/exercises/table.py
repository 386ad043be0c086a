"""One table of a file, read key by key. Every slip is noted and reading goes on.

A method that finds a slip returns an empty stand-in; the file is refused as a
whole afterwards, so no stand-in ever leaves this room.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from unpinch.exercises.problems import Problems, one_of, remedy
from unpinch.exercises.quantity import QuantityError, shown

Read = TypeVar("Read")

LONGEST_REMARK = 400
LONGEST_NAME = 40  # it is spoken, and it is a heading on a phone


class Table:
    """A table and where it stands: "[dose]", "[[form]] 2", or "" for the head of the file."""

    def __init__(self, problems: Problems, place: str, data: dict[str, object]) -> None:
        self.problems = problems
        self.place = place
        self.data = data

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def note(self, key: str, what: str) -> None:
        """Note a slip at this key."""
        self.problems.add(f"{self.place} {key}".strip(), what)

    def only(self, known: Sequence[str], tables: Sequence[str] = ()) -> None:
        """Refuse every key that is not known here."""
        for key, value in self.data.items():
            if key in known or key in tables:
                continue
            slip = f"is not known here; {remedy(key, (*known, *tables))}"
            if isinstance(value, dict):
                self.problems.add(f"[{self._under(key)}]", slip)
            else:
                self.note(key, slip)

    def missing(self, key: str, what: str) -> bool:
        """Note a key that has to be there and is not."""
        if key not in self.data:
            self.note(key, f"is missing; {what}")
            return True
        return False

    def remark(
        self, key: str, example: str, *, required: bool = True, longest: int = LONGEST_REMARK
    ) -> str:
        """Words that are read, not spoken."""
        if key not in self.data:
            if required:
                self.missing(key, f'write {key} = "{example}"')
            return ""
        value = self.data[key]
        if not isinstance(value, str):
            self.note(key, f"{shown(value)} is not words; write them in quotes")
            return ""
        value = " ".join(value.split())
        if not value:
            self.note(key, f'is empty; write something such as "{example}"')
        if len(value) > longest:
            self.note(key, f"is {len(value)} letters long; {longest} is the most")
        return value

    def remarks(self, key: str) -> tuple[str, ...]:
        """A list of names; absent is none."""
        value = self.data.get(key, [])
        if isinstance(value, list) and all(
            isinstance(each, str) and each.strip() for each in value
        ):
            return tuple(" ".join(each.split()) for each in value)
        self.note(key, f'has to be a list of words; write {key} = ["one", "another"]')
        return ()

    def word(self, key: str, known: Sequence[str], *, required: bool = True) -> str | None:
        """One of a few known words."""
        if key not in self.data:
            if required:
                self.missing(key, f"write {one_of(known)}")
            return None
        value = self.data[key]
        if isinstance(value, str) and value in known:
            return value
        hint = remedy(value, known) if isinstance(value, str) else f"write {one_of(known)}"
        self.note(key, f"{shown(value)} is not known; {hint}")
        return None

    def flag(self, key: str) -> bool:
        """true or false."""
        if self.missing(key, "write true or false"):
            return False
        value = self.data[key]
        if not isinstance(value, bool):
            self.note(key, f"{shown(value)} is not known; write true or false, without quotes")
        return value is True

    def number(self, key: str) -> float | None:
        """A plain number."""
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.note(key, f"{shown(value)} is not a number; write it without quotes, such as 90")
            return None
        return float(value)

    def quantity(
        self, key: str, read: Callable[[object], Read], example: str, *, required: bool = True
    ) -> Read | None:
        """A quantity as people write it."""
        if key not in self.data:
            if required:
                self.missing(key, f"write {key} = {example}")
            return None
        try:
            return read(self.data[key])
        except QuantityError as slip:
            self.note(key, str(slip))
            return None

    def table(self, key: str, *, required: bool = False) -> "Table | None":
        """The table under this key."""
        name = self._under(key)
        if key not in self.data:
            if required:
                self.problems.add(f"[{name}]", f"is missing; write [{name}] on a line of its own")
            return None
        value = self.data[key]
        if not isinstance(value, dict):
            self.note(key, f"has to be a table; write [{name}] on a line of its own")
            return None
        return Table(self.problems, f"[{name}]", value)

    def _under(self, key: str) -> str:
        return f"{self.place.strip('[]')}.{key}" if self.place else key

    def tables(self, key: str) -> list["Table"]:
        """Every table under [[key]], numbered from 1."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.note(key, f"may be there several times; write [[{key}]] with two brackets")
            return []
        return [
            Table(self.problems, f"[[{key}]] {number}", each)
            for number, each in enumerate(value, start=1)
        ]
