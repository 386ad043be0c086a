"""The way to the cameras. What they need, numpy above all, is loaded with the first frame."""

import asyncio
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

    async def take(self, page: str, data: bytes) -> None:
        """A message from a page's camera. Raises FrameError; then nothing has changed."""
        async with self._loading:
            if self._watching is None:
                self._watching = await asyncio.to_thread(_watching)
        self._watching.take(page, data)

    async def leave(self, page: str) -> None:
        """The page closed, or its camera was switched off. Raises `RecordingError`."""
        if self._watching is not None:
            await self._watching.leave(page)

    async def forget(self) -> None:
        """The diary is erased: what is being recorded goes with it."""
        if self._watching is not None:
            await self._watching.forget()


def _watching() -> "Watching":
    from unpinch.runtime.watching import Watching  # numpy: only with a camera

    return Watching(hub)


cameras = Cameras()
