"""`unpinch serve`: what is in the way is said in one line, exit 2."""

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from unpinch.cli.main import run


def test_a_port_in_use_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]

        assert run(["serve", "--port", str(port), "--data", str(tmp_path), "--no-browser"]) == 2
    line = capsys.readouterr().err
    assert line.startswith(f"Port {port} cannot be used (Address already in use); close")
    assert line.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNPINCH_DATA", os.environ["UNPINCH_DATA"])
    (tmp_path / "file").write_text("", encoding="utf-8")
    words = ["serve", "--port", "0", "--data", str(tmp_path / "file" / "x"), "--no-browser"]

    assert run(words) == 2
    line = capsys.readouterr().err
    assert line.startswith(f"The data folder {tmp_path}/file/x cannot be used (Not a directory);")
    assert line.count("\n") == 1


def test_only_this_machine_is_served(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "0.0.0.0", "--no-browser"]) == 2  # noqa: S104 - refused
    assert capsys.readouterr().err == (
        '--host: "0.0.0.0" is not this machine; use 127.0.0.1, localhost or ::1, '
        "or add --lan to serve the home network.\n"
    )


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A real server on a free port; its opening address."""
    words = [sys.executable, "-m", "unpinch", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen([*words, "--data", str(folder)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        said = server.stdout.readline()
        found = re.search(r"http://\S+", said)
        assert found, said
        yield found[0]
    finally:
        server.terminate()
        server.wait(60)
        server.stdout.close()


def test_the_address_opens_the_first_page_and_survives_a_restart(tmp_path: Path) -> None:
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with _served(tmp_path) as address, visitor.open(address, timeout=60) as page:
        assert page.url == address.partition("?")[0]
        assert b"Unpinch" in page.read()

    with _served(tmp_path) as address:
        clean = address.partition("?")[0]
        with visitor.open(clean, timeout=60) as page:
            assert page.status == 200
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(clean, timeout=60)  # noqa: S310 - our own address
