"""Whether the home network is served, and how it is reached.

Nothing heavy is imported: every page looks here.
"""

from datetime import datetime
from typing import NamedTuple


class Lan(NamedTuple):
    """The door to the home network: where it is, and the certificate that stands in it."""

    host: str
    port: int
    names: tuple[str, ...]
    fingerprint: str
    until: datetime
    others: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """What a device opens."""
        return f"https://{bracketed(self.host)}:{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser may call us."""
        return frozenset(bracketed(name) for name in (self.host, *self.names))


class _Door:
    def __init__(self) -> None:
        self.opened: Lan | None = None


door = _Door()


def bracketed(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
