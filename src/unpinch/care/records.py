"""What the diary keeps of the safety screen: the outcome, never the answers.

A record names its tier, the ids of the items that counted and the version of the
rules. It holds no free text and no answer. `locks` are the items that locked by
the rules of that day: an old record means what it meant, whatever the rules say
now. The order of the records is the order in which the diary took them up.
"""

import datetime

import msgspec

from unpinch.care.symptoms import Report
from unpinch.care.words import Action, CareError, Form, Tier
from unpinch.terms.event import PainKind

FORMAT = 1


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="record"):
    """When: `at_ms` on the clock, `day` as the person counts days. And by which rules."""

    at_ms: int
    day: datetime.date
    rules: int


class ScreenRecord(
    _Record, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="screen"
):
    """The outcome of one form.

    `confirmed` is false while the question "is that right?" is open: such a
    record holds the exercises back until a later one confirms or corrects it.
    `corrected`: ids that were said by mistake. `complete`: every question of
    the form was asked, so what is not named was answered with no.
    """

    form: Form
    tier: Tier
    items: tuple[str, ...]
    locks: tuple[str, ...]
    confirmed: bool
    complete: bool
    action: Action | None = None
    corrected: tuple[str, ...] = ()
    format: int = FORMAT

    def __post_init__(self) -> None:
        if self.tier.locks != bool(self.locks):
            raise CareError("safety record: a tier that locks names what locks, and no other does")
        if not set(self.locks) <= set(self.items):
            raise CareError("safety record: only an item that counted can lock")
        if (self.tier is Tier.EMERGENCY) != (self.action is not None):
            raise CareError("safety record: an emergency has an action, and nothing else has")


class ClearanceRecord(
    _Record, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="clearance"
):
    """A clinician has examined the person for these items.

    `exercises` are those that the clinician named as fit to do.
    """

    items: tuple[str, ...]
    examined_on: datetime.date
    exercises: tuple[str, ...] = ()
    format: int = FORMAT


class GateStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="step"):
    """One step of the trial hold."""


class Offered(GateStep, frozen=True, forbid_unknown_fields=True, tag="offered"):
    """The trial was offered."""


class Before(GateStep, frozen=True, forbid_unknown_fields=True, tag="before"):
    """How it was before the hold."""

    report: Report


class Held(GateStep, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="held"):
    """The one hold was done, or let go; and how it was right after.

    `hurt` is what was felt if the person said that it hurts.
    """

    held_ms: int
    report: Report
    hurt: PainKind | None = None


class NextMorning(GateStep, frozen=True, forbid_unknown_fields=True, tag="next morning"):
    """How it was the morning after."""

    report: Report


class GateRecord(_Record, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="gate"):
    """One step of the trial hold, as it happened."""

    step: Offered | Before | Held | NextMorning
    format: int = FORMAT


CareRecord = ScreenRecord | ClearanceRecord | GateRecord
