"""The clock. Nothing else in the program asks what time it is."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def local_now() -> datetime:
    """The time where the person is."""
    return now().astimezone()


def local(at: datetime) -> datetime:
    """A stored time as the person's clock shows it."""
    return at.astimezone()


def running_ms() -> int:
    """Milliseconds of a clock that never jumps. Only differences mean anything."""
    return time.monotonic_ns() // 1_000_000
