"""`make weeks`: three weeks of nobody, in a folder that is marked."""

from pathlib import Path

from tests.cli.test_keeping import unpinch
from tools.simulated_weeks import fill
from unpinch.runtime import folder


def test_the_folder_is_filled_with_weeks_and_marked(tmp_path: Path) -> None:
    fill(tmp_path)

    assert (tmp_path / folder.SIMULATED).exists()
    told = unpinch("progress", "--data", tmp_path)
    assert told.code == 0, told.err
    assert "the numbness in your right leg went from" in told.out
