"""What was decided about doses, and what the stop rules did, as the journal keeps it.

A stop is written down when it is found: an old one means what it meant by the rules
of that day, and years later nobody has to go through every session to know of it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.care.dosing import Proposal
from unpinch.care.records import ClearanceRecord
from unpinch.care.stops import Stop
from unpinch.journal.entry import Entry, Kind


class Switched(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Proposals were switched on or off."""

    on: bool


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person said to a proposal. `rules`: which response rules made it."""

    proposal: Proposal
    accepted: bool
    rules: int


class StopRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stop that only a clinician ends, as it was found."""

    stop: Stop
    rules: int


class Decided(msgspec.Struct, frozen=True):
    """A decision with the entry it is from."""

    key: UUID
    at: datetime
    decision: Decision


class StopKept(msgspec.Struct, frozen=True):
    """A stop with the entry it is from."""

    key: UUID
    at: datetime
    day: date
    stop: Stop


def decided(entries: Iterable[Entry]) -> tuple[Decided, ...]:
    """The decisions among these entries, oldest first."""
    found = [
        Decided(entry.key, entry.at, msgspec.json.decode(entry.body, type=Decision))
        for entry in entries
        if entry.kind is Kind.DECISION
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def stopped(entries: Iterable[Entry]) -> tuple[StopKept, ...]:
    """The stops among these entries, oldest first."""
    found = [
        StopKept(
            entry.key, entry.at, entry.day, msgspec.json.decode(entry.body, type=StopRecord).stop
        )
        for entry in entries
        if entry.kind is Kind.STOPPED
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def in_force(kept: Iterable[StopKept], records: Iterable[object]) -> tuple[Stop, ...]:
    """The kept stops that no clinician has ended since."""
    clearances = [record for record in records if isinstance(record, ClearanceRecord)]
    return tuple(
        one.stop for one in kept if not any(_ends(clearance, one) for clearance in clearances)
    )


def _ends(clearance: ClearanceRecord, kept: StopKept) -> bool:
    """Whether it names this stop, was written after it, and the examination was after it."""
    stop = kept.stop
    named = stop.rule in clearance.items
    if stop.rule == "R6b":
        named = named and stop.exercise in clearance.exercises
    after = clearance.at_ms > kept.at.timestamp() * 1000
    return named and after and stop.since <= clearance.examined_on <= clearance.day
