"""What the screen shows: a pure view of the engine's state."""

from unpinch.session import words
from unpinch.session.going import lasting
from unpinch.session.pacer import pacer
from unpinch.session.said import Said
from unpinch.session.script import Script, Station
from unpinch.session.state import State
from unpinch.terms.cue import CueKind, Phase, Scene
from unpinch.terms.dose import Kind

# From here on the number is shown in minutes and seconds, as the page does it.
_IN_MINUTES_FROM_MS = 120_000
_LINES = {
    Phase.READY: "Ready when you are.",
    Phase.PAUSED: words.PAUSED[1],
    Phase.HURT: words.HURT[1],
    Phase.STOPPED: "Stopped. Rest.",
    Phase.FINISHED: "That is all for today.",
    Phase.AWAY: "Come back when you can.",
}
_LINES_UNHELD = {
    **_LINES,
    Phase.PAUSED: words.PAUSED_UNHELD[1],
    Phase.HURT: words.HURT_UNHELD[1],
}


def scene(script: Script, state: State) -> Scene:
    """The scene that begins at the state's time."""
    if not script.stations:
        return Scene(at_ms=state.at_ms, phase=state.phase, line=_LINES.get(state.phase, ""))
    station = script.stations[state.turn]
    turn = station.turn
    left = turn.hold_ms - state.held_ms
    if state.phase is Phase.HOLDING:
        left -= state.at_ms - state.since_ms
    return Scene(
        at_ms=state.at_ms,
        phase=state.phase,
        line=_line(station, state),
        told=_told(station, state),
        exercise=turn.exercise if station.as_drawn else None,
        variation=station.variation,
        name=station.name,
        side=station.side,
        pose="hold" if state.phase in (Phase.MOVING, Phase.HOLDING, Phase.AWAY) else "start",
        turn=state.turn,
        repetition=station.place.repetition,
        of=station.place.of,
        set=station.place.set,
        sets=station.place.sets,
        until_ms=_until(script, station, state),
        hold_ms=turn.hold_ms,
        left_ms=left,
        unit=_unit(station, state),
        count=station.place.repetition if _counted(station, state) else 0,
        panel=_panel(station, state),
        held=turn.kind is Kind.HOLD,
    )


def _counted(station: Station, state: State) -> bool:
    """A movement under way: which repetition it is, and nothing counts down."""
    if station.turn.kind is not Kind.MOVEMENT:
        return False
    again = station.move[0].kind is CueKind.AGAIN and not state.back
    return state.phase is Phase.HOLDING or (state.phase is Phase.MOVING and again)


def _until(script: Script, station: Station, state: State) -> int | None:
    """The moment the number counts down to."""
    if _counted(station, state):
        return None
    match state.phase:
        case Phase.GETTING_READY:
            return state.since_ms + station.ready_ms
        case Phase.RELEASING:
            return max(state.since_ms + station.release_ms, state.room_until_ms)
        case Phase.HOLDING:
            return state.since_ms + station.turn.hold_ms - state.held_ms
        case Phase.MOVING:
            coming = pacer(script, state)
            return coming.at_ms if coming else None
        case _:
            return None


def _unit(station: Station, state: State) -> str:
    turn = station.turn
    if _counted(station, state):
        return f"of {station.place.of}"
    match state.phase:
        case Phase.GETTING_READY:
            return "seconds to turn over" if station.turn_over else "seconds to get ready"
        case Phase.MOVING:
            return "seconds to get there" if turn.kind is Kind.HOLD else "seconds to begin"
        case Phase.HOLDING | Phase.AWAY:
            if turn.hold_ms >= _IN_MINUTES_FROM_MS:
                return f"left of {lasting(turn.hold_ms)}"
            return f"seconds left of {turn.hold_ms // 1000}"
        case Phase.RELEASING:
            return "seconds to rest"
        case _:
            return ""


def _panel(station: Station, state: State) -> bool:
    """The full accent panel: a new exercise, or the other side, and nothing else."""
    if state.phase is Phase.GETTING_READY:
        return True
    return state.phase is Phase.MOVING and station.switch and not state.held_ms


def _line(station: Station, state: State) -> str:
    """The caption: the last thing said in this phase."""
    if state.phase is Phase.HOLDING:
        return station.hold[0].line
    lines = _LINES if station.turn.kind is Kind.HOLD else _LINES_UNHELD
    if state.phase in lines:
        return lines[state.phase]
    last = _last(station, state)
    return last.line if last else words.sentence(station.name)


def _told(station: Station, state: State) -> str:
    """All of the words under the caption; of a hold those at its head, the rest is counting."""
    last = _last(station, state)
    return last.say if last else ""


def _last(station: Station, state: State) -> Said | None:
    """What was said last in this phase, or at the head of the hold."""
    match state.phase:
        case Phase.GETTING_READY:
            said = station.ready
        case Phase.MOVING:
            said, _ = station.way(gentle=state.gentle, back=state.back)
        case Phase.HOLDING:
            return (station.gentle_hold if state.gentle else station.hold)[0]
        case Phase.RELEASING:
            said = station.release
        case _:
            return None
    return said[max(state.said - 1, 0)] if said else None
