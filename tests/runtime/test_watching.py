"""Frames in, events in the session: the camera leads while it sees, the clock when it does not."""

import asyncio
from uuid import UUID

import pytest

from tests.conftest import Clock
from tests.runtime.listening import STEP_MS, Listening, film
from unpinch.exercises.choosing import Choice
from unpinch.exercises.choosing import plan as plan_of
from unpinch.exercises.plan import Plan
from unpinch.runtime import diary as book
from unpinch.runtime.hub import Hub, Tab
from unpinch.runtime.live import Live
from unpinch.runtime.watching import Watching
from unpinch.terms.cue import CueKind, Phase

pytestmark = pytest.mark.usefixtures("diary")

ALL = ("knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose")


def only(exercise: str) -> Plan:
    out = tuple(Choice(exercise=each, left_out=True) for each in ALL if each != exercise)
    return plan_of(book.program(), book.library(), out, "brisk")


class Filmed:
    """A session with a camera before it, in the clock's time."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.hub, self.tab = clock, Hub(), Tab("first")
        self.watching = Watching(self.hub)
        self.sequence = 0
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
            self.watching.take("first", data)
        for _ in range(3):
            await asyncio.sleep(0)
        while self.watching.busy:
            await asyncio.sleep(0.001)
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
            await self.step(patient.message(phase, float(now), self.sequence))


async def test_a_session_is_done_hands_free_before_the_camera(clock: Clock) -> None:
    filmed = Filmed(clock)
    await filmed.start("childs-pose")
    await filmed.show(Listening(film("childs-pose")), 200)

    assert filmed.live.state.phase is Phase.FINISHED
    assert not filmed.live.state.by_clock
    assert filmed.live.summary().exercises[0].result == "done"
    assert CueKind.CAMERA in {cue.kind for cue in filmed.live.lately(10**9)}
