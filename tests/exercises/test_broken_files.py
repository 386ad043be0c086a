"""Every file in broken/ has one slip (a few have more). EXPECTED.txt holds what is said of it.

`UNPINCH_REFRESH=1 pytest tests/exercises/test_broken_files.py` writes that table anew; its diff is
the review.
"""

import os
from pathlib import Path

import pytest

from unpinch.exercises import FileError, library, programs

BROKEN = Path(__file__).parent / "broken"
TABLE = BROKEN / "EXPECTED.txt"
FILES = sorted(path.name for path in BROKEN.glob("*.toml"))


def slips(name: str) -> list[str]:
    text = {name: (BROKEN / name).read_text("utf-8")}
    with pytest.raises(FileError) as refused:
        programs(text) if name.startswith("program-") else library(text)
    return list(refused.value.lines)


@pytest.fixture(scope="module")
def expected() -> list[str]:
    if os.environ.get("UNPINCH_REFRESH"):
        lines = [line for name in FILES for line in slips(name)]
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    return TABLE.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_refused_with_file_place_and_remedy(
    name: str, expected: list[str]
) -> None:
    assert slips(name) == [line for line in expected if line.startswith((f"{name}, ", f"{name}: "))]


def test_every_line_of_the_table_belongs_to_a_broken_file(expected: list[str]) -> None:
    assert {line.split(",")[0].split(":")[0] for line in expected} == set(FILES)


def test_there_are_at_least_thirty_broken_files() -> None:
    assert len(FILES) >= 30


@pytest.mark.parametrize("name", FILES)
def test_a_refusal_is_one_plain_line_in_words(name: str) -> None:
    for line in slips(name):
        assert line.isprintable()
        assert line.endswith((".", "?"))
        assert "$" not in line
        assert "Traceback" not in line
