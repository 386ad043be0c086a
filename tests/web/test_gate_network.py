"""Who may come in from the home network: every route, for everyone who was not let in."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import signing
from django.test import override_settings

from tests.conftest import Clock
from tests.web.knocking import PATIENCE_S, ask, headed, routes
from unpinch.runtime.devices import Device, devices
from unpinch.runtime.lan import Lan, door
from unpinch.runtime.pairing import LIVES_MS, TRIES, pairing
from unpinch.web.asgi import application
from unpinch.web.asgi_network import network
from unpinch.web.asgi_types import Message
from unpinch.web.door_network import DEVICE_COOKIE
from unpinch.web.doors import COOKIE
from unpinch.web.for_everybody import DOORSTEP, ICONS
from unpinch.web.gate import CSP

OWN = "192.168.1.5:8441"
ROUTES = [*routes(), "/static/unpinch/session.js", "/no/such/page", "/?token=x"]
ON_THE_COMPUTER = [path for path in ROUTES if path.startswith(("/data/", "/devices/"))]


@pytest.fixture(autouse=True)
def _home(diary: object, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    names = ("192.168.1.5", "mat", "mat.local")
    until = datetime(2027, 11, 1, tzinfo=UTC)
    monkeypatch.setattr(door, "opened", Lan("192.168.1.5", 8441, names, "AB:CD", until))
    devices.forget()
    with override_settings(ALLOWED_HOSTS=["192.168.1.5", "mat", "mat.local"]):
        yield
    devices.forget()
    pairing.withdraw()


def _scope(address: str, kind: str = "http", method: str = "GET", **headers: str) -> dict[str, Any]:
    path, _, query = address.partition("?")
    return {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "wss" if kind == "websocket" else "https",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": headed({"host": OWN, **headers}),
        "server": ("192.168.1.5", 8441),
        "client": ("192.168.1.77", 50_000),
    }


def _let_in() -> tuple[Device, dict[str, str]]:
    device, value = devices.let_in("Tablet")
    return device, {"cookie": f"{DEVICE_COOKIE}={value}", "origin": f"https://{OWN}"}


def _strangers() -> dict[str, dict[str, str]]:
    """Each is a device that was let in, but for one thing."""
    gone, cookie = _let_in()
    devices.put_out(gone.id)
    known, _ = _let_in()
    computer = signing.dumps("browser", salt="unpinch.web.gate")
    return {
        "a foreign host": {"host": "unpinch.example:8441"},
        "the loopback's name": {"host": "127.0.0.1:8441"},
        "another port": {"host": "192.168.1.5:8440"},
        "a foreign origin": {"origin": "https://evil.example"},
        "our own address without encryption": {"origin": f"http://{OWN}"},
        "an origin that cannot be named": {"origin": "null"},
        "no cookie": {"cookie": ""},
        "the computer's cookie": {"cookie": f"{COOKIE}={computer}"},
        "the computer's cookie under the device's name": {"cookie": f"{DEVICE_COOKIE}={computer}"},
        "a device that was put out": {"cookie": cookie["cookie"]},
        "a device's number with another secret": {"cookie": f"{DEVICE_COOKIE}={known.id}.x"},
        "a device's number alone": {"cookie": f"{DEVICE_COOKIE}={known.id}"},
    }


async def test_a_stranger_is_refused_on_every_route_and_at_the_socket() -> None:
    for name, stranger in _strangers().items():
        _, own = _let_in()
        for address in ROUTES:
            for method in ("GET", "POST"):
                answer = await ask(network, _scope(address, method=method, **(own | stranger)))
                assert answer["status"] == 403, (name, method, address)
        answer = await ask(network, _scope("/coach", "websocket", **(own | stranger)))
        assert answer["type"] == "websocket.close", name


async def test_a_device_that_was_let_in_is_led_and_its_socket_is_opened() -> None:
    _, own = _let_in()

    assert (await ask(network, _scope("/", **own)))["status"] == 200
    assert (await ask(network, _scope("/static/unpinch/session.js", **own)))["status"] == 200
    socket = await ask(network, _scope("/coach", "websocket", **own))
    assert socket["type"] == "websocket.accept"


async def test_a_devices_cookie_opens_nothing_on_the_computer() -> None:
    _, own = _let_in()
    scope = _scope("/", **own) | {"server": ("127.0.0.1", 8440), "scheme": "http"}
    scope["headers"] = headed({"host": "127.0.0.1:8440", "cookie": own["cookie"]})

    assert (await ask(application, scope))["status"] == 403


@pytest.mark.parametrize("address", ON_THE_COMPUTER)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_what_only_the_computer_may_do_is_refused_to_a_device(
    address: str, method: str
) -> None:
    _, own = _let_in()

    assert (await ask(network, _scope(address, method=method, **own)))["status"] == 403


def test_erasing_copying_and_letting_in_are_among_them() -> None:
    needed = {"/data/erase/", "/data/backup/", "/devices/out/", "/devices/code/"}

    assert needed < set(ON_THE_COMPUTER)


async def test_only_the_icons_and_the_page_that_asks_are_for_everybody() -> None:
    for address in ICONS | DOORSTEP:
        assert (await ask(network, _scope(address)))["status"] in (200, 304, 404), address
        assert (await ask(network, _scope(address, method="POST", origin=f"https://{OWN}")))[
            "status"
        ] == 403
        assert (await ask(network, _scope(address, host="evil.example")))["status"] == 403


async def test_every_answer_carries_the_policy_and_every_cookie_is_for_https_only() -> None:
    _, own = _let_in()
    cookies = []
    for address in (*ROUTES, "/pair/"):
        answer = await ask(network, _scope(address, **own))
        headers = [(name.lower(), value) for name, value in answer["headers"]]
        assert (b"content-security-policy", CSP.encode()) in headers
        cookies += [value.lower() for name, value in headers if name == b"set-cookie"]

    assert any(cookie.startswith(b"unpinch-form=") for cookie in cookies)
    assert [cookie for cookie in cookies if b"; secure" not in cookie] == []


async def test_without_a_home_network_the_door_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    _, own = _let_in()
    monkeypatch.setattr(door, "opened", None)

    assert (await ask(network, _scope("/", **own)))["status"] == 403


# ------------------------------------------------------------ the code


async def _give(code: str, **headers: str) -> dict[str, Any]:
    body = urlencode({"code": code, "name": "Tablet"}).encode()
    scope = _scope("/pair/", method="POST", **{"origin": f"https://{OWN}", **headers})
    return await ask(network, scope, body)


async def test_the_code_is_exchanged_for_a_cookie_of_the_device_alone() -> None:
    answer = await _give(pairing.offer().code)
    cookie = dict(answer["headers"])[b"set-cookie"].decode()

    assert answer["status"] == 303
    assert cookie.startswith(f"{DEVICE_COOKIE}=")
    for mark in ("; Path=/;", "HttpOnly", "Secure", "SameSite=Strict"):
        assert mark in cookie
    assert "Domain" not in cookie
    assert [one.name for one in devices.all()] == ["Tablet"]


async def test_a_code_is_good_once() -> None:
    code = pairing.offer().code

    assert (await _give(code))["status"] == 303
    assert (await _give(code))["status"] == 422
    assert len(devices.all()) == 1


async def test_a_code_is_good_for_minutes(clock: Clock) -> None:
    code = pairing.offer().code
    clock.pass_ms(LIVES_MS)

    assert (await _give(code))["status"] == 422
    assert devices.all() == ()


async def test_a_new_code_ends_the_old_one() -> None:
    old = pairing.offer().code
    pairing.offer()

    assert (await _give(old))["status"] == 422


async def test_a_few_wrong_guesses_end_the_code_whoever_makes_them() -> None:
    code = pairing.offer().code
    for _ in range(TRIES):
        assert (await _give("AAAA-AAAA"))["status"] == 422

    assert (await _give(code))["status"] == 422
    assert devices.all() == ()


async def test_opening_the_address_uses_nothing_up_and_no_other_page_can_give_the_code() -> None:
    code = pairing.offer().code
    shown = await ask(network, _scope(f"/pair/?code={code}"))
    foreign = await _give(code, origin="https://evil.example")
    named = await _give(code, host="unpinch.example:8441")

    assert (shown["status"], foreign["status"], named["status"]) == (200, 403, 403)
    assert devices.all() == ()
    assert (await _give(code))["status"] == 303


async def test_a_flood_instead_of_a_code_is_refused() -> None:
    pairing.offer()

    assert (await _give("A" * 5_000))["status"] == 413


# ------------------------------------------------------------ put out


async def test_a_device_that_is_put_out_loses_its_open_line_at_once() -> None:
    device, own = _let_in()
    sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    inbox: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    inbox.put_nowait({"type": "websocket.connect"})

    async def send(message: Message) -> None:
        sent.put_nowait(dict(message))

    line = asyncio.ensure_future(network(_scope("/coach", "websocket", **own), inbox.get, send))
    assert (await asyncio.wait_for(sent.get(), PATIENCE_S))["type"] == "websocket.accept"
    devices.put_out(device.id)

    closed = await asyncio.wait_for(sent.get(), PATIENCE_S)
    assert (closed["type"], closed["code"]) == ("websocket.close", 4001)
    await asyncio.wait_for(line, PATIENCE_S)
    assert (await ask(network, _scope("/", **own)))["status"] == 403


async def test_putting_one_device_out_leaves_the_others_in() -> None:
    device, _ = _let_in()
    _, own = _let_in()
    devices.put_out(device.id)

    assert (await ask(network, _scope("/", **own)))["status"] == 200
