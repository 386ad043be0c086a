"""Frames in, events in the session: the camera leads while it sees, the clock when it does not."""

import asyncio
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from uuid import UUID

import numpy as np
import pytest
from asgiref.sync import sync_to_async
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import Clock
from tests.runtime.listening import STEP_MS, Listening, film, message
from unpinch.exercises.choosing import Choice
from unpinch.exercises.choosing import plan as plan_of
from unpinch.exercises.plan import Plan
from unpinch.journal.sessions import tape
from unpinch.journal.store import shelf
from unpinch.runtime import diary as book
from unpinch.runtime.frame import BYTES, FrameError, read_frame
from unpinch.runtime.hub import Hub, News, Tab
from unpinch.runtime.live import Live
from unpinch.runtime.watching import Watching
from unpinch.terms.cue import CueKind, Phase
from unpinch.terms.event import FormFault, InPosition

pytestmark = pytest.mark.usefixtures("diary")

HAMSTRING = "hamstring-stretch"
ALL = ("knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose")


def only(exercise: str) -> Plan:
    out = tuple(Choice(exercise=each, left_out=True) for each in ALL if each != exercise)
    return plan_of(book.program(), book.library(), out, "brisk")


def altered(plan: Plan, **changes: object) -> Plan:
    return replace(plan, parts=(replace(plan.parts[0], **changes),))


class Filmed:
    """A session with a camera before it, in the clock's time; recorded if the person asks."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.hub, self.tab = clock, Hub(), Tab("first")
        self.watching = Watching(self.hub)
        self.sequence = 0
        self.record = False
        self.phases: list[Phase] = []

    async def start(self, exercise: str) -> UUID:
        session = await self.hub.start(lambda: only(exercise))
        await self.hub.join(self.tab)
        return session

    @property
    def live(self) -> Live:
        assert self.hub.live is not None
        return self.hub.live

    async def step(self, data: bytes | None) -> None:
        self.clock.pass_ms(STEP_MS)
        if data is not None:
            await self.watching.take("first", data)
        self.live.catch_up()
        if not self.phases or self.phases[-1] is not self.live.state.phase:
            self.phases.append(self.live.state.phase)

    async def show(self, patient: Listening, seconds: float) -> None:
        for _ in range(round(seconds * 1000 / STEP_MS)):
            if self.live.state.over:
                return
            self.sequence += 1
            phase = self.live.state.phase
            now = self.live.now_ms() + STEP_MS
            await self.step(patient.message(phase, float(now), self.sequence, record=self.record))


async def test_a_session_is_done_hands_free_before_the_camera(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    await filmed.show(Listening(film("childs-pose")), 200)

    assert filmed.live.state.phase is Phase.FINISHED
    assert not filmed.live.state.by_clock
    assert filmed.live.summary().exercises[0].result == "done"
    assert CueKind.CAMERA in {cue.kind for cue in filmed.live.lately(10**9)}


async def test_a_camera_switched_off_in_mid_hold_leaves_the_hold_to_the_clock(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    patient = Listening(film("childs-pose"))
    while filmed.live.state.phase is not Phase.HOLDING:
        await filmed.show(patient, 0.1)
    await filmed.watching.leave("first")
    before = filmed.live.state
    clock.pass_ms(15_000)
    filmed.live.catch_up()

    assert before.phase is Phase.HOLDING
    assert before.by_clock
    assert filmed.live.state.outcomes[0].result == "done"


async def test_a_camera_that_falls_silent_is_a_camera_lost(
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    eventually: Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]],
) -> None:
    monkeypatch.setattr("unpinch.runtime.watching._LOOK_S", 0.01)
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    await filmed.show(Listening(film("childs-pose")), 5)
    assert not filmed.live.state.by_clock
    clock.pass_ms(4_000)

    async def lost() -> bool:
        return filmed.live.state.by_clock

    await eventually(lost)


async def test_somebody_who_is_never_in_position_is_led_by_the_clock(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("hamstring-stretch")
    patient = Listening(film("childs-pose"))
    while Phase.HOLDING not in filmed.phases:
        await filmed.show(patient, 1)

    assert filmed.live.state.by_clock
    assert filmed.live.now_ms() < 90_000


async def test_a_changed_form_that_the_camera_does_not_know_is_led_by_the_clock(
    clock: Clock,
) -> None:
    filmed = Filmed(clock)
    await filmed.hub.start(lambda: altered(only("childs-pose"), as_drawn=False))
    await filmed.hub.join(filmed.tab)
    await filmed.show(Listening(film("childs-pose")), 40)

    assert filmed.live.state.by_clock
    assert Phase.HOLDING in filmed.phases


@pytest.mark.parametrize(("judged", "told"), [(True, {"knee bent"}), (False, set[str]())])
async def test_a_form_rule_that_a_change_has_dropped_is_not_judged(
    clock: Clock, judged: bool, told: set[str]
) -> None:
    """The leg is as bent as the change has asked for."""
    filmed = Filmed(clock)
    session = await filmed.hub.start(
        lambda: only(HAMSTRING) if judged else altered(only(HAMSTRING), form=())
    )
    await filmed.hub.join(filmed.tab)
    await filmed.show(Listening(film(HAMSTRING, faults=("knee bent",))), 60)

    events = tape(await sync_to_async(shelf.of_session)(session)).events
    assert {one.fault for one in events if isinstance(one, FormFault)} == told


async def test_a_page_waits_where_only_the_camera_knows(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    patient = Listening(film("childs-pose"))
    while filmed.live.state.phase is not Phase.MOVING:
        await filmed.show(patient, 0.1)
    news = None
    while not filmed.tab.news.empty():
        news = filmed.tab.news.get_nowait()

    assert isinstance(news, News)
    assert news.watched


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda data: data[:-1], "bytes"),
        (lambda data: data + b"x" * 70_000, "bytes"),
        (lambda data: data[:0], "bytes"),
        (lambda data: b"\x07" + data[1:], "version"),
        (lambda data: data[:2] + b"\0\0" + data[4:], "picture"),
        (lambda data: data[:6] + b"\xff\xff" + data[8:], "does not know"),
        (lambda data: data[:8] + b"\xff" * 8 + data[16:], "time"),
        (lambda data: data[:24] + b"\0\0\xc0\x7f" + data[28:], "not measured"),
        (lambda data: data[:24] + b"\0\0\x80\x7f" + data[28:], "not measured"),
    ],
    ids=[
        "short",
        "long",
        "empty",
        "version",
        "size",
        "flags",
        "time",
        "NaN",
        "infinite",
    ],
)
async def test_a_frame_that_cannot_be_is_refused_and_changes_nothing(
    clock: Clock, change: Callable[[bytes], bytes], why: str
) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    good = message(film("childs-pose"), 50, 0.0, 1)
    assert len(good) == BYTES
    with pytest.raises(FrameError, match=why):
        await filmed.watching.take("first", change(good))
    await filmed.watching.take("first", good)


async def test_frames_out_of_order_or_from_another_time_or_window_are_refused(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    shown = film("childs-pose")
    clock.pass_ms(20_000)
    await filmed.watching.take("first", message(shown, 50, 20_000.0, 5))
    for page, t_ms, sequence in (
        ("first", 20_100.0, 5), ("first", 20_000.0, 6), ("first", 90_000.0, 7),
        ("second", 20_100.0, 8),
    ):  # fmt: skip
        with pytest.raises(FrameError):
            await filmed.watching.take(page, message(shown, 50, t_ms, sequence))
    await filmed.watching.take("first", message(shown, 51, 20_100.0, 6))


async def test_frames_that_come_at_once_are_judged_one_after_the_other(clock: Clock) -> None:
    filmed = Filmed(clock)
    session = await filmed.start("childs-pose")
    patient = Listening(film("childs-pose"))
    while filmed.live.state.phase is not Phase.HOLDING:
        pair = []
        for _ in range(2):
            clock.pass_ms(STEP_MS)
            filmed.sequence += 1
            now = float(filmed.live.now_ms())
            pair.append(patient.message(filmed.live.state.phase, now, filmed.sequence))
        await asyncio.gather(*(filmed.watching.take("first", each) for each in pair))
        filmed.live.catch_up()

    events = tape(await sync_to_async(shelf.of_session)(session)).events
    assert [type(each) for each in events].count(InPosition) == 1


async def test_a_camera_that_is_gone_gives_its_row_of_the_coach_back(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    patient = Listening(film("childs-pose"))
    for _ in range(3):
        await filmed.show(patient, 1)
        await filmed.watching.leave("first")

    assert filmed.watching._coach.open() == [0]


async def test_without_a_session_frames_are_refused(clock: Clock) -> None:
    with pytest.raises(FrameError, match="No session"):
        await Watching(Hub()).take("first", message(film("childs-pose"), 50, 0.0, 1))


@given(st.binary(max_size=1_200) | st.binary(min_size=BYTES, max_size=BYTES))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(FrameError):
        read_frame(data)


def _spoilt(good: bytes, chance: np.random.Generator) -> bytes:
    """A frame with something wrong with it, mostly."""
    data = bytearray(good)
    match int(chance.integers(6)):
        case 0:
            return bytes(data[: int(chance.integers(len(data)))])
        case 1:
            return bytes(data) + chance.bytes(int(chance.integers(1, 70_000)))
        case 2:  # NaN, or infinite, or far away
            at = 24 + 4 * int(chance.integers(231))
            data[at : at + 4] = struct.pack("<f", chance.choice([np.nan, np.inf, -np.inf, 1e30]))
        case 3:  # out of order, or from another time
            data[8:20] = struct.pack("<dI", chance.normal(0, 1e5), int(chance.integers(2**32)))
        case 4:
            data[: int(chance.integers(24))] = chance.bytes(int(chance.integers(24)))
        case _:
            for at in chance.integers(len(data), size=20):
                data[at] = int(chance.integers(256))
    return bytes(data)


async def test_ten_thousand_spoilt_frames_leave_a_running_session_as_it_was(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    patient = Listening(film("childs-pose"))
    while filmed.live.state.phase is not Phase.HOLDING:
        await filmed.show(patient, 0.1)
    before, chance = filmed.live.state, np.random.default_rng(1)
    said: list[str] = []
    good = message(film("childs-pose"), 50, float(filmed.live.now_ms()), filmed.sequence + 1)
    for _ in range(10_000):
        try:
            await filmed.watching.take("first", _spoilt(good, chance))
        except FrameError as error:
            said.append(str(error))

    assert len(said) > 9_000
    assert all("\n" not in why for why in said)
    # A frame whose numbers are possible is taken, and may show somebody who has let go.
    assert filmed.live.state.phase in (Phase.HOLDING, Phase.AWAY)
    assert filmed.live.state.outcomes == before.outcomes
    await filmed.watching.leave("first")
    filmed.live.catch_up()
    assert filmed.live.state.by_clock
    await filmed.watching.take(
        "second", message(film("childs-pose"), 51, float(filmed.live.now_ms()), 1)
    )
