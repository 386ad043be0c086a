"""The code that lets one device in: shown on the computer, valid once, for minutes.

Guessing is limited by ending the code, whoever guessed: an address costs nothing on
a network, so tries are not counted by it. Somebody on the network can therefore
spoil a code, and gains nothing by it; the person makes another.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple

from unpinch.runtime import clock

# No letter that looks like another or like a number. Eight of thirty: 39 bits.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP = 8, 4
TRIES = 5
LIVES_MS = 10 * 60 * 1000


class Claim(Enum):
    """What became of a code that was given."""

    RIGHT = auto()
    WRONG = auto()
    NONE = auto()  # there is none to compare with: used, too old, or guessed at too often


class Offer(NamedTuple):
    """A code as it is shown, and until when it is good."""

    code: str
    until: datetime


class Pairing:
    """At most one code at a time."""

    def __init__(self) -> None:
        """No code yet."""
        self._offer: Offer | None = None
        self._ends_ms = 0
        self._tries = 0

    def offer(self) -> Offer:
        """A new code; an earlier one is good no more."""
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        until = clock.now() + timedelta(milliseconds=LIVES_MS)
        self._offer = Offer(f"{letters[:_GROUP]}-{letters[_GROUP:]}", until)
        self._ends_ms = clock.running_ms() + LIVES_MS
        self._tries = TRIES
        return self._offer

    @property
    def offered(self) -> Offer | None:
        """The code that is good now, if one is."""
        if self._offer is not None and clock.running_ms() >= self._ends_ms:
            self._offer = None
        return self._offer

    @property
    def tries_left(self) -> int:
        """How often a wrong code may still be given."""
        return self._tries if self.offered else 0

    def claim(self, given: str) -> Claim:
        """Compare a code; the right one is used up by it, the fifth wrong one ends it."""
        offer = self.offered
        if offer is None:
            return Claim.NONE
        if hmac.compare_digest(_plain(given).encode(), _plain(offer.code).encode()):
            self.withdraw()
            return Claim.RIGHT
        self._tries -= 1
        if self._tries == 0:
            self.withdraw()
        return Claim.WRONG

    def withdraw(self) -> None:
        """No code is good any more."""
        self._offer = None


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


pairing = Pairing()
