"""What one camera's coach notices, as events of the session that it watches.

The coach knows poses; the session knows whose turn it is. Here they meet: the coach is told which
exercise is due, and of what it notices only that goes on which means something now. Somebody who
is already in the hold when the turn begins is in position at once; the other side than the one
that was asked for is not.
"""

from collections.abc import Sequence

from unpinch.runtime import diary
from unpinch.runtime.live import Live
from unpinch.session.form import OTHER_SIDE
from unpinch.terms.cue import Phase
from unpinch.terms.event import (
    CameraFound,
    CameraLost,
    Event,
    FormFault,
    InPosition,
    OutOfPosition,
)
from unpinch.terms.side import Side
from unpinch.watch.coach import Coach, Noticed

# Seen for so long, the person is there.
_SURE_MS = 1_000.0
# Somebody who is seen, but never in position, is led by the clock: the view may be at fault.
_PATIENCE_MS = 25_000
_WAITING = (Phase.MOVING, Phase.AWAY)


class Seeing:
    """One slot of the coach, and where the session it watches stands."""

    def __init__(self, coach: Coach, slot: int) -> None:
        """Nothing is watched for yet."""
        self.slot = slot
        self._coach = coach
        self._part: tuple[str, str | None] | None = None
        self._phase = Phase.READY
        self._judges = False
        self._seen_since: float | None = None
        self._inside = False
        self._side: Side | None = None
        self._gave_up = False  # until the person is recognised after all
        self._wrong_turn = -1
        self._any_side = False

    def follow(self, live: Live) -> None:
        """Tell the coach what is due now."""
        part = live.part
        due = (part.exercise, part.variation) if part else None
        if due != self._part:
            self._part, self._inside = due, False
            known = part is not None and part.as_drawn
            exercise = diary.library().get(due[0]) if due and known else None
            self._judges = self._coach.watch(self.slot, exercise, due[1] if due else None)
        phase = live.state.phase
        if phase is not self._phase and phase is Phase.RELEASING:
            self._coach.rest(self.slot)
            self._inside = False
        self._phase = phase

    def events(self, live: Live, t_ms: float, noticed: Sequence[Noticed]) -> list[Event]:
        """What the session is to be told."""
        state, now = live.state, live.now_ms()
        lost = any(isinstance(each.event, CameraLost) for each in noticed)
        self._look(t_ms)
        left = self._move(noticed)
        if state.by_clock:
            return [CameraFound(now)] if not lost and self._can_lead(t_ms) else []
        if lost or not self._judges:
            return [CameraLost(now)]
        if state.phase is Phase.HOLDING:
            return [*([OutOfPosition(now)] if left else []), *_faults(noticed, now, live)]
        if state.phase in _WAITING:
            return self._into(live, now)
        return []

    def _look(self, t_ms: float) -> None:
        if self._coach.unseen(self.slot):
            self._seen_since = None
        elif self._seen_since is None:
            self._seen_since = t_ms

    def _move(self, noticed: Sequence[Noticed]) -> bool:
        """In or out of the pose; whether it was left now."""
        left = False
        for each in noticed:
            if isinstance(each.event, InPosition):
                self._inside, self._side = True, each.side
            elif isinstance(each.event, OutOfPosition):
                self._inside, left = False, True
        return left

    def _can_lead(self, t_ms: float) -> bool:
        seen = self._seen_since is not None and t_ms - self._seen_since >= _SURE_MS
        self._gave_up = self._gave_up and not self._inside
        return self._judges and seen and not self._gave_up

    def _into(self, live: Live, now: int) -> list[Event]:
        """Waiting for the person: in position, on the other side, or not recognised at all."""
        turn = live.state.turn
        if self._inside and self._fits(live):
            return [InPosition(now)]
        if now - live.state.since_ms >= _PATIENCE_MS:
            self._gave_up = True
            self._any_side = self._any_side or self._inside
            return [CameraLost(now)]
        if self._inside and self._wrong_turn != turn:
            self._wrong_turn = turn
            return [FormFault(now, OTHER_SIDE, self._side)]
        return []

    def _fits(self, live: Live) -> bool:
        """Whether it is the side that was asked for. Waited for in vain once, any side will do."""
        asked = live.plan.turns[live.state.turn].side
        known = (Side.LEFT, Side.RIGHT)
        return self._any_side or self._side not in known or asked in (None, self._side)


def _faults(noticed: Sequence[Noticed], now: int, live: Live) -> list[Event]:
    """What was seen, of what this plan judges: a changed form may have dropped a rule."""
    judged = {each.fault for each in live.part.form} if live.part else set()
    return [
        FormFault(now, each.event.fault, each.event.side)
        for each in noticed
        if isinstance(each.event, FormFault) and each.event.fault in judged
    ]
