"""Who may come in: every route and the socket, for everyone who is not the person."""

from typing import Any

import pytest
from django.core import signing

from tests.web.knocking import ask, headed, routes
from unpinch.runtime import keys
from unpinch.web.asgi import application
from unpinch.web.doors import COOKIE
from unpinch.web.for_everybody import ICONS
from unpinch.web.gate import CSP

pytestmark = pytest.mark.usefixtures("diary")

OWN = "127.0.0.1:8440"
ROUTES = [*routes(), "/static/unpinch/tokens.css", "/no/such/page", "/?token=wrong"]


def _cookie() -> str:
    return f"{COOKIE}={signing.dumps('browser', salt='unpinch.web.gate')}"


def _scope(address: str, kind: str = "http", method: str = "GET", **headers: str) -> dict[str, Any]:
    path, _, query = address.partition("?")
    given = {"host": OWN, **headers}
    return {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": headed(given),
        "server": ("127.0.0.1", 8440),
        "client": ("127.0.0.1", 50_000),
    }


_STRANGERS = {
    "a foreign host": {"host": "unpinch.example:8440"},
    "our port under a foreign name": {"host": "attacker.example"},
    "another port of this machine": {"host": "127.0.0.1:9999"},
    "a foreign origin": {"origin": "http://evil.example"},
    "a foreign origin on this machine": {"origin": "http://127.0.0.1:9999"},
    "no origin at all that can be named": {"origin": "null"},
    "no cookie": {"cookie": ""},
    "a cookie of their own": {"cookie": f"{COOKIE}=x:y:z"},
    "a cookie with a cut signature": {"cookie": "unpinch=ImJyb3dzZXIi:1xVI9X:yobG"},
}


@pytest.mark.parametrize("stranger", _STRANGERS.values(), ids=_STRANGERS.keys())
async def test_a_stranger_is_refused_on_every_route(stranger: dict[str, str]) -> None:
    for address in ROUTES:
        for method in ("GET", "POST"):
            headers = {"cookie": _cookie(), "origin": f"http://{OWN}", **stranger}
            answer = await ask(application, _scope(address, method=method, **headers))
            assert answer["status"] == 403, address


@pytest.mark.parametrize("stranger", _STRANGERS.values(), ids=_STRANGERS.keys())
async def test_a_stranger_is_refused_at_the_socket(stranger: dict[str, str]) -> None:
    headers = {"cookie": _cookie(), "origin": f"http://{OWN}", **stranger}
    answer = await ask(application, _scope("/coach", "websocket", **headers))

    assert answer["type"] == "websocket.close"


async def test_a_socket_without_an_origin_is_refused() -> None:
    answer = await ask(application, _scope("/coach", "websocket", cookie=_cookie()))

    assert answer["type"] == "websocket.close"


async def test_writing_without_an_origin_is_refused() -> None:
    answer = await ask(application, _scope("/settings/", method="POST", cookie=_cookie()))

    assert answer["status"] == 403


async def test_the_person_is_let_in_at_the_socket() -> None:
    headers = {"cookie": _cookie(), "origin": f"http://{OWN}"}
    answer = await ask(application, _scope("/coach", "websocket", **headers))

    assert answer["type"] == "websocket.accept"


async def test_there_is_no_other_socket() -> None:
    headers = {"cookie": _cookie(), "origin": f"http://{OWN}"}
    answer = await ask(application, _scope("/elsewhere", "websocket", **headers))

    assert answer["type"] == "websocket.close"


async def test_the_launch_token_is_exchanged_for_the_cookie_and_leaves_the_address() -> None:
    answer = await ask(application, _scope(f"/?token={keys.launch_token()}"))
    headers = dict(answer["headers"])

    assert answer["status"] == 303
    assert headers[b"location"] == b"/"
    assert b"HttpOnly" in headers[b"set-cookie"]
    assert b"SameSite=Strict" in headers[b"set-cookie"]


async def test_the_address_lets_in_another_browser_too_until_the_next_launch() -> None:
    """As docs/keeping-others-out.md says: whoever deleted the cookies is not locked out."""
    address = f"/?token={keys.launch_token()}"

    for _ in range(3):
        answer = await ask(application, _scope(address))
        assert b"set-cookie" in dict(answer["headers"])


async def test_a_token_of_an_earlier_launch_opens_nothing() -> None:
    old = keys.launch_token()
    keys.launch_token.cache_clear()

    assert (await ask(application, _scope(f"/?token={old}")))["status"] == 403


async def test_every_answer_carries_the_policy() -> None:
    for address in (*ROUTES, f"/?token={keys.launch_token()}"):
        answer = await ask(application, _scope(address, cookie=_cookie()))
        assert dict(answer["headers"])[b"content-security-policy"] == CSP.encode()


async def test_an_icon_is_for_everybody_on_this_machine_but_for_no_other_page() -> None:
    for icon in ICONS:
        assert (await ask(application, _scope(icon)))["status"] in (
            200,
            404,
        )  # 404: not made by set-up yet
        assert (await ask(application, _scope(icon, method="POST")))["status"] == 403
        answer = await ask(application, _scope(icon, origin="http://evil.example"))
        assert answer["status"] == 403


def test_every_route_is_walked() -> None:
    assert "/settings/" in ROUTES
    assert not [address for address in ROUTES if "<" in address]
