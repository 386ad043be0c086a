"""The response rules: what `response.toml` may say, and reading it."""

from functools import cache

import msgspec

from unpinch.care.checks import EXERCISES
from unpinch.care.data import text_of
from unpinch.care.symptoms import Scale
from unpinch.care.words import CareError

FORMAT = 1
RULE_IDS = ("R1", "R2", "R3", "R4", "R5", "R6", "R6b", "R7", "R8", "R9", "R10", "R11")
FOR_A_CLINICIAN = ("R6b", "R7")
LEAVING_OUT = ("R2", "R6", "R6b", "R7", "R10")


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said about the standing of these rules."""

    statement: str
    limits: str


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule in words: what it does, the sentence shown, and why."""

    id: str
    acts: str
    says: str
    because: str
    source: str
    strength: str


class ColourLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which rise a session is amber or red."""

    scales: tuple[Scale, ...]
    amber_rise: int
    red_rise: int
    red_peak_above: int
    still_worse_rise: int
    worse_next_morning: int


class DoseLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many sessions lead to a step, and how large it is."""

    greens_for_a_step_up: int
    ambers_for_a_step_down: int
    hold_step_s: int


class Ladder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise whose dose has steps."""

    exercise: str
    then_repetitions: bool


class RedLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a red session leads to."""

    rest_hours: int
    times_until_left_out: int
    greens_that_wipe_the_slate: int
    bending: tuple[str, ...]


class SpreadLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it has spread."""

    larger_percent: int
    mornings_further_down: int


class UnchangedLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When nothing has changed."""

    after_days: int
    rating_change: int


class IrritableLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it is easily stirred up, and what is left out then."""

    rating_at_rest: int
    stretches_a_leg: tuple[str, ...]
    bends: tuple[str, ...]
    neither: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """Every exercise of which the file itself says what it does."""
        return self.stretches_a_leg + self.bends + self.neither


class HurtLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often it may hurt on one day before the exercise is left out."""

    times_until_left_out: int


class ResponseRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `response.toml`."""

    format: int
    rules: int
    review: Review
    until: dict[str, str]
    examined: dict[str, str]
    colour: ColourLimits
    dose: DoseLimits
    red: RedLimits
    spread: SpreadLimits
    unchanged: UnchangedLimits
    hurt: HurtLimits
    irritable: IrritableLimits
    rows: tuple[Rule, ...] = msgspec.field(name="rule")
    ladders: tuple[Ladder, ...] = msgspec.field(name="ladder")

    def says(self, rule_id: str) -> str:
        """The sentence that rule shows."""
        return next(row.says for row in self.rows if row.id == rule_id)


def read_response_rules(text: str, name: str) -> ResponseRules:
    """The rules in `text`. `name` is the file's name, for the message."""
    try:
        found = msgspec.toml.decode(text.encode(), type=ResponseRules)
    except ValueError as error:
        raise CareError(f"{name}: {error}; correct that entry") from error
    if found.format != FORMAT:
        raise CareError(f"{name}, format: {found.format} is not known; this reads {FORMAT}")
    if tuple(row.id for row in found.rows) != RULE_IDS:
        raise CareError(f"{name}, [[rule]]: the rows must be {', '.join(RULE_IDS)}, in this order")
    if tuple(found.until) != LEAVING_OUT:
        raise CareError(
            f"{name}, [until]: write until when {', '.join(LEAVING_OUT)} leave out, in this order"
        )
    if tuple(found.examined) != FOR_A_CLINICIAN:
        raise CareError(f"{name}, [examined]: name {' and '.join(FOR_A_CLINICIAN)}, in this order")
    if sorted(found.irritable.named) != sorted(EXERCISES):
        raise CareError(f"{name}, [irritable]: name {', '.join(sorted(EXERCISES))}, each once")
    limits = found.colour
    if not 0 < limits.amber_rise < limits.red_rise:
        raise CareError(f"{name}, [colour]: amber begins below red; correct the two rises")
    return found


@cache
def response_rules() -> ResponseRules:
    """The rules that come with the program."""
    name = "response.toml"
    return read_response_rules(text_of(name), name)
