"""The session engine: event in, cues out.

Two rules for whoever edits this file. First: time enters only inside events.
`advance_to` walks to the event's time and stamps every cue with the moment it
fell *due*, so how often somebody ticks cannot change a transcript. Second:
pain and stop are looked at before the phase is, so no phase can forget them.

    READY -> GETTING_READY -> MOVING -> HOLDING <-> AWAY -> RELEASING -> (next turn) ... FINISHED
    any   -> PAUSED -> back to the head of the phase; a hold is taken up again from MOVING
    any   -> HURT -> STOPPED, or (too much stretch only, when the person says so) the next turn

An event that means nothing in the present phase changes nothing: a camera may
report "in position" twice, and that is not an error.
"""

from msgspec.structs import replace

from unpinch.session import form, words
from unpinch.session.pain import after_hurt, after_the_end, hurts, stop
from unpinch.session.phases import (
    IN_A_TURN,
    Step,
    advance_to,
    banked,
    close,
    closed,
    enter,
    heard,
    hold,
    holds,
    least,
    leave_out,
    move,
    next_due_ms,
    next_turn,
    plain,
    say_again,
    sayings,
    with_words_before,
)
from unpinch.session.script import Script
from unpinch.session.state import Result, State
from unpinch.terms.cue import CueKind, Phase, Tone
from unpinch.terms.event import (
    CameraFound,
    CameraLost,
    Event,
    FormFault,
    Hurts,
    InPosition,
    LeftOut,
    OutOfPosition,
    Paused,
    Repeated,
    Resumed,
    Skipped,
    Started,
    Stopped,
)


def step(script: Script, state: State, event: Event) -> Step:
    """Advance to the event's time, then apply the event.

    Times that run backwards are taken as now: a clock that jumps loses nothing.
    A session that is over stays as it ended, its clock too; only a pain may still be told.
    """
    if state.over:
        return after_the_end(script, state, event)
    state, due = advance_to(script, state, max(event.at_ms, state.at_ms))
    state, answer = _apply(script, state, event)
    return heard(state, answer), due + answer


def _apply(script: Script, state: State, event: Event) -> Step:
    if state.over:  # by the clock, on the way to this event
        return after_the_end(script, state, event)
    match event:
        case Hurts():
            return hurts(script, state, event)
        case Stopped():
            return stop(state, words.STOPPED, Result.STOPPED)
        case CameraLost() | CameraFound():
            return _camera(state, event)
        case _ if state.phase is Phase.READY:
            return next_turn(script, state, 0) if isinstance(event, Started) else (state, ())
        case _ if state.phase is Phase.HURT:
            return after_hurt(script, state, event)
        case _ if state.phase is Phase.PAUSED:
            return _after_pause(script, state, event)
        case _:
            return _running(script, state, event)


def _running(script: Script, state: State, event: Event) -> Step:
    match event:
        case InPosition():
            return _into_position(script, state)
        case OutOfPosition():
            return _out_of_position(script, state)
        case Paused():
            return _pause(script, state)
        case Repeated():
            return _repeat(script, state)
        case Skipped():
            return _skip(script, state)
        case LeftOut():
            return leave_out(script, state)
        case FormFault():
            return form.noted(script, state, event), ()
        case _:
            return state, ()


def _into_position(script: Script, state: State) -> Step:
    if state.phase in (Phase.MOVING, Phase.AWAY):
        return hold(script, state)
    if state.phase is Phase.GETTING_READY:
        return replace(state, in_position=True), ()
    return state, ()


def _out_of_position(script: Script, state: State) -> Step:
    if state.phase is not Phase.HOLDING:
        return replace(state, in_position=False), ()
    state = banked(state)
    state = replace(state, phase=Phase.AWAY, since_ms=state.at_ms, in_position=False, fault="")
    left = script.stations[state.turn].turn.hold_ms - state.held_ms
    say = f"Come back when you can. {-(-left // 1000)} seconds are left."
    return state, (plain(state, CueKind.COME_BACK, say, "Come back when you can.", None),)


def _pause(script: Script, state: State) -> Step:
    waiting = state.phase
    say, caption = words.PAUSED if holds(script, state) else words.PAUSED_UNHELD
    state = replace(banked(state), phase=Phase.PAUSED, since_ms=state.at_ms, waiting=waiting)
    return state, (plain(state, CueKind.PAUSED, say, caption, None),)


def _after_pause(script: Script, state: State, event: Event) -> Step:
    """Resuming takes the phase from its head; a hold keeps what was held."""
    match event:
        case Resumed():
            if state.waiting in IN_A_TURN:
                state, cues = move(script, replace(state, back=True))
            else:
                state, cues = enter(script, state, state.waiting or Phase.GETTING_READY)
            going_on = plain(state, CueKind.RESUMED, "Going on.", "Going on.", None)
            return state, with_words_before(going_on, cues)
        case Skipped() | LeftOut():
            state = replace(state, phase=state.waiting or Phase.GETTING_READY)
            return _running(script, replace(state, since_ms=state.at_ms), event)
        case InPosition() | OutOfPosition():
            return replace(state, in_position=isinstance(event, InPosition)), ()
        case _:
            return state, ()


def _repeat(script: Script, state: State) -> Step:
    """Say it again. Where the clock leads, the words get their time again; a hold never does."""
    if state.phase is Phase.GETTING_READY or (state.phase is Phase.MOVING and state.by_clock):
        return enter(script, state, state.phase)
    if sayings(script, state):
        held = state.phase is Phase.HOLDING
        return say_again(script, state, least(script, state) if held else "Rest.")
    return state, ()


def _skip(script: Script, state: State) -> Step:
    if not closed(state):
        held = state.phase in (Phase.HOLDING, Phase.AWAY)
        state = close(state, Result.SKIPPED)
        if held:
            state, _ = enter(script, state, Phase.RELEASING)
            say = "Skipped. Let go." if holds(script, state) else "Skipped. Rest."
            return state, (plain(state, CueKind.SKIPPED, say, say, Tone.RELEASE),)
    return next_turn(script, state, state.turn + 1)


def _camera(state: State, event: CameraLost | CameraFound) -> Step:
    """Who says "in position": the camera, or the clock. A running hold runs on."""
    lost = isinstance(event, CameraLost)
    if lost == state.by_clock:
        return state, ()
    state = replace(state, by_clock=lost)
    if state.phase in (Phase.READY, Phase.PAUSED, Phase.HURT):
        return state, ()
    say = "I can't see you. Counting by the clock." if lost else "I can see you."
    return state, (
        plain(state, CueKind.CAMERA, say, words.line(say, say.split(". ", maxsplit=1)[0]), None),
    )


__all__ = ["next_due_ms", "step"]
