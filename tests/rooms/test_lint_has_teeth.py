"""ruff really refuses a clock and unseeded chance in a pure room, and only there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLIPS = {
    "import time": "time",
    "import random": "random",
    "from secrets import token_hex": "secrets",
    "from datetime import datetime; datetime.now()": "datetime.datetime.now",
    "import datetime as dt; dt.datetime.now(dt.UTC)": "datetime.datetime.now",
    "from datetime import date; date.today()": "datetime.date.today",
    "from django.utils import timezone; timezone.now()": "django.utils.timezone.now",
    "import uuid; uuid.uuid4()": "uuid.uuid4",
    "import numpy as np; np.random.normal(0, 1)": "numpy.random.normal",
}


def banned(place: str, source: str) -> list[str]:
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251"]
    done = subprocess.run(
        [*ruff, "--output-format", "json", "--stdin-filename", place, "-"],
        cwd=ROOT,
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    return [finding["message"].split("`")[1] for finding in json.loads(done.stdout)]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_pure_room_is_refused(slip: str) -> None:
    assert banned("src/unpinch/session/engine.py", slip) == [SLIPS[slip]]


def test_runtime_alone_may_do_all_of_it() -> None:
    assert banned("src/unpinch/runtime/clock.py", "\n".join(SLIPS)) == []
    assert banned("src/unpinch/web/pages.py", "\n".join(SLIPS)) != []
