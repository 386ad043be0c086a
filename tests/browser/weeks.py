"""Put weeks of sessions and answers into a diary, until yesterday.

python -m tests.browser.weeks FOLDER            three weeks
python -m tests.browser.weeks FOLDER twelve     twelve weeks, with another dose every few days
python -m tests.browser.weeks FOLDER whole      three weeks of whole sessions, with days missed
"""

import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from unpinch.journal.day import day_of
from unpinch.runtime.folder import choose
from unpinch.runtime.opening import open_diary

MISSED = frozenset({4, 6})  # of each week
DEPTHS = (4,) * 8 + (3,) * 6 + (2,) * 7
HOLDS_S = (15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 55, 60)


def main(folder: Path, *, twelve: bool, whole: bool) -> None:
    """Set the program's clock back, live through the weeks, and set it right again."""
    choose(folder)
    open_diary()
    from tests.conftest import Clock
    from tests.web.history import weeks
    from unpinch.exercises.choosing import Choice
    from unpinch.runtime import clock as real
    from unpinch.runtime import diary

    hand = Clock()
    depths = DEPTHS * (4 if twelve else 1)
    # At noon: a session and the answers around it belong to one day, whenever this is run.
    first = day_of(real.local_now()) - timedelta(days=len(depths))
    hand.at = datetime.combine(first, time(12)).astimezone(UTC)
    now, local_now, running_ms = real.now, real.local_now, real.running_ms
    real.now, real.local_now = lambda: hand.at, lambda: hand.at.astimezone()
    real.running_ms = lambda: hand.ms
    for week in range(len(depths) // 7):
        if twelve:
            hold_ms = HOLDS_S[week] * 1000
            diary.choose((Choice(exercise="knees-to-chest", hold_ms=hold_ms),))
        missed = MISSED if whole else frozenset[int]()
        weeks(hand, depths[7 * week : 7 * week + 7], mornings=False, missed=missed, whole=whole)
    real.now, real.local_now, real.running_ms = now, local_now, running_ms


if __name__ == "__main__":
    main(Path(sys.argv[1]), twelve="twelve" in sys.argv[2:], whole="whole" in sys.argv[2:])
