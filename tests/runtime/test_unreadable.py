"""What cannot be read is refused with what to do, whatever reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unpinch.runtime import own_files, tapes
from unpinch.terms.refused import Refused

READERS: list[Callable[[Path], object]] = [own_files.read, tapes.read_tape]


@pytest.mark.parametrize("reads", READERS)
def test_a_file_that_is_not_there_and_a_folder_say_what_to_do(
    reads: Callable[[Path], object], tmp_path: Path
) -> None:
    for path, says in (
        (tmp_path / "none.npz", "is not there; check the name."),
        (tmp_path, "is a folder; name a file."),
    ):
        with pytest.raises(Refused) as refused:
            reads(path)
        assert str(refused.value) == f"{path}: {says}"
