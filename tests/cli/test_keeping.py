"""`unpinch export`, `backup`, `restore` and `erase`, as a program of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Ended


def unpinch(*words: str | Path, typed: str | None = None) -> Ended:
    """In a process of its own: each opens the diary of another folder."""
    ended = subprocess.run(
        [sys.executable, "-m", "unpinch", *map(str, words)],
        input=typed,
        stdin=subprocess.DEVNULL if typed is None else None,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a new diary."""
    place = tmp_path_factory.mktemp("backup")
    file = place / "copy.unpinch"
    assert unpinch("backup", "-o", file, "--data", _opened(place / "data")).code == 0
    return file


def _opened(folder: Path) -> Path:
    """The folder, with an empty diary in it, as `serve` leaves it."""
    opening = (
        "import sys; from pathlib import Path; from unpinch.runtime import folder, opening; "
        "folder.choose(Path(sys.argv[1])); opening.open_diary()"
    )
    subprocess.run([sys.executable, "-c", opening, str(folder)], check=True, timeout=120)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "-o", "copy"),
        ("export", "-o", "table"),
        ("erase", "--yes"),
        ("progress",),
    ],
)
def test_a_slip_in_the_data_folder_is_refused_and_makes_no_folder(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    typo = tmp_path / "typo"

    refusal = command(*words, "--data", typo).refusal

    assert refusal == (
        f"The data folder {typo} has no diary; `unpinch serve` begins one, "
        "--data FOLDER names another."
    )
    assert [*tmp_path.iterdir()] == []


def test_a_folder_without_a_diary_is_left_as_it_is(command: Command, own: Path) -> None:
    own.chmod(0o755)

    assert "has no diary" in command("erase", "--yes", "--data", own).refusal
    assert sorted(each.name for each in own.iterdir()) == ["exercises", "programs"]
    assert own.stat().st_mode & 0o777 == 0o755


def test_a_restore_may_make_its_folder_and_says_where_the_diary_before_it_lies(
    copy: Path, tmp_path: Path
) -> None:
    done = unpinch("restore", copy, "--data", tmp_path / "new")

    assert done.code == 0, done.err
    said, before = done.out.splitlines()
    assert said == f"The diary is as it was in {copy}: 1 entry."
    kept = before.removeprefix("The one before is in ").removesuffix(".")
    assert Path(kept).is_file()
    assert Path(kept).parent == tmp_path / "new"


@pytest.mark.parametrize("typed", [None, "", "no\n"])
def test_without_the_word_nothing_is_erased_and_that_is_said(
    tmp_path: Path, copy: Path, typed: str | None
) -> None:
    unpinch("restore", copy, "--data", tmp_path / "new")

    ended = unpinch("erase", "--data", tmp_path / "new", typed=typed)

    assert (ended.code, ended.err) == (2, "Nothing was erased.\n")
    assert "erased" not in ended.out.replace("undone", "")
