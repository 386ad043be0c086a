"""What an exercise file and a program file say, once read and found good."""

from enum import StrEnum

import msgspec

from unpinch.terms.dose import Dose, Kind, Range

FORMAT = 1
# A reading with these words is what the person answered where the sheet leaves something open.
ANSWER = "is your answer"
# "No variation", for a person who wants the exercise itself where the program chose a variation.
MAIN = "main"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said. {side} and {opposite} stand for left and right.

    `feel` is empty where the sheet names no place. `aim` is what the sheet
    claims the exercise does, and `known` what is known about that claim.
    """

    start: str
    move: str
    hold: str
    release: str
    feel: str = ""
    deeper: str = ""
    breathe: str = ""
    aim: str = ""
    known: str = ""


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One drawn point: degrees by name, what the hands do, where it glows."""

    angles: dict[str, float]
    hands: dict[str, str]  # "moving" and "resting"
    eyes: str = "open"
    glow: tuple[str, ...] = ()


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the camera accepts of one measure. An open end is None."""

    low: float | None
    high: float | None
    because: str

    def __contains__(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Accept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the camera takes for this pose: all of it must hold."""

    chest: str | None  # "up" or "down"; None: not looked at
    bounds: dict[str, Bound]


class Test(StrEnum):
    """How a form rule looks at its measure."""

    __test__ = False  # not for pytest

    ABOVE = "above"
    BELOW = "below"
    OUTSIDE = "outside"
    RISES = "rises by"
    FALLS = "falls by"
    FASTER = "faster than"
    LET_GO = "let go before"


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A form rule's condition.

    Above, below and outside compare the measure with `low` and `high`; rises
    and falls compare it with the start position; faster looks at its change a
    second. All three must last `for_ms`. Let go looks at the hold's length,
    `for_ms`, and at no measure.
    """

    test: Test
    measure: str | None = None
    low: float | None = None
    high: float | None = None
    for_ms: int = 0


class FormRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A departure from good form, and the gentle word about it."""

    fault: str
    when: When
    say: str
    because: str


class Variation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Another way to do the exercise, complete in itself."""

    id: str
    name: str
    aliases: tuple[str, ...]
    text: Text
    dose: Dose


class Caution(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A warning. `ours` tells our additions from what the sheet says."""

    says: str
    because: str
    ours: bool


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise. `poses` and `accept` go by "start", "hold", "both-start" and so on.

    `like`: the exercise of ours whose movement this is, with a sheet's own dose; the safety rules
    treat it as that one. `neutral`: the figure shows the posture only, so it tells nothing of
    the movement.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    source: str
    posture: str
    place: str
    moving: str
    text: Text
    dose: Dose
    readings: dict[str, str]
    poses: dict[str, Pose]
    accept: dict[str, Accept]
    form: tuple[FormRule, ...]
    variations: tuple[Variation, ...]
    cautions: tuple[Caution, ...]
    like: str = ""
    neutral: bool = False

    def adds(self, words: str) -> bool:
        """Whether these words are ours, said where the sheet has none."""
        return bool(words) and f"“{words}”" in self.readings.get("words", "")

    def variation(self, name: str | None) -> Variation | None:
        """The variation with this id, if there is one."""
        return next((each for each in self.variations if each.id == name), None)

    def dose_of(self, variation: str | None) -> Dose:
        """The dose, of a variation if one is named."""
        found = self.variation(variation)
        return found.dose if found else self.dose

    def pose(self, name: str, variation: str | None = None) -> Pose:
        """The drawn pose; a variation without its own uses the exercise's."""
        return self.poses.get(f"{variation}-{name}", self.poses[name])

    def accepts(self, name: str, variation: str | None = None) -> Accept | None:
        """What the camera accepts as this pose; None: it cannot judge it."""
        own = self.accept.get(f"{variation}-{name}")
        return own if own else self.accept.get(name)


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something the sheet claims, in our words, and what is known beside it."""

    says: str
    known: str


class Point(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The chosen point of one exercise in a program.

    `kind` is the exercise's. `note`: a word of whoever made the program, said while the person
    gets into place.
    """

    exercise: str
    hold_ms: int
    repetitions: int
    kind: Kind = Kind.HOLD
    variation: str | None = None
    note: str = ""


class Program(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a person was given: exercises in order, each with its chosen point."""

    id: str
    name: str
    source: str
    often: str
    claims: tuple[Claim, ...]
    readings: dict[str, str]
    parts: tuple[Point, ...]


__all__ = [
    "FORMAT", "MAIN", "Accept", "Bound", "Caution", "Claim", "Dose", "Exercise", "FormRule",
    "Point", "Pose", "Program", "Range", "Test", "Text", "Variation", "When",
]  # fmt: skip
