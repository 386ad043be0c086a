"""How time moves a session: what falls due, and how one phase leads to the next.

Only `engine` decides what an event does; this file knows what follows from the
clock, and how a hold begins, is banked and ends.
"""

from msgspec.structs import replace

from unpinch.session import form, words
from unpinch.session.going import LEAST
from unpinch.session.said import Said
from unpinch.session.script import Script
from unpinch.session.state import Outcome, Result, State
from unpinch.terms.cue import Cue, CueKind, Phase, Priority, Tone
from unpinch.terms.dose import Kind

Step = tuple[State, tuple[Cue, ...]]

IN_A_TURN = (Phase.MOVING, Phase.HOLDING, Phase.AWAY)


def next_due_ms(script: Script, state: State) -> int | None:
    """When the next thing falls due if no event comes; None if nothing will."""
    dues = [
        due
        for due in (
            _next_cue_ms(script, state),
            _phase_end_ms(script, state),
            _form_ms(script, state),
        )
        if due is not None
    ]
    return min(dues) if dues else None


def advance_to(script: Script, state: State, to_ms: int) -> Step:
    cues: tuple[Cue, ...] = ()
    while (due := next_due_ms(script, state)) is not None and due <= to_ms:
        state, more = _fall_due(script, state, due)
        cues += more
    return replace(state, at_ms=to_ms), cues


def _fall_due(script: Script, state: State, due_ms: int) -> Step:
    """The phase ends now, or its next cue is said, or a word about form; in a tie in this order."""
    state = replace(state, at_ms=due_ms)
    if _phase_end_ms(script, state) == due_ms:
        return _end_of_phase(script, state)
    if _next_cue_ms(script, state) == due_ms:
        return _say_next(script, state)
    state, cue = form.spoken(script, state)
    return heard(state, (cue,)), (cue,)


def _form_ms(script: Script, state: State) -> int | None:
    """When the fault that waits is spoken of."""
    if not state.fault:
        return None
    begun = state.since_ms - _head_start(state)
    ahead = tuple(begun + said.offset_ms for said in sayings(script, state)[state.said :])
    due = form.due_ms(script, state, ahead, _phase_end_ms(script, state))
    return None if due is None else max(due, state.at_ms)


def heard(state: State, cues: tuple[Cue, ...]) -> State:
    """Until when the words last that were said last."""
    said = [cue for cue in cues if cue.say]
    if not said:
        return state
    return replace(state, spoken_ms=said[-1].at_ms + words.speech_ms(said[-1].say))


def _next_cue_ms(script: Script, state: State) -> int | None:
    said = sayings(script, state)
    if state.said >= len(said):
        return None
    return state.since_ms - _head_start(state) + said[state.said].offset_ms


def _phase_end_ms(script: Script, state: State) -> int | None:
    """When the phase ends by itself. Moving waits for somebody to be in position."""
    if not script.stations:
        return None
    station = script.stations[state.turn]
    ceiling = state.since_ms + station.turn.ceiling_ms - state.asked_ms
    match state.phase:
        case Phase.GETTING_READY:
            return state.since_ms + station.ready_ms
        case Phase.HOLDING:
            return min(state.since_ms + station.turn.hold_ms - state.held_ms, ceiling)
        case Phase.AWAY:
            return ceiling
        case Phase.RELEASING:
            return max(state.since_ms + station.release_ms, state.room_until_ms)
        case _:
            return None


def _head_start(state: State) -> int:
    """A hold taken up again goes on where it was left."""
    return state.held_ms if state.phase is Phase.HOLDING else 0


def sayings(script: Script, state: State) -> tuple[Said, ...]:
    if not script.stations:
        return ()
    station = script.stations[state.turn]
    match state.phase:
        case Phase.GETTING_READY:
            return station.ready
        case Phase.MOVING:
            return station.way(gentle=state.gentle, back=state.back)[0]
        case Phase.HOLDING:
            return station.gentle_hold if state.gentle else station.hold
        case Phase.RELEASING:
            return station.release
        case _:
            return ()


def _say_next(script: Script, state: State) -> Step:
    said = sayings(script, state)[state.said]
    cues = (_cue(said, state),)
    return heard(replace(state, said=state.said + 1), cues), cues


def _cue(said: Said, state: State) -> Cue:
    return Cue(
        kind=said.kind,
        at_ms=state.at_ms,
        say=said.say,
        line=said.line,
        priority=said.priority,
        room_ms=said.room_ms,
        tone=said.tone,
        turn=state.turn,
    )


# ---------------------------------------------------------------- phases


def enter(script: Script, state: State, phase: Phase) -> Step:
    """Begin a phase now and say what is said at its head."""
    state = replace(state, phase=phase, since_ms=state.at_ms, said=0, waiting=None)
    state = form.forgotten(script, state)
    cues: tuple[Cue, ...] = ()
    while _next_cue_ms(script, state) == state.at_ms:
        state, more = _say_next(script, state)
        cues += more
    return state, cues


def _end_of_phase(script: Script, state: State) -> Step:
    match state.phase:
        case Phase.GETTING_READY:
            return move(script, state)
        case Phase.RELEASING:
            return next_turn(script, state, state.turn + 1)
        case _:
            return _let_go(script, state)


def move(script: Script, state: State) -> Step:
    """Into the hold; at once if the camera already sees the person there."""
    state, cues = enter(script, state, Phase.MOVING)
    if state.in_position and not state.by_clock:
        state, more = hold(script, state)
        return state, cues + more
    return state, cues


def hold(script: Script, state: State) -> Step:
    """In position: the clock runs, from where it was left."""
    state = replace(
        banked(state), phase=Phase.HOLDING, since_ms=state.at_ms, in_position=True, back=False
    )
    if not state.held_ms:
        return enter(script, state, Phase.HOLDING)
    said = sum(1 for one in sayings(script, state) if one.offset_ms <= state.held_ms)
    return say_again(script, replace(state, said=said), least(script, state))


def banked(state: State) -> State:
    """The state with the time of the running hold or gap added up, once, at `at_ms`."""
    if state.phase not in (Phase.HOLDING, Phase.AWAY):
        return state
    gone = state.at_ms - state.since_ms
    held = gone if state.phase is Phase.HOLDING else 0
    return replace(
        state,
        held_ms=state.held_ms + held,
        asked_ms=state.asked_ms + gone,
        since_ms=state.at_ms,
    )


def _let_go(script: Script, state: State) -> Step:
    """The hold is over: all of it held, or the longest time that may be asked."""
    whole = banked(state).held_ms >= script.stations[state.turn].turn.hold_ms
    state = close(state, Result.DONE if whole else Result.PART_DONE)
    state, cues = enter(script, state, Phase.RELEASING)
    if not whole:
        cues = (plain(state, CueKind.PART_DONE, words.PART_DONE, words.PART_DONE, Tone.RELEASE),)
    return state, cues


def close(state: State, result: Result) -> State:
    """Write down how the turn ended, once, and clear its clocks."""
    state = banked(state)
    outcome = Outcome(turn=state.turn, result=result, held_ms=state.held_ms, at_ms=state.at_ms)
    return replace(
        state, outcomes=(*state.outcomes, outcome), held_ms=0, asked_ms=0, in_position=False
    )


def closed(state: State) -> bool:
    """The present turn has its outcome already."""
    return bool(state.outcomes) and state.outcomes[-1].turn >= state.turn


def next_turn(script: Script, state: State, turn: int) -> Step:
    """Go to a turn: the next exercise's start position, or straight into the next hold."""
    if turn >= len(script.stations):
        state = replace(state, phase=Phase.FINISHED, since_ms=state.at_ms, waiting=None)
        cue = plain(
            state, CueKind.FINISHED, words.FINISHED, "That is all for today.", Tone.FINISHED
        )
        return state, (cue,)
    part = script.stations[turn].part
    gentle = state.gentle and part == script.stations[state.turn].part
    state = replace(state, turn=turn, gentle=gentle, held_ms=0, asked_ms=0, back=False)
    if script.stations[turn].first_of_part:
        return enter(script, state, Phase.GETTING_READY)
    return move(script, state)


def with_words_before(first: Cue, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """One utterance instead of two at the same instant."""
    if not cues:
        return (first,)
    say = words.fitting(cues[0].room_ms, words.join(first.say, cues[0].say), cues[0].say)
    return (replace(cues[0], say=say, kind=first.kind), *cues[1:])


def leave_out(script: Script, state: State) -> Step:
    """The rest of this exercise is left out; what was done of it stays done."""
    state, after = _left_out(script, state)
    name = script.stations[state.turn].name
    state, cues = next_turn(script, replace(state, turn=after - 1), after)
    left = plain(state, CueKind.LEFT_OUT, f"{name} is left out today.", "Left out for today.", None)
    return state, with_words_before(left, cues)


def _left_out(script: Script, state: State) -> tuple[State, int]:
    """Close every open turn of this exercise as left out; the number of the turn after it."""
    part = script.stations[state.turn].part
    turn = state.turn + 1 if closed(state) else state.turn
    while turn < len(script.stations) and script.stations[turn].part == part:
        state = close(replace(state, turn=turn), Result.LEFT_OUT)
        turn += 1
    return state, turn


def plain(state: State, kind: CueKind, say: str, line: str, tone: Tone | None) -> Cue:
    """A cue that belongs to no station. It may be cut short by the next one."""
    priority = Priority.SAFETY if kind in (CueKind.HURT, CueKind.STOPPED) else Priority.STEP
    return Cue(
        kind=kind,
        at_ms=state.at_ms,
        say=say,
        line=line,
        priority=priority,
        room_ms=words.speech_ms(say),
        tone=tone,
        turn=state.turn,
    )


def holds(script: Script, state: State) -> bool:
    """Whether there is something to let go of: not in a movement, nor in an activity."""
    return not script.stations or script.stations[state.turn].turn.kind is Kind.HOLD


def least(script: Script, state: State) -> str:
    """The shortest word for what is being done in this turn."""
    return LEAST[script.stations[state.turn].turn.kind]


def say_again(script: Script, state: State, least: str) -> Step:
    """The head of the phase once more: all of it if it fits before the next cue, else the least."""
    due = next_due_ms(script, state)
    head = _cue(sayings(script, state)[0], state)
    room = head.room_ms if due is None else due - state.at_ms
    return state, (replace(head, say=words.fitting(room, head.say, least), room_ms=room),)
