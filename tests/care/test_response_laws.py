"""The laws of the response rules, on sessions that nobody would think up."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.sessions import CHILD, HAMSTRING, KNEES, done, felt, now
from unpinch.care.dosing import Level, Step, proposal
from unpinch.care.felt import Colour, Felt, Settled, colour_of
from unpinch.care.stops import stops
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.exercises import library
from unpinch.exercises.point import refusals
from unpinch.terms.event import PainKind

LIBRARY = library()
DOSES = {name: exercise.dose for name, exercise in LIBRARY.items()}
RATING = st.none() | st.integers(0, 10)
PATCHES = st.lists(st.sampled_from(list(Patch)), unique=True, max_size=4).map(tuple)
LEGS = st.builds(Leg, numb=PATCHES, tingling=PATCHES)
REPORTS = st.none() | st.builds(
    Report,
    left=LEGS,
    right=LEGS,
    leg_pain=RATING,
    back_pain=RATING,
    numbness=RATING,
    tingling=RATING,
)
# Calm sessions too, or no run of greens would ever come up.
CALM: st.SearchStrategy[dict[str, object]] = st.just({})
WILD = st.fixed_dictionaries(
    {
        "before": REPORTS,
        "after": REPORTS,
        "morning": REPORTS,
        "settled": st.none() | st.sampled_from(list(Settled)),
        "peak": RATING,
    }
)
HOLDS = st.sampled_from([15, 20, 25, 30, 45, 60])
HURTS = st.lists(st.sampled_from(list(PainKind)), max_size=1)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Felt], dict[str, Level]]:
    levels = {
        KNEES: Level(draw(HOLDS) * 1000, 1),
        CHILD: Level(draw(st.sampled_from([15, 20, 25, 30])) * 1000, draw(st.integers(2, 3))),
        HAMSTRING: Level(30_000, 3),
    }
    sessions = []
    for day in range(1, draw(st.integers(1, 9))):
        exercises = [
            done(name, *draw(HURTS), hold_s=now.hold_ms // 1000, times=now.repetitions)
            for name, now in levels.items()
        ]
        sessions.append(felt(day, *exercises, **draw(CALM | CALM | WILD)))
    return sessions, levels


@settings(max_examples=600)
@given(histories())
def test_a_proposal_is_one_change_inside_the_handout_and_names_its_sessions(
    made: tuple[list[Felt], dict[str, Level]],
) -> None:
    history, levels = made
    found = proposal(history, levels, DOSES, switched_on=True)
    if found is None:
        return
    now = levels[found.exercise]
    exercise = LIBRARY[found.exercise]

    assert refusals(exercise, found.level.hold_ms, found.level.repetitions, None) == []
    assert set(found.sessions) <= {each.session for each in history}
    assert found.says.endswith(".")
    higher = (found.level.hold_ms > now.hold_ms) + (found.level.repetitions > now.repetitions)
    assert (found.step is Step.UP) == (higher > 0)
    assert higher <= 1
    if found.step is Step.UP:
        used = [each for each in history if each.session in found.sessions]
        assert [colour_of(each, found.exercise) for each in used] == [Colour.GREEN] * 3
        assert all(each.next_morning is not None for each in used)


@settings(max_examples=300)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_and_number_of_deliveries_change_nothing(
    made: tuple[list[Felt], dict[str, Level]], chance: Random
) -> None:
    history, levels = made
    delivered = [*history, *history[:2]]
    chance.shuffle(delivered)

    assert stops(delivered, now=now(9)) == stops(history, now=now(9))
    assert proposal(delivered, levels, DOSES, switched_on=True) == proposal(
        history, levels, DOSES, switched_on=True
    )


@settings(max_examples=300)
@given(histories())
def test_a_stop_that_only_a_clinician_ends_is_not_ended_by_a_calm_week(
    made: tuple[list[Felt], dict[str, Level]],
) -> None:
    history, _ = made
    before = {s.exercise for s in stops(history, now=now(9)) if s.rule == "R7"}
    calm = [felt(day, done(KNEES)) for day in range(11, 18)]

    after = {s.exercise for s in stops([*history, *calm], now=now(18)) if s.rule == "R7"}

    assert before <= after
