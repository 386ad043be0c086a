"""What a page and the session say to each other: news out, what the person does in.

The usual way is the socket at /coach; line.py is another one, for browsers that refuse it.
Texts are small JSON messages (see docs/how-it-is-built.md). A message that cannot be
read is refused in one line and changes nothing.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec

from unpinch.runtime import clock
from unpinch.runtime.cameras import cameras
from unpinch.runtime.hub import NotStoredError, Tab, UnknownSessionError, hub
from unpinch.runtime.recordings import RecordingError
from unpinch.terms.event import Event
from unpinch.terms.refused import Refused
from unpinch.web.asgi_types import Receive, Scope, Send

_LONGEST_TEXT = 4_096
_UNREADABLE = "This message cannot be read."
# A person presses a few keys a second; a page that sends more than this is broken or hostile.
_MOST_TEXTS, _IN_MS = 300, 10_000
_TOO_MANY = "Too many messages at once; wait a moment and send it again."


class Hello(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="hello"):
    """A page opened, or came back: it says which session it shows and how far it got alone."""

    tab: UUID
    session: UUID | None = None
    now_ms: int | None = None


class Happened(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="event"
):
    """The person did something. The key makes sure that it is stored once."""

    key: UUID
    session: UUID
    event: Event


class Speak(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="speak"):
    """This page wants to be the one that speaks."""


class Ack(msgspec.Struct, frozen=True, tag_field="type", tag="ack"):
    """The event is in the diary."""

    key: UUID


class Unstored(msgspec.Struct, frozen=True, tag_field="type", tag="unstored"):
    """The event acted, but is not in the diary yet: keep it and send it again."""

    key: UUID


class NotTaken(msgspec.Struct, frozen=True, tag_field="type", tag="refused"):
    """The message changed nothing."""

    key: UUID | None
    why: str


class CameraOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="camera off"
):
    """The page's camera was switched off, or lost."""


_messages = msgspec.json.Decoder(Hello | Happened | Speak | CameraOff)
_encode = msgspec.json.Encoder().encode


async def coach(_scope: Scope, receive: Receive, send: Send) -> None:
    """One connected page, from its first message to its last."""
    await receive()
    await send({"type": "websocket.accept"})

    async def tell(text: str) -> None:
        await send({"type": "websocket.send", "text": text})

    page = Page(tell)
    try:
        while (message := await receive())["type"] == "websocket.receive":
            if (data := message.get("bytes")) is not None:
                await page.see(data)
            else:
                await page.hear(message.get("text"))
    finally:
        await page.close()


class Page:
    """One page that is open somewhere, whichever way it is connected."""

    def __init__(self, tell: Callable[[str], Awaitable[None]]) -> None:
        """How the page is told something. It says hello first."""
        self._say = tell
        self._tab: Tab | None = None
        self._reader: asyncio.Task[None] | None = None
        self._refused_why = ""
        self._texts: deque[int] = deque(maxlen=_MOST_TEXTS)

    async def hear(self, text: str | None) -> None:
        """A text. It is answered, if only to say that it changed nothing."""
        if self._too_many():
            await self._tell(NotTaken(None, _TOO_MANY))
            return
        if text is None or len(text) > _LONGEST_TEXT:
            await self._tell(NotTaken(None, _UNREADABLE))
            return
        try:
            message = _messages.decode(text)
        except msgspec.MsgspecError:
            await self._tell(NotTaken(None, _UNREADABLE))
            return
        await self._answer(message)

    def _too_many(self) -> bool:
        """Whether this text is one too many within the last ten seconds."""
        now = clock.running_ms()
        if len(self._texts) == _MOST_TEXTS and now - self._texts[0] < _IN_MS:
            return True
        self._texts.append(now)
        return False

    async def see(self, data: bytes) -> None:
        """A frame of the camera. It is answered only when something changes."""
        why = ""
        if self._tab is None:
            why = "Say hello first."
        else:
            try:
                await cameras.take(self._tab.name, data)
            except Refused as error:
                why = str(error)
        if why and why != self._refused_why:
            await self._tell(NotTaken(None, why))
        self._refused_why = why

    async def _look_away(self) -> None:
        if self._tab is None:
            return
        try:
            await cameras.leave(self._tab.name)
        except RecordingError as error:
            await self._tell(NotTaken(None, str(error)))

    async def _answer(self, message: Hello | Happened | Speak | CameraOff) -> None:
        match message:
            case Hello():
                await self._join(message)
            case Happened():
                await self._deliver(message)
            case Speak():
                await self._speak()
            case CameraOff():
                await self._look_away()

    async def close(self) -> None:
        """The page is gone."""
        if self._reader is not None:
            self._reader.cancel()
        if self._tab is not None:
            with contextlib.suppress(RecordingError):  # nobody is there to be told
                await cameras.leave(self._tab.name)
            await hub.leave(self._tab)

    async def _join(self, hello: Hello) -> None:
        if self._tab is not None:
            await self._tell(NotTaken(None, "This page has said hello already."))
            return
        self._tab = Tab(str(hello.tab))
        await hub.join(self._tab, hello.session, hello.now_ms)
        self._reader = asyncio.create_task(self._read(self._tab))

    async def _speak(self) -> None:
        if self._tab is None:
            await self._tell(NotTaken(None, "Say hello first."))
        else:
            await hub.speak(self._tab)

    async def _deliver(self, message: Happened) -> None:
        """Act, and answer behind the news of it: what came before the answer is from before."""
        answer = await _delivered(message)
        if self._tab is None:
            await self._tell(answer)
        else:
            self._tab.news.put_nowait(answer)

    async def _read(self, tab: Tab) -> None:
        while True:
            await self._tell(await tab.news.get())

    async def _tell(self, message: msgspec.Struct) -> None:
        await self._say(_encode(message).decode())


async def _delivered(message: Happened) -> Ack | Unstored | NotTaken:
    try:
        await hub.deliver(message.session, message.key, message.event)
    except NotStoredError:
        return Unstored(message.key)
    except UnknownSessionError:
        return NotTaken(message.key, "The diary does not know this session.")
    except ValueError as error:
        return NotTaken(message.key, str(error))
    return Ack(message.key)
