"""What the person is told and shown. Data only: text, tone, when it falls due.

A cue is an instant (something said or sounded). A scene is a stretch of time
(what the screen shows until the next one). Both are stamped with the time at
which they fell due, never with the time at which somebody looked.
"""

from enum import IntEnum, StrEnum

import msgspec

from unpinch.terms.side import Side


class CueKind(StrEnum):
    """One row a kind of cue; `docs/session.md` explains each."""

    WELCOME = "welcome"  # just let go if it hurts; you need touch nothing
    EXERCISE = "exercise"  # its name and how to lie or kneel
    MOVE = "move"  # side and what to do
    AGAIN = "again"  # the same side once more
    SWITCH = "switch sides"
    HOLD = "hold"
    BREATHE = "breathe"
    THERE = "there"  # a movement: one way
    BACK = "back"  # and the other
    GOING = "keep going"  # an activity begins, or is taken up again
    HALF = "half-way"
    COUNT = "count"  # the last three seconds
    LAST_MINUTE = "last minute"
    RELEASE = "release"
    COME_BACK = "come back"  # out of position in mid-hold
    PART_DONE = "part done"  # the longest time was reached first
    NEXT = "next"  # what comes next
    FORM = "form"  # one gentle thing about form
    CAMERA = "camera"
    PAUSED = "paused"
    RESUMED = "resumed"
    SKIPPED = "skipped"
    LEFT_OUT = "left out"
    HURT = "hurt"  # let go; what did you feel?
    EASED = "eased"
    STOPPED = "stopped"
    FINISHED = "finished"


class Priority(IntEnum):
    """Who gives way when two cues meet: the lower number is silent."""

    EXTRA = 0  # breathing, form
    COUNT = 1
    STEP = 2
    SAFETY = 3


class Tone(StrEnum):
    """A short sound that goes with, or stands in for, the words."""

    HOLD = "hold"
    COUNT = "count"
    RELEASE = "release"
    SWITCH = "switch"
    STOP = "stop"
    FINISHED = "finished"


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing said. `line` is its caption, six words at most.

    `room_ms` is how long it may be spoken before the next cue that matters.
    `turn` is the index of the turn in the plan.
    """

    kind: CueKind
    at_ms: int
    say: str
    line: str
    priority: Priority
    room_ms: int
    tone: Tone | None = None
    turn: int | None = None


class Phase(StrEnum):
    """Where in a session the person is."""

    READY = "ready"  # not started
    GETTING_READY = "getting ready"  # into the start position of an exercise
    MOVING = "moving"  # from the start into the hold
    HOLDING = "holding"
    AWAY = "away"  # out of position in mid-hold
    RELEASING = "releasing"  # back to the start, and rest
    PAUSED = "paused"
    HURT = "hurt"  # let go; waits for an answer, restarts nothing
    STOPPED = "stopped"
    FINISHED = "finished"


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the screen shows from `at_ms` on.

    The number counts down to `until_ms` (none: no number). `hold_ms` is the
    whole hold, `left_ms` what was left of it at `at_ms`. `pose` is "start" or
    "hold": the figure moves there from where it was. Where a movement is counted
    and nothing is timed, the number is `count`. `told` is all that was said last in
    this phase, for whoever cannot hear it: also on a page that comes later.
    """

    at_ms: int
    phase: Phase
    line: str = ""
    told: str = ""
    exercise: str | None = None
    variation: str | None = None
    name: str = ""
    side: Side | None = None
    pose: str = "start"
    turn: int | None = None
    repetition: int = 0
    of: int = 0
    set: int = 1  # `repetition` counts in this set, of so many `sets` on this side
    sets: int = 1
    until_ms: int | None = None
    hold_ms: int = 0
    left_ms: int = 0
    unit: str = ""
    count: int = 0
    panel: bool = False  # the accent panel: change of side or of exercise
    held: bool = True  # a hold, of which one can let go; not a movement, nor an activity
