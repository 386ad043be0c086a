"""What locks the exercises, and the one thing that opens them.

A fold over the records, in the order in which the diary took them up. The laws:

1. An item that locked stays locked whatever is answered later.
2. It opens only by a clearance that names it, dated not before the lock and not
   after the day on which it was entered.
3. A clearance opens nothing else, and nothing that is reported afterwards; except
   that a fact which does not change (`standing`) is not locked twice.
4. An answer that still waits for "is that right?" holds the exercises back too.
   It alone may be taken back, by the record that corrects that very item.
"""

import datetime
from collections.abc import Mapping, Sequence

import msgspec

from unpinch.care.records import CareRecord, ClearanceRecord, GateRecord, ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.shape import SafetyRules
from unpinch.care.words import Action, CareError, Tier, most_urgent


class Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One item that holds the exercises back since that day."""

    item: str
    since: datetime.date
    confirmed: bool
    record: ScreenRecord


class LockedNow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is locked, as one screen. A clearance from `since` on can open all of it."""

    tier: Tier
    action: Action | None
    items: tuple[str, ...]
    since: datetime.date
    confirmed: bool


def locks(records: Sequence[CareRecord], rules: SafetyRules | None = None) -> tuple[Lock, ...]:
    """The locks that are closed after these records, the oldest first."""
    rules = rules or safety_rules()
    closed: dict[str, Lock] = {}
    cleared: set[str] = set()
    for record in records:
        match record:
            case ScreenRecord() if record.locks or record.corrected:
                stood = {item for item in cleared if rules.stands(item)}
                _screened(closed, record, stood)
            case ClearanceRecord():
                _cleared(closed, cleared, record)
            case ScreenRecord() | GateRecord():
                pass  # the trial hold opens a condition, never a lock
    return tuple(closed.values())


def waits(records: Sequence[CareRecord], rules: SafetyRules | None = None) -> ScreenRecord | None:
    """The record whose "is that right?" is still open, to go back to; the latest if several.

    Nothing waits for what these rules no longer ask: only a clinician opens that.
    """
    rules = rules or safety_rules()
    open_ones = [
        lock.record
        for lock in locks(records, rules)
        if not lock.confirmed and rules.locks(lock.item)
    ]
    return max(open_ones, key=records.index, default=None)


def locked_now(records: Sequence[CareRecord], rules: SafetyRules | None = None) -> LockedNow | None:
    """What to show while anything is locked; none if nothing is."""
    rules = rules or safety_rules()
    closed = locks(records, rules)
    if not closed:
        return None
    urgent = most_urgent([found for lock in closed if (found := _action(lock, rules))])
    return LockedNow(
        tier=Tier.EMERGENCY if urgent else Tier.CLINICIAN,
        action=urgent,
        items=tuple(lock.item for lock in closed),
        since=max(lock.since for lock in closed),
        confirmed=any(lock.confirmed for lock in closed),
    )


def covers(clearance: ClearanceRecord, since: datetime.date) -> bool:
    """Whether its date can open a lock of that day.

    A clock that was set back may put the lock in the future; then only an
    examination on the day of entry counts.
    """
    earliest = min(since, clearance.day)
    return earliest <= clearance.examined_on <= clearance.day


def clear(
    records: Sequence[CareRecord],
    items: tuple[str, ...],
    examined_on: datetime.date,
    *,
    today: datetime.date,
    at_ms: int,
    exercises: tuple[str, ...] = (),
    stopped: Mapping[str, datetime.date] | None = None,
    rules: SafetyRules | None = None,
) -> ClearanceRecord:
    """The record of "a clinician has examined me for this", or why it cannot be kept.

    `stopped`: what else a clinician can end (conditions' items, response rules), with
    the day since when it holds.
    """
    rules = rules or safety_rules()
    since = {lock.item: lock.since for lock in locks(records, rules)} | dict(stopped or {})
    reported = {i for r in records if isinstance(r, ScreenRecord) for i in r.items} | set(since)
    if not items:
        raise CareError("clearance: name what the clinician has examined you for")
    for item in items:
        if item not in reported:
            raise CareError(f"clearance: {item} was never reported; name only what was")
    if examined_on > today:
        raise CareError("clearance: the day is in the future; enter the day of the examination")
    found = ClearanceRecord(at_ms, today, rules.rules, items, examined_on, exercises)
    for item in items:
        if item in since and not covers(found, since[item]):
            raise CareError(
                f"clearance: the day is before you reported it ({since[item].isoformat()}); "
                "enter an examination from that day or later"
            )
    return found


def _action(lock: Lock, rules: SafetyRules) -> Action | None:
    """What its record asked for; nothing if these rules know the item as no emergency."""
    item = rules.item(lock.item)
    known_slower = item is not None and item.tier is not Tier.EMERGENCY
    return None if known_slower else lock.record.action


def _screened(closed: dict[str, Lock], record: ScreenRecord, stood: set[str]) -> None:
    for item in record.corrected:
        if item in closed and not closed[item].confirmed and record.confirmed:
            del closed[item]
    for item in record.locks:
        known = closed.get(item)
        if item in stood or (known is not None and known.confirmed and not record.confirmed):
            continue
        closed[item] = Lock(item, record.day, record.confirmed, record)


def _cleared(closed: dict[str, Lock], cleared: set[str], record: ClearanceRecord) -> None:
    for item in record.items:
        since = closed[item].since if item in closed else record.examined_on
        if covers(record, since):
            closed.pop(item, None)
            cleared.add(item)
