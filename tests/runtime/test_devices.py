"""The devices that were let in, as they are remembered."""

from pathlib import Path

import pytest

from tests.conftest import Clock
from unpinch.runtime import keeping
from unpinch.runtime.devices import MOST, Devices, DevicesError


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setenv("UNPINCH_DATA", str(tmp_path))


def test_they_are_known_after_a_restart_and_their_secret_is_not_in_the_file(
    tmp_path: Path,
) -> None:
    device, cookie = Devices().let_in("Tablet")
    again = Devices()

    known = again.known(cookie)
    assert known is not None
    assert known.id == device.id
    assert cookie.partition(".")[2] not in (tmp_path / "devices.json").read_text("utf-8")


def test_one_that_was_put_out_stays_out_after_a_restart() -> None:
    first = Devices()
    device, cookie = first.let_in("Tablet")
    first.put_out(device.id)

    assert first.known(cookie) is None
    assert Devices().known(cookie) is None
    assert first.out(device).is_set()


def test_when_it_was_last_here_is_remembered(clock: Clock) -> None:
    first = Devices()
    _, cookie = first.let_in("Tablet")
    clock.pass_ms(3_600_000)
    first.known(cookie)

    assert Devices().all()[0].seen_at == clock.at


@pytest.mark.parametrize("cookie", ["", ".", "x", "x.y", "x.y.z", "\udc80.x", "é.é"])
def test_what_is_no_cookie_of_ours_is_nobody(cookie: str) -> None:
    devices = Devices()
    devices.let_in("Tablet")

    assert devices.known(cookie) is None


def test_a_name_is_short_and_can_be_shown() -> None:
    device, _ = Devices().let_in("A\x1b[31m\n" + "long " * 20)

    assert device.name.isprintable()
    assert len(device.name) <= 40
    assert Devices().let_in("  ")[0].name == "Device"


def test_the_list_cannot_grow_without_end(clock: Clock) -> None:
    devices = Devices()
    for number in range(MOST + 3):
        clock.pass_ms(1_000)
        devices.let_in(str(number))

    assert len(devices.all()) == MOST
    assert devices.all()[0].name == str(MOST + 2)


@pytest.mark.parametrize("letters", ["", "{}", "[1]", '{"format": 1, "devices": [{}]}'])
def test_a_list_that_cannot_be_read_is_refused_in_one_line(tmp_path: Path, letters: str) -> None:
    (tmp_path / "devices.json").write_text(letters, "utf-8")

    with pytest.raises(DevicesError, match=r"devices\.json: cannot be read; remove it"):
        Devices().all()


def test_erasing_the_diary_takes_the_list_and_leaves_the_certificate(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNPINCH_DATA", str(diary))
    Devices().let_in("Tablet")
    (diary / "network-key.pem").write_text("key", "utf-8")
    keeping.erase()

    assert not (diary / "devices.json").exists()
    assert (diary / "network-key.pem").read_text("utf-8") == "key"
    (diary / "network-key.pem").unlink()
