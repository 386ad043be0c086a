"""Proposals on a real diary: off at first, one at a time, and nothing while anything is locked."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.answered import answer_no
from tests.care.made import at, report, screened
from tests.care.sessions import CHILD, KNEES, amber, done, felt, green
from tests.care.test_response_laws import DOSES, LIBRARY, histories
from tests.conftest import Clock
from tests.journal.history import History, keep_form, play, read
from tests.web.kept import keep
from unpinch.care.dosing import Level, Proposal, Step
from unpinch.care.felt import Colour, Felt, Settled, colour_of, further_down
from unpinch.care.rules import safety_rules
from unpinch.care.symptoms import Patch, Report
from unpinch.care.words import Form
from unpinch.exercises.choosing import Choice
from unpinch.exercises.point import refusals
from unpinch.journal.decisions import Decided, Decision
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary as book
from unpinch.runtime import proposals, response, safety, symptoms

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


# ---------------------------------------------------------------- how long it waits
CALM = Report(leg_pain=3, numbness=3, tingling=3)


def calm_day(clock: Clock) -> None:
    """A session that settled well; the clock then stands at the next morning."""
    clock.pass_ms(60_000)
    symptoms.report(Moment.BEFORE, CALM)
    session = keep(clock)
    symptoms.report(Moment.AFTER, CALM, session=session)
    clock.pass_days(1)
    symptoms.report(Moment.MORNING, CALM, session=session, settled=Settled.HALF_HOUR)


def decline() -> None:
    offer = proposals.offered()
    assert offer is not None
    proposals.decline(offer.proposal)


SETTLING: dict[str, Callable[[], None]] = {
    "a choice": lambda: book.choose((Choice(exercise=CHILD, hold_ms=20_000),)),
    "another dose in the program": lambda: book.changed(book.PROGRAM, (CHILD,)),
    "a decision": decline,
}


@pytest.mark.parametrize("change", SETTLING)
def test_after_any_change_of_a_dose_three_new_sessions_come_first(
    diary: Path, clock: Clock, change: str
) -> None:
    answer_no()
    proposals.switch(True)
    for _ in range(3):
        assert proposals.offered() is None
        calm_day(clock)
    assert proposals.offered() is not None

    SETTLING[change]()

    for _ in range(3):
        assert proposals.offered() is None
        calm_day(clock)
    offer = proposals.offered()
    assert offer is not None
    assert offer.proposal.step is Step.UP


# three greens on the first, third and fifth at ten in the morning; when a dose was settled
WAITS = [
    (0, True),
    (at(1, 599), True),
    (at(1, 600), False),  # at the same moment is not since
    (at(1, 601), False),
    (at(2, 0), False),
    (at(5, 601), False),
]


@pytest.mark.parametrize(("settled_ms", "offered"), WAITS)
def test_a_step_up_waits_for_three_sessions_since_the_dose_was_settled(
    settled_ms: int, offered: bool
) -> None:
    history = tuple(green(day) for day in (1, 3, 5))

    found = proposals.next_step(history, KNEES_15, DOSES, (), (), settled_ms=settled_ms)

    assert (found is not None) is offered


THIGH, CALF, FOOT = report(Patch.THIGH_BACK), report(Patch.CALF), report(Patch.SOLE)
KNEES_15 = {KNEES: Level(15_000, 1)}


def as_it_was(day: int, reached: Report) -> Felt:
    """Green in itself: it reached as far before the session as after it and next morning."""
    return felt(day, before=reached, after=reached, morning=reached)


# Each session was green; how far down it reached before each -> whether more is proposed.
CREEPING = [
    ([(1, CALF), (3, CALF), (5, CALF)], True),
    ([(1, FOOT), (3, CALF), (5, THIGH)], True),
    ([(1, CALF), (3, FOOT), (5, CALF)], True),  # and back again
    ([(1, THIGH), (3, THIGH), (5, CALF)], False),
    ([(1, THIGH), (3, CALF), (5, FOOT)], False),
    ([(1, THIGH), (10, CALF), (12, CALF), (14, CALF)], False),  # two weeks are looked at
    ([(1, THIGH), (11, CALF), (13, CALF), (15, CALF)], True),
]


@pytest.mark.parametrize(("days", "more"), CREEPING)
def test_no_step_up_while_it_reaches_further_down_than_at_first_in_two_weeks(
    days: list[tuple[int, Report]], more: bool
) -> None:
    history = tuple(as_it_was(day, reached) for day, reached in days)
    assert {colour_of(one, KNEES) for one in history} == {Colour.GREEN}

    found = proposals.next_step(history, KNEES_15, DOSES, (), (), settled_ms=0)

    assert (found is not None) is more
    assert found is None or found.step is Step.UP


def test_a_step_back_does_not_wait_for_anything() -> None:
    history = (as_it_was(1, THIGH), amber(3, done(hold_s=20)), amber(5, done(hold_s=20)))
    assert further_down(THIGH, CALF)

    found = proposals.next_step(history, {KNEES: Level(20_000, 1)}, DOSES, (), (), settled_ms=at(9))

    assert found is not None
    assert found.step is Step.DOWN


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
