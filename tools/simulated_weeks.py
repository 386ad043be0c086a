"""The coach with three simulated weeks in its diary: `make weeks`.

For whoever wants to see Progress before weeks have passed. The weeks are of nobody, every page but
a session says so, and the folder is gone when the coach is closed.
"""

import contextlib
import subprocess
import sys
import tempfile
from pathlib import Path

from unpinch.runtime.folder import SIMULATED

FILLED = (("tests.browser.screened",), ("tests.browser.weeks", "whole"))


def main(*words: str) -> None:
    """Fill a folder, and serve it until stopped."""
    with tempfile.TemporaryDirectory(prefix="unpinch-simulated-") as place:
        fill(Path(place))
        serve = [sys.executable, "-m", "unpinch", "serve", *words, "--data", place]
        coach = subprocess.Popen(serve)  # noqa: S603 - our own words
        with contextlib.suppress(KeyboardInterrupt):
            coach.wait()
        coach.wait()


def fill(place: Path) -> None:
    """Three weeks, until yesterday."""
    (place / SIMULATED).touch()
    for module, *more in FILLED:
        command = [sys.executable, "-m", module, str(place), *more]
        subprocess.run(command, check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    main(*sys.argv[1:])
