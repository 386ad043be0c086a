"""One thing said in a phase: what every kind of turn is made of."""

import msgspec

from unpinch.terms.cue import CueKind, Priority, Tone


class Said(msgspec.Struct, frozen=True):
    """One thing said at `offset_ms` of its phase, in at most `room_ms`."""

    offset_ms: int
    kind: CueKind
    say: str
    line: str
    priority: Priority
    room_ms: int
    tone: Tone | None = None
