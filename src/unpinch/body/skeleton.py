"""Where every joint is. Made by `kinematics`; measured by `measure`; drawn by the figure room."""

from msgspec import Struct, field

from unpinch.body.vector import Vec, add
from unpinch.terms.side import Side


class Leg(Struct, frozen=True):
    hip: Vec
    knee: Vec
    ankle: Vec
    front: Vec  # where the thigh's front looks
    shin_front: Vec
    toes: Vec  # direction of the foot
    instep: Vec  # direction out of the foot's upper side


class Arm(Struct, frozen=True):
    shoulder: Vec
    elbow: Vec
    wrist: Vec
    knuckles: Vec
    fingertips: Vec
    thumb: Vec  # direction of the thumb, away from the palm's axis


class Skeleton(Struct, frozen=True):
    """Joints of one moment, in shares of body height; the mat is at y = 0."""

    spine: tuple[Vec, Vec, Vec, Vec]  # hips, waist, ribs, shoulder line
    trunk_front: tuple[Vec, Vec, Vec]  # where pelvis, loin and chest look
    skull: Vec
    head: Vec
    face: Vec  # direction of the gaze
    crown: Vec  # direction from chin to crown
    legs: dict[Side, Leg]
    arms: dict[Side, Arm] = field(default_factory=dict)

    def shifted(self, by: Vec) -> "Skeleton":
        """The same body standing elsewhere."""
        a, b, c, d = (add(point, by) for point in self.spine)
        return Skeleton(
            (a, b, c, d), self.trunk_front, add(self.skull, by), add(self.head, by),
            self.face, self.crown,
            {side: _moved_leg(leg, by) for side, leg in self.legs.items()},
            {side: _moved_arm(arm, by) for side, arm in self.arms.items()},
        )  # fmt: skip

    def joints(self) -> dict[str, Vec]:
        """Every joint by name, e.g. left_knee."""
        named = dict(zip(("hips", "waist", "ribs", "neck"), self.spine, strict=True))
        named |= {"skull": self.skull, "head": self.head}
        for side, leg in self.legs.items():
            named |= {f"{side}_hip": leg.hip, f"{side}_knee": leg.knee, f"{side}_ankle": leg.ankle}
        for side, arm in self.arms.items():
            for joint in ("shoulder", "elbow", "wrist", "knuckles", "fingertips"):
                named[f"{side}_{joint}"] = getattr(arm, joint)
        return named


def _moved_leg(leg: Leg, by: Vec) -> Leg:
    return Leg(
        add(leg.hip, by), add(leg.knee, by), add(leg.ankle, by),
        leg.front, leg.shin_front, leg.toes, leg.instep,
    )  # fmt: skip


def _moved_arm(arm: Arm, by: Vec) -> Arm:
    return Arm(
        add(arm.shoulder, by), add(arm.elbow, by), add(arm.wrist, by),
        add(arm.knuckles, by), add(arm.fingertips, by), arm.thumb,
    )  # fmt: skip
