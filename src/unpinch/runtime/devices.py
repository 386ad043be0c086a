"""The devices that were let in: a name, when each was last here, and the way to put one out.

What a device shows is a secret of its own in a cookie; what is kept of it is a hash.
They stand in a small file beside the diary and not in the diary: putting back an old
copy of the diary must not let back in a device that was put out.
"""

import asyncio
import contextlib
import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from unpinch.runtime import clock, folder
from unpinch.terms.refused import Refused

_FILE = "devices.json"
_WRITTEN_EVERY = timedelta(minutes=1)
_LONGEST_NAME = 40
MOST = 20


class DevicesError(Refused):
    """One line: the file that cannot be read, and what to do."""


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One that was let in."""

    id: str
    name: str
    secret_sha256: str
    paired_at: datetime
    seen_at: datetime


class _Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    devices: tuple[Device, ...]


class Devices:
    """All of them, in memory and in the file."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._by_id: dict[str, Device] | None = None
        self._written_at: datetime | None = None
        self._out: dict[str, asyncio.Event] = {}

    def all(self) -> tuple[Device, ...]:
        """The one that was here last comes first."""
        return tuple(sorted(self._held().values(), key=lambda one: one.seen_at, reverse=True))

    def let_in(self, name: str) -> tuple[Device, str]:
        """A new device, and what its cookie holds. The one longest away makes room."""
        held = self._held()
        for old in self.all()[MOST - 1 :]:
            self.put_out(old.id)
        secret, now = secrets.token_urlsafe(32), clock.now()
        name = "".join(letter for letter in name if letter.isprintable()).strip()[:_LONGEST_NAME]
        device = Device(secrets.token_urlsafe(9), name or "Device", _hash(secret), now, now)
        held[device.id] = device
        self._write()
        return device, f"{device.id}.{secret}"

    def known(self, cookie: str) -> Device | None:
        """Whose cookie this is; it is here now."""
        number, _, secret = cookie.partition(".")
        device = self._held().get(number)
        if device is None or not hmac.compare_digest(_hash(secret), device.secret_sha256):
            return None
        return self._seen(device)

    def put_out(self, number: str) -> None:
        """Not let in any more, from this instant, and its open lines end."""
        gone = self._held().pop(number, None)
        self._out.pop(number, asyncio.Event()).set()
        if gone is not None:
            self._write()

    def forget(self) -> None:
        """Put all of them out."""
        for device in self.all():
            self.put_out(device.id)
        _path().unlink(missing_ok=True)

    def out(self, device: Device) -> asyncio.Event:
        """Is set when the device is put out."""
        if device.id in self._held():
            return self._out.setdefault(device.id, asyncio.Event())
        gone = asyncio.Event()
        gone.set()
        return gone

    def _seen(self, device: Device) -> Device:
        now = clock.now()
        device = msgspec.structs.replace(device, seen_at=now)
        self._held()[device.id] = device
        if self._written_at is None or now - self._written_at >= _WRITTEN_EVERY:
            with contextlib.suppress(DevicesError):  # a full disk is no reason to send it away
                self._write()
        return device

    def _held(self) -> dict[str, Device]:
        if self._by_id is None:
            self._by_id = {device.id: device for device in _read()}
        return self._by_id

    def _write(self) -> None:
        book = _Book(format=1, devices=tuple(self._held().values()))
        beside = _path().with_name(f"{_FILE}.new")
        self._written_at = clock.now()
        try:
            beside.touch(mode=0o600)
            beside.write_bytes(msgspec.json.encode(book))
            beside.replace(_path())
        except OSError as error:
            raise DevicesError(
                f"{_path()}: cannot be written ({error.strerror}); make room on the disk and "
                "do it again."
            ) from error


def _read() -> tuple[Device, ...]:
    path = _path()
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Book).devices
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError) as error:
        raise DevicesError(
            f"{path}: cannot be read; remove it and pair your devices again."
        ) from error


def _path() -> Path:
    return folder.data_folder() / _FILE


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


devices = Devices()
