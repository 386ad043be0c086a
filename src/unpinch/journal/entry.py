"""One thing that happened, as the journal keeps it for ever.

An entry is never changed and never deleted, except by erasing the whole diary.
It carries two version numbers: `format`, how it is written down, and `rules`,
which rules were in force when it was. Old entries stay readable: a new format
is read beside the old ones, not instead of them.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

FORMAT = 1
RULES = 1


class Kind(StrEnum):
    """What an entry is about."""

    SETTINGS = "settings"
    CHOICES = "choices"  # of the program that is followed then
    PROGRAM = "program followed"  # from now on this one
    POINTS = "program changed"  # these exercises got other doses in the program itself
    SESSION_STARTED = "session started"
    SESSION_EVENT = "session event"
    SESSION_REACHED = "session reached"  # how far the clock got, so that a crash loses nothing
    SESSION_ENDED = "session ended"
    BACKUP = "backup"  # a copy was made, and where
    SCREEN = "safety screen"  # the outcome of a form: never an answer
    SCREEN_CLEAR = "safety screen, all no"  # a short form that named nothing: one a session
    CLEARANCE = "clearance"  # a clinician has examined the person for this, dated
    TRIAL = "trial hold"  # one step of it
    EMERGENCY_NUMBER = "emergency number"  # which country's, or the person's own
    SYMPTOMS = "symptoms"  # marked and rated before or after a session, or the next morning
    ACTIVITIES = "activities"  # up to three, in the person's own words
    PROPOSALS = "proposals switched"  # on or off
    DECISION = "decision"  # a proposal was accepted or declined
    STOPPED = "stop rule"  # it acted, on which sessions, until when
    REMINDERS = "reminders"  # on which days, at which times


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """`at` is aware, in UTC; `day` is the person's own day, which rolls over at 4 a.m."""

    key: UUID
    kind: Kind
    at: datetime
    day: date
    session: UUID | None = None
    body: msgspec.Raw = msgspec.Raw(b"{}")
    format: int = FORMAT
    rules: int = RULES
