"""Proposals on a real diary: off at first, one at a time, and nothing while anything is locked."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.made import at, screened
from tests.care.sessions import KNEES
from tests.care.test_response_laws import DOSES, LIBRARY, histories
from tests.conftest import Clock
from tests.journal.history import History, keep_form, play, read
from unpinch.care.dosing import Level, Proposal, Step
from unpinch.care.felt import Felt
from unpinch.care.rules import safety_rules
from unpinch.care.words import Form
from unpinch.exercises.point import refusals
from unpinch.journal.decisions import Decided, Decision
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.runtime import diary as book
from unpinch.runtime import proposals, response, safety

FOLDER = Path(__file__).parents[1] / "journal/histories"
THREE_GREENS = """proposals: on
decide: nothing

1-3: before left numb calf, leg pain 3, numbness 3, tingling 1; session; after; morning
4: before left numb calf, leg pain 3, numbness 3, tingling 1
"""
AT = datetime(2026, 11, 22, tzinfo=UTC)
# Some are only asked after another answer.
LOCKING = [item.id for item in safety_rules().items if screened(item.id).locks]


@pytest.fixture
def three_greens(diary: Path, clock: Clock) -> History:
    """Three sessions that settled well, with proposals on and nothing decided."""
    history = read(THREE_GREENS)
    play(history, clock)
    return history


@pytest.mark.usefixtures("three_greens")
def test_an_offer_says_what_would_change_and_why_and_names_its_sessions() -> None:
    offer = proposals.offered()

    assert offer is not None
    assert offer.says == "Knees to chest: hold 20 s instead of 15 s."
    assert offer.because == "Three sessions in a row at this dose settled well."
    sessions = {str(entry.session) for entry in shelf.all_of(Kind.SESSION_STARTED)}
    assert set(offer.proposal.sessions) == sessions


@pytest.mark.usefixtures("three_greens")
def test_nothing_changes_before_it_is_accepted_and_then_only_that() -> None:
    before = book.plan()
    offer = proposals.offered()
    assert offer is not None
    assert book.plan() == before

    proposals.accept(offer.proposal)

    changed = [
        p.exercise for p, was in zip(book.plan().parts, before.parts, strict=True) if p != was
    ]
    assert changed == [KNEES]
    assert proposals.offered() is None


@pytest.mark.usefixtures("three_greens")
def test_what_is_not_proposed_any_more_cannot_be_accepted() -> None:
    offer = proposals.offered()
    assert offer is not None
    proposals.decline(offer.proposal)

    with pytest.raises(proposals.ProposalError, match="not proposed any more"):
        proposals.accept(offer.proposal)
    assert book.choices() == ()


@pytest.mark.usefixtures("three_greens")
def test_off_means_no_proposals() -> None:
    proposals.switch(False)

    assert not proposals.switched_on()
    assert proposals.offered() is None


def test_they_are_off_until_switched_on(diary: Path, clock: Clock) -> None:
    assert not proposals.switched_on()
    assert proposals.offered() is None


@pytest.mark.usefixtures("three_greens")
@pytest.mark.parametrize("item", LOCKING)
def test_a_red_flag_locks_and_ends_proposals(item: str) -> None:
    keep_form(Form.FIRST, (item,))

    assert safety.standing().locked is not None
    assert proposals.offered() is None
    with pytest.raises(safety.LockedError):
        safety.plan_to_start()


def test_a_stop_is_written_down_and_only_a_clinician_ends_it(diary: Path, clock: Clock) -> None:
    play(read((FOLDER / "worsening.txt").read_text("utf-8")), clock)
    stopped = [stop for stop in response.stopped() if stop.rule == "R7"]
    assert [stop.exercise for stop in stopped] == ["all"]
    assert len(shelf.all_of(Kind.STOPPED)) == 1

    clock.pass_days(400)
    assert [stop.rule for stop in response.stopped()] == ["R7"]

    safety.clear_for(("R7",), safety.this_day())
    assert response.stopped() == ()


# ---------------------------------------------------------------- laws


@settings(max_examples=150)
@given(histories(), st.integers(0, 9))
def test_never_beyond_the_handout_and_one_change_at_a_time(
    made: tuple[list[Felt], dict[str, Level]], settled_day: int
) -> None:
    history, levels = made
    found = proposals.next_step(
        tuple(history), levels, DOSES, (), (), settled_ms=at(settled_day, 700)
    )
    if found is None:
        return
    now, new = levels[found.exercise], found.level

    assert refusals(LIBRARY[found.exercise], new.hold_ms, new.repetitions, None) == []
    assert (new.hold_ms > now.hold_ms) + (new.repetitions > now.repetitions) <= 1
    if found.step is Step.UP:
        used = {felt.session: felt.day.day for felt in history}
        assert all(used[session] > settled_day for session in found.sessions)


@settings(max_examples=100)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_delivery_changes_no_proposal(
    made: tuple[list[Felt], dict[str, Level]], chance: Random
) -> None:
    history, levels = made
    shuffled = list(history)
    chance.shuffle(shuffled)

    assert _next(tuple(shuffled), levels) == _next(tuple(history), levels)


@settings(max_examples=100)
@given(histories())
def test_what_was_declined_is_not_asked_again_from_the_same_sessions(
    made: tuple[list[Felt], dict[str, Level]],
) -> None:
    history, levels = made
    found = _next(tuple(history), levels)
    if found is None:
        return
    declined = Decided(uuid4(), AT, Decision(found, False, 1))

    assert _next(tuple(history), levels, (declined,)) != found


def _next(
    history: tuple[Felt, ...],
    levels: dict[str, Level],
    earlier: tuple[Decided, ...] = (),
) -> Proposal | None:
    return proposals.next_step(history, levels, DOSES, (), earlier, settled_ms=0)
