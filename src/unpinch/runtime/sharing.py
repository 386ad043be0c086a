"""Writing the diary out to a file that the person names."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from unpinch.care.records import ScreenRecord
from unpinch.exercises.choosing import ChoiceError
from unpinch.journal.entry import Kind
from unpinch.journal.export import csv_lines, json_lines
from unpinch.journal.fhir import Screened, bundle_lines
from unpinch.journal.sessions import Session, sessions
from unpinch.journal.store import shelf
from unpinch.journal.symptoms import around, kept
from unpinch.runtime import clock, diary
from unpinch.runtime.keeping import KeepingError

FORMATS = ("json", "csv", "fhir")


def document(kind: str) -> Iterator[bytes]:
    """The diary in one of the `FORMATS`, a piece at a time."""
    if kind == "csv":
        told = _told()
        said = around(told, kept(shelf.all_of(Kind.SYMPTOMS)))
        return (line.encode() for line in csv_lines(told, said))
    if kind == "fhir":
        return _bundle()
    return json_lines(shelf.everything(), _told(), clock.now())


def today() -> date:
    """The date where the person is."""
    return clock.local_now().date()


def export(kind: str, target: Path) -> None:
    """Write the diary to a new file. Raises `KeepingError`; a file that is there is not touched."""
    if target.exists():
        raise KeepingError(f"{target}: is there already; choose a new name, nothing was written.")
    try:
        _write(document(kind), target)
    except OSError as error:
        target.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise KeepingError(
            f"{target}: cannot be written ({reason}); choose another place."
        ) from error


def _write(pieces: Iterable[bytes], target: Path) -> None:
    with target.open("xb") as file:
        file.writelines(pieces)


def _bundle() -> Iterator[bytes]:
    """For another health record. A plan that the handout refuses by now is not in it."""
    told, records = _told(), kept(shelf.all_of(Kind.SYMPTOMS))
    screens = tuple(
        Screened(entry.key, entry.at, msgspec.json.decode(entry.body, type=ScreenRecord))
        for entry in shelf.all_of(Kind.SCREEN, Kind.SCREEN_CLEAR)
    )
    try:
        plan = diary.plan()
    except ChoiceError:
        plan = None
    return bundle_lines(told, around(told, records), records, screens, plan, clock.now())


def _told() -> tuple[Session, ...]:
    return sessions(shelf.of_all_sessions())
