"""Put a screening into a diary, as if the safety questions had just been answered with no.

    python -m tests.browser.screened FOLDER

The questions have tests of their own; these are about the session behind them.
"""

import sys
from pathlib import Path

from unpinch.runtime.folder import choose
from unpinch.runtime.opening import open_diary


def main(folder: Path) -> None:
    """Open the diary in this folder and keep the record there."""
    choose(folder)
    open_diary()
    from tests.answered import answer_no  # Django has to be set up first

    answer_no()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
