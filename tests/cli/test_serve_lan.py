"""`unpinch serve --lan`: a second door, with a certificate that the terminal describes."""

import hashlib
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.conftest import Clock
from unpinch.cli.lan import renewed
from unpinch.cli.main import run
from unpinch.runtime.certificate import certificate
from unpinch.runtime.lan import Lan, door


@contextmanager
def _served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A real server on free ports, and what it says until the fingerprint is said."""
    words = [sys.executable, "-m", "unpinch", "serve", "--lan", "--host", "127.0.0.1"]
    server = subprocess.Popen(
        [*words, "--no-browser", "--port", "0", "--data", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    said = ""
    try:
        while not re.search(r"(?:[0-9A-F]{2}:){15}[0-9A-F]{2}\n.*(?:[0-9A-F]{2}:){15}", said):
            line = server.stdout.readline()
            assert line, said
            said += line
        yield server, said
    finally:
        server.terminate()
        server.wait(60)
        server.stdout.close()


def _port(said: str) -> int:
    found = re.search(r"https://127\.0\.0\.1:(\d+)\n", said)
    assert found, said
    return int(found[1])


def _shown(said: str) -> str:
    return "".join(re.findall(r"^  ([0-9A-F:]{47})$", said, re.MULTILINE)).replace(":", "")


def _presented(port: int) -> str:
    letters = ssl.get_server_certificate(("127.0.0.1", port), timeout=60)
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(letters)).hexdigest().upper()


def test_the_terminal_shows_the_fingerprint_that_is_presented_and_it_stays(tmp_path: Path) -> None:
    with _served(tmp_path) as (_, said):
        first = _presented(_port(said))
        assert _shown(said) == first
        assert re.search(r"type [2-9A-Z]{4}-[2-9A-Z]{4}\n", said)
    with _served(tmp_path) as (_, said):
        assert _presented(_port(said)) == first


def test_the_computer_itself_needs_no_certificate_and_ctrl_c_ends_both(tmp_path: Path) -> None:
    with _served(tmp_path) as (server, said):
        opening = re.search(r"http://127\.0\.0\.1:\S+token=\S+", said)
        assert opening
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with visitor.open(opening[0], timeout=60) as page:
            assert page.status == 200
        with closing(socket.create_connection(("127.0.0.1", _port(said)), timeout=60)):
            server.send_signal(signal.SIGINT)
            assert server.wait(60) == 0
        assert server.stdout is not None
        assert "Traceback" not in server.stdout.read()


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("8.8.8.8", '--host: "8.8.8.8" can be reached from outside the home; use one address'),
        ("10.254.254.254", '--host: "10.254.254.254" is not an address of this machine; use one'),
        ("no-such-name.invalid", '--host: "no-such-name.invalid" is no address and no name'),
    ],
)
def test_an_address_that_will_not_do_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, host: str, said: str
) -> None:
    words = ["serve", "--lan", "--host", host, "--port", "0", "--no-browser"]

    assert run([*words, "--data", str(tmp_path)]) == 2
    line = capsys.readouterr().err
    assert line.startswith(said)
    assert line.count("\n") == 1


def test_a_list_of_devices_that_cannot_be_read_is_refused_before_anything_is_served(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from unpinch.runtime.devices import Devices

    (tmp_path / "devices.json").write_text("{", "utf-8")
    monkeypatch.setattr("unpinch.cli.lan.devices", Devices())
    words = ["serve", "--lan", "--host", "127.0.0.1", "--port", "0", "--no-browser"]

    assert run([*words, "--data", str(tmp_path)]) == 2
    assert "devices.json: cannot be read; remove it" in capsys.readouterr().err


def test_a_certificate_that_ends_soon_is_replaced_while_it_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setenv("UNPINCH_DATA", str(tmp_path))
    made = certificate(("127.0.0.1",))
    lan = Lan("127.0.0.1", 1, ("127.0.0.1",), made.fingerprint, made.until)
    monkeypatch.setattr(door, "opened", lan)
    used = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    used.load_cert_chain(made.file, made.key)

    clock.pass_days(1)
    assert renewed(used, lan) == made.until
    clock.pass_days(340)
    assert renewed(used, lan) > made.until
    assert door.opened is not None
    assert door.opened.fingerprint != made.fingerprint
