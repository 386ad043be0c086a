"""The hub: the one running session, the tabs that show it, and the diary it is written to.

Every event is in the diary before it is acknowledged. The tabs hold a
projection and play it by themselves; the hub tells them only when something
happened that the projection could not know.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

import msgspec
from asgiref.sync import sync_to_async
from django.db import DatabaseError

from unpinch.exercises.plan import Plan
from unpinch.journal.entry import Kind
from unpinch.journal.sessions import Reached, tape
from unpinch.journal.store import shelf
from unpinch.runtime import diary, safety
from unpinch.runtime.ledger import Ledger, Written
from unpinch.runtime.live import Live
from unpinch.session import Summary
from unpinch.session.state import Outcome
from unpinch.terms.cue import Cue, Phase, Scene
from unpinch.terms.event import (
    CameraFound,
    CameraLost,
    Event,
    FormFault,
    Hurts,
    InPosition,
    OutOfPosition,
    PainKind,
    Paused,
    Started,
    Stopped,
    Tick,
)

# Events that only the engine's own sources may send, never a page.
_NOT_FROM_A_PAGE = (
    Started,
    Tick,
    InPosition,
    OutOfPosition,
    CameraLost,
    CameraFound,
    FormFault,
)

_LATELY_MS = 10_000

# A session that waits for the person needs no pause to wait.
_WAITING = (Phase.PAUSED, Phase.HURT, Phase.STOPPED, Phase.FINISHED)


class News(msgspec.Struct, frozen=True, tag_field="type", tag="state"):
    """The session as a tab needs it. `cues` begin with those of the last moments.

    A page needs some time to open, and an event some time to arrive: what fell due meanwhile is
    the welcome, or the answer to the event. The page knows what it has said already. The first
    page of a session gets all of them, however long it took: nobody has heard them before.
    """

    session: UUID
    now_ms: int
    speaker: bool
    scenes: tuple[Scene, ...]
    cues: tuple[Cue, ...]
    summary: Summary | None
    behind: bool  # something could not be stored yet
    watched: bool  # the camera says when the person is in position: the page waits for it


class NoNews(msgspec.Struct, frozen=True, tag_field="type", tag="none"):
    """No session is running."""


class NotStoredError(RuntimeError):
    """The event acted, but the diary cannot be written: keep it and send it again."""


class UnknownSessionError(LookupError):
    """The diary has no such session."""


class Tab:
    """One open page. It reads its news, and the answers to what it sent, in order from a queue."""

    def __init__(self, name: str) -> None:
        """A tab with the name it gave itself; the same name means the same tab come back."""
        self.name = name
        self.news: asyncio.Queue[msgspec.Struct] = asyncio.Queue()


class Hub:
    """Holds at most one running session."""

    def __init__(self) -> None:
        """Nothing runs yet; what the diary left open is looked for when somebody asks."""
        self._live: Live | None = None
        self._written: tuple[Outcome, ...] = ()
        self._tabs: list[Tab] = []
        self._speaker: Tab | None = None
        self._unheard = False  # the session began before there was a page to say anything
        self._clockwork: asyncio.Task[None] | None = None
        self._turns = asyncio.Lock()
        self._ledger = Ledger()

    # ------------------------------------------------------------ sessions

    async def start(self, plan_to_start: Callable[[], Plan] = safety.plan_to_start) -> UUID:
        """Begin a session, or join the one that is running.

        Raises `CannotStartError` if questions come first or something is locked.
        """
        async with self._turns:
            live = await self._current()
            if live is not None and not live.state.over:
                return live.id
            plan = await sync_to_async(plan_to_start)()
            live = Live.begun(uuid4(), plan)
            await self._ledger.write(Kind.SESSION_STARTED, plan, live.id)
            await self._ledger.write(Kind.SESSION_EVENT, Started(0), live.id)
            self._take(live)
            self._unheard = not self._tabs
            self._tell()
            return live.id

    async def stop(self) -> None:
        """End what is running: an answer has locked the exercises meanwhile."""
        session = await self.running()
        if session is not None and self._live is not None:
            await self.deliver(session, uuid4(), Stopped(self._live.now_ms()))

    async def forget(self) -> None:
        """The diary is erased: nothing runs, nothing is owed, and every tab is told."""
        async with self._turns:
            if self._clockwork is not None:
                self._clockwork.cancel()
            self._live, self._clockwork, self._ledger = None, None, Ledger()
            self._tell()

    async def running(self) -> UUID | None:
        """The session that is running, if one is."""
        async with self._turns:
            live = await self._current()
            return live.id if live is not None and not live.state.over else None

    async def deliver(self, session: UUID, key: UUID, event: Event) -> None:
        """Store an event from a page, once, and act on it. Raises `UnknownSessionError`.

        An event may be late: it is taken at the time it carries, not at which it arrives.
        Raises `NotStoredError`, after acting, if the diary cannot be written.
        """
        if isinstance(event, _NOT_FROM_A_PAGE):
            raise ValueError("a page cannot send this event")
        async with self._turns:
            live = await self._session(session)
            live.catch_up()
            timely = _within(event, live.now_ms())
            written = await self._ledger.write(Kind.SESSION_EVENT, timely, session, key)
            if written in (Written.NEW, Written.OWED):
                await self._act(live, timely)
            if written in (Written.OWED, Written.STILL_OWED):
                raise NotStoredError

    @property
    def live(self) -> Live | None:
        """The session at hand, for those who only look at it."""
        return self._live

    def not_written_yet(self, session: UUID) -> Summary | None:
        """What this session came to, while the diary cannot be written and does not know."""
        live = self._live
        owed = live is not None and live.id == session and self._ledger.behind
        return live.summary() if live is not None and owed else None

    async def noticed(self, session: UUID, events: Sequence[Event]) -> None:
        """What the coach noticed, now. A session that is over, or gone, is not told."""
        async with self._turns:
            live = self._live
            if live is None or live.id != session or live.state.over:
                return
            live.catch_up()
            for event in events:
                timely = _within(event, live.now_ms())
                await self._ledger.write(Kind.SESSION_EVENT, timely, session)
                live.apply(timely)
            await self._keep(live)
            self._wind()
            self._tell()

    async def _act(self, live: Live, event: Event) -> None:
        if isinstance(event, Hurts) and event.kind is PainKind.ALARM:
            with contextlib.suppress(DatabaseError):  # then the questions come before the next one
                await sync_to_async(safety.alarmed)()
        live.apply(event)
        await self._keep(live)
        if live is self._live:
            self._wind()
            self._tell()

    async def _session(self, session: UUID) -> Live:
        live = await self._current()
        if live is not None and live.id == session:
            return live
        return await self._from_diary(session)

    async def _current(self, claim: tuple[UUID | None, int] = (None, 0)) -> Live | None:
        """The running session; after a restart, the newest one that was never ended."""
        if self._live is None:
            told = await sync_to_async(diary.today)()
            if told.running is not None:
                await self._take_up(await self._from_diary(told.running.id), *claim)
        if self._live is not None:
            self._live.catch_up()
        return self._live

    async def _from_diary(self, session: UUID) -> Live:
        entries = await sync_to_async(shelf.of_session)(session)
        try:
            return Live.from_tape(session, tape(entries))
        except ValueError as error:
            raise UnknownSessionError(str(error)) from error

    async def _take_up(self, live: Live, claimed: UUID | None, now_ms: int) -> None:
        """After a restart: on with the page that went on alone, else paused where it broke off."""
        reached = live.state.at_ms
        if not live.state.by_clock:  # the camera went with the old launch; it may come again
            live.apply(CameraLost(reached))
            await self._ledger.write(Kind.SESSION_EVENT, CameraLost(reached), live.id)
        if claimed == live.id and now_ms >= reached:
            live.set_clock(now_ms)
        elif live.state.phase not in _WAITING:
            live.set_clock(reached)
            live.apply(Paused(reached))
            await self._ledger.write(Kind.SESSION_EVENT, Paused(reached), live.id)
        self._take(live)

    def _take(self, live: Live) -> None:
        self._live = live
        self._written = live.state.outcomes
        self._wind()

    # ------------------------------------------------------------ the clock

    def _wind(self) -> None:
        """Wake up when the session changes by itself, to write down how far it got."""
        if self._clockwork is not None:
            self._clockwork.cancel()
        self._clockwork = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        while self._live is not None and (wait := self._live.next_change_ms()) is not None:
            await asyncio.sleep(wait / 1000 + 0.002)
            async with self._turns:
                before = self._live.state
                self._live.catch_up()
                await self._keep(self._live)
                now = self._live.state
                # A page that waits for the camera does not know how long.
                waited = not now.by_clock and (now.phase, now.turn) != (before.phase, before.turn)
                if now.over or waited:
                    self._tell()

    async def _keep(self, live: Live) -> None:
        """Write what must survive a crash: each turn that ended, and the end itself."""
        if live.state.over:
            await self._ledger.write(Kind.SESSION_ENDED, live.summary(), live.id)
        elif live is self._live and live.state.outcomes != self._written:
            self._written = live.state.outcomes
            await self._ledger.write(Kind.SESSION_REACHED, Reached(live.state.at_ms), live.id)

    # ------------------------------------------------------------ tabs

    async def join(self, tab: Tab, session: UUID | None = None, now_ms: int | None = None) -> None:
        """A tab opened. If it went on alone while the server was away, its clock leads."""
        async with self._turns:
            await self._current((session, now_ms or 0))
            self._tabs.append(tab)
            if self._speaker is None or self._speaker.name == tab.name:
                self._speaker = tab  # the same window, come back: its old page is gone or asleep
                self._tell()
            else:
                tab.news.put_nowait(self._news(tab))
            self._unheard = False

    async def leave(self, tab: Tab) -> None:
        """A tab closed. If it was the one that spoke, the newest of the others does."""
        async with self._turns:
            self._tabs.remove(tab)
            if self._speaker is tab:
                self._speaker = self._tabs[-1] if self._tabs else None
                self._tell()

    async def speak(self, tab: Tab) -> None:
        """This tab speaks from now on."""
        async with self._turns:
            self._speaker = tab
            self._tell()

    def _tell(self) -> None:
        for tab in self._tabs:
            tab.news.put_nowait(self._news(tab))

    def _news(self, tab: Tab) -> News | NoNews:
        live = self._live
        if live is None:
            return NoNews()
        live.catch_up()
        ahead = live.projection()
        lately_ms = live.now_ms() if self._unheard else _LATELY_MS
        return News(
            session=live.id,
            now_ms=live.now_ms(),
            speaker=tab is self._speaker,
            scenes=ahead.scenes,
            cues=live.lately(lately_ms) + ahead.cues,
            summary=live.summary() if live.state.over else None,
            behind=self._ledger.behind,
            watched=not live.state.by_clock,
        )


def _within(event: Event, now_ms: int) -> Event:
    """The event at a time that has been: never in the future, never before the beginning."""
    return msgspec.structs.replace(event, at_ms=min(max(event.at_ms, 0), now_ms))


hub = Hub()
