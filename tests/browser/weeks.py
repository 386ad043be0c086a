"""Put three weeks of sessions and answers into a diary, until yesterday.

python -m tests.browser.weeks FOLDER
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from unpinch.runtime.folder import choose
from unpinch.runtime.opening import open_diary

DEPTHS = (4,) * 8 + (3,) * 6 + (2,) * 7


def main(folder: Path) -> None:
    """Set the program's clock back, live through the weeks, and set it right again."""
    choose(folder)
    open_diary()
    from tests.conftest import Clock
    from tests.web.history import weeks
    from unpinch.runtime import clock as real

    hand = Clock()
    hand.at = datetime.now(UTC) - timedelta(days=len(DEPTHS), minutes=1)
    now, local_now = real.now, real.local_now
    real.now, real.local_now = lambda: hand.at, lambda: hand.at.astimezone()
    weeks(hand, DEPTHS, mornings=False)
    real.now, real.local_now = now, local_now


if __name__ == "__main__":
    main(Path(sys.argv[1]))
