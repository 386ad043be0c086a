"""A session of the diary as a transcript, which `unpinch replay` plays again."""

from collections.abc import Iterator
from pathlib import Path

from unpinch.exercises.choosing import Choice, chosen_in
from unpinch.exercises.plan import Plan
from unpinch.journal.sessions import Session, sessions, tape
from unpinch.journal.store import shelf
from unpinch.runtime import clock, diary, own_files
from unpinch.runtime.keeping import KeepingError
from unpinch.session import script
from unpinch.session.transcript import head_lines, transcript_lines

_SHORT = 8  # so many letters of an id tell one person's sessions apart


def write_transcript(wanted: str | None, target: Path) -> Session:
    """The last session, or the one that is wanted, into a new file. Raises `KeepingError`."""
    if target.exists():
        raise KeepingError(f"{target}: is there already; choose a new name, nothing was written.")
    session = _last() if wanted is None else _named(wanted)
    own_files.write(target, "\n".join([*_lines(session), ""]))
    return session


def _lines(session: Session) -> Iterator[str]:
    told = tape(shelf.of_session(session.id))
    choices = _choices(told.plan)
    begun = clock.local(session.started)
    yield f"# Session {str(session.id)[:_SHORT]} of {begun:%Y-%m-%d, %H:%M}, from the diary."
    yield "# What was done is from the diary; what was said is worked out again from it."
    if choices is None:
        yield "# Its words or doses were changed for safety, or are others by now: see led."
    if session.ending == "open":
        yield f"# It was left open at {told.reached_ms / 1000:.1f} s; the rest would have come."
    yield from head_lines(told.plan, choices)
    yield ""
    yield from transcript_lines(script(told.plan), told.events)


def _choices(plan: Plan) -> tuple[Choice, ...] | None:
    program = diary.programs().get(plan.program)
    choices = chosen_in(plan, program, diary.library()) if program else None
    whole_seconds = all(not (one.hold_ms or 0) % 1000 for one in choices or ())
    return choices if whole_seconds else None  # a transcript writes a hold in seconds


def _last() -> Session:
    newest = shelf.newest_session()
    session = diary.session(newest) if newest else None
    if session is None:
        raise KeepingError("The diary has no session yet; do one with `unpinch serve`.")
    return session


def _named(wanted: str) -> Session:
    """By its day, or by the beginning of its id."""
    told = sessions(shelf.of_all_sessions())
    found = [one for one in told if wanted in (one.day.isoformat(), str(one.id)[: len(wanted)])]
    if not found:
        raise KeepingError(
            f'--session: "{wanted}" is no session of the diary; write its day, such as 2026-11-22, '
            "or how its id begins: `unpinch export --format csv` has them all."
        )
    if len(found) > 1:
        ids = ", ".join(
            f"{str(one.id)[:_SHORT]} ({clock.local(one.started):%Y-%m-%d, %H:%M})" for one in found
        )
        raise KeepingError(f'--session: "{wanted}" is several; write one of {ids}.')
    return found[0]
