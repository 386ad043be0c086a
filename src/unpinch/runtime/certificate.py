"""The certificate by which the home network is served: made here, signed by itself.

Nobody vouches for it, so a browser warns; what can be compared is its fingerprint.
It is kept with its key in the data folder, so that a device that was told to go on
need not be told again, and made anew when it would not do any more: a name is
missing, it ends soon, or the files do not belong together.
"""

import ipaddress
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from unpinch.runtime import clock, folder

# Browsers refuse a certificate that lasts longer than 398 days; a clock may be a day off.
_LASTS = timedelta(days=397)
_EARLIER = timedelta(days=1)
_RENEWED_BEFORE = timedelta(days=60)
_OWNER_READS = 0o600


class Certificate(NamedTuple):
    """The two files, what can be compared, and how long it lasts."""

    file: Path
    key: Path
    fingerprint: str
    until: datetime
    new: bool


def certificate(names: Sequence[str]) -> Certificate:
    """The certificate for these names and addresses: the one that is kept, or a new one."""
    data = folder.data_folder()
    file, key = data / "network-certificate.pem", data / "network-key.pem"
    kept = _kept(file, key)
    if kept is not None and _will_do(kept, names):
        return _told(kept, file, key, new=False)
    made = _make(names, file, key)
    return _told(made, file, key, new=True)


def _told(one: x509.Certificate, file: Path, key: Path, *, new: bool) -> Certificate:
    fingerprint = one.fingerprint(hashes.SHA256()).hex(":").upper()
    return Certificate(file, key, fingerprint, one.not_valid_after_utc, new)


def _kept(file: Path, key: Path) -> x509.Certificate | None:
    """What lies there, if it can be read and belongs together."""
    try:
        one = x509.load_pem_x509_certificate(file.read_bytes())
        own = serialization.load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return one if own.public_key() == one.public_key() else None


def _will_do(one: x509.Certificate, names: Sequence[str]) -> bool:
    now = clock.now()
    lasts = one.not_valid_before_utc <= now < one.not_valid_after_utc - _RENEWED_BEFORE
    held = one.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return lasts and set(_general(names)) <= set(held)


def _make(names: Sequence[str], file: Path, key: Path) -> x509.Certificate:
    own = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Unpinch on {names[0]}"[:64])])
    now = clock.now()
    one = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now - _EARLIER + _LASTS)
        .add_extension(x509.SubjectAlternativeName(_general(names)), critical=False)
        # It can vouch for nothing but itself, whoever is talked into trusting it.
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(own, hashes.SHA256())
    )
    letters = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(key, letters)
    _write(file, one.public_bytes(serialization.Encoding.PEM))
    return one


def _general(names: Sequence[str]) -> list[x509.GeneralName]:
    return [_one_name(name) for name in dict.fromkeys(names)]


def _one_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _write(path: Path, letters: bytes) -> None:
    """Whole or not at all, and for its owner from the first moment."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_READS)
    with os.fdopen(handle, "wb") as file:
        file.write(letters)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
