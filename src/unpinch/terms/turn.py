"""A turn is one repetition in its place: which side, which of how many."""

import msgspec

from unpinch.terms.dose import Kind
from unpinch.terms.side import Side


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One hold that the program asks for; or one movement there and back, or one activity.

    `hold_ms` is the chosen time. `ceiling_ms` is the longest the person may be
    asked to stay, gaps included: the top of the handout's range, or one and a
    half times a single value.
    """

    exercise: str
    side: Side | None
    repetition: int
    of: int
    hold_ms: int
    ceiling_ms: int
    kind: Kind = Kind.HOLD
