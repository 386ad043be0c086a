"""What can happen in a session. Facts, each with its time in whole milliseconds.

Time enters the engine only here. The camera and the pacer send the same
`InPosition`, so the engine cannot know where it came from.
"""

from enum import StrEnum

import msgspec

from unpinch.terms.side import Side


class PainKind(StrEnum):
    """What it felt like. Only too much stretch may ever go on."""

    STRETCH = "stretch"  # only a strong stretch
    STRONGER = "stronger"  # leg pain or numbness got stronger
    SHARP = "sharp"  # sharp or electric
    SPREADING = "spreading"  # numbness or tingling went further down
    ALARM = "alarm"  # new weakness, bladder or bowel trouble, numb between the legs


class PainPlace(StrEnum):
    """Where it hurt, from the back down."""

    BACK = "back"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    CALF = "calf"
    FOOT = "foot"
    ELSEWHERE = "elsewhere"


class _Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="event"):
    at_ms: int


class Started(_Event, frozen=True, tag="started"):
    """The session begins."""


class Tick(_Event, frozen=True, tag="tick"):
    """Time passed and nothing else happened."""


class InPosition(_Event, frozen=True, tag="in position"):
    """The person is in the hold, and still."""


class OutOfPosition(_Event, frozen=True, tag="out of position"):
    """The person has left the hold."""


class Paused(_Event, frozen=True, tag="paused"):
    """Everything waits."""


class Resumed(_Event, frozen=True, tag="resumed"):
    """The wait is over."""


class Repeated(_Event, frozen=True, tag="repeated"):
    """Say it again. Never adds a hold."""


class Skipped(_Event, frozen=True, tag="skipped"):
    """This turn is passed over."""


class LeftOut(_Event, frozen=True, tag="left out"):
    """The rest of this exercise is left out today."""


class Eased(_Event, frozen=True, tag="eased"):
    """Go on gently, after too much stretch only."""


class Hurts(_Event, frozen=True, tag="hurts"):
    """It hurts. Kind and place may follow in a second one."""

    where: PainPlace | None = None
    kind: PainKind | None = None


class Stopped(_Event, frozen=True, tag="stopped"):
    """The person ends the session."""


class CameraLost(_Event, frozen=True, tag="camera lost"):
    """The camera cannot see enough; the clock takes over."""


class CameraFound(_Event, frozen=True, tag="camera found"):
    """The camera sees the person; it says when they are in position."""


class FormFault(_Event, frozen=True, tag="form fault"):
    """The camera saw a departure from good form, named as in the exercise file.

    `side` is the turn's side as the camera sees it: in the opposition stretch the reaching arm.
    """

    fault: str
    side: Side | None = None


Event = (
    Started
    | Tick
    | InPosition
    | OutOfPosition
    | Paused
    | Resumed
    | Repeated
    | Skipped
    | LeftOut
    | Eased
    | Hurts
    | Stopped
    | CameraLost
    | CameraFound
    | FormFault
)
