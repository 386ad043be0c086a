"""Putting a body on the mat: the lowest outline touches it, and resting legs really rest.

`grounded` only raises or lowers. `settle` is for poses written by hand: it finds the ankles the
file leaves out, and bends a knee or hip by a few degrees until a foot or shin that almost
touches the mat does touch it.
"""

from collections.abc import Callable
from math import atan2, degrees

from unpinch.body import flesh, kinematics
from unpinch.body.proportions import SHANK, SHANK_FLESH
from unpinch.body.skeleton import Leg, Skeleton
from unpinch.body.stance import SIDES, Stance
from unpinch.body.vector import Vec
from unpinch.terms.side import Side

# A bent leg whose sole is this near the mat is meant to stand on it; a long leg is lifted on
# purpose from much less.
SOLE_MEANT, LONG_LEG_MEANT = 0.075, 0.025
LARGEST_CHANGE, STEP = 24.0, 4.0
SHINS_DOWN = ("hands and knees", "kneeling")
TOP_OF_FOOT_DOWN = 80.0
BENT = 40.0
STANDS = 0.4  # a shank that drops by this share of its length stands on its foot

# How far a leg of this stance is from what it rests on, in shares of body height.
Gap = Callable[[Stance, Side], float]


def grounded(skeleton: Skeleton, posture: str) -> Skeleton:
    """Raised or lowered to the mat, and held still at the part that stays put in this posture."""
    return skeleton.shifted((-_anchor(skeleton, posture), -flesh.lowest_of_body(skeleton), 0.0))


def settle(stance: Stance) -> Stance:
    """The stance with every ankle known and resting legs touching the mat."""
    for side in SIDES:
        legs = _Legs(stance)
        if stance.posture in SHINS_DOWN:
            stance = _rest(stance, side, legs.shin_gap, 1.0)
        elif stance.posture != "on the side":
            meant = SOLE_MEANT if _knee(stance, side) > BENT else LONG_LEG_MEANT
            stance = _rest(stance, side, legs.foot_gap, meant)
        stance = legs.with_ankle(stance, side)
        ankle = f"{side}_ankle_plantarflexion"
        stance = stance.bent(**{ankle: stance.angles.get(ankle, kinematics.RELAXED_ANKLE)})
    return stance


class _Legs:
    """The legs of a stance, bent this way and that. Trunk and head stay, and are posed once."""

    def __init__(self, stance: Stance) -> None:
        self._body = kinematics.body(stance)
        self._floor = min(
            flesh.lowest(flesh.trunk(self._body)), flesh.lowest(flesh.head(self._body))
        )

    def foot_gap(self, stance: Stance, side: Side) -> float:
        """How high the foot is above what the trunk lies, sits or stands on."""
        leg = self._leg(self.with_ankle(stance, side), side)
        return self._foot_gap(leg, stance, side)

    def _foot_gap(self, leg: Leg, stance: Stance, side: Side) -> float:
        foot = flesh.lowest(flesh.foot(leg))
        floor = self._floor
        if stance.posture == "standing":
            floor = min(foot, flesh.lowest(flesh.foot(self._leg(stance, side.opposite))))
        return min(foot, leg.ankle[1] - SHANK_FLESH[-1][1]) - floor

    def shin_gap(self, stance: Stance, side: Side) -> float:
        """How much higher the foot lies than the knee; 1 when the shin is nowhere near level."""
        leg = self._leg(self.with_ankle(stance, side), side)
        if abs(leg.knee[1] - leg.ankle[1]) > 0.4 * SHANK:
            return 1.0
        knee = leg.knee[1] - SHANK_FLESH[0][1]
        return flesh.lowest(flesh.foot(leg)) - knee

    def with_ankle(self, stance: Stance, side: Side) -> Stance:
        """An ankle left out: the sole flat under a shank that stands, the top of the foot down
        under one that lies on the mat, and otherwise at ease."""
        name = f"{side}_ankle_plantarflexion"
        if name in stance.angles or stance.posture == "on the side":
            return stance
        leg = self._leg(stance, side)
        down = (leg.knee[1] - leg.ankle[1]) / SHANK
        if down < STANDS:
            lies = stance.posture == "face down" or _knee(stance, side) > BENT
            lies = lies and stance.posture in (*SHINS_DOWN, "face down") and down > -STANDS
            return stance.bent(**{name: TOP_OF_FOOT_DOWN}) if lies else stance
        flat = stance.bent(**{name: degrees(atan2(leg.shin_front[1], down))})
        if stance.posture not in ("on the back", "face down"):
            return flat
        near = self._foot_gap(self._leg(flat, side), flat, side) < SOLE_MEANT
        return flat if near else stance

    def _leg(self, stance: Stance, side: Side) -> Leg:
        return kinematics.leg(stance, self._body, side)


def _anchor(skeleton: Skeleton, posture: str) -> float:
    legs = skeleton.legs.values()
    if posture in SHINS_DOWN:
        return min((leg.knee for leg in legs), key=_height)[0]
    if posture == "standing":
        return min((leg.ankle for leg in legs), key=_height)[0]
    return skeleton.spine[0 if posture == "sitting" else 3][0]


def _height(point: Vec) -> float:
    return point[1]


def _knee(stance: Stance, side: Side) -> float:
    return stance.angle(f"{side}_knee_flexion")


def _rest(stance: Stance, side: Side, gap: Gap, meant: float) -> Stance:
    """Change one joint by as little as closes a gap to the mat that is not meant."""
    bent = _knee(stance, side) > BENT
    if stance.posture in SHINS_DOWN and not bent:
        return stance
    now = gap(stance, side)
    if now >= meant or abs(now) < 1e-4:
        return stance
    for joint in ("knee_flexion", "hip_flexion") if bent else ("hip_flexion",):
        settled = _turned(stance, side, f"{side}_{joint}", gap)
        if settled:
            return settled
    return stance


def _turned(stance: Stance, side: Side, joint: str, gap: Gap) -> Stance | None:
    def tried(change: float) -> Stance:
        return stance.bent(**{joint: stance.angle(joint) + change})

    change = _closing(lambda each: gap(tried(each), side))
    return None if change is None else tried(change)


def _closing(left: Callable[[float], float]) -> float | None:
    """The smallest change after which nothing is left of the gap, if there is one."""
    now = left(0.0)
    near = {STEP: now, -STEP: now}
    for number in range(1, int(LARGEST_CHANGE / STEP) + 1):
        found = []
        for way, before in near.items():
            near[way] = left(way * number)
            if before * near[way] <= 0.0:
                found.append(_bisect(left, before, way * (number - 1), way * number))
        if found:
            return min(found, key=abs)
    return None


def _bisect(left: Callable[[float], float], sign: float, low: float, high: float) -> float:
    """Where nothing is left between these two; `sign` is that of what is left at `low`."""
    for _ in range(14):
        middle = (low + high) / 2
        if left(middle) * sign > 0.0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
