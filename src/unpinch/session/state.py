"""Where a session stands. A small immutable value; `engine.step` makes the next one."""

from enum import StrEnum

import msgspec

from unpinch.terms.cue import Phase
from unpinch.terms.event import PainKind, PainPlace


class Result(StrEnum):
    """How a turn ended."""

    DONE = "done"
    PART_DONE = "part done"
    SKIPPED = "skipped"
    LEFT_OUT = "left out"
    HURT = "hurt"
    STOPPED = "stopped"


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One turn that is over: `held_ms` was really held, of what the turn asked."""

    turn: int
    result: Result
    held_ms: int
    at_ms: int


class Pain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """It hurt, in or after this turn. Kind and place are what the person said, if they did."""

    turn: int
    at_ms: int
    where: PainPlace | None = None
    kind: PainKind | None = None


class State(msgspec.Struct, frozen=True):
    """All the engine knows. Times are milliseconds since the session began.

    since_ms    when this phase began (in a hold: when the person got into position)
    said        how many of the phase's cues were already said
    held_ms     held in this turn before `since_ms`
    asked_ms    asked for in this turn before `since_ms`, gaps included
    by_clock    the pacer says when the person is in position, not the camera
    in_position what the source said last, since the turn began
    back        taken up again after a pause, and not under way yet
    waiting     the phase that a pause interrupted
    spoken_ms   when the words that were said last are over
    fault       a departure from good form that waits to be spoken of, and `fault_ms` since when
    formed_ms   when something about form was said last
    room_until_ms  a rest lasts at least until then, for the words about form
    """

    phase: Phase = Phase.READY
    at_ms: int = 0
    since_ms: int = 0
    turn: int = 0
    said: int = 0
    held_ms: int = 0
    asked_ms: int = 0
    by_clock: bool = True
    in_position: bool = False
    gentle: bool = False
    back: bool = False
    waiting: Phase | None = None
    spoken_ms: int = 0
    fault: str = ""
    fault_ms: int = 0
    formed_ms: int | None = None
    room_until_ms: int = 0
    outcomes: tuple[Outcome, ...] = ()
    pains: tuple[Pain, ...] = ()

    @property
    def over(self) -> bool:
        """Nothing can happen any more."""
        return self.phase in (Phase.STOPPED, Phase.FINISHED)
