"""The hub: one running session, every event in the diary before it is acknowledged."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.answered import answer_no
from tests.conftest import Clock
from unpinch.care.words import Form
from unpinch.runtime import diary as book
from unpinch.runtime import safety
from unpinch.runtime.hub import Hub, News, NoNews, NotStoredError, Tab, UnknownSessionError
from unpinch.terms.cue import CueKind, Phase
from unpinch.terms.event import (
    Eased,
    Event,
    Hurts,
    InPosition,
    PainKind,
    Paused,
    Resumed,
    Skipped,
    Stopped,
)

pytestmark = pytest.mark.usefixtures("diary")


async def _session(clock: Clock) -> tuple[Hub, UUID, Tab]:
    hub, tab = Hub(), Tab("first")
    session = await hub.start(book.plan)
    await hub.join(tab)
    return hub, session, tab


def _last(tab: Tab) -> News | NoNews:
    news: object = NoNews()
    while not tab.news.empty():
        news = tab.news.get_nowait()
    assert isinstance(news, (News, NoNews))
    return news


async def test_a_session_that_starts_is_in_the_diary(clock: Clock) -> None:
    _, session, _ = await _session(clock)
    told = await asyncio.to_thread(book.session, session)

    assert told is not None
    assert told.ending == "open"


async def test_starting_twice_joins_the_running_session(clock: Clock) -> None:
    hub, session, _ = await _session(clock)

    assert await hub.start(book.plan) == session


async def test_a_tab_gets_the_whole_way_ahead(clock: Clock) -> None:
    _, session, tab = await _session(clock)
    news = _last(tab)

    assert isinstance(news, News)
    assert news.session == session
    assert news.scenes[0].phase is Phase.GETTING_READY
    assert news.scenes[-1].phase is Phase.FINISHED
    assert sum(cue.kind is CueKind.HOLD for cue in news.cues) == 2 + 6 + 20 + 2


async def test_a_page_that_opens_late_still_hears_to_let_go_if_it_hurts(clock: Clock) -> None:
    hub, slow, second = Hub(), Tab("slow"), Tab("second")
    await hub.start(book.plan)
    clock.pass_ms(20_000)
    await hub.join(slow)
    await hub.join(second)

    welcomed = []
    for news in (_last(slow), _last(second)):
        assert isinstance(news, News)
        welcomed.append(CueKind.WELCOME in {cue.kind for cue in news.cues})
    assert welcomed == [True, False]


async def test_without_a_session_a_tab_is_told_so() -> None:
    hub, tab = Hub(), Tab("first")
    await hub.join(tab)

    assert _last(tab) == NoNews()


async def test_an_event_delivered_twice_is_stored_once(clock: Clock) -> None:
    hub, session, tab = await _session(clock)
    key = uuid4()
    clock.pass_ms(5_000)
    await hub.deliver(session, key, Paused(5_000))
    clock.pass_ms(5_000)
    await hub.deliver(session, uuid4(), Resumed(10_000))
    await hub.deliver(session, key, Paused(5_000))
    news = _last(tab)

    assert isinstance(news, News)
    assert news.scenes[0].phase is Phase.GETTING_READY


async def test_a_skip_delivered_twice_skips_once(clock: Clock) -> None:
    hub, session, tab = await _session(clock)
    clock.pass_ms(5_000)
    key = uuid4()
    for _ in range(3):
        await hub.deliver(session, key, Skipped(5_000))
    news = _last(tab)

    assert isinstance(news, News)
    assert news.scenes[0].turn == 1


async def test_a_late_pain_is_taken_at_the_time_it_was_felt(clock: Clock) -> None:
    """The connection was away: the server went on by the clock meanwhile."""
    hub, session, tab = await _session(clock)
    clock.pass_ms(80_000)
    await hub.deliver(session, uuid4(), Hurts(46_000, kind=PainKind.SHARP))
    news = _last(tab)

    assert isinstance(news, News)
    assert news.summary is not None
    assert news.summary.ending == "stopped"
    assert news.summary.lasted_ms == 46_000
    assert news.summary.exercises[0].result == "hurt"


async def test_a_pain_after_the_last_words_is_in_the_diary_and_rests_the_day(
    clock: Clock,
) -> None:
    await asyncio.to_thread(answer_no)
    hub, session, tab = await _session(clock)
    clock.pass_ms(3_600_000)
    assert await hub.running() is None

    await hub.deliver(session, uuid4(), Hurts(3_600_000))
    clock.pass_ms(2_000)
    await hub.deliver(session, uuid4(), Hurts(3_600_000, kind=PainKind.SHARP))

    told = await asyncio.to_thread(book.session, session)
    assert told is not None
    assert [pain.kind for pain in told.summary.pains] == [PainKind.SHARP]
    assert told.ending == "finished"
    now = await asyncio.to_thread(safety.standing)
    assert (now.due, now.resting) == (Form.WORSE, True)
    news = _last(tab)
    assert isinstance(news, News)
    assert CueKind.STOPPED in [cue.kind for cue in news.cues]


async def test_the_order_of_arrival_makes_no_difference(clock: Clock) -> None:
    events: list[Event] = [
        Paused(20_000),
        Resumed(30_000),
        Hurts(60_000, kind=PainKind.STRETCH),
        Eased(70_000),
    ]
    ends = []
    for order in (events, [events[2], events[0], events[3], events[1]]):
        hub, session, tab = await _session(clock)
        clock.pass_ms(80_000)
        for event in order:
            await hub.deliver(session, uuid4(), event)
        news = _last(tab)
        assert isinstance(news, News)
        ends.append((news.scenes, news.cues[-5:]))
        await hub.deliver(session, uuid4(), Stopped(80_000))

    assert ends[0] == ends[1]


async def test_an_event_from_the_future_is_taken_as_now(clock: Clock) -> None:
    hub, session, tab = await _session(clock)
    clock.pass_ms(3_000)
    await hub.deliver(session, uuid4(), Stopped(999_000))
    news = _last(tab)

    assert isinstance(news, News)
    assert news.summary is not None
    assert news.summary.lasted_ms == 3_000


async def test_a_page_cannot_say_that_somebody_is_in_position(clock: Clock) -> None:
    hub, session, _ = await _session(clock)

    with pytest.raises(ValueError, match="a page cannot send this event"):
        await hub.deliver(session, uuid4(), InPosition(1))


async def test_an_unknown_session_is_refused() -> None:
    with pytest.raises(UnknownSessionError):
        await Hub().deliver(uuid4(), uuid4(), Stopped(1))


async def test_one_tab_speaks_and_another_can_take_over(clock: Clock) -> None:
    hub, _, first = await _session(clock)
    second = Tab("second")
    await hub.join(second)

    assert (_speaks(first), _speaks(second)) == (True, False)
    await hub.speak(second)
    assert (_speaks(first), _speaks(second)) == (False, True)
    await hub.leave(second)
    assert _speaks(first)


async def test_a_window_that_comes_back_speaks_again_though_its_old_page_lingers(
    clock: Clock,
) -> None:
    hub, _, first = await _session(clock)
    again = Tab(first.name)
    await hub.join(again)

    assert (_speaks(first), _speaks(again)) == (False, True)
    await hub.leave(first)
    assert isinstance(_last(again), NoNews), "nothing changed for the one that speaks"


def _speaks(tab: Tab) -> bool:
    news = _last(tab)
    assert isinstance(news, News)
    return news.speaker


def _crash(hub: Hub) -> None:
    """The server is gone: nothing of it runs on."""
    assert hub._clockwork is not None
    hub._clockwork.cancel()


async def test_after_a_crash_the_session_waits_where_it_broke_off(clock: Clock) -> None:
    hub, session, _ = await _session(clock)
    clock.pass_ms(60_000)
    await hub.deliver(session, uuid4(), Paused(60_000))
    await hub.deliver(session, uuid4(), Resumed(60_000))
    _crash(hub)
    clock.pass_ms(600_000)

    again, tab = Hub(), Tab("later")
    await again.join(tab)
    news = _last(tab)

    assert isinstance(news, News)
    assert news.session == session
    assert news.scenes[0].phase is Phase.PAUSED
    assert news.now_ms == 60_000


async def test_a_page_that_went_on_alone_leads_after_a_crash(clock: Clock) -> None:
    hub, session, _ = await _session(clock)
    _crash(hub)
    clock.pass_ms(90_000)

    again, tab = Hub(), Tab("first")
    await again.join(tab, session, 85_000)
    news = _last(tab)

    assert isinstance(news, News)
    assert news.now_ms == 85_000
    assert news.scenes[0].phase not in (Phase.PAUSED, Phase.STOPPED)


async def test_what_was_held_is_written_down_as_the_session_goes(
    clock: Clock, eventually: Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]
) -> None:
    hub, session, _ = await _session(clock)
    clock.pass_ms(60_000)  # past the end of the first hold, which the clockwork writes down

    async def held() -> bool:
        told = await asyncio.to_thread(book.session, session)
        return told is not None and told.summary.exercises[0].held_right_ms == 15_000

    hub._wind()
    await eventually(held)


def test_nothing_was_left_in_the_folder_but_ours(diary: Path) -> None:
    names = {file.name.split("-")[0] for file in diary.iterdir()}

    assert names <= {"diary.sqlite3", "signing"}


async def test_a_full_disk_does_not_stop_a_session_and_nothing_is_acknowledged_too_early(
    clock: Clock, full_disk: Callable[[bool], None]
) -> None:
    hub, session, tab = await _session(clock)
    clock.pass_ms(46_000)
    key, event = uuid4(), Hurts(46_000, kind=PainKind.SHARP)
    full_disk(True)

    for _ in range(2):
        with pytest.raises(NotStoredError):
            await hub.deliver(session, key, event)
    news = _last(tab)
    assert isinstance(news, News)
    assert news.behind
    assert news.summary is not None, "the pain acted all the same"
    assert len(news.summary.pains) == 1

    full_disk(False)
    await hub.deliver(session, key, event)
    told = await asyncio.to_thread(book.session, session)
    assert told is not None
    assert told.summary == news.summary, "what was owed is in the diary, once"
    assert len(told.summary.pains) == 1


async def test_a_session_can_begin_on_a_full_disk_and_is_stored_later(
    clock: Clock, full_disk: Callable[[bool], None]
) -> None:
    full_disk(True)
    hub, session, _ = await _session(clock)
    full_disk(False)
    clock.pass_ms(5_000)
    await hub.deliver(session, uuid4(), Paused(5_000))

    told = await asyncio.to_thread(book.session, session)
    assert told is not None
    assert told.ending == "open"
