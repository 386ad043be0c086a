"""The diary for others to read: everything as JSON, the sessions as a table."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from unpinch.journal.entry import Entry
from unpinch.journal.sessions import Session

FORMAT = 1
COLUMNS = (
    "day", "started", "session", "ending", "exercise", "variation", "result",
    "holds", "of", "held_s", "held_left_s", "held_right_s", "hurt",
)  # fmt: skip


def json_lines(
    entries: Iterable[Entry], told: Iterable[Session], exported: datetime
) -> Iterator[bytes]:
    """One JSON document, a line at a time: every entry as it was written, then the sessions."""
    head = {"unpinch": "diary", "format": FORMAT, "exported": exported}
    yield msgspec.json.encode(head)[:-1] + b',\n"entries": [\n'
    yield from _rows(entries)
    yield b'\n],\n"sessions": [\n'
    yield from _rows(told)
    yield b"\n]}\n"


def _rows(rows: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    between = b""
    for row in rows:
        yield between + msgspec.json.encode(row)
        between = b",\n"


def csv_lines(told: Iterable[Session]) -> Iterator[str]:
    """One line an exercise of a session, seconds and counts, for a spreadsheet."""
    yield _line(COLUMNS)
    for session in told:
        for about in session.summary.exercises:
            yield _line(
                (
                    session.day.isoformat(),
                    session.started.isoformat(timespec="seconds"),
                    session.id,
                    session.ending,
                    about.exercise,
                    about.variation or "",
                    about.result,
                    about.holds,
                    about.of,
                    about.held_ms / 1000,
                    about.held_left_ms / 1000,
                    about.held_right_ms / 1000,
                    "yes" if about.result == "hurt" else "no",
                )
            )


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
