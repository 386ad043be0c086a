"""What will happen if nothing else does: engine and pacer run ahead on their own.

The page holds a projection at all times, so a lost connection stops nothing.
It runs by the clock in camera mode too: when the server is gone, so is the coach.
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from unpinch.exercises.plan import Plan
from unpinch.session.engine import next_due_ms, step
from unpinch.session.pacer import pacer
from unpinch.session.scene import scene
from unpinch.session.script import Script, script
from unpinch.session.state import State
from unpinch.terms.cue import Cue, Phase, Scene
from unpinch.terms.event import Event, InPosition, Started, Tick
from unpinch.terms.turn import Turn


class Projection(msgspec.Struct, frozen=True):
    """All cues and scenes from now on, in time order."""

    cues: tuple[Cue, ...]
    scenes: tuple[Scene, ...]


class TurnTime(msgspec.Struct, frozen=True):
    """When a turn's hold begins and ends, in milliseconds from the start of the session."""

    turn: Turn
    start_ms: int
    end_ms: int


class Timeline(msgspec.Struct, frozen=True):
    """A whole session by the clock."""

    turns: tuple[TurnTime, ...]
    total_ms: int


def next_event(plan: Script, state: State) -> Event | None:
    """What happens next by itself: the engine's own due time, or the pacer's event."""
    due, paced = next_due_ms(plan, state), pacer(plan, state)
    if paced is not None and (due is None or paced.at_ms <= due):
        return paced
    return Tick(due) if due is not None else None


def advance(
    plan: Script, state: State, to_ms: int
) -> tuple[State, tuple[Cue, ...], tuple[Event, ...]]:
    """Run engine and pacer up to a time: the new state, the cues, and what the pacer sent."""
    cues: tuple[Cue, ...] = ()
    sent: tuple[Event, ...] = ()
    while (event := next_event(plan, state)) is not None and event.at_ms <= to_ms:
        state, more = step(plan, state, event)
        cues += more
        if isinstance(event, InPosition):
            sent += (event,)
    state, more = step(plan, state, Tick(to_ms))
    return state, cues + more, sent


def project(plan: Script, state: State) -> Projection:
    """Everything that falls due if nothing else happens. The first scene is the present one."""
    state = replace(state, by_clock=True)
    cues: list[Cue] = []
    scenes: list[Scene] = [scene(plan, state)]
    for later, more in _run(plan, state):
        cues += more
        now = scene(plan, later)
        if _differs(scenes[-1], now):
            scenes.append(now)
    return Projection(cues=tuple(cues), scenes=tuple(scenes))


def _run(plan: Script, state: State) -> Iterator[tuple[State, tuple[Cue, ...]]]:
    while (event := next_event(plan, state)) is not None:
        state, cues = step(plan, state, event)
        yield state, cues


def _differs(before: Scene, after: Scene) -> bool:
    """A new phase, turn or line; a hold that merely runs on is the same scene."""
    return replace(before, at_ms=0, left_ms=0) != replace(after, at_ms=0, left_ms=0)


def timeline(plan: Plan) -> Timeline:
    """When every hold of a plan begins and ends, if the person follows the clock."""
    whole = script(plan)
    starts: dict[int, int] = {}
    begun, _ = step(whole, State(), Started(0))
    state = begun
    for later, _cues in _run(whole, begun):
        state = later
        if state.phase is Phase.HOLDING:
            starts.setdefault(state.turn, state.since_ms)
    turns = tuple(
        TurnTime(whole.stations[o.turn].turn, starts[o.turn], o.at_ms) for o in state.outcomes
    )
    return Timeline(turns=turns, total_ms=state.at_ms)
