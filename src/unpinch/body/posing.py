"""From a stance, or from the way between two, to a whole body on the mat.

The way from start to hold is told by one number, its share: 0 is the start, 1 the hold. Legs and
trunk take the whole way. Hands that will hold a leg first travel to it, then stay on it while it
is drawn further; so a share of more than HANDS_ARRIVE is the pull itself.
"""

from dataclasses import replace

from unpinch.body import grip, ground, kinematics
from unpinch.body.skeleton import Arm, Skeleton
from unpinch.body.stance import SIDES, Stance
from unpinch.terms.side import Side

HANDS_LEAVE, HANDS_ARRIVE = 0.10, 0.72


def pose(stance: Stance) -> Skeleton:
    """Every joint of a stance, on the mat."""
    return between(stance, stance, 0.0)


def between(start: Stance, hold: Stance, share: float) -> Skeleton:
    """Every joint on the way from start to hold, on the mat. Both must be settled."""
    first, last = _without_arms(start), _without_arms(hold)
    now = first if share <= 0.0 else last
    stance = start if share <= 0.0 else hold
    if 0.0 < share < 1.0:
        stance = halfway(start, hold, share)
        now = _without_arms(stance)
    bodies = (first, last, now)
    arms = {side: _arm(start, hold, stance, bodies, share, side) for side in SIDES}
    return replace(now, arms=arms)


def halfway(start: Stance, hold: Stance, share: float) -> Stance:
    """Joint angles on the way; the hands keep the hold's places."""
    names = {*start.angles, *hold.angles}
    angles = {
        name: start.angle(name) * (1.0 - share) + hold.angle(name) * share
        for name in sorted(names)
    }
    return replace(hold, angles=angles)


def _without_arms(stance: Stance) -> Skeleton:
    return ground.grounded(kinematics.body(stance), stance.posture)


def _arm(
    start: Stance,
    hold: Stance,
    now: Stance,
    bodies: tuple[Skeleton, Skeleton, Skeleton],
    share: float,
    side: Side,
) -> Arm:
    tops = (
        kinematics.shoulder(bodies[0], side),
        kinematics.shoulder(bodies[1], side),
        kinematics.shoulder(bodies[2], side),
    )
    leaving, arriving = start.hands[side], hold.hands[side]
    if leaving == arriving and leaving.place == "free":
        return kinematics.free_arm(now, bodies[2], side)
    travelled = _travelled(share) if arriving.place in grip.HOLDS else share
    resting = replace(now, hands=start.hands)
    from_aim = grip.aim_of(start if leaving.place == "free" else resting, bodies[2], side)
    # A hand that leaves the mat leaves the place where it was; one that holds follows the leg.
    if from_aim.on_mat:
        from_aim = grip.aim_of(start, bodies[0], side)
        tops = (tops[0], tops[1], tops[2])
    else:
        tops = (tops[2], tops[1], tops[2])
    to_body, to_stance = (bodies[1], hold)
    if arriving.place in grip.HOLDS:
        to_body, to_stance = bodies[2], replace(now, hands=hold.hands)
        tops = (tops[0], tops[2], tops[2])
    to_aim = grip.aim_of(to_stance, to_body, side)
    return grip.solve(tops[2], grip.between(from_aim, to_aim, tops, travelled, side))


def _travelled(share: float) -> float:
    """How far a hand has come that will hold a leg: eased, and there before the leg is."""
    u = max(0.0, min(1.0, (share - HANDS_LEAVE) / (HANDS_ARRIVE - HANDS_LEAVE)))
    return u * u * (3.0 - 2.0 * u)
