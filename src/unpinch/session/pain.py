"""Pain: it ends the hold in any phase, and only too much stretch leaves a way to go on."""

from msgspec.structs import replace

from unpinch.session import words
from unpinch.session.phases import (
    IN_A_TURN,
    Step,
    close,
    closed,
    holds,
    leave_out,
    next_turn,
    plain,
    with_words_before,
)
from unpinch.session.script import Script
from unpinch.session.state import Pain, Result, State
from unpinch.terms.cue import CueKind, Phase, Tone
from unpinch.terms.event import Eased, Event, Hurts, LeftOut, PainKind

# A second "too much stretch" in one exercise leaves it out for today (CLINICAL 3.4, rule 2).
_STRETCHES_A_PART = 2


def hurts(script: Script, state: State, event: Hurts) -> Step:
    """Ends the hold in any phase. Only too much stretch leaves a way to go on."""
    dangerous = event.kind is not None and event.kind is not PainKind.STRETCH
    if dangerous or state.phase is Phase.READY:
        return stop(_noted(state, event), _stopped(script, state), Result.HURT)
    if state.phase is Phase.HURT:
        return _noted(state, event), ()
    # In a pause the hold that was interrupted is the one that hurt.
    if (state.waiting or state.phase) in IN_A_TURN:
        state = close(state, Result.HURT)
    state = replace(state, phase=Phase.HURT, since_ms=state.at_ms, waiting=None)
    state = _noted(state, event, new=True)
    say, caption = words.HURT if holds(script, state) else words.HURT_UNHELD
    return state, (plain(state, CueKind.HURT, say, caption, Tone.STOP),)


def _stopped(script: Script, state: State) -> str:
    """What is said when pain ends the session."""
    return words.STOPPED_FOR_PAIN if holds(script, state) else words.STOPPED_FOR_PAIN_UNHELD


def _noted(state: State, event: Hurts, *, new: bool = False) -> State:
    """Write the pain down; a second report of the same one fills in what was missing."""
    if state.phase is Phase.HURT and not new and state.pains:
        last = state.pains[-1]
        told = replace(last, where=event.where or last.where, kind=event.kind or last.kind)
        return replace(state, pains=(*state.pains[:-1], told))
    pain = Pain(turn=state.turn, at_ms=state.at_ms, where=event.where, kind=event.kind)
    return replace(state, pains=(*state.pains, pain))


def after_the_end(script: Script, state: State, event: Event) -> Step:
    """The session stays as it ended, but no pain is lost: it comes late, or a page was slow."""
    if not isinstance(event, Hurts):
        return state, ()
    last = state.pains[-1] if state.pains else None
    if last is not None and last.at_ms <= state.since_ms and _ended(state, last):
        return _with_its_place(state, last, event), ()
    if last is not None and last.at_ms > state.since_ms and _same(last, event):
        told = replace(last, where=event.where or last.where, kind=event.kind or last.kind)
        return replace(state, pains=(*state.pains[:-1], told)), ()
    return _told_late(script, state, event)


def _ended(state: State, last: Pain) -> bool:
    """Whether this pain ended the session: any before the start, else all but a stretch."""
    if state.phase is not Phase.STOPPED:
        return False
    return not state.outcomes or last.kind not in (None, PainKind.STRETCH)


def _with_its_place(state: State, last: Pain, event: Hurts) -> State:
    """Of a pain that ended the session only the place may come after the end."""
    told = replace(last, where=last.where or event.where)
    return replace(state, pains=(*state.pains[:-1], told))


def _same(last: Pain, event: Hurts) -> bool:
    """Whether this is an answer about that pain. What was dangerous never becomes a stretch."""
    if event.kind is None and event.where is None:
        return False
    return last.kind in (None, PainKind.STRETCH) or event.kind in (None, last.kind)


def _told_late(script: Script, state: State, event: Hurts) -> Step:
    """A pain of its own, after the end: that is what tells it from those before."""
    at_ms = max(event.at_ms, state.since_ms + 1)
    pain = Pain(turn=state.turn, at_ms=at_ms, where=event.where, kind=event.kind)
    kept = replace(state, pains=(*state.pains, pain))
    if state.phase is Phase.STOPPED:
        return kept, ()
    then, say = replace(state, at_ms=at_ms), _stopped(script, state)
    return kept, (plain(then, CueKind.STOPPED, say, "Stopped. Rest.", Tone.STOP),)


def after_hurt(script: Script, state: State, event: Event) -> Step:
    """Nothing goes on by itself, and nothing at all before we know it was only stretch."""
    if not state.pains or state.pains[-1].kind is not PainKind.STRETCH:
        return state, ()
    match event:
        case Eased():
            return _go_on_gently(script, state)
        case LeftOut():
            return leave_out(script, state)
        case _:
            return state, ()


def _go_on_gently(script: Script, state: State) -> Step:
    part = script.stations[state.turn].part
    times = sum(1 for pain in state.pains if script.stations[pain.turn].part == part)
    if times >= _STRETCHES_A_PART:
        return leave_out(script, state)
    onward = state.turn + 1 if closed(state) else state.turn
    state, cues = next_turn(script, replace(state, gentle=True), onward)
    eased = plain(state, CueKind.EASED, "Going on gently.", "Going on gently.", None)
    return state, with_words_before(eased, cues) if not state.over else cues


def stop(state: State, say: str, result: Result) -> Step:
    if state.phase is not Phase.READY and not closed(state):
        state = close(state, result)
    state = replace(state, phase=Phase.STOPPED, since_ms=state.at_ms, waiting=None)
    return state, (plain(state, CueKind.STOPPED, say, "Stopped. Rest.", Tone.STOP),)
