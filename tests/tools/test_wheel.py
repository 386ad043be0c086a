"""The wheel runs everything in an environment of its own, where there is no npm and no clone."""

import json
import os
import re
import ssl
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tools import wheel as building
from tools.make_task import sha256

pytestmark = pytest.mark.slow

MODEL = "models/pose_landmarker_lite.task"
VENDOR = building.ROOT / "src/unpinch/web/static/vendor"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `make wheel` builds it."""
    if not (VENDOR / MODEL).exists() and os.environ.get("CI") != "true":
        pytest.skip("no model files: make setup with npm")
    return building.build(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it."""
    made = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(made / "venv")], check=True)
    pip = [str(made / "venv/bin/python"), "-m", "pip", "install", "-qq", "--no-input"]
    locked = ["--require-hashes", "-r", str(building.ROOT / "requirements/app.txt")]
    subprocess.run([*pip, *locked], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    (made / "elsewhere").mkdir()
    return made


def _around(place: Path) -> dict[str, str]:
    """Nothing on the path but the environment: no npm, no compiler, no clone."""
    return {"PATH": str(place / "venv/bin"), "HOME": str(place), "PYTHONWARNINGS": "error"}


@pytest.fixture
def run(place: Path) -> Run:
    """The installed command."""

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(place / "venv/bin/unpinch"), *words],
            cwd=place / "elsewhere",
            env=_around(place),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done

    return call


@contextmanager
def _served(place: Path, *more: str) -> Iterator[list[str]]:
    """The addresses that it prints, as many as it has doors."""
    words = [str(place / "venv/bin/unpinch"), "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen(
        [*words, *more],
        cwd=place / "elsewhere",
        env=_around(place),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        printed: list[str] = []
        while len(printed) < 1 + bool(more):
            line = server.stdout.readline()
            assert line, printed
            printed += re.findall(r"https?://\S+", line)
        yield printed
    finally:
        server.terminate()
        server.wait(60)
        server.stdout.close()


def test_the_licences_are_in_it_and_the_tests_are_not(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    ends = {name.rpartition("/")[2] for name in names}

    assert building.lacking(wheel) == []
    assert {"LICENSE", "NOTICE", "uPlot-MIT.txt", "AtkinsonHyperlegible-OFL.txt"} <= ends
    assert {name.split("/")[0] for name in names} == {"unpinch", "unpinch-0.1.0.dist-info"}


def test_the_same_sources_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert sha256(building.build(tmp_path)) == sha256(wheel)


def test_a_wheel_without_the_models_is_not_built(tmp_path: Path, wheel: Path) -> None:
    poor = tmp_path / "poor.whl"
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(poor, "w") as less:
        for name in whole.namelist():
            if not name.endswith(".task"):
                less.writestr(name, whole.read(name))

    assert f"{building.VENDOR}{MODEL}" in building.lacking(poor)


def test_it_plans_draws_and_prints(run: Run, place: Path) -> None:
    assert json.loads(run("plan", "--json").stdout)["turns"]
    assert run("draw", "childs-pose").stdout.startswith("<svg")
    run("print", "-o", "handout.pdf")
    assert (place / "elsewhere/handout.pdf").read_bytes().startswith(b"%PDF")


def test_it_watches_a_tape(run: Run) -> None:
    run("simulate", "hamstring-stretch", "--seed", "7", "-o", "tape.npz")
    seen = json.loads(run("watch", "tape.npz", "--exercise", "hamstring-stretch", "--json").stdout)

    assert seen["repetitions"] == sum(hold["counted"] for hold in seen["holds"]) > 0


def test_it_reads_a_sheet(run: Run, place: Path) -> None:
    (place / "elsewhere/sheet.txt").write_text("Child's pose: hold 20 seconds.\n", "utf-8")
    read = json.loads(run("read", "sheet.txt", "--json").stdout)

    assert read["exercises"][0]["exercise"] == "childs-pose"


def test_it_serves_the_pages_the_typeface_and_the_cameras_model(place: Path) -> None:
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with _served(place) as (address,):
        with visitor.open(address, timeout=60) as page:
            first = page.read().decode()
        base = address.partition("/?")[0]
        with visitor.open(f"{base}/static/vendor/{MODEL}", timeout=60) as model:
            model_bytes = model.read()
        with visitor.open(f"{base}/static/unpinch/session.js", timeout=60) as script:
            assert script.status == 200

    assert "unpinch/face.css" in first, "the typeface from npm"
    assert len(model_bytes) == (VENDOR / MODEL).stat().st_size


def test_it_serves_the_home_network(place: Path) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with _served(place, "--lan", "--host", "127.0.0.1") as (_, network):
        icon = f"{network}/static/vendor/icons/touch.png"
        with urllib.request.urlopen(icon, timeout=60, context=trusting) as answer:  # noqa: S310
            assert answer.read().startswith(b"\x89PNG")
