"""The data folder."""

import stat
from pathlib import Path

import pytest

from unpinch.runtime import folder


@pytest.fixture(autouse=True)
def _keep_the_chosen_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNPINCH_DATA", folder.data_folder().as_posix())


def test_only_its_owner_can_look_in(tmp_path: Path) -> None:
    chosen = folder.choose(tmp_path / "new")
    key = folder.signing_key()

    assert stat.S_IMODE(chosen.stat().st_mode) == 0o700
    assert stat.S_IMODE((chosen / "signing-key").stat().st_mode) == 0o600
    assert folder.signing_key() == key


def test_a_folder_that_is_open_to_others_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    assert stat.S_IMODE(folder.choose(tmp_path).stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(folder.FolderError, match="choose another one with --data") as refused:
        folder.choose(tmp_path / "file")
    assert "\n" not in str(refused.value)


def test_the_platforms_own_place_is_the_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("UNPINCH_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert folder.data_folder() == tmp_path / "unpinch"
