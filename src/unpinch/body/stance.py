"""A pose made definite: the words moving and resting become the person's own left and right."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from unpinch.body import vocabulary
from unpinch.body.vocabulary import PREFIXES
from unpinch.terms.side import Side

SIDES = (Side.LEFT, Side.RIGHT)
LEVEL_POSTURES = ("on the back", "face down", "on the side")
USUAL_INCLINE = {"hands and knees": 10.0, "sitting": 90.0, "standing": 90.0, "kneeling": 90.0}


class Grip(Struct, frozen=True):
    """Where a hand is, and on which legs it may hold."""

    place: str
    leg: Side


class Stance(Struct, frozen=True):
    """Every joint angle by its own side, in degrees, and where each hand is.

    An ankle that the pose leaves out is absent here until `ground.settle` has found what the
    floor makes of it.
    """

    posture: str
    angles: Mapping[str, float]
    hands: Mapping[Side, Grip]
    eyes: str
    moving_legs: tuple[Side, ...]
    moving_arms: tuple[Side, ...]

    def angle(self, name: str) -> float:
        return self.angles.get(name, 0.0)

    @property
    def trunk_degrees(self) -> float:
        """The direction from hips to shoulders, counter-clockwise from x."""
        incline = self.angle("trunk_incline")
        return 180.0 - incline if self.posture == "on the back" else incline

    def bent(self, **angles: float) -> "Stance":
        """The same stance with other angles."""
        return replace(self, angles={**self.angles, **angles})


def resolve(
    posture: str,
    moving: str,
    side: Side | None,
    angles: Mapping[str, float],
    hands: Mapping[str, str] | None = None,
    eyes: str = "open",
) -> Stance:
    """Who bends what: the pose of one exercise, done with one side (or both, or none)."""
    hands = hands or {}
    vocabulary.refuse_unknown("posture", (posture,), vocabulary.POSTURES)
    vocabulary.refuse_unknown("moving", (moving,), vocabulary.MOVING)
    vocabulary.check(angles, hands, eyes)
    arms, legs = moving_limbs(moving, side)
    usual = 0.0 if posture in LEVEL_POSTURES else USUAL_INCLINE[posture]
    definite = {"trunk_incline": usual}
    for name, value in sorted(angles.items(), key=lambda item: item[0].startswith(PREFIXES)):
        definite.update(dict.fromkeys(_own_names(name, arms, legs), float(value)))
    return Stance(posture, definite, _grips(hands, arms, legs), eyes, legs, arms)


def moving_limbs(moving: str, side: Side | None) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Which arms and which legs the word `moving` means, for this side."""
    if side is None or side is Side.BOTH:
        return SIDES, SIDES
    leg = side.opposite if moving == "arm and opposite leg" else side
    return (side,), (leg,)


def mirror(stance: Stance) -> Stance:
    """The same pose done with the other side. Twice is the identity."""
    return replace(
        stance,
        angles={_swapped(name): value for name, value in stance.angles.items()},
        hands={
            hand.opposite: Grip(grip.place, grip.leg.opposite)
            for hand, grip in stance.hands.items()
        },
        moving_legs=tuple(leg.opposite for leg in reversed(stance.moving_legs)),
        moving_arms=tuple(arm.opposite for arm in reversed(stance.moving_arms)),
    )


def _own_names(name: str, arms: tuple[Side, ...], legs: tuple[Side, ...]) -> Iterator[str]:
    if name in vocabulary.TRUNK_ANGLES:
        yield name
        return
    bare = name.removeprefix("moving_").removeprefix("resting_")
    moving = legs if bare in vocabulary.LEG_ANGLES else arms
    for side in SIDES:
        if name == bare or name.startswith("moving_") == (side in moving):
            yield f"{side}_{bare}"


def _grips(
    hands: Mapping[str, str], arms: tuple[Side, ...], legs: tuple[Side, ...]
) -> dict[Side, Grip]:
    grips = {}
    for side in SIDES:
        place = hands.get("moving" if side in arms else "resting", "free")
        grips[side] = Grip(place, side if side in legs else side.opposite)
    return grips


def _swapped(name: str) -> str:
    side, _, bare = name.partition("_")
    return f"{Side(side).opposite}_{bare}" if side in SIDES else name
