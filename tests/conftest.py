"""What every test may ask for: a diary of its own, and a clock that the test sets."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django
import pytest
from hypothesis import HealthCheck, settings

# Django reads its settings once. No test may touch the diary of whoever runs them.
_FOLDER = tempfile.mkdtemp(prefix="unpinch-tests-")
os.environ["UNPINCH_DATA"] = _FOLDER
os.environ["DJANGO_SETTINGS_MODULE"] = "unpinch.runtime.settings"
django.setup()

# How long a case takes is the machine's affair, and measured in bench/: no test fails on it.
settings.register_profile("unpinch", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unpinch")
# For a property that keeps one fixture through all its cases: what it names replaces the profile's.
KEEPS_A_FIXTURE = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


class Clock:
    """A clock that stands still until the test moves it. Local time is UTC here."""

    def __init__(self) -> None:
        """Sunday morning."""
        self.at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
        self.ms = 1_000_000

    def pass_ms(self, ms: int) -> None:
        """Let time pass, on both clocks."""
        self.at += timedelta(milliseconds=ms)
        self.ms += ms

    def pass_days(self, days: int) -> None:
        """Let days pass."""
        self.pass_ms(days * 86_400_000)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The only clock there is, in the test's hand."""
    from unpinch.runtime import clock as real

    hand = Clock()
    monkeypatch.setattr(real, "now", lambda: hand.at)
    monkeypatch.setattr(real, "local_now", lambda: hand.at)
    monkeypatch.setattr(real, "local", lambda at: at)
    monkeypatch.setattr(real, "running_ms", lambda: hand.ms)
    return hand


@pytest.fixture(autouse=True)
def _folder_of_the_tests() -> Iterator[None]:
    """A command that chose a folder chose it for the whole process; not for the next test."""
    os.environ["UNPINCH_DATA"] = _FOLDER
    yield
    os.environ["UNPINCH_DATA"] = _FOLDER


@pytest.fixture(scope="session")
def _opened() -> Path:
    from unpinch.runtime.folder import choose
    from unpinch.runtime.opening import open_diary

    folder = choose(Path(_FOLDER))
    open_diary()
    return folder


@pytest.fixture
def diary(_opened: Path) -> Iterator[Path]:
    """An empty diary; the folder it lies in."""
    _empty()
    yield _opened
    _empty()


def _empty() -> None:
    from django.db import connection

    from unpinch.runtime import sitting
    from unpinch.runtime.answering import answering
    from unpinch.runtime.own_files import FOLDERS

    answering.forget()
    sitting.forget()
    for name in FOLDERS:
        shutil.rmtree(Path(_FOLDER) / name, ignore_errors=True)
    for before in Path(_FOLDER).glob("diary.before-restore*"):
        before.unlink()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_entryrow")
