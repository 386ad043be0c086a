"""Tables: rows with bars or tabs, where the head says what a bare number below it counts.

Three forms are met. A head over rows, one row an exercise ("Exercise | Sets | Reps"); a head over
one row, which belongs to the exercise around it ("Repetitions | Days per week"); and rows that
begin with their own label ("Repetitions | 10").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unpinch.handout.dosing import labels_dose, opens_with_dose
from unpinch.handout.label import is_dose_label, label_at
from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import is_name
from unpinch.handout.plain import plain

_NAMING = re.compile(r"(?:exercises?|name|stretch(?:es)?|movement|activity|what)\b", re.IGNORECASE)


# "Reps 10" is a value; "Set 1" only labels what follows.
_VALUED = re.compile(r"(?:reps|sets|repetitions|hold) ?[:=]? ?\d", re.IGNORECASE)
_WHEN = re.compile(r"(?:weeks?|days?|dates?|phase|stage|months?|level|no\.?|#)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """One cell's place in the text."""

    start: int
    end: int


@dataclass(frozen=True)
class Table:
    """The rows of one table, its head if it has one, and the column that names exercises."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]  # line and cells
    naming: int | None


def table(text: str, found: list[Line], at: int, stop: int) -> Table:
    """Read the rows from one line up to, not with, another."""
    rows = [
        (number, _split(text, found[number]))
        for number in range(at, stop)
        if found[number].kind is Kind.ROW
    ]
    rows = [(number, row) for number, row in rows if row]
    head = rows[0][1] if rows and _is_head(text, rows[0][1]) else ()
    body = tuple(rows[1:] if head else rows)
    naming = _naming_column(text, head) if head else _names_in_front(text, body)
    return Table(head, body, naming)


def cells(text: str, found: list[Line], at: int, stop: int) -> Iterator[tuple[int, int, str, int]]:
    """Each cell with a value: start, end, the words that lead into it, and its line.

    A table that names exercises is no part of the exercise around it.
    """
    whole = table(text, found, at, stop)
    if whole.naming is not None:
        return
    for number, row in whole.rows:
        yield from row_cells(text, whole, number, row)


def row_cells(
    text: str, whole: Table, number: int, row: tuple[Cell, ...]
) -> Iterator[tuple[int, int, str, int]]:
    """The cells of one row, a labelling cell going into the lead of the one after it."""
    label = ""
    for column, cell in enumerate(row):
        words = text[cell.start : cell.end]
        if whole.head and column < len(whole.head):
            over = whole.head[column]
            label = text[over.start : over.end]
        elif not _VALUED.match(words) and (is_dose_label(words) or _any_label(words)):
            label = words
            continue
        lead = plain(label).strip(" :=") + ": " if label else ""
        yield cell.start, cell.end, lead, number
        label = ""


def _any_label(words: str) -> bool:
    found = label_at(plain(words), 0, len(words))
    return found is not None and not words[found[1] :].strip()


def _split(text: str, line: Line) -> tuple[Cell, ...]:
    mark = "\t" if "\t" in text[line.start : line.end] else "|"
    places: list[Cell] = []
    start = line.start
    for end in [*_marks(text, mark, line), line.end]:
        left, right = start, end
        while left < right and text[left] in " \t*":
            left += 1
        while right > left and text[right - 1] in " \t*":
            right -= 1
        if left < right or (start > line.start and end < line.end):
            places.append(Cell(left, right))
        start = end + 1
    return tuple(places)


def _marks(text: str, mark: str, line: Line) -> list[int]:
    return [at for at in range(line.start, line.end) if text[at] == mark]


def _is_head(text: str, row: tuple[Cell, ...]) -> bool:
    words = [text[cell.start : cell.end] for cell in row]
    dosed = sum(is_dose_label(word) for word in words)
    if not dosed or any(any(c.isdigit() for c in word) for word in words):
        return False
    return dosed == len(words) or (dosed >= 1 and (len(words) > 2 or bool(_NAMING.match(words[0]))))


def _names_in_front(text: str, body: tuple[tuple[int, tuple[Cell, ...]], ...]) -> int | None:
    """Rows without a head, each a name and its dose: "Knees to chest | 15 to 60 seconds"."""
    named = [_is_name_and_dose(text, row) for _, row in body]
    return 0 if len(named) > 1 and all(named) else None


def _is_name_and_dose(text: str, row: tuple[Cell, ...]) -> bool:
    if len(row) < 2:
        return False
    name, dose = (text[cell.start : cell.end] for cell in row[:2])
    said = plain(name)
    return is_name(name, said) and not labels_dose(said) and opens_with_dose(plain(dose))


def _naming_column(text: str, head: tuple[Cell, ...]) -> int | None:
    words = [text[cell.start : cell.end] for cell in head]
    named = [n for n, word in enumerate(words) if _NAMING.match(word)]
    other = [n for n, word in enumerate(words) if not (is_dose_label(word) or _WHEN.match(word))]
    return next(iter(named + other), None)
