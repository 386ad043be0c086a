"""The cameras of the open pages: their frames go to the coach, what it notices to the hub.

A frame is judged as it comes, in the turn of the page that sent it: there is nothing to wait for,
and a page that sends faster than the diary can be written is slowed down by its own line. One
camera leads a session, the first that came; frames of others are refused until it is gone. So one
row at a time is all there is to judge.
"""

import asyncio
import contextlib
from uuid import UUID

from unpinch.runtime import clock
from unpinch.runtime.frame import Frame, FrameError, read_frame
from unpinch.runtime.hub import Hub
from unpinch.runtime.live import Live
from unpinch.runtime.recorder import Recorder
from unpinch.runtime.recordings import RecordingError
from unpinch.runtime.seeing import Seeing
from unpinch.terms.event import CameraLost
from unpinch.watch.coach import Coach

# A page that says nothing for so long has lost its camera, or sleeps.
_SILENT_MS, _LOOK_S = 3_000, 1.0
# The page's clock and ours may differ by so much.
_EARLY_MS, _LATE_MS = 1_500, 5_000


class Camera:
    """One page's camera in one session."""

    def __init__(self, page: str, session: UUID, seeing: Seeing) -> None:
        """Nothing has come yet."""
        self.page = page
        self.session = session
        self.seeing = seeing
        self.sequence = -1
        self.t_ms = -1.0
        self.heard_ms = clock.running_ms()
        self.recorder = Recorder()


class Watching:
    """One coach for all frames."""

    def __init__(self, hub: Hub) -> None:
        """What is noticed goes to this hub."""
        self._hub = hub
        self._coach = Coach()
        self._camera: Camera | None = None
        self._gone: list[Camera] = []  # with what they recorded
        self._saving = asyncio.Lock()
        self._judging = asyncio.Lock()
        self._guarding: asyncio.Task[None] | None = None

    async def take(self, page: str, data: bytes) -> None:
        """A message from a page's camera. Raises FrameError; then nothing has changed.

        What the coach notices in it is in the diary, and every page told, when this returns.
        """
        frame = read_frame(data)
        live = self._hub.live
        if live is None or live.state.over:
            raise FrameError("No session is running.")
        camera = self._leading(page, live)
        _in_order(camera, frame, live.now_ms())
        camera.sequence, camera.t_ms = frame.sequence, frame.t_ms
        camera.heard_ms = clock.running_ms()
        camera.recorder.add(frame)
        if self._guarding is None or self._guarding.done():
            self._guarding = asyncio.create_task(self._guard())
        async with self._judging:  # a page without a socket may send two at once
            await self._judge(camera, frame)

    async def leave(self, page: str) -> None:
        """The page closed, or its camera was switched off: the clock takes over.

        Raises `RecordingError` if what was recorded cannot be written.
        """
        if self._camera is not None and self._camera.page == page:
            await self._lose(self._camera)
        await self._save()

    async def forget(self) -> None:
        """The diary is erased: what is being recorded is part of it."""
        if self._camera is not None:
            self._end(self._camera)
        self._gone.clear()
        async with self._saving:  # what is being written is there to be erased
            pass

    def _leading(self, page: str, live: Live) -> Camera:
        camera = self._camera
        if camera is not None and camera.session == live.id and camera.page != page:
            raise FrameError("The camera of another window is watching already.")
        if camera is None or camera.session != live.id:
            if camera is not None:
                self._end(camera)
            camera = Camera(page, live.id, Seeing(self._coach, self._coach.open()[0]))
            self._camera = camera
        return camera

    def _end(self, camera: Camera) -> None:
        self._camera = None
        self._coach.close(camera.seeing.slot)
        self._gone.append(camera)

    async def _lose(self, camera: Camera) -> None:
        self._end(camera)
        live = self._hub.live
        if live is not None and live.id == camera.session and not live.state.by_clock:
            await self._hub.noticed(camera.session, [CameraLost(live.now_ms())])

    async def _save(self) -> None:
        """Make tapes of what cameras that are gone have recorded."""
        async with self._saving:
            while self._gone:
                await self._gone.pop().recorder.save()

    async def _write(self) -> None:
        """What is being recorded, as far as it has come."""
        async with self._saving:
            if self._camera is not None:
                await self._camera.recorder.write()

    async def _guard(self) -> None:
        """A camera that falls silent is a camera lost."""
        while (camera := self._camera) is not None:
            if clock.running_ms() - camera.heard_ms > _SILENT_MS:
                await self._lose(camera)
            with contextlib.suppress(RecordingError):  # nobody is there to be told
                await self._save()
                await self._write()
            await asyncio.sleep(_LOOK_S)

    async def _judge(self, camera: Camera, frame: Frame) -> None:
        live = self._hub.live
        if camera is not self._camera or live is None or live.id != camera.session:
            return  # it went while the one before was told
        camera.seeing.follow(live)
        noticed = self._coach.step([camera.seeing.slot], [frame.t_ms], frame.row())
        events = camera.seeing.events(live, frame.t_ms, noticed)
        if events:
            await self._hub.noticed(camera.session, events)


def _in_order(camera: Camera, frame: Frame, now_ms: int) -> None:
    if frame.sequence <= camera.sequence or frame.t_ms <= camera.t_ms:
        raise FrameError("A frame came out of order.")
    if not now_ms - _LATE_MS <= frame.t_ms <= now_ms + _EARLY_MS:
        raise FrameError("A frame is from another time than the session's.")
