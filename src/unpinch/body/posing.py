"""From a stance, or from the way between two, to a whole body on the mat.

The way from start to hold is told by one number, its share: 0 is the start, 1 the hold. Legs and
trunk take the whole way. Hands that will hold a leg first travel to it, then stay on it while it
is drawn further; so a share of more than HANDS_ARRIVE is the pull itself.
"""

from msgspec import Struct
from msgspec.structs import replace

from unpinch.body import grip, ground, kinematics
from unpinch.body.skeleton import Arm, Skeleton
from unpinch.body.stance import SIDES, Stance
from unpinch.body.vector import Vec
from unpinch.terms.side import Side

HANDS_LEAVE, HANDS_ARRIVE, FINGERS_SHUT = 0.10, 0.72, 0.86


def pose(stance: Stance) -> Skeleton:
    """Every joint of a stance, on the mat."""
    return Way(stance, stance).at(0.0)


class _End(Struct, frozen=True):
    """One end of the way: how the body is meant, and where it lies."""

    stance: Stance
    body: Skeleton


class Way:
    """The way from one stance to another. Both must be settled."""

    def __init__(self, start: Stance, hold: Stance) -> None:
        """From here to there."""
        self._start = _End(start, _without_arms(start))
        self._hold = _End(hold, _without_arms(hold))

    def at(self, share: float) -> Skeleton:
        """Every joint at this share of the way, on the mat."""
        start, hold = self._start.stance, self._hold.stance
        stance = halfway(start, hold, share)
        now = _without_arms(stance)
        arms: dict[Side, Arm] = {}
        for side in SIDES:
            if start.hands[side].place == hold.hands[side].place == "free":
                arms[side] = kinematics.free_arm(stance, now, side)
            else:
                arms[side] = _arm(self._start, self._hold, now, share, side)
        return replace(now, arms=arms)


def halfway(start: Stance, hold: Stance, share: float) -> Stance:
    """Joint angles on the way; the hands keep the hold's places."""
    names = {*start.angles, *hold.angles}
    angles = {
        name: start.angle(name) * (1.0 - share) + hold.angle(name) * share for name in sorted(names)
    }
    return replace(hold, angles=angles)


def _without_arms(stance: Stance) -> Skeleton:
    return ground.grounded(kinematics.body(stance), stance.posture)


def _arm(start: _End, hold: _End, now: Skeleton, share: float, side: Side) -> Arm:
    top = kinematics.shoulder(now, side)
    leaving, left_from = _place(start, now, side)
    arriving, reached_from = _place(hold, now, side)
    holds = hold.stance.hands[side].place in grip.HOLDS
    come = _eased(share, HANDS_LEAVE, HANDS_ARRIVE) if holds else share
    shut = _eased(share, HANDS_ARRIVE - 0.04, FINGERS_SHUT) if holds else share
    tops = (left_from, reached_from, top)
    return grip.solve(top, grip.between(leaving, arriving, tops, come, shut))


def _place(end: _End, now: Skeleton, side: Side) -> tuple[grip.Aim, Vec]:
    """A hand's place at one end of the way, and the shoulder it is seen from.

    A hand on a leg goes with the leg as it is now, and a free one with the trunk; a hand on the
    mat stays where it was.
    """
    goes_along = end.stance.hands[side].place in (*grip.HOLDS, "free")
    body = now if goes_along else end.body
    return grip.aim_of(end.stance, body, side), kinematics.shoulder(body, side)


def _eased(share: float, begins: float, ends: float) -> float:
    """Slow, quick, slow between two points of the way."""
    u = max(0.0, min(1.0, (share - begins) / (ends - begins)))
    return u * u * (3.0 - 2.0 * u)
