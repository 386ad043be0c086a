"""Waiting for what a task in the background will do."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from django.db import OperationalError

from unpinch.journal.entry import Entry
from unpinch.journal.store import shelf

_PATIENCE_S, _EACH_S = 60, 0.02  # a busy machine is slow, not wrong


@pytest.fixture
def eventually() -> Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]:
    """Wait until something is so; fail if it never is."""

    async def wait(is_so: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(_PATIENCE_S):
            while not await is_so():
                await asyncio.sleep(_EACH_S)

    return wait


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Fill the disk, and free it again: writing fails as SQLite fails then."""
    real = shelf.append

    def fill(full: bool) -> None:
        def refuse(_entry: Entry) -> bool:
            raise OperationalError("database or disk is full")

        monkeypatch.setattr(shelf, "append", refuse if full else real)

    return fill
