"""The door to the home network, and what the terminal says of it."""

import asyncio
import socket
import ssl
import sys
from collections.abc import Sequence
from datetime import datetime

import segno

from unpinch.cli.serve import NotOursError, listen
from unpinch.runtime import addresses, clock
from unpinch.runtime.certificate import Certificate, certificate
from unpinch.runtime.devices import devices
from unpinch.runtime.lan import Lan, door
from unpinch.runtime.pairing import pairing

_LOOK_AT_THE_CERTIFICATE_S = 24 * 3600
_BYTES_A_LINE = 16


class NetworkDoor:
    """A socket that listens on the home network, and the certificate that stands in it."""

    def __init__(
        self, listening: socket.socket, lan: Lan, made: Certificate, own_port: int
    ) -> None:
        """All of it is ready; nothing is served yet."""
        self.door = listening
        self.certificate, self.key = str(made.file), str(made.key)
        self._lan, self._new, self._own_port = lan, made.new, own_port

    async def keep_fresh(self, used: ssl.SSLContext) -> None:
        """Look once a day whether the certificate ends soon, and put a new one in its place."""
        while True:
            await asyncio.sleep(_LOOK_AT_THE_CERTIFICATE_S)
            renewed(used, self._lan)

    def told(self) -> str:
        """The address, the code and its picture, and what can be compared."""
        lan, offer = self._lan, pairing.offer()
        until = f"{clock.local(offer.until):%H:%M}"
        lines = [
            "",
            f"On the home network it is open at {lan.address}",
            *_others(lan.others),
            f"To let one device in: scan this with it, or open the address and type {offer.code}",
            f"The code is good once, until {until}. "
            f"A new one: http://127.0.0.1:{self._own_port}/devices/",
            "",
            _drawn(f"{lan.address}/pair/?code={offer.code}"),
            "The device warns of a certificate that nobody vouches for: it was made here. "
            "What it shows must be this (SHA-256):",
            *(f"  {line}" for line in _lines(lan.fingerprint)),
            *(["It is new: compare it again on every device."] * self._new),
        ]
        return "\n".join([*lines, ""])


def open_network(host: str | None, port: int, own_port: int) -> NetworkDoor:
    """Listen on the home network. Raises `Refused` if that cannot be."""
    address = addresses.chosen(host)
    devices.all()  # a list that cannot be read is refused now, not at the first visit
    try:
        listening = listen(address.address, port)
    except NotOursError as error:
        raise addresses.not_ours(host or address.address) from error
    names = (address.address, *addresses.own_names(), *([host] if host else []))
    made = certificate(names)
    others = [str(one) for one in addresses.home_addresses() if one.address != address.address]
    door.opened = Lan(
        host=host or address.address,
        port=listening.getsockname()[1],
        names=names,
        fingerprint=made.fingerprint,
        until=made.until,
        others=tuple(others),
    )
    return NetworkDoor(listening, door.opened, made, own_port)


def renewed(used: ssl.SSLContext, lan: Lan) -> datetime:
    """Until when the certificate lasts that is used from now on."""
    made = certificate(lan.names)
    if made.new:
        used.load_cert_chain(made.file, made.key)
        door.opened = lan._replace(fingerprint=made.fingerprint, until=made.until)
    return made.until


def _others(others: Sequence[str]) -> list[str]:
    if not others:
        return []
    return [f"This machine has other addresses, too: {', '.join(others)}. Choose with --host."]


def _drawn(address: str) -> str:
    """The address as a picture of letters; nothing where the terminal has no such letters."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    drawn = "\n".join(
        "".join(_HALVES[bool(up), bool(down)] for up, down in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )
    try:
        drawn.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ""
    return f"{_paint(drawn)}\n"


# Two rows of the picture in one row of letters; light is drawn, dark is left.
_HALVES = {(True, True): " ", (True, False): "▄", (False, True): "▀", (False, False): "█"}


def _paint(drawn: str) -> str:
    """White on black, whatever the terminal's own colours are."""
    if not sys.stdout.isatty():
        return drawn
    return "\n".join(f"\x1b[97;40m{line}\x1b[0m" for line in drawn.split("\n"))


def _lines(fingerprint: str) -> list[str]:
    parts = fingerprint.split(":")
    starts = range(0, len(parts), _BYTES_A_LINE)
    return [":".join(parts[at : at + _BYTES_A_LINE]) for at in starts]
