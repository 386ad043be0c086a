"""One exercise made ready to draw: its two poses put on the mat, and the frame both share.

Everything is drawn as if the right side worked, with that side towards the viewer; for the left
the picture is mirrored, so the working foot or hand always points to its own side.
"""

from msgspec import Struct

from unpinch.body import grip, ground, posing
from unpinch.body.skeleton import Skeleton
from unpinch.body.stance import Stance, mirror, resolve
from unpinch.body.vocabulary import check
from unpinch.exercises.model import Exercise, Pose
from unpinch.figure import mat, tags
from unpinch.figure.outline import UNITS, project
from unpinch.terms.side import Side

MARGIN = 26
LOOKED_AT = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


class Subject(Struct, frozen=True):
    start: Stance
    hold: Stance
    way: posing.Way
    eyes: tuple[float, float]  # how far open at the start and in the hold
    glow: tuple[str, ...]
    moving: str
    mirrored: bool
    single: bool  # one side works, so limbs carry R and L
    frame: tuple[int, int, int, int]
    mat: tuple[float, float]
    seat_height: float

    def trimmed(self, share: float) -> tuple[int, int, int, int]:
        """The frame without the height that only other moments of the way need."""
        left, top, width, height = self.frame
        own = _frame([self.body(share)], self.hold, self.moving, self.mat)[1]
        return left, max(top, own), width, height - max(0, own - top)

    @property
    def holds_leg(self) -> bool:
        """Whether the hands hold a knee or thigh."""
        return any(hand.place in grip.HOLDS for hand in self.hold.hands.values())

    @property
    def holds_knee(self) -> bool:
        """Whether finger tips go behind a knee, under the shin."""
        return any(hand.place == "behind the knee" for hand in self.hold.hands.values())

    def body(self, share: float) -> Skeleton:
        return self.way.at(share)

    def own(self, drawn: Side) -> Side:
        """Whose limb a drawn limb really is."""
        return drawn.opposite if self.mirrored else drawn


def prepare(exercise: Exercise, side: Side | None, variation: str | None) -> Subject:
    poses = exercise.pose("start", variation), exercise.pose("hold", variation)
    mirrored = side is Side.LEFT
    start, hold = (_stance(exercise, pose, side) for pose in poses)
    if mirrored:
        start, hold = mirror(start), mirror(hold)
    way = posing.Way(start, hold)
    bodies = [way.at(share) for share in LOOKED_AT]
    span = mat.extent([bodies[0], bodies[-1]])
    return Subject(
        start=start,
        hold=hold,
        way=way,
        eyes=(float(poses[0].eyes == "open"), float(poses[1].eyes == "open")),
        glow=poses[1].glow,
        moving=exercise.moving,
        mirrored=mirrored,
        single=side is Side.LEFT or side is Side.RIGHT,
        frame=_frame(bodies, hold, exercise.moving, span),
        mat=span,
        seat_height=mat.seat_height(bodies[0], exercise.posture),
    )


def _stance(exercise: Exercise, pose: Pose, side: Side | None) -> Stance:
    check(pose.angles, pose.hands, pose.eyes, pose.glow)
    stance = resolve(exercise.posture, exercise.moving, side, pose.angles, pose.hands, pose.eyes)
    return ground.settle(stance)


def _frame(
    bodies: list[Skeleton], stance: Stance, moving: str, span: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The smallest picture with all of the way from start to hold in it."""
    points = [(corner, 4.0) for corner in mat.corners(span, mat.THICK)]
    for body in bodies:
        points += [(project(point), radius * UNITS) for point, radius in mat.parts(body)]
        points.append((project(body.head), 78.0))
        points += [(at, tags.RADIUS) for _, at in tags.places(stance, body, moving).values()]
    left = min(x - r for (x, _), r in points) - MARGIN
    right = max(x + r for (x, _), r in points) + MARGIN
    top = min(y - r for (_, y), r in points) - MARGIN
    bottom = max(y + r for (_, y), r in points) + MARGIN
    return round(left), round(top), round(right - left), round(bottom - top)
