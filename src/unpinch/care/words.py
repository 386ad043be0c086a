"""The words of care: answers, forms, tiers, actions, and what a rule may do to an exercise."""

from enum import StrEnum


class CareError(ValueError):
    """One plain line: what is wrong, where, and what to do."""


class Answer(StrEnum):
    """What a person can answer. Not sure counts as yes, everywhere."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not sure"

    @property
    def counts(self) -> bool:
        """Whether this answer counts as yes."""
        return self is not Answer.NO


class Form(StrEnum):
    """Which set of questions is asked."""

    FIRST = "first use"
    SHORT = "before a session"
    WORSE = "it got worse"


class Tier(StrEnum):
    """How far a person may go, the strictest first."""

    EMERGENCY = "emergency"
    CLINICIAN = "clinician first"
    CARE = "go with care"
    GO = "go on"

    @property
    def locks(self) -> bool:
        """Whether an item of this tier locks the exercises."""
        return self in (Tier.EMERGENCY, Tier.CLINICIAN)


class Action(StrEnum):
    """What an emergency item asks for, the most urgent first."""

    AMBULANCE = "ambulance"
    EMERGENCY_DEPARTMENT = "emergency department"
    SAME_DAY = "same day"


URGENCY = tuple(Action)


def most_urgent(actions: list[Action]) -> Action | None:
    """The first of them in order of urgency; none if there are none."""
    return min(actions, key=URGENCY.index, default=None)


class Do(StrEnum):
    """What a condition makes of an exercise."""

    ALLOW = "allow"
    MODIFIED = "modified"
    BLOCK = "block"
    GATE = "gate"  # blocked until the trial hold has gone well


class Ends(StrEnum):
    """How a condition stops to hold."""

    CLEARANCE = "clearance"
    ANSWER = "answer"
    GATE = "gate"
    SESSION = "session"


class Trait(StrEnum):
    """What an exercise does to the body, as far as the rules ask."""

    ANY = "any"  # every exercise has it
    BENDS = "bends the back"
    PULLS_LEG = "stretches a straight leg"
    ARCHES = "arches the back"
    HIP_PAST_RIGHT_ANGLE = "bends a hip past a right angle"
    ON_BACK = "lies on the back"
    KNEELS = "kneels"
    ON_HEELS = "sits on the heels"
    ON_HANDS = "leans on the hands"
    ON_FLOOR = "goes down to the floor"
    STANDS = "stands"
