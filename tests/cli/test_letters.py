"""What is written is UTF-8, whatever the system would choose: a Windows pipe, an old locale."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("words", [["exercises"], ["exercises", "--json"], ["progress"]])
def test_the_letters_are_utf8_on_any_system(
    words: list[str], encoding: str, tmp_path: Path
) -> None:
    own = {"UNPINCH_DATA": str(tmp_path), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    environment = {**os.environ, **own}
    done = subprocess.run(
        [sys.executable, "-m", "unpinch", *words], env=environment, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
    written = done.stdout.decode("utf-8")
    assert json.loads(written) if "--json" in words else written.strip()
