"""What a camera, a printout or a handout needs is loaded then, not when a page is served."""

import os
import subprocess
import sys
from pathlib import Path

VIEWS = (
    "session",
    "exercises",
    "figure",
    "settings",
    "safety",
    "lock",
    "trial",
    "symptoms",
    "data",
)
ASK = (
    "import sys, unpinch.cli.serve, unpinch.cli.running, unpinch.web.asgi, unpinch.web.coach, "
    "unpinch.web.line, unpinch.web.urls;"
    "from unpinch.web.views import " + ", ".join(VIEWS) + "; print(*sys.modules)"
)
HEAVY = {"numpy", "typst", "docx", "pypdf", "selectolax", "mediapipe"}
NETWORK = {"cryptography", "segno", "ifaddr"}


def test_serving_pages_loads_nothing_heavy(tmp_path: Path) -> None:
    environment = {**os.environ, "UNPINCH_DATA": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert (HEAVY | NETWORK) & set(done.stdout.split()) == set()
