"""The diary for others to read: everything as JSON, the sessions as a table.

A line of the table is an exercise of a session. What was answered around the session stands in
the first of its lines, so that a column holds each answer once; an empty cell there is no answer.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain, repeat
from uuid import UUID

import msgspec

from unpinch.care.symptoms import LEGS, Feeling, Report, Scale
from unpinch.journal.entry import Entry
from unpinch.journal.sessions import Session
from unpinch.journal.symptoms import Around, Kept, Moment
from unpinch.journal.trend import mapped
from unpinch.session.summary import ExerciseSummary
from unpinch.terms.dose import Kind
from unpinch.terms.side import Side

FORMAT = 1
_DONE = (
    "day", "started", "session", "ending", "exercise", "variation", "result",
    "holds", "of", "held_s", "held_left_s", "held_right_s", "hurt",
)  # fmt: skip
_RATED = tuple(scale.value.replace(" ", "_") for scale in Scale)
_MARKED = tuple(f"{feeling}_{side}_leg" for feeling in Feeling for side in LEGS)
_ANSWERED = (
    *(f"{moment}_{what}" for moment in Moment for what in (*_RATED, *_MARKED)),
    "strongest_during",
    "settled",
    "morning_compared",
)
# New columns come last, so that whoever reads by place finds what was there where it was.
_WENT_ON = ("kind", "went_on_s", "went_on_left_s", "went_on_right_s")
COLUMNS = (*_DONE, "hurt_where", *_ANSWERED, *_WENT_ON)
NOTHING = "nothing marked"


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


def csv_lines(told: Iterable[Session], said: Mapping[UUID, Around]) -> Iterator[str]:
    """One line an exercise of a session, with the answers in the session's first line."""
    yield _line(COLUMNS)
    for session in told:
        first = (_where_it_hurt(session), *_answers(said.get(session.id, Around())))
        only_once = chain([first], repeat(()))
        for about, answers in zip(session.summary.exercises, only_once, strict=False):
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
                    *_seconds(about, held=True),
                    "yes" if about.result == "hurt" else "no",
                    *(answers or repeat("", len(_ANSWERED) + 1)),
                    about.kind,
                    *_seconds(about, held=False),
                )
            )


def _seconds(about: ExerciseSummary, *, held: bool) -> Iterator[float]:
    """How long in all, left and right: what was held, or what went on and was not held."""
    counts = (about.kind is Kind.HOLD) is held
    for ms in (about.held_ms, about.held_left_ms, about.held_right_ms):
        yield ms / 1000 if counts else 0.0


def _where_it_hurt(session: Session) -> str:
    """Each pain of the session, as far as it was said: "thigh, sharp; foot"."""
    said = (", ".join(str(w) for w in (p.where, p.kind) if w) for p in session.summary.pains)
    return "; ".join(pain or "not said" for pain in said)


def _answers(around: Around) -> Iterator[object]:
    for moment in Moment:
        yield from _report(around.report(moment) or Report())
    yield _said(around.after, "peak")
    yield _said(around.morning, "settled")
    yield _said(around.morning, "compared")


def _report(report: Report) -> Iterator[object]:
    for scale in Scale:
        rating = report.rating(scale)
        yield "" if rating is None else rating
    for feeling in Feeling:
        for side in LEGS:
            yield _marked(report, feeling, side)


def _marked(report: Report, feeling: Feeling, side: Side) -> str:
    patches = report.leg(side).marked(feeling)
    return "; ".join(patches) or (NOTHING if mapped(report) else "")


def _said(kept: Kept | None, what: str) -> object:
    given = getattr(kept.record, what) if kept else None
    return "" if given is None else given


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
