"""The one table: what is written stays, and is stored once."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from unpinch.journal.entry import FORMAT, RULES, Entry, Kind
from unpinch.journal.store import schema, shelf
from unpinch.journal.store.models import AppendOnlyError, EntryRow

pytestmark = pytest.mark.usefixtures("diary")


def entry(body: bytes = b"{}") -> Entry:
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    return Entry(key=uuid4(), kind=Kind.SETTINGS, at=at, day=at.date(), body=msgspec.Raw(body))


def test_what_is_written_is_read_back_with_its_versions() -> None:
    written = entry(b'{"pace":"slow"}')
    shelf.append(written)
    read = shelf.newest(Kind.SETTINGS)

    assert read is not None
    assert (read.key, bytes(read.body), read.at) == (written.key, b'{"pace":"slow"}', written.at)
    assert (read.format, read.rules) == (FORMAT, RULES)


def test_the_same_key_is_stored_once() -> None:
    once = entry()

    assert shelf.append(once)
    assert not shelf.append(once)
    assert EntryRow.objects.count() == 1


def test_nothing_that_was_written_can_be_changed_or_deleted() -> None:
    shelf.append(entry())
    row = EntryRow.objects.get()

    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()
    with pytest.raises(AppendOnlyError):
        EntryRow.objects.update(kind="other")
    with pytest.raises(AppendOnlyError):
        EntryRow.objects.filter(kind="settings").delete()


def test_the_newest_migration_is_the_one_that_is_looked_for() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    newest = max(file.stem for file in folder.glob("0*.py"))

    assert newest == schema.NEWEST
