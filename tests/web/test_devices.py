"""The page on which devices are let in and put out."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import AsyncClient

from tests.web.page import words
from unpinch.runtime import folder
from unpinch.runtime.devices import devices
from unpinch.runtime.lan import Lan, door
from unpinch.runtime.pairing import pairing


@pytest.fixture(autouse=True)
def _nobody(diary: object, clock: object) -> Iterator[None]:
    devices.forget()
    yield
    devices.forget()
    pairing.withdraw()


@pytest.fixture
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    names, until = ("192.168.1.5",), datetime(2027, 11, 1, tzinfo=UTC)
    lan = Lan("192.168.1.5", 8441, names, "AB:CD:EF:01", until, ("10.8.0.2 (tun0)",))
    monkeypatch.setattr(door, "opened", lan)


async def test_without_a_home_network_it_says_how_to_serve_one(
    session_client: AsyncClient,
) -> None:
    told = words(await session_client.get("/devices/"))

    program = Path(sys.executable).with_name("unpinch")  # on nobody's path after make run
    assert f'start it with: {program} serve --lan --data "{folder.data_folder()}"' in told
    assert (await session_client.post("/devices/code/")).status_code == 404


@pytest.mark.usefixtures("_home")
async def test_it_shows_the_code_its_picture_and_the_fingerprint(
    session_client: AsyncClient,
) -> None:
    await session_client.post("/devices/code/")
    answer = await session_client.get("/devices/")
    told = words(answer)

    assert pairing.offered is not None
    assert pairing.offered.code in told
    assert b"<svg" in answer.content
    assert "https://192.168.1.5:8441" in told
    assert "AB CD EF 01" in told
    assert "10.8.0.2 (tun0)" in told
    assert answer["Cache-Control"].startswith("max-age=0")
    state = (await session_client.get("/devices/state/")).json()
    assert state == {"offered": True, "devices": 0}


@pytest.mark.usefixtures("_home")
async def test_a_code_can_be_taken_back(session_client: AsyncClient) -> None:
    await session_client.post("/devices/code/")
    await session_client.post("/devices/no-code/")

    assert pairing.offered is None
    assert "Show a code" in words(await session_client.get("/devices/"))


@pytest.mark.usefixtures("_home")
async def test_a_device_stands_in_the_list_until_it_is_put_out(
    session_client: AsyncClient,
) -> None:
    device, _ = devices.let_in("<b>Tablet</b>")
    told = words(await session_client.get("/devices/"))
    assert "<b>Tablet</b>" in told
    assert "Last here: today, 10:00." in told

    await session_client.post("/devices/out/", {"device": device.id})
    assert "No other device so far." in words(await session_client.get("/devices/"))
    assert (await session_client.post("/devices/out/", {"device": "x"})).status_code == 302


async def test_a_disk_that_is_full_is_told_and_the_device_is_out_all_the_same(
    session_client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    device, cookie = devices.let_in("Tablet")

    def full(*_given: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("pathlib.Path.write_bytes", full)
        answer = await session_client.post("/devices/out/", {"device": device.id})

    assert answer.status_code == 507
    assert "cannot be written (No space left on device)" in words(answer)
    assert devices.known(cookie) is None


async def test_erasing_the_diary_puts_every_device_out(session_client: AsyncClient) -> None:
    _, cookie = devices.let_in("Tablet")
    await session_client.post("/data/erase/", {"word": "erase"})

    assert devices.known(cookie) is None
