"""Waiting for what a task in the background will do."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

_TRIES, _EACH_S = 200, 0.02


@pytest.fixture
def eventually() -> Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]:
    """Wait until something is so; fail if it never is."""

    async def wait(is_so: Callable[[], Awaitable[bool]]) -> None:
        for _ in range(_TRIES):
            if await is_so():
                return
            await asyncio.sleep(_EACH_S)
        pytest.fail("it never came about")

    return wait
