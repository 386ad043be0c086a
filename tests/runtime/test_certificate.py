"""The certificate of the home network: kept, renewed before it ends, its key for the owner only."""

import os
import stat
from pathlib import Path

import pytest
from cryptography import x509

from tests.conftest import Clock
from unpinch.runtime.certificate import certificate

NAMES = ("192.168.1.5", "mat", "mat.local")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setenv("UNPINCH_DATA", str(tmp_path))


def test_it_is_kept_across_restarts() -> None:
    first, second = certificate(NAMES), certificate(NAMES)

    assert (first.new, second.new) == (True, False)
    assert first.fingerprint == second.fingerprint


@pytest.mark.skipif(os.name != "posix", reason="a file's mode says nothing there")
def test_only_its_owner_can_read_the_key() -> None:
    before = os.umask(0o022)
    try:
        made = certificate(NAMES)
    finally:
        os.umask(before)

    assert stat.S_IMODE(made.key.stat().st_mode) == 0o600


def test_it_names_every_address_and_can_vouch_for_nothing_else() -> None:
    one = x509.load_pem_x509_certificate(certificate(NAMES).file.read_bytes())
    names = one.extensions.get_extension_for_class(x509.SubjectAlternativeName).value

    assert [str(ip) for ip in names.get_values_for_type(x509.IPAddress)] == ["192.168.1.5"]
    assert names.get_values_for_type(x509.DNSName) == ["mat", "mat.local"]
    assert not one.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert (one.not_valid_after_utc - one.not_valid_before_utc).days < 398


def test_it_is_renewed_before_it_ends_and_not_long_before(clock: Clock) -> None:
    first = certificate(NAMES)
    clock.pass_days(335)
    assert certificate(NAMES).fingerprint == first.fingerprint
    clock.pass_days(2)

    second = certificate(NAMES)
    assert second.new
    assert second.fingerprint != first.fingerprint
    assert (second.until - clock.at).days == 396


def test_a_new_address_needs_a_new_one() -> None:
    certificate(NAMES)

    assert certificate(("192.168.1.6", *NAMES[1:])).new
    assert not certificate(("192.168.1.6",)).new


@pytest.mark.parametrize("broken", ["network-key.pem", "network-certificate.pem"])
@pytest.mark.parametrize("letters", [b"", b"-----BEGIN NONSENSE-----"])
def test_files_that_cannot_be_used_are_made_anew(
    tmp_path: Path, broken: str, letters: bytes
) -> None:
    certificate(NAMES)
    (tmp_path / broken).write_bytes(letters)

    assert certificate(NAMES).new
    assert not certificate(NAMES).new


def test_a_key_that_belongs_to_another_one_is_not_used(tmp_path: Path) -> None:
    certificate(NAMES)
    key = (tmp_path / "network-key.pem").read_bytes()
    certificate(("192.168.1.6",))
    (tmp_path / "network-key.pem").write_bytes(key)

    assert certificate(("192.168.1.6",)).new
