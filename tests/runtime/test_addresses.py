"""Which address of the machine is served."""

from types import SimpleNamespace

import pytest

from unpinch.runtime import addresses
from unpinch.runtime.addresses import AddressError, chosen, home_addresses


def _machine(monkeypatch: pytest.MonkeyPatch, usual: str, **adapters: str) -> None:
    """A machine with these adapters; the usual way out is by one of them."""
    made = [
        SimpleNamespace(
            nice_name=name.replace("_", "-"), ips=[SimpleNamespace(ip=ip, is_IPv4=True)]
        )
        for name, ip in adapters.items()
    ]
    monkeypatch.setattr("ifaddr.get_adapters", lambda: made)
    monkeypatch.setattr(addresses, "_usual_way", lambda: usual)


def test_the_usual_way_comes_first_and_what_is_inside_the_machine_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _machine(
        monkeypatch,
        "192.168.1.5",
        lo="127.0.0.1",
        docker0="172.17.0.1",
        tun0="10.8.0.2",
        wlan0="192.168.1.5",
        eth0="8.8.8.8",
        eth1="169.254.7.7",
    )

    assert [str(one) for one in home_addresses()] == [
        "192.168.1.5 (wlan0)",
        "10.8.0.2 (tun0)",
        "172.17.0.1 (docker0)",
    ]
    assert chosen(None).address == "192.168.1.5"
    assert chosen("10.8.0.2").adapter == "tun0"


def test_without_a_home_network_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    _machine(monkeypatch, "", lo="127.0.0.1")

    with pytest.raises(AddressError, match="connect it to the Wi-Fi, or name an address"):
        chosen(None)


@pytest.mark.parametrize("host", ["8.8.8.8", "0.0.0.0", "::", "224.0.0.1", "2001:4860:4860::8888"])  # noqa: S104
def test_an_address_that_the_world_can_reach_is_refused(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    _machine(monkeypatch, "192.168.1.5", wlan0="192.168.1.5")

    with pytest.raises(AddressError, match=r"outside the home; use one .*: 192\.168\.1\.5"):
        chosen(host)


def test_a_name_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _machine(monkeypatch, "192.168.1.5", wlan0="192.168.1.5")

    with pytest.raises(AddressError, match='"no such name" is no address and no name'):
        chosen("no such name")


def test_this_machine_can_be_asked() -> None:
    for one in home_addresses():
        assert chosen(one.address).address == one.address
