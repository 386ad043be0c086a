"""What the hub writes to the diary, and what it could not write yet.

A full disk must not stop a session. What cannot be stored waits here, in order,
and is tried again with the next write; nothing is acknowledged before it is
on the disk.
"""

from enum import Enum
from uuid import UUID, uuid4

import msgspec
from asgiref.sync import sync_to_async
from django.db import DatabaseError

from unpinch.journal.entry import Kind
from unpinch.runtime import diary


class Written(Enum):
    """What became of an entry."""

    NEW = "stored now, for the first time"
    KNOWN = "stored before"
    OWED = "not stored yet, for the first time"
    STILL_OWED = "not stored yet, and asked before"


class _Owed(msgspec.Struct, frozen=True):
    kind: Kind
    body: object
    session: UUID
    key: UUID


class Ledger:
    """Writes entries in order. Not thread-safe: the hub takes turns."""

    def __init__(self) -> None:
        """Nothing is owed."""
        self._owed: list[_Owed] = []

    @property
    def behind(self) -> bool:
        """Something is not in the diary yet."""
        return bool(self._owed)

    async def write(
        self, kind: Kind, body: object, session: UUID, key: UUID | None = None
    ) -> Written:
        """Write one entry, after all that is owed."""
        entry = _Owed(kind, body, session, key or uuid4())
        asked_before = any(owed.key == entry.key for owed in self._owed)
        await self.settle()
        if asked_before:
            return Written.STILL_OWED if self._owes(entry) else Written.KNOWN
        if self._owed:
            self._owed.append(entry)
            return Written.OWED
        try:
            return Written.NEW if await _store(entry) else Written.KNOWN
        except DatabaseError:
            self._owed.append(entry)
            return Written.OWED

    async def settle(self) -> None:
        """Try to write what is owed, oldest first."""
        while self._owed:
            try:
                await _store(self._owed[0])
            except DatabaseError:
                return
            self._owed.pop(0)

    def _owes(self, entry: _Owed) -> bool:
        return any(owed.key == entry.key for owed in self._owed)


async def _store(entry: _Owed) -> bool:
    return await sync_to_async(diary.write)(
        entry.kind, entry.body, key=entry.key, of_session=entry.session
    )
