"""Where on the home network this machine can be found."""

import ipaddress
import socket
from typing import NamedTuple

import ifaddr

from unpinch.terms.refused import Refused

# A host that nobody has. Nothing is sent to it; the system only says by which way it would be.
_NOWHERE = ("192.0.2.1", 9)
_INSIDE_THE_MACHINE = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet")


class AddressError(Refused):
    """One line: which address, what is wrong with it, what to do."""


class Address(NamedTuple):
    """An address of this machine, and the name of what it is reached by."""

    address: str
    adapter: str

    def __str__(self) -> str:
        """As it is shown in a list to choose from."""
        return f"{self.address} ({self.adapter})" if self.adapter else self.address


def home_addresses() -> tuple[Address, ...]:
    """The addresses on home networks, the most likely one first."""
    found = [
        Address(str(ip.ip), adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4 and _at_home(str(ip.ip))
    ]
    usual = _usual_way()
    return tuple(sorted(found, key=lambda one: (one.address != usual, _inside(one), one.address)))


def chosen(host: str | None) -> Address:
    """The address to serve on: the named one, else the most likely. Raises `AddressError`."""
    there = home_addresses()
    if host is None:
        if not there:
            raise AddressError(
                "This machine has no address on a home network; "
                "connect it to the Wi-Fi, or name an address with --host."
            )
        return there[0]
    numeric = _numeric(host)
    if not _may_serve(numeric):
        raise AddressError(
            f'--host: "{host}" can be reached from outside the home; '
            f"use one address of the home network{_such_as(there)}."
        )
    names = {one.address: one.adapter for one in there}
    return Address(numeric, names.get(numeric, ""))


def not_ours(host: str) -> AddressError:
    """The system would not listen on this address."""
    return AddressError(
        f'--host: "{host}" is not an address of this machine; '
        f"use one of its own{_such_as(home_addresses())}."
    )


def own_names() -> tuple[str, ...]:
    """How this machine calls itself, as other devices may look for it."""
    name = socket.gethostname().split(".")[0].lower()
    return (name, f"{name}.local") if name.isascii() and name.replace("-", "").isalnum() else ()


def _such_as(there: tuple[Address, ...]) -> str:
    return f": {', '.join(map(str, there))}" if there else ""


def _numeric(host: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return str(socket.getaddrinfo(host, None, socket.AF_INET)[0][4][0])
    except (OSError, UnicodeError) as error:
        raise AddressError(
            f'--host: "{host}" is no address and no name that this machine knows'
            f"{_such_as(home_addresses())}."
        ) from error


def _may_serve(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return not (ip.is_global or ip.is_unspecified or ip.is_multicast)


def _at_home(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return ip.is_private and not (ip.is_loopback or ip.is_link_local)


def _inside(one: Address) -> bool:
    """Networks that only programs on this machine are in."""
    return one.adapter.lower().startswith(_INSIDE_THE_MACHINE)


def _usual_way() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])
