"""Entries in and out of the table."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction
from django.db.models import Q

from unpinch.journal.entry import Entry, Kind
from unpinch.journal.store.models import EntryRow

_HEADS = (Kind.SESSION_STARTED.value, Kind.SESSION_ENDED.value)


class Mark(msgspec.Struct, frozen=True):
    """How far the diary was written: the last row there was."""

    id: int
    key: UUID


def append(entry: Entry) -> bool:
    """Write one entry. False if an entry with its key is there already: stored once."""
    row = EntryRow(
        key=entry.key,
        kind=entry.kind.value,
        session=entry.session,
        at=entry.at,
        day=entry.day,
        body=bytes(entry.body).decode(),
        format=entry.format,
        rules=entry.rules,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if EntryRow.objects.filter(key=entry.key).exists():
            return False
        raise
    return True


def newest(kind: Kind) -> Entry | None:
    """The last entry of a kind."""
    row = EntryRow.objects.filter(kind=kind.value).order_by("-id").first()
    return _entry(row) if row else None


def all_of(*kinds: Kind) -> tuple[Entry, ...]:
    """All entries of these kinds, in the order in which they came."""
    named = [kind.value for kind in kinds]
    return tuple(_entries(EntryRow.objects.filter(kind__in=named).order_by("id")))


def all_and_newest(kinds: tuple[Kind, ...], other: Kind, newest: int) -> tuple[Entry, ...]:
    """All entries of these kinds and the `newest` few of another one, as they came."""
    named = [kind.value for kind in kinds]
    ids = EntryRow.objects.filter(kind=other.value).order_by("-id").values_list("id", flat=True)
    rows = EntryRow.objects.filter(Q(kind__in=named) | Q(id__in=list(ids[:newest])))
    return tuple(_entries(rows.order_by("id")))


def since(day: date, *kinds: Kind) -> tuple[Entry, ...]:
    """The entries of these kinds from that day on, in the order in which they came."""
    named = [kind.value for kind in kinds]
    rows = EntryRow.objects.filter(day__gte=day, kind__in=named).order_by("id")
    return tuple(_entries(rows))


def latest(kind: Kind, count: int) -> tuple[Entry, ...]:
    """The last few entries of a kind, the newest first."""
    rows = EntryRow.objects.filter(kind=kind.value).order_by("-id")[:count]
    return tuple(_entries(rows))


def first(kind: Kind) -> Entry | None:
    """The first entry of a kind."""
    row = EntryRow.objects.filter(kind=kind.value).order_by("id").first()
    return _entry(row) if row else None


def first_day(*kinds: Kind) -> date | None:
    """The earliest day of which an entry of these kinds is."""
    firsts = [EntryRow.objects.filter(kind=kind.value).order_by("day") for kind in kinds]
    days = [day for rows in firsts for day in rows.values_list("day", flat=True)[:1]]
    return min(days, default=None)


def everything() -> Iterator[Entry]:
    """The whole diary, in the order in which it came, a few entries in memory at a time."""
    return _entries(EntryRow.objects.order_by("id").iterator(chunk_size=500))


def of_session(session: UUID) -> tuple[Entry, ...]:
    """All entries of one session."""
    return tuple(_entries(EntryRow.objects.filter(session=session)))


def of_all_sessions() -> tuple[Entry, ...]:
    """What is needed to tell every session there was."""
    return sessions_since(date.min)


def sessions_since(day: date) -> tuple[Entry, ...]:
    """What is needed to tell the sessions begun on or after a day.

    Of a session that ended, its first and last entry tell all; the tape of one
    that did not is fetched whole.
    """
    heads = EntryRow.objects.filter(day__gte=day, kind__in=_HEADS)
    return _with_open_tapes(tuple(_entries(heads)))


def day_and_sessions(day: date, *kinds: Kind) -> tuple[Entry, ...]:
    """What is needed to tell one day: its entries of these kinds, and what names its sessions."""
    begun = EntryRow.objects.filter(kind=Kind.SESSION_STARTED.value, day=day)
    begun_then = list(begun.values_list("session", flat=True))
    heads = EntryRow.objects.filter(session__in=begun_then, kind__in=_HEADS)
    named = [kind.value for kind in kinds]
    rest = EntryRow.objects.filter(Q(day=day) | Q(session__in=begun_then), kind__in=named)
    return _with_open_tapes(tuple(_entries(heads))) + tuple(_entries(rest))


def mark() -> Mark | None:
    """How far the diary is written; none if it is empty."""
    found = EntryRow.objects.order_by("-id").values_list("id", "key").first()
    return Mark(*found) if found else None


def holds(known: Mark | None) -> bool:
    """Whether this is still the diary in which that was written."""
    return known is not None and EntryRow.objects.filter(id=known.id, key=known.key).exists()


def days_after(known: Mark) -> set[date]:
    """The days that anything written since then is about: its own, or that of its session."""
    new = list(EntryRow.objects.filter(id__gt=known.id).values_list("day", "session").distinct())
    begun = EntryRow.objects.filter(
        kind=Kind.SESSION_STARTED.value, session__in={session for _, session in new if session}
    )
    return {day for day, _ in new} | set(begun.values_list("day", flat=True))


def newest_session() -> UUID | None:
    """The session that began last."""
    entry = newest(Kind.SESSION_STARTED)
    return entry.session if entry else None


def _with_open_tapes(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Heads and ends of sessions, and the whole tape of those that have no end."""
    ended = {e.session for e in entries if e.kind is Kind.SESSION_ENDED}
    open_ones = {e.session for e in entries if e.session} - ended
    rest = EntryRow.objects.filter(session__in=open_ones).exclude(kind=Kind.SESSION_STARTED.value)
    return entries + tuple(_entries(rest))


def _entries(rows: Iterable[EntryRow]) -> Iterator[Entry]:
    return (_entry(row) for row in rows)


def _entry(row: EntryRow) -> Entry:
    return Entry(
        key=row.key,
        kind=Kind(row.kind),
        session=row.session,
        at=row.at,
        day=row.day,
        body=msgspec.Raw(row.body.encode()),
        format=row.format,
        rules=row.rules,
    )
