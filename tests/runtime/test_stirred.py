"""A day on which it is easily stirred up: the least dose, one bending exercise, no pulled leg."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.answered import answer_no
from tests.conftest import KEEPS_A_FIXTURE, Clock
from tests.web.kept import keep
from unpinch.care.felt import Settled
from unpinch.care.symptoms import Report
from unpinch.exercises.choosing import Choice
from unpinch.exercises.plan import Plan
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary, proposals, safety, symptoms
from unpinch.terms.event import Eased, Hurts, PainKind

KNEES, HAMSTRING, BIRD_DOG, CHILD = (
    "knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose",
)  # fmt: skip
CALM = Report(leg_pain=3, numbness=3, tingling=3)
LONG = (
    Choice(exercise=KNEES, hold_ms=30_000, repetitions=2, variation="both"),
    Choice(exercise=CHILD, hold_ms=30_000, repetitions=3),
)


@pytest.fixture(autouse=True)
def _screened(diary: object, clock: Clock) -> None:
    answer_no()


def done(plan: Plan) -> dict[str, tuple[int, int]]:
    return {part.exercise: (part.turns[0].hold_ms, part.turns[0].of) for part in plan.parts}


def test_a_strong_rating_at_rest_makes_it_a_day_of_the_least(clock: Clock) -> None:
    diary.choose(LONG)
    symptoms.report(Moment.BEFORE, Report(leg_pain=7, numbness=3, tingling=0))

    assert safety.standing().stirred == "At rest it is 7 of 10."
    assert done(safety.plan_to_start()) == {KNEES: (15_000, 1), BIRD_DOG: (3_000, 20)}


def test_the_next_day_is_as_it_was_chosen_unless_it_is_said_again(clock: Clock) -> None:
    diary.choose(LONG)
    symptoms.report(Moment.BEFORE, Report(leg_pain=7))
    clock.pass_days(1)

    assert safety.standing().stirred == ""
    assert done(safety.plan())[CHILD] == (30_000, 3)
    assert len(safety.plan().parts) == 4


def test_a_broken_night_is_enough_and_a_later_answer_counts(clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, CALM, woken=True)
    assert safety.standing().stirred == "It woke you last night."
    clock.pass_ms(60_000)

    symptoms.report(Moment.BEFORE, CALM, woken=False)
    assert safety.standing().stirred == ""


def test_a_broken_night_is_not_forgotten_when_the_morning_after_is_told_later(
    clock: Clock,
) -> None:
    session = keep(clock)
    clock.pass_days(1)
    symptoms.report(Moment.BEFORE, CALM, woken=True)
    clock.pass_ms(60_000)

    symptoms.report(Moment.MORNING, CALM, session=session, settled=Settled.HALF_HOUR)

    assert safety.standing().stirred == "It woke you last night."


def test_what_took_long_to_settle_makes_the_next_session_one_of_the_least(clock: Clock) -> None:
    session = keep(clock)
    clock.pass_days(1)
    symptoms.report(Moment.MORNING, CALM, session=session, settled=Settled.DAY)

    assert "more than two hours" in safety.standing().stirred
    second = keep(clock)
    clock.pass_days(1)
    symptoms.report(Moment.MORNING, CALM, session=second, settled=Settled.HALF_HOUR)
    assert safety.standing().stirred == ""


@pytest.mark.parametrize(
    ("days", "told"), [(0, True), (8, True), (21, True), (55, True), (56, False)]
)
def test_how_the_last_session_settled_tells_how_to_begin_again_weeks_later(
    clock: Clock, days: int, told: bool
) -> None:
    session = keep(clock)
    clock.pass_days(1)
    symptoms.report(Moment.MORNING, CALM, session=session, settled=Settled.NOT_YET)
    clock.pass_days(days)

    now = safety.standing()

    assert now.stirred == ("Last time it took more than two hours to settle." if told else "")
    assert (set(done(safety.plan(now))) == {KNEES, BIRD_DOG}) is told


def test_how_strong_it_was_right_after_a_session_does_not_count_as_rest(clock: Clock) -> None:
    symptoms.report(Moment.AFTER, Report(leg_pain=8), session=keep(clock))

    assert safety.standing().stirred == ""


def test_with_knees_to_chest_left_out_by_choice_the_childs_pose_stays(clock: Clock) -> None:
    diary.choose((Choice(exercise=KNEES, left_out=True),))
    symptoms.report(Moment.BEFORE, Report(tingling=6))

    assert done(safety.plan()) == {BIRD_DOG: (3_000, 20), CHILD: (15_000, 2)}


def test_no_more_is_proposed_on_such_a_day(clock: Clock) -> None:
    proposals.switch(True)
    for _ in range(3):
        symptoms.report(Moment.BEFORE, CALM)
        session = keep(clock)
        symptoms.report(Moment.AFTER, CALM, session=session)
        clock.pass_days(1)
        symptoms.report(Moment.MORNING, CALM, session=session, settled=Settled.HALF_HOUR)
    assert proposals.offered() is not None

    clock.pass_ms(60_000)
    symptoms.report(Moment.BEFORE, CALM, woken=True)

    assert proposals.offered() is None


def test_what_hurt_twice_today_is_not_in_the_next_session_of_the_day(clock: Clock) -> None:
    hurt = [Hurts(at_ms, kind=PainKind.STRETCH) for at_ms in (35_000, 50_000)]
    keep(clock, hurt[0], Eased(40_000), hurt[1])

    assert KNEES not in done(safety.plan())
    clock.pass_days(1)
    assert KNEES in done(safety.plan())


CHOICES = st.builds(
    Choice,
    exercise=st.just(KNEES),
    hold_ms=st.sampled_from([15_000, 20_000, 30_000]),
    repetitions=st.integers(1, 2),
    variation=st.none() | st.just("both"),
)


@settings(max_examples=50, suppress_health_check=KEEPS_A_FIXTURE)
@given(CHOICES, st.integers(6, 10), st.sampled_from(["leg_pain", "numbness", "tingling"]))
def test_such_a_day_never_asks_for_more_than_an_ordinary_one(
    clock: Clock, choice: Choice, rating: int, scale: str
) -> None:
    clock.pass_days(1)
    diary.choose((choice,))
    ordinary = done(safety.plan())
    symptoms.report(Moment.BEFORE, Report(**{scale: rating}))  # type: ignore[arg-type]

    least = done(safety.plan())

    assert set(least) == set(ordinary) - {HAMSTRING, CHILD}
    assert all(
        low <= high for name in least for low, high in zip(least[name], ordinary[name], strict=True)
    )
