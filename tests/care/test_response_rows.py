"""Every rule of response.toml, each in a table: what leads to which colour, stop or step."""

import msgspec
import pytest

from tests.care.made import at, cleared, may, report
from tests.care.sessions import (
    CALF4,
    CHILD,
    HAMSTRING,
    KNEES,
    amber,
    done,
    felt,
    green,
    now,
    red,
    up,
)
from unpinch.care.allowed import Allowed, Blocked, Modified, Ruling
from unpinch.care.data import text_of
from unpinch.care.dosing import Level, Step, proposal, unchanged
from unpinch.care.felt import Colour, Done, Felt, Settled, colour_of, verdict
from unpinch.care.irritable import left_out_when_irritable, why_irritable
from unpinch.care.lock import clear
from unpinch.care.movement import Movement
from unpinch.care.records import CareRecord
from unpinch.care.response_rules import read_response_rules, response_rules
from unpinch.care.stops import Stop, leave_out, stops
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.care.words import CareError, Trait
from unpinch.exercises import library, programs
from unpinch.exercises.choosing import Choice, at_least
from unpinch.terms.dose import Dose, Range
from unpinch.terms.event import PainKind

GREEN, AMBER, RED, UNKNOWN = Colour.GREEN, Colour.AMBER, Colour.RED, Colour.UNKNOWN
FOOT, THIGH = report(Patch.CALF, Patch.SOLE), report(Patch.THIGH_BACK)
DOSES = {name: exercise.dose for name, exercise in library().items()}
SHARP, SPREADING, STRONGER, STRETCH = (
    PainKind.SHARP,
    PainKind.SPREADING,
    PainKind.STRONGER,
    PainKind.STRETCH,
)

# R3, R9: what was said about a session, and its colour
COLOURS = [
    (felt(), GREEN),  # nothing changed, all answered
    (felt(after=up(-2), morning=up(-2)), GREEN),
    (felt(after=THIGH, morning=THIGH), GREEN),  # nearer the back
    (felt(after=up(1), settled=Settled.HALF_HOUR), GREEN),
    (felt(after=up(1), settled=Settled.TWO_HOURS), AMBER),
    (felt(after=up(1), settled=Settled.DAY), AMBER),
    (felt(after=up(1), settled=Settled.NOT_YET), AMBER),  # unless the morning says more
    (felt(before=up(-2), morning=up(-2), settled=Settled.HALF_HOUR), AMBER),  # two points
    (felt(after=up(2), settled=Settled.HALF_HOUR), RED),  # two points, and above 5
    (felt(before=up(-3), morning=up(-3), settled=Settled.HALF_HOUR), RED),  # three, never above 5
    (felt(after=FOOT), AMBER),  # further down right after, not next morning
    (felt(morning=up(1)), AMBER),  # a point more in the morning alone
    (felt(after=up(3), settled=Settled.HALF_HOUR), RED),
    (felt(peak=6), RED),  # above 5, and above where it began
    (felt(peak=5), GREEN),
    (felt(before=up(3), after=up(3), morning=up(3), peak=7), GREEN),  # high, but no higher
    (felt(before=up(3), after=up(3), morning=up(3), peak=8), RED),
    (felt(after=up(1), morning=up(1), settled=Settled.NOT_YET), RED),  # still worse
    (felt(morning=up(2)), RED),  # worse next morning, whatever it was before
    (felt(after=FOOT, morning=FOOT), RED),  # further down, and it stays
    (felt(morning=FOOT), RED),
    (felt(morning=None), UNKNOWN),  # R9
    (felt(morning=CALF4, mornings_later=2), UNKNOWN),  # not the next morning
    (felt(after=None), UNKNOWN),
    (felt(before=None), UNKNOWN),
    (felt(after=up(1)), UNKNOWN),  # how long it took was not answered
    (felt(after=report(Patch.CALF, pain=None)), UNKNOWN),
    (felt(after=up(3), morning=None), RED),  # red needs no morning
    (felt(before=up(-2), morning=None), AMBER),
]


@pytest.mark.parametrize(("said", "colour"), COLOURS)
def test_what_was_said_about_a_session_gives_its_colour(said: Felt, colour: Colour) -> None:
    found = verdict(said)

    assert found.colour is colour
    assert found.because.endswith(".")


def test_back_pain_alone_does_not_colour_a_session() -> None:
    after = Report(left=CALF4.left, leg_pain=4, back_pain=9, numbness=4, tingling=4)

    assert verdict(felt(after=after)).colour is GREEN


# who hurt in a session of four red or amber points: knees, child's pose -> colours of both
BLAME = [
    (red(1, done(KNEES), done(CHILD)), RED, RED),  # nobody knows which
    (red(1, done(KNEES, SHARP), done(CHILD)), RED, UNKNOWN),
    (red(1, done(KNEES, STRETCH), done(CHILD)), RED, RED),  # a strong stretch blames nobody
    (amber(1, done(KNEES), done(CHILD, STRONGER)), UNKNOWN, AMBER),
    (green(1, done(KNEES, SPREADING), done(CHILD)), AMBER, GREEN),
    # Nothing was answered after it, or not all: that it hurt is known all the same.
    (felt(1, done(KNEES, SHARP), done(CHILD), morning=None), AMBER, UNKNOWN),
    (felt(1, done(KNEES, STRONGER), done(CHILD), before=None, after=None), AMBER, UNKNOWN),
    (felt(1, done(KNEES, STRETCH), done(CHILD), morning=None), UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("said", "knees", "child"), BLAME)
def test_the_exercise_that_hurt_is_held_to_account_and_else_all_of_them(
    said: Felt, knees: Colour, child: Colour
) -> None:
    assert (colour_of(said, KNEES), colour_of(said, CHILD)) == (knees, child)
    assert colour_of(said, HAMSTRING) is None


# R2: what hurt today, how often -> whether it is left out until tomorrow
HURTS = [
    ([done(KNEES, STRETCH)], False),  # once more, gently
    ([done(KNEES, STRETCH, STRETCH)], True),
    ([done(KNEES, STRETCH), done(KNEES, STRETCH)], True),  # in two sessions of the day
    ([done(KNEES, STRETCH), done(CHILD, STRETCH)], False),  # twice, but not the same one
    ([done(KNEES, SHARP, STRETCH)], True),
    ([done(KNEES)], False),
]


@pytest.mark.parametrize(("exercises", "left_out"), HURTS)
def test_r2_what_hurt_twice_today_is_left_out_until_tomorrow(
    exercises: list[Done], left_out: bool
) -> None:
    today = [
        msgspec.structs.replace(felt(1, each), session=f"s1{number}", at_ms=at(1, 600 + number))
        for number, each in enumerate(exercises)
    ]

    assert (f"R2 {KNEES}" in stopped(today, day=1, minute=700)) is left_out
    assert f"R2 {KNEES}" not in stopped(today, day=2, minute=0)


def stopped(history: list[Felt], *records: CareRecord, day: int, minute: int = 600) -> set[str]:
    found = stops(history, records, now=now(day, minute))
    return {f"{stop.rule} {stop.exercise}" for stop in found}


def test_r6_a_red_session_rests_each_exercise_for_a_day_from_when_it_is_known() -> None:
    at_once = [red(1, done(KNEES), done(CHILD))]
    by_morning = [felt(1, done(KNEES), morning=up(2))]

    assert stopped(at_once, day=2, minute=599) == {f"R6 {KNEES}", f"R6 {CHILD}"}
    assert stopped(at_once, day=2) == set()
    assert stopped(by_morning, day=3, minute=599) == {f"R6 {KNEES}"}
    assert stopped(by_morning, day=3) == set()


def test_r6_where_one_exercise_hurt_only_that_one_rests() -> None:
    assert stopped([red(1, done(KNEES, SHARP), done(HAMSTRING))], day=2, minute=0) == {
        f"R6 {KNEES}"
    }


def test_r6_amber_and_green_rest_nothing() -> None:
    assert stopped([amber(1), green(2)], day=2, minute=700) == set()


def test_r6b_twice_red_leaves_it_out_until_a_clinician_has_named_it() -> None:
    history = [red(3), red(5)]

    assert stopped(history, day=20) == {f"R6b {KNEES}"}
    assert stopped(history, cleared("R6b", day=21), day=22) == {f"R6b {KNEES}"}
    named = cleared("R6b", day=21, exercises=(KNEES,))
    assert stopped(history, named, day=22) == set()
    early = cleared("R6b", day=21, examined=2, exercises=(KNEES,))
    assert stopped(history, early, day=22) == {f"R6b {KNEES}"}


def test_r6b_three_greens_in_a_row_wipe_the_slate_and_a_missing_morning_breaks_the_row() -> None:
    wiped = [red(1), green(3), green(4), green(5), red(7)]
    broken = [red(1), green(3), felt(4, morning=None), green(5), green(6), red(7)]

    assert stopped(wiped, day=20) == set()
    assert stopped(broken, day=20) == {f"R6b {KNEES}"}


def test_r6b_both_bending_exercises_red_in_their_own_right_leave_out_both() -> None:
    history = [
        red(1, done(KNEES, SHARP), done(CHILD)),
        red(5, done(KNEES), done(CHILD, SHARP)),
    ]

    assert stopped(history, day=20) == {f"R6b {KNEES}", f"R6b {CHILD}"}


def test_r6b_one_red_session_that_nobody_can_place_leaves_out_neither() -> None:
    assert stopped([red(1, done(KNEES), done(CHILD))], day=20) == set()


LONG, LONGER = (
    report(Patch.THIGH_BACK, Patch.CALF),
    report(Patch.THIGH_BACK, Patch.CALF, Patch.SOLE),  # a fifth more, and a zone further down
)
LARGER = Report(
    left=Leg(numb=(Patch.CALF, Patch.SHIN)), leg_pain=4, back_pain=4, numbness=4, tingling=4
)
LARGER_AND_STRONGER = report(Patch.CALF, Patch.SHIN, pain=6)
TINGLING = Report(
    left=Leg(numb=(Patch.CALF,), tingling=(Patch.CALF, Patch.SHIN)),
    leg_pain=4,
    back_pain=4,
    numbness=4,
    tingling=4,
)


def long(day: int, morning: Report | None, before: Report = LONG) -> Felt:
    """A leg that is numb from thigh to calf, and how it was next morning."""
    return felt(day, before=before, after=before, morning=morning)


# R7: the sessions, and whether everything stops
SPREAD = [
    ([felt(1, after=LARGER, morning=LARGER)], True),  # it shows twice
    ([felt(1, morning=LARGER)], True),
    ([felt(1, after=LARGER)], False),  # once, and nothing agrees
    ([felt(1, after=LARGER_AND_STRONGER)], True),  # the ratings agree
    ([felt(1, before=THIGH, after=report(Patch.THIGH_BACK, Patch.CALF), morning=THIGH)], True),
    ([felt(1, morning=TINGLING)], False),  # numbness is what counts here
    ([long(1, LONGER)], False),  # further down on one morning
    ([long(1, LONGER), long(2, LONGER, LONGER)], True),  # on two, counted from the first
    ([long(1, LONGER), long(2, LONG, LONGER)], False),
    ([long(1, LONGER), long(2, None)], False),
    ([felt(1, before=CALF4), felt(2, before=CALF4)], False),
    # From the sole to the calf: nearer the back, and a calf is larger than a sole.
    ([felt(1, before=report(Patch.SOLE), after=report(Patch.SOLE), morning=CALF4)], False),
    ([felt(1, before=report(Patch.SOLE), after=report(Patch.SOLE), morning=LARGER)], True),
    ([felt(1, before=report(Patch.SOLE), after=report(Patch.SOLE), morning=up(2))], True),
]


@pytest.mark.parametrize(("history", "spread"), SPREAD)
def test_r7_when_it_has_spread_everything_stops(history: list[Felt], spread: bool) -> None:
    assert ("R7 all" in stopped(history, day=20)) is spread


def test_r7_ends_when_a_clinician_has_looked() -> None:
    history = [felt(1, morning=LARGER)]

    assert stopped(history, cleared("R7", day=3), day=20) == set()
    assert stopped(history, cleared("R7", day=3, examined=1), day=20) == set()


def test_r8_six_weeks_without_any_change_advise_a_check() -> None:
    early, late = felt(1), felt(20)

    assert unchanged([early, late], may(1).replace(month=6, day=12)) == ("s1", "s20")
    assert unchanged([early, late], may(1).replace(month=6, day=11)) == ()
    better = felt(20, before=up(-2))
    assert unchanged([early, better], may(1).replace(month=6, day=12)) == ()
    nearer = felt(20, before=THIGH)
    assert unchanged([early, nearer], may(1).replace(month=6, day=12)) == ()
    easier = felt(20, before=Report(left=CALF4.left, activities=(3,)))
    before = felt(1, before=Report(left=CALF4.left, activities=(7,)))
    assert unchanged([before, easier], may(1).replace(month=6, day=12)) == ()


# R10: rating at rest, how the last one settled, whether it broke the night -> why it is so
IRRITABLE = [
    (5, None, False, ""),
    (5, None, None, ""),  # nobody asked about the night
    (6, None, False, "At rest it is 6 of 10."),
    (10, None, None, "At rest it is 10 of 10."),
    (3, Settled.HALF_HOUR, False, ""),
    (3, Settled.TWO_HOURS, False, ""),
    (3, Settled.DAY, False, "Last time it took more than two hours to settle."),
    (3, Settled.NOT_YET, False, "Last time it took more than two hours to settle."),
    (3, None, True, "It woke you last night."),
    (None, Settled.DAY, None, "Last time it took more than two hours to settle."),
    (None, None, None, ""),  # nothing was answered
]


@pytest.mark.parametrize(("rating", "settled", "woken", "why"), IRRITABLE)
def test_r10_easily_stirred_up(
    rating: int | None, settled: Settled | None, woken: bool | None, why: str
) -> None:
    found = why_irritable(report(pain=rating), felt(settled=settled), woken=woken)

    assert found == why


@pytest.mark.parametrize("scale", ["leg_pain", "numbness", "tingling"])
def test_r10_one_strong_rating_is_enough_and_back_pain_alone_is_none(scale: str) -> None:
    assert why_irritable(Report(**{scale: 6}), None)  # type: ignore[arg-type]
    assert not why_irritable(Report(back_pain=9), None)
    assert not why_irritable(None, None)


BIRD_DOG = "opposition-stretch"
FOUR = {name: Movement(name) for name in (KNEES, HAMSTRING, BIRD_DOG, CHILD)}
OWN_BEND = Movement("own-bend", frozenset({Trait.ANY, Trait.BENDS}))
OWN_PULL = Movement("own-pull", frozenset({Trait.ANY, Trait.PULLS_LEG, Trait.BENDS}))
OWN_CALM = Movement("own-calm", frozenset({Trait.ANY, Trait.ON_BACK}))
UNKNOWN_ONE = Movement("unheard-of")

# R10: what is in the program, what may be done otherwise -> what is left out
LEAST_DAY = [
    (FOUR, [*FOUR], (HAMSTRING, CHILD)),
    (FOUR, [HAMSTRING, BIRD_DOG, CHILD], (KNEES, HAMSTRING)),  # the other bending one stays
    (FOUR, [BIRD_DOG], (KNEES, HAMSTRING, CHILD)),
    (FOUR | {"own": OWN_BEND}, [*FOUR, "own"], (HAMSTRING, CHILD, "own")),
    ({"own": OWN_BEND, "pull": OWN_PULL}, ["own", "pull"], ("pull",)),
    ({"calm": OWN_CALM, "new": UNKNOWN_ONE}, ["calm", "new"], ("new",)),  # nothing is known of it
    ({"a": Movement(KNEES), "b": Movement(KNEES)}, ["a", "b"], ("b",)),  # the same with two doses
]


@pytest.mark.parametrize(("judged", "free", "out"), LEAST_DAY)
def test_r10_leaves_one_bending_exercise_and_no_hamstring_stretch(
    judged: dict[str, Movement], free: list[str], out: tuple[str, ...]
) -> None:
    each = {own: [one] for own, one in judged.items()}

    assert left_out_when_irritable(each, free) == out


def test_r10_what_is_judged_as_two_movements_is_left_out_for_either() -> None:
    judged = {"mine": [Movement(BIRD_DOG), OWN_PULL]}

    assert left_out_when_irritable(judged, ["mine"]) == ("mine",)


def test_r10_the_least_dose_is_the_low_end_of_the_handout_one_knee_at_a_time() -> None:
    program = programs()["leg-numbness"]
    chosen = (
        Choice(exercise=KNEES, hold_ms=30_000, repetitions=2, variation="both"),
        Choice(exercise=CHILD, hold_ms=30_000, repetitions=3, left_out=True),
    )

    found = {one.exercise: one for one in at_least(program, library(), chosen)}

    assert found[KNEES] == Choice(exercise=KNEES, hold_ms=15_000, repetitions=1)
    assert found[CHILD] == Choice(exercise=CHILD, hold_ms=15_000, repetitions=2, left_out=True)


def level(hold_s: int, times: int) -> Level:
    return Level(hold_s * 1000, times)


def three_green(exercise: str, hold_s: int, times: int) -> list[Felt]:
    return [green(day, done(exercise, hold_s=hold_s, times=times)) for day in (1, 3, 5)]


# R4, R11: exercise, at this dose, three greens in a row -> the next dose
STEPS_UP = [
    (KNEES, level(15, 1), level(20, 1)),
    (KNEES, level(55, 1), level(60, 1)),
    (KNEES, level(58, 1), level(60, 1)),  # never past the handout's top
    (KNEES, level(60, 1), None),
    (KNEES, level(15, 4), level(20, 3)),  # the count follows: a minute a leg at the most
    (KNEES, level(30, 2), level(35, 1)),
    (CHILD, level(15, 2), level(20, 2)),
    (CHILD, level(30, 2), level(30, 3)),  # then the repetitions
    (CHILD, level(30, 3), None),
    (HAMSTRING, level(30, 3), None),  # a single value has no steps
]


@pytest.mark.parametrize(("exercise", "now", "then"), STEPS_UP)
def test_r4_three_greens_in_a_row_propose_one_step_inside_the_handout(
    exercise: str, now: Level, then: Level | None
) -> None:
    history = three_green(exercise, now.hold_ms // 1000, now.repetitions)

    found = proposal(history, {exercise: now}, DOSES, switched_on=True)

    assert (found and found.level) == then
    if found is not None:
        assert (found.step, found.rule, found.sessions) == (Step.UP, "R4", ("s1", "s3", "s5"))


@pytest.mark.parametrize(
    ("at_most_s", "then"), [(None, level(30, 3)), (90, level(30, 3)), (89, None)]
)
def test_r4_one_repetition_more_stays_within_the_longest_time_on_a_side(
    at_most_s: int | None, then: Level | None
) -> None:
    dose = msgspec.structs.replace(
        DOSES[CHILD], at_most_ms=None if at_most_s is None else at_most_s * 1000
    )
    history = three_green(CHILD, 30, 2)

    found = proposal(history, {CHILD: level(30, 2)}, {CHILD: dose}, switched_on=True)

    assert (found and found.level) == then


@pytest.mark.parametrize(
    "history",
    [
        [green(1), green(3)],
        [green(1), green(3), amber(5)],
        [green(1), amber(2), green(3), green(5)],
        [green(1), felt(2, morning=None), green(3), green(5)],  # R9
        [green(1), green(3), felt(5, morning=None)],  # R9
        [green(1, done(hold_s=10)), green(3), green(5)],  # one of them at another dose
    ],
)
def test_r4_anything_less_than_three_in_a_row_proposes_nothing(history: list[Felt]) -> None:
    assert proposal(history, {KNEES: level(15, 1)}, DOSES, switched_on=True) is None


# R5, R6: history at this dose -> one step back
STEPS_DOWN = [
    ([amber, amber], KNEES, level(25, 1), level(20, 1), "R5"),
    ([amber], KNEES, level(25, 1), None, ""),
    ([amber, green, amber], KNEES, level(25, 1), None, ""),
    ([red], KNEES, level(25, 1), level(20, 1), "R6"),
    ([red], KNEES, level(18, 1), level(15, 1), "R6"),
    ([red], KNEES, level(15, 1), None, ""),  # already at the least
    ([red], KNEES, level(15, 4), level(15, 3), "R6"),
    ([red], CHILD, level(30, 3), level(30, 2), "R6"),
    ([red], CHILD, level(30, 2), level(25, 2), "R6"),
    ([red, green], KNEES, level(25, 1), None, ""),
]


@pytest.mark.parametrize(("kinds", "exercise", "now", "then", "rule"), STEPS_DOWN)
def test_r5_and_r6_propose_one_step_back(kinds, exercise, now, then, rule) -> None:  # type: ignore[no-untyped-def]
    as_done = done(exercise, hold_s=now.hold_ms // 1000, times=now.repetitions)
    history = [make(day, as_done) for day, make in enumerate(kinds, start=1)]

    found = proposal(history, {exercise: now}, DOSES, switched_on=True)

    assert (found and found.level) == then
    if found is not None:
        assert (found.step, found.rule) == (Step.DOWN, rule)


def test_a_step_back_comes_before_a_step_up_and_there_is_only_one() -> None:
    knees, child = done(KNEES), done(CHILD, hold_s=20, times=2)
    history = [
        *(green(day, knees) for day in (1, 2, 3)),
        amber(5, child),
        amber(7, child),
    ]
    levels = {KNEES: level(15, 1), CHILD: level(20, 2)}

    found = proposal(history, levels, DOSES, switched_on=True)

    assert found is not None
    assert (found.exercise, found.step) == (CHILD, Step.DOWN)


def test_proposals_are_off_until_they_are_switched_on() -> None:
    history = three_green(KNEES, 15, 1)

    assert proposal(history, {KNEES: level(15, 1)}, DOSES, switched_on=False) is None


@pytest.mark.parametrize("exercise", [KNEES, "all"])
def test_nothing_is_proposed_for_what_only_a_clinician_gives_back(exercise: str) -> None:
    held = Stop("R6b", exercise, "", None, may(1), ())

    assert (
        proposal(three_green(KNEES, 15, 1), {KNEES: level(15, 1)}, DOSES, [held], switched_on=True)
        is None
    )


def test_what_a_stop_leaves_out_is_blocked_and_nothing_becomes_freer() -> None:
    rulings: dict[str, Ruling] = {
        KNEES: Allowed(),
        CHILD: Modified(("x",), ("y",)),
        HAMSTRING: Blocked(("a",), ("b",)),
    }
    rest = Stop("R6", KNEES, "It rests.", at(9), may(8), ("s1",))
    spread = Stop("R7", "all", "It has spread.", None, may(8), ("s1",))

    assert leave_out(rulings, []) == rulings
    assert leave_out(rulings, [rest])[KNEES] == Blocked(("It rests.",), ("a day has passed",))
    after = leave_out(rulings, [spread])
    assert all(isinstance(ruling, Blocked) for ruling in after.values())
    assert after[HAMSTRING] == Blocked(
        ("a", "It has spread."), ("b", "a clinician has examined you for this")
    )


def test_a_clearance_for_a_stop_rule_is_dated_like_any_other() -> None:
    since = {"R7": may(5)}

    assert clear([], ("R7",), may(6), today=may(7), at_ms=at(7), stopped=since).items == ("R7",)
    with pytest.raises(CareError, match="before you reported it"):
        clear([], ("R7",), may(4), today=may(7), at_ms=at(7), stopped=since)
    with pytest.raises(CareError, match="R7 was never reported"):
        clear([], ("R7",), may(6), today=may(7), at_ms=at(7))


def test_an_exercise_without_a_ladder_is_never_stepped() -> None:
    dose = Dose(hold_ms=Range(5_000, 50_000), repetitions=Range(1, 9))

    found = proposal(
        three_green("heel-slides", 10, 2),
        {"heel-slides": level(10, 2)},
        {"heel-slides": dose},
        switched_on=True,
    )

    assert found is None


# ----------------------------------------------------------------- the file
ACTS = {
    "R1": "stop",
    "R2": "stop",
    "R3": "judge",
    "R4": "propose",
    "R5": "propose",
    "R6": "stop",
    "R6b": "stop",
    "R7": "stop",
    "R8": "advise",
    "R9": "judge",
    "R10": "stop",
    "R11": "propose",
}


def test_the_file_names_each_rule_and_what_it_does() -> None:
    rules = response_rules()

    assert {row.id: row.acts for row in rules.rows} == ACTS
    assert rules.review.statement == "No clinician has reviewed these rules yet."
    for row in rules.rows:
        assert row.says.endswith(".")
        assert len(row.because) > 20
        assert row.strength in "GRSCKD"
        assert len(row.source) > 5


def test_the_area_that_stops_is_the_area_that_counts_as_changed() -> None:
    assert response_rules().spread.larger_percent == 40


@pytest.mark.parametrize(
    ("in_place_of", "put", "says"),
    [
        ('id = "R4"', 'id = "R44"', "the rows must be R1, R2"),
        ("amber_rise = 2", "amber_rise = 3", "amber begins below red"),
        ("red_rise = 3", "red_rice = 3", "red_rice"),
        ("format = 1", "format = 2", "format: 2 is not known"),
        ('R7 = "', 'R8 = "', "write until when R2, R6, R6b, R7, R10"),
        ('R6b = "It was', 'R6 = "It was', "[examined]: name R6b and R7"),
        ('neither = ["opposition-stretch"]', "neither = []", "name childs-pose, hamstring"),
        ('"leg pain"', '"leg ache"', "leg ache"),
    ],
)
def test_a_broken_file_is_refused(in_place_of: str, put: str, says: str) -> None:
    text = text_of("response.toml")
    assert in_place_of in text

    with pytest.raises(CareError) as refused:
        read_response_rules(text.replace(in_place_of, put, 1), "response.toml")

    assert says in str(refused.value)
