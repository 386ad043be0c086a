"""The command, run in this process: what it wrote and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from unpinch.cli.main import run

EXERCISE = """
format  = 1
name    = "Heel raise"
source  = "Made up for a test"
posture = "standing"
place   = "at a kitchen counter"
moving  = "leg"

[text]
start   = "Stand at the counter and rest your hands on it."
move    = "Lift your {side} heel from the floor."
hold    = "Stay on the ball of the foot."
release = "Lower the heel."

[dose]
hold        = "4 s to 6 s"
repetitions = "5 to 8"
sides       = "alternating"
first       = "left"
counted     = "on each side"

[pose.start]
trunk_incline = 90

[pose.hold]
trunk_incline               = 90
moving_knee_flexion         = 15
moving_ankle_plantarflexion = 40
"""
PROGRAM = """
format = 1
name   = "At the counter"
source = "Made up for a test"
often  = "twice a day"

[[part]]
exercise    = "heel-raise"
hold        = "5 s"
repetitions = 6
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one line of a refusal."""
        assert self.code == 2, self.err
        assert self.err.count("\n") == 1, self.err
        assert not self.out
        return self.err.rstrip("\n")


Command = Callable[..., Ended]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Call it with the words of the command line."""
    monkeypatch.setenv("UNPINCH_DATA", "/nowhere/at/all")

    def call(*words: str | Path) -> Ended:
        code = run([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A data folder with an exercise and a program of the person's own."""
    for folder, name, text in (
        ("exercises", "heel-raise.toml", EXERCISE),
        ("programs", "counter.toml", PROGRAM),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    return tmp_path
