"""The way to the cameras. What they need, numpy above all, is loaded with the first frame."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from unpinch.runtime.hub import hub

if TYPE_CHECKING:
    from unpinch.runtime.watching import Watching


class Cameras:
    """Loads what watches when somebody first needs it."""

    def __init__(self) -> None:
        """Nothing is loaded."""
        self._loading = asyncio.Lock()
        self._watching: Watching | None = None
        self._taking_up: asyncio.Task[None] | None = None

    def take_up(self, left: list[Path]) -> None:
        """Recordings that were being made at a sudden end; at the start, beside all else."""
        self._taking_up = asyncio.create_task(asyncio.to_thread(_take_up, left))

    async def take(self, page: str, data: bytes) -> None:
        """A message from a page's camera. Raises FrameError; then nothing has changed."""
        watching = self._watching or await self._loaded()
        await watching.take(page, data)

    async def leave(self, page: str) -> None:
        """The page closed, or its camera was switched off. Raises `RecordingError`."""
        if self._watching is not None:
            await self._watching.leave(page)

    async def forget(self) -> None:
        """The diary is erased: what is being recorded, or taken up, goes with it."""
        if self._taking_up is not None:
            await self._taking_up
        if self._watching is not None:
            await self._watching.forget()

    async def _loaded(self) -> "Watching":
        async with self._loading:
            if self._watching is None:
                self._watching = await asyncio.to_thread(_watching)
        return self._watching


def _watching() -> "Watching":
    from unpinch.runtime.watching import Watching  # numpy: only with a camera

    return Watching(hub)


def _take_up(left: list[Path]) -> None:
    from unpinch.runtime.recorder import take_up

    take_up(left)


cameras = Cameras()
