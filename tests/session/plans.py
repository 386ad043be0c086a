"""Plans for the engine's tests: small, made by hand, one line of difference to read."""

from unpinch.exercises.plan import Part, Plan, Words
from unpinch.terms.dose import Kind
from unpinch.terms.side import Side
from unpinch.terms.turn import Turn

WORDS = Words(
    start="Lie on your back.",
    move="Draw your {side} knee toward your chest.",
    hold="Ease it a little closer.",
    release="Lower your leg.",
    feel="A stretch in the lower back.",
)
RIGHT_LEFT = (Side.RIGHT, Side.LEFT)


def part(
    name: str = "Knees to chest",
    *,
    hold_s: float = 15,
    ceiling_s: float = 60,
    sides: tuple[Side | None, ...] = RIGHT_LEFT,
    repetitions: int = 1,
    posture: str = "on the back",
    moving: str = "leg",
    words: Words = WORDS,
    rest_after: tuple[int, ...] = (),
    rest_s: float = 60,
    kind: Kind = Kind.HOLD,
) -> Part:
    """One exercise: all repetitions of one side, then of the other."""
    exercise = name.lower().replace(" ", "-")
    turns = tuple(
        Turn(exercise, side, n, repetitions, round(hold_s * 1000), round(ceiling_s * 1000), kind)
        for side in sides
        for n in range(1, repetitions + 1)
    )
    return Part(
        exercise=exercise,
        name=name,
        posture=posture,
        variation=None,
        moving=moving,
        turns=turns,
        words=words,
        rest_after=rest_after,
        rest_ms=round(rest_s * 1000),
    )


def plan(*parts: Part, pace: str = "calm") -> Plan:
    """A session of these parts; one exercise on both legs if none is named."""
    return Plan(program="test", name="Test", pace=pace, parts=parts or (part(),))
