"""What Progress says of one single session: no part of it is told."""

import pytest

from tests.conftest import Clock
from tests.journal.history import play, read

ONCE = "proposals: off\n\n1: before left numb foot, numbness 5; session\n"
CUT_SHORT = "proposals: off\n\n1: session hurt sharp\n"


@pytest.mark.usefixtures("diary")
def test_one_session_is_told_as_one(clock: Clock) -> None:
    _, found = play(read(ONCE), clock)
    clock.pass_days(3)
    said = [one.says for one in (*found.summary, *found.unknown)]

    assert any(line.startswith("One session in this time, done whole; ") for line in said), said
    assert "The one session has no answers both before and after." in said
    assert not any("of one" in line or "one of them" in line for line in said)


@pytest.mark.usefixtures("diary")
def test_one_session_that_was_stopped_is_not_whole(clock: Clock) -> None:
    _, found = play(read(CUT_SHORT), clock)
    said = [one.says for one in found.summary]

    assert any(line.startswith("One session in this time, not done whole; ") for line in said), said
