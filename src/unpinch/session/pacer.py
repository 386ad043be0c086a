"""The pacer: says "in position" from the clock, as the camera coach does from a picture.

It gives the person the time that the station's words and movement take, then
trusts them to be there. It never says "out of position".
"""

from unpinch.session.script import Script
from unpinch.session.state import State
from unpinch.terms.cue import Phase
from unpinch.terms.event import InPosition

# Back into a hold that was just left, when the camera is lost meanwhile. [ours]
_COME_BACK_MS = 3_000


def pacer(script: Script, state: State) -> InPosition | None:
    """The event the pacer will send if nothing else happens; None while it has nothing to say."""
    if not state.by_clock:
        return None
    station = script.stations[state.turn] if script.stations else None
    if station is not None and state.phase is Phase.MOVING:
        _, length = station.way(gentle=state.gentle, back=state.back)
        return InPosition(max(state.since_ms + length, state.at_ms))
    if state.phase is Phase.AWAY:
        return InPosition(max(state.since_ms + _COME_BACK_MS, state.at_ms))
    return None
