"""How one session felt: what the person said about it, and the colour that follows.

Green settles within half an hour, amber takes longer, red is clearly worse or
still worse next morning. Where an answer is missing the colour is not known, and
what is not known is never green.
"""

import datetime
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.symptoms import LEGS, Report, deeper, highest_rise
from unpinch.terms.event import PainKind

ONE_DAY = datetime.timedelta(days=1)


class Settled(StrEnum):
    """How long a rise took to go back to where it was."""

    HALF_HOUR = "within half an hour"
    TWO_HOURS = "within two hours"
    DAY = "within a day"
    NOT_YET = "not yet"

    @property
    def slow(self) -> bool:
        """More than two hours."""
        return self in (Settled.DAY, Settled.NOT_YET)


class Compared(StrEnum):
    """The short answer of the next morning, compared with before that session."""

    LESS = "less"
    SAME = "the same"
    MORE = "more, or further down"


class Colour(StrEnum):
    """What a session was like. Only green ever leads to more."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


class Done(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One exercise as it was done: its dose, and each "it hurts" during it."""

    exercise: str
    hold_ms: int
    repetitions: int
    hurts: tuple[PainKind, ...] = ()

    @property
    def hurt(self) -> bool:
        """Whether it hurt in a way that is more than a strong stretch."""
        return any(kind is not PainKind.STRETCH for kind in self.hurts)


class Felt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One session. None is not answered.

    `peak`: the strongest leg pain, numbness or tingling during it. `morning` and
    `compared` were answered on `morning_day`, at `morning_at_ms`.
    """

    session: str
    at_ms: int
    day: datetime.date
    done: tuple[Done, ...]
    before: Report | None = None
    after: Report | None = None
    peak: int | None = None
    settled: Settled | None = None
    morning: Report | None = None
    morning_day: datetime.date | None = None
    morning_at_ms: int | None = None
    compared: Compared | None = None

    @property
    def next_day(self) -> Compared | None:
        """The short answer, if it was given the next morning."""
        return self.compared if self.morning_day == self.day + ONE_DAY else None

    @property
    def next_morning(self) -> Report | None:
        """The report of the next morning; a later one tells nothing about this session."""
        return self.morning if self.morning_day == self.day + ONE_DAY else None


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A colour and the sentence that explains it. `known_ms`: since when it is known."""

    colour: Colour
    because: str
    known_ms: int


def verdict(felt: Felt, rules: ResponseRules | None = None) -> Verdict:
    """The colour of a session as a whole."""
    rules = rules or response_rules()
    before, after, morning = felt.before, felt.after, felt.next_morning
    at_once, later = felt.at_ms, felt.morning_at_ms or felt.at_ms
    if felt.next_day is Compared.MORE:
        return Verdict(Colour.RED, "Next morning it was still worse.", later)
    if before is None or after is None:
        return Verdict(Colour.UNKNOWN, rules.says("R9"), at_once)
    if because := _red_at_once(felt, before, after, rules):
        return Verdict(Colour.RED, because, at_once)
    if morning is not None and (because := _red_next_morning(before, after, morning, rules)):
        return Verdict(Colour.RED, because, later)
    if because := _amber(felt, before, after, rules):
        return Verdict(Colour.AMBER, because, at_once)
    if not _answered(felt, before, after, rules):
        return Verdict(Colour.UNKNOWN, rules.says("R9"), at_once)
    return Verdict(Colour.GREEN, "It settled within half an hour.", later)


def colour_of(felt: Felt, exercise: str, rules: ResponseRules | None = None) -> Colour | None:
    """The colour of one exercise in that session; None if it was not done.

    Where the person said which exercise hurt, a session that was not green is held
    against that one alone; the others are not known. Otherwise against all of them.
    """
    done = next((each for each in felt.done if each.exercise == exercise), None)
    if done is None:
        return None
    colour = verdict(felt, rules).colour
    if colour in (Colour.AMBER, Colour.RED) and not done.hurt:
        return Colour.UNKNOWN if any(each.hurt for each in felt.done) else colour
    if done.hurt and colour in (Colour.GREEN, Colour.UNKNOWN):
        return Colour.AMBER
    return colour


def further_down(before: Report, later: Report) -> bool:
    """Whether it reaches further down in either leg."""
    return any(deeper(before.leg(side), later.leg(side)) for side in LEGS)


def strongest(report: Report, rules: ResponseRules) -> int | None:
    """The strongest of the ratings that count here."""
    known = [
        points for scale in rules.colour.scales if (points := report.rating(scale)) is not None
    ]
    return max(known, default=None)


def _red_at_once(felt: Felt, before: Report, after: Report, rules: ResponseRules) -> str:
    limits = rules.colour
    rise = highest_rise(before, after, limits.scales)
    if rise is not None and rise >= limits.red_rise:
        return f"It rose by {rise} points."
    start = strongest(before, rules)
    heights = [height for height in (felt.peak, strongest(after, rules)) if height is not None]
    if start is not None and heights and max(heights) > max(limits.red_peak_above, start):
        return f"It reached {max(heights)} of 10."
    return ""


def _red_next_morning(before: Report, after: Report, morning: Report, rules: ResponseRules) -> str:
    limits = rules.colour
    if further_down(before, morning):
        return "Next morning it reached further down."
    rise, later = (highest_rise(before, found, limits.scales) for found in (after, morning))
    risen = rise is not None and rise >= limits.still_worse_rise
    if later is not None and (
        later >= limits.worse_next_morning or (risen and later >= limits.still_worse_rise)
    ):
        return "Next morning it was still worse."
    return ""


def _amber(felt: Felt, before: Report, after: Report, rules: ResponseRules) -> str:
    limits = rules.colour
    rise = highest_rise(before, after, limits.scales)
    if rise is not None and rise >= limits.amber_rise:
        return f"It rose by {rise} points."
    if felt.settled not in (None, Settled.HALF_HOUR):
        return "It took longer than half an hour to settle."
    if further_down(before, after):
        return "Right after, it reached further down."
    morning = felt.next_morning
    later = None if morning is None else highest_rise(before, morning, limits.scales)
    if later is not None and later >= limits.still_worse_rise:
        return "Next morning it was a point higher."
    return ""


def _answered(felt: Felt, before: Report, after: Report, rules: ResponseRules) -> bool:
    """Whether everything was answered that a green needs."""
    morning = felt.next_morning
    if morning is None and felt.next_day is None:
        return False
    reports: Sequence[Report] = (before, after) if morning is None else (before, after, morning)
    rated = all(
        report.rating(scale) is not None for report in reports for scale in rules.colour.scales
    )
    rise = highest_rise(before, after, rules.colour.scales)
    return rated and (felt.settled is not None or (rise is not None and rise <= 0))
