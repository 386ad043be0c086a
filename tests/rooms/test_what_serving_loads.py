"""What a camera, printout, handout or session needs is loaded then, not for the first page."""

import os
import subprocess
import sys
from pathlib import Path

SERVING = "import sys, unpinch.cli.serve, unpinch.cli.running, unpinch.web.asgi, unpinch.web.urls; "
TOLD = "print(*sys.modules)"
HEAVY = {"numpy", "typst", "docx", "pypdf", "selectolax", "mediapipe"}
NETWORK = {"cryptography", "segno", "ifaddr"}
VIEWS = "data exercises figure lock proposal safety session settings symptoms trial"
LATER = {
    "unpinch.handout",
    "unpinch.runtime.hub",
    "unpinch.runtime.keeping",
    "unpinch.web.coach",
} | {f"unpinch.web.views.{name}" for name in VIEWS.split()}


def test_serving_pages_loads_nothing_heavy(tmp_path: Path) -> None:
    views = f"from unpinch.web.views import {VIEWS.replace(' ', ', ')}; "
    sockets = "import unpinch.web.coach, unpinch.web.line; "

    assert (HEAVY | NETWORK) & _loaded(SERVING + sockets + views, tmp_path) == set()


def test_the_first_page_waits_for_no_other_page_and_for_no_session(tmp_path: Path) -> None:
    today = (
        "from unpinch.web.views import today; from unpinch.web.templatetags import drawn, posture; "
    )

    assert LATER & _loaded(SERVING + today, tmp_path) == set()


def _loaded(lines: str, data: Path) -> set[str]:
    environment = {**os.environ, "UNPINCH_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", lines + TOLD],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return set(done.stdout.split())
