"""Where it is and how strong it is, and what follows from two such reports.

Only what the person marked is recorded: patches of the leg map for numbness and
for tingling, and ratings from 0 to 10. Everything else is derived here.

Limits, to be said wherever this is shown: the idea that symptoms nearer the back
are a good sign comes from pain and repeated movements, tried by trained
clinicians (Aina 2004; May and Aina 2012). For numbness after a held stretch it
is an extrapolation. Neither direction is damage or proof, and neither tells
which nerve.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

import msgspec

from unpinch.care.words import CareError
from unpinch.terms.side import Side

# Repeated drawings a minute apart differ by about 38 per cent (tablet drawings of pain;
# none for numbness), so less than this is noise.
AREA_CHANGE_PERCENT = 40
# No smallest change that matters is known for numbness: a working value, not validated.
RATING_CHANGE = 2


class Zone(IntEnum):
    """How far down a leg, from the back. The number is kept in records: never renumber."""

    BACK = 0
    BUTTOCK = 1
    THIGH = 2
    CALF = 3
    FOOT = 4


ZONE_NAMES = {
    Zone.BACK: "low back",
    Zone.BUTTOCK: "buttock or hip",
    Zone.THIGH: "thigh",
    Zone.CALF: "knee, calf or shin",
    Zone.FOOT: "foot",
}


class Patch(StrEnum):
    """One area of the leg map, front or back, of one leg."""

    LOW_BACK = "low back"
    BUTTOCK = "buttock"
    HIP_FRONT = "hip and groin"
    THIGH_FRONT = "front of the thigh"
    THIGH_BACK = "back of the thigh"
    SHIN = "knee and shin"
    CALF = "back of the knee and calf"
    FOOT_TOP = "top of the foot"
    SOLE = "heel and sole"


ZONE_OF = {
    Patch.LOW_BACK: Zone.BACK,
    Patch.BUTTOCK: Zone.BUTTOCK,
    Patch.HIP_FRONT: Zone.BUTTOCK,
    Patch.THIGH_FRONT: Zone.THIGH,
    Patch.THIGH_BACK: Zone.THIGH,
    Patch.SHIN: Zone.CALF,
    Patch.CALF: Zone.CALF,
    Patch.FOOT_TOP: Zone.FOOT,
    Patch.SOLE: Zone.FOOT,
}

# Hundredths of the skin of one leg and its half of the low back. Rounded shares from the usual
# burn chart of an adult (thigh 9.5, lower leg 7, foot 3.5, buttock 2.5 per cent of the body);
# hip and low back are our own estimate. Only ever compared with themselves.
SHARE_OF = {
    Patch.LOW_BACK: 8,
    Patch.BUTTOCK: 10,
    Patch.HIP_FRONT: 8,
    Patch.THIGH_FRONT: 18,
    Patch.THIGH_BACK: 18,
    Patch.SHIN: 13,
    Patch.CALF: 13,
    Patch.FOOT_TOP: 6,
    Patch.SOLE: 6,
}


class Feeling(StrEnum):
    """Asked separately: people use the words for each other."""

    NUMBNESS = "numbness"  # less feeling than the other leg
    TINGLING = "tingling"  # pins and needles


class Scale(StrEnum):
    """What is rated from 0 (none) to 10."""

    LEG_PAIN = "leg pain"
    BACK_PAIN = "back pain"
    NUMBNESS = "numbness"
    TINGLING = "tingling"


class Way(StrEnum):
    """Which way it went, from zones alone."""

    RETREATING = "retreating"
    SAME = "same"
    MOVING_DOWN = "moving down"


class Leg(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is marked on one leg."""

    numb: tuple[Patch, ...] = ()
    tingling: tuple[Patch, ...] = ()

    def __post_init__(self) -> None:
        for marked in (self.numb, self.tingling):
            if len(set(marked)) != len(marked):
                raise CareError("leg map: an area is marked twice; mark it once")

    def marked(self, feeling: Feeling) -> tuple[Patch, ...]:
        """The patches marked for that feeling."""
        return self.numb if feeling is Feeling.NUMBNESS else self.tingling


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One set of answers. None is not answered, never zero.

    `activities`: how hard up to three activities of the person's own choice are,
    0 to 10, in the order in which they chose them; their words are kept elsewhere.
    `overall`: how it is on the whole, from -3 (much worse) to 3 (much better).
    """

    left: Leg = Leg()
    right: Leg = Leg()
    leg_pain: int | None = None
    back_pain: int | None = None
    numbness: int | None = None
    tingling: int | None = None
    activities: tuple[int | None, ...] = ()
    overall: int | None = None

    def __post_init__(self) -> None:
        ratings = [(scale.value, self.rating(scale)) for scale in Scale]
        ratings += [("activity", rating) for rating in self.activities]
        for name, rating in ratings:
            if rating is not None and not 0 <= rating <= 10:
                raise CareError(f"{name}: {rating} is not from 0 to 10; rate it again")
        if len(self.activities) > 3:
            raise CareError("activities: three at the most; leave out the others")
        if self.overall is not None and not -3 <= self.overall <= 3:
            raise CareError(f"overall: {self.overall} is not from -3 to 3; choose again")

    def rating(self, scale: Scale) -> int | None:
        """The rating on that scale."""
        match scale:
            case Scale.LEG_PAIN:
                return self.leg_pain
            case Scale.BACK_PAIN:
                return self.back_pain
            case Scale.NUMBNESS:
                return self.numbness
            case Scale.TINGLING:
                return self.tingling

    def leg(self, side: Side) -> Leg:
        """The person's own left or right leg."""
        if side is Side.BOTH:
            raise CareError("leg map: ask for the left or the right leg, not for both")
        return self.left if side is Side.LEFT else self.right


LEGS = (Side.LEFT, Side.RIGHT)


def furthest(leg: Leg, feeling: Feeling | None = None) -> Zone | None:
    """How far down it reaches; None where nothing is marked."""
    feelings = tuple(Feeling) if feeling is None else (feeling,)
    zones = [ZONE_OF[patch] for each in feelings for patch in leg.marked(each)]
    return max(zones, default=None)


def rise(before: Report, after: Report, scale: Scale) -> int | None:
    """Points up (positive) or down; None if one of them was not answered."""
    first, second = before.rating(scale), after.rating(scale)
    return None if first is None or second is None else second - first


def highest_rise(before: Report, after: Report, scales: Iterable[Scale] = Scale) -> int | None:
    """The largest of the known rises; None if none is known."""
    known = [points for scale in scales if (points := rise(before, after, scale)) is not None]
    return max(known, default=None)


def way(before: Report, after: Report, side: Side) -> Way:
    """Which way it went in one leg.

    Further down for either feeling is moving down, even if the other reaches
    further still. Nearer the back is retreating only if no rating rose by the
    change that counts: nearer and stronger is called the same.
    """
    then, now = before.leg(side), after.leg(side)
    if deeper(then, now):
        return Way.MOVING_DOWN
    points = highest_rise(before, after)
    stronger = points is not None and points >= RATING_CHANGE
    if _depth(now) < _depth(then) and not stronger:
        return Way.RETREATING
    return Way.SAME


def deeper(then: Leg, now: Leg) -> bool:
    """Whether either feeling reaches further down."""
    return any(_depth(now, feeling) > _depth(then, feeling) for feeling in Feeling)


def area(leg: Leg, feeling: Feeling) -> int:
    """The marked share of the leg, in hundredths."""
    return sum(SHARE_OF[patch] for patch in leg.marked(feeling))


def area_larger(
    before: Leg, after: Leg, feeling: Feeling, percent: int = AREA_CHANGE_PERCENT
) -> bool:
    """Whether the area grew by more than what repeated drawing differs by."""
    then, now = area(before, feeling), area(after, feeling)
    return now * 100 > then * (100 + percent)


def _depth(leg: Leg, feeling: Feeling | None = None) -> int:
    zone = furthest(leg, feeling)
    return -1 if zone is None else int(zone)
