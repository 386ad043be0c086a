"""One thing about form at a time, when there is room for it, and then a pause.

The camera names a fault once a hold. What is said about it waits until nothing else is being said
and fits before the next cue; in a hold too short for that it is said with the hold let go, and the
rest lasts until the words are over. It is for what the person is doing now: what finds no room
before the next hold, the next exercise or a break is never said.
"""

from msgspec.structs import replace

from unpinch.session import words
from unpinch.session.script import Script
from unpinch.session.state import State
from unpinch.terms.cue import Cue, CueKind, Phase, Priority
from unpinch.terms.event import FormFault
from unpinch.terms.side import Side

# Between two of them a person needs time to do what the first one said. [ours]
PAUSE_MS = 8_000
# What the camera names when it sees the other side working than the one that was asked for.
OTHER_SIDE = "other side"
_A_WORD_LATER_MS = 300
_WHERE = (Phase.MOVING, Phase.HOLDING, Phase.AWAY, Phase.RELEASING)


def noted(script: Script, state: State, event: FormFault) -> State:
    """Remember a fault, if there is something to say about it and nothing waits already."""
    if not _has_room(state) or state.fault or not correction(script, state, event.fault):
        return state
    return replace(state, fault=event.fault, fault_ms=state.at_ms)


def correction(script: Script, state: State, fault: str) -> str:
    """What is said about a fault in this turn; nothing, if the plan has no words for it."""
    station = script.stations[state.turn]
    if fault == OTHER_SIDE:
        return f"This time the {station.limb}." if station.limb else ""
    part = script.plan.parts[station.part]
    say = next((each.say for each in part.form if each.fault == fault), "")
    side = station.turn.side
    return words.fill(say, side if side is not Side.BOTH else None)


def due_ms(
    script: Script, state: State, cues_ms: tuple[int, ...], end_ms: int | None
) -> int | None:
    """When the fault that waits is spoken of; None if nothing waits or nothing has room."""
    if not state.fault or not _has_room(state):
        return None
    at = max(state.fault_ms, state.since_ms, state.spoken_ms, _again_ms(state))
    if state.phase is Phase.RELEASING:
        return at if end_ms is None or at < end_ms else None
    need = words.speech_ms(correction(script, state, state.fault)) + _A_WORD_LATER_MS
    for cue_ms in (*cues_ms, end_ms):
        if cue_ms is None or at + need <= cue_ms:
            return at
        at = max(at, cue_ms + words.speech_ms(words.COUNTS[0]))
    return at if end_ms is None else None


def spoken(script: Script, state: State) -> tuple[State, Cue]:
    """Say it now."""
    say = correction(script, state, state.fault)
    fault = words.sentence(state.fault)
    cue = Cue(
        kind=CueKind.FORM,
        at_ms=state.at_ms,
        say=say,
        line=words.line(say, words.sentence(say.split(",", maxsplit=1)[0]), fault),
        priority=Priority.EXTRA,
        room_ms=words.speech_ms(say) + _A_WORD_LATER_MS,
        turn=state.turn,
    )
    return replace(
        state, fault="", formed_ms=state.at_ms, room_until_ms=cue.at_ms + cue.room_ms
    ), cue


def forgotten(script: Script, state: State) -> State:
    """A new phase: only a rest before the same exercise again keeps what waits."""
    following = state.turn + 1
    same = following < len(script.stations) and not script.stations[following].first_of_part
    if not state.fault or (state.phase is Phase.RELEASING and same):
        return state
    return replace(state, fault="")


def _has_room(state: State) -> bool:
    """By the clock the way into the hold has room for its own words only."""
    return state.phase in _WHERE and not (state.by_clock and state.phase is Phase.MOVING)


def _again_ms(state: State) -> int:
    return 0 if state.formed_ms is None else state.formed_ms + PAUSE_MS
