"""The trial hold: only a hold that was done, rated, and no worse next morning opens anything."""

import datetime

import pytest

from tests.care.made import (
    CALF,
    FOUR,
    PASSED,
    before,
    cleared,
    held,
    may,
    next_morning,
    offered,
    report,
    screened,
)
from unpinch.care.allowed import Allowed, Blocked, Modified, allowed_exercises, trial_may_be_offered
from unpinch.care.gate import GateState, trial
from unpinch.care.records import CareRecord, GateRecord
from unpinch.care.symptoms import Patch, Report
from unpinch.care.words import Form
from unpinch.terms.event import PainKind

FOOT = report(Patch.CALF, Patch.SOLE)
THIGH = report(Patch.THIGH_BACK)
BENDING = screened("G1", day=1)
PASS, FAIL, UNKNOWN, WAIT = (
    GateState.PASSED,
    GateState.FAILED,
    GateState.UNKNOWN,
    GateState.WAITING,
)


def state(*steps: GateRecord, today: datetime.date | None = None) -> GateState:
    return trial(steps, today=today).state


def test_it_goes_from_needed_to_passed_step_by_step() -> None:
    steps = (offered(), *PASSED)

    assert [state(*steps[:taken]) for taken in range(5)] == [
        GateState.NEEDED,
        GateState.OFFERED,
        GateState.BEGUN,
        WAIT,
        PASS,
    ]


# right after           next morning           comes to
VERDICTS = [
    (CALF, CALF, PASS),  # the same
    (THIGH, THIGH, PASS),  # nearer the back
    (report(), report(), PASS),  # gone
    (report(Patch.CALF, pain=5), CALF, PASS),  # one point more, settled by morning
    (CALF, report(Patch.CALF, pain=3), PASS),  # less
    (report(Patch.CALF, pain=6), None, FAIL),  # two points more right after
    (FOOT, None, FAIL),  # further down right after
    (CALF, FOOT, FAIL),  # further down next morning
    (CALF, report(Patch.CALF, pain=6), FAIL),  # two points more next morning
    (CALF, report(Patch.CALF, pain=5), UNKNOWN),  # one point more: try again
    (report(Patch.CALF, pain=None), CALF, UNKNOWN),  # not rated right after
    (CALF, report(Patch.CALF, pain=None), UNKNOWN),  # not rated next morning
]


@pytest.mark.parametrize(("after", "morning", "verdict"), VERDICTS)
def test_zones_and_ratings_before_after_and_next_morning_decide(
    after: Report, morning: Report | None, verdict: GateState
) -> None:
    steps = [before(), held(after), *([next_morning(morning)] if morning else [])]

    assert state(*steps) is verdict


def test_the_other_leg_counts_too() -> None:
    right = Report(right=FOOT.left, leg_pain=4, back_pain=4, numbness=4, tingling=4)

    assert state(before(), held(right)) is FAIL


def test_a_hold_that_was_let_go_too_soon_is_not_done() -> None:
    assert state(before(), held(ms=14_999)) is UNKNOWN
    assert state(before(), held(ms=14_999), next_morning()) is UNKNOWN


def test_a_short_hold_that_made_it_worse_has_failed_all_the_same() -> None:
    assert state(before(), held(FOOT, ms=4_000)) is FAIL


@pytest.mark.parametrize(
    ("kind", "comes_to"),
    [
        (PainKind.SHARP, FAIL),
        (PainKind.SPREADING, FAIL),
        (PainKind.STRONGER, FAIL),
        (PainKind.ALARM, FAIL),
        (PainKind.STRETCH, WAIT),
    ],
)
def test_it_hurts_during_the_hold_fails_unless_it_was_only_a_strong_stretch(
    kind: PainKind, comes_to: GateState
) -> None:
    assert state(before(), held(hurt=kind)) is comes_to


def test_a_hold_without_a_rating_before_it_is_unknown() -> None:
    assert state(held()) is UNKNOWN
    assert state(offered(), held(), next_morning()) is UNKNOWN


def test_a_rating_of_another_day_is_no_rating_before_the_hold() -> None:
    assert state(before(day=2), held(day=4), next_morning(day=5)) is UNKNOWN


def test_one_rating_does_not_serve_two_holds() -> None:
    assert state(before(), held(), held()) is UNKNOWN


def test_a_morning_that_went_by_unanswered_is_unknown() -> None:
    steps = (before(day=2), held(day=2))

    assert state(*steps, today=may(3)) is WAIT
    assert state(*steps, today=may(4)) is UNKNOWN
    assert state(*steps, next_morning(day=4)) is UNKNOWN


def test_a_late_morning_that_is_worse_has_failed() -> None:
    assert state(before(day=2), held(day=2), next_morning(FOOT, day=4)) is FAIL


def test_the_evening_of_the_same_day_is_no_morning() -> None:
    assert state(before(day=2), held(day=2), next_morning(day=2)) is WAIT


def test_what_is_unknown_may_be_tried_again() -> None:
    assert state(before(), held(ms=3_000), before(day=4), held(day=4), next_morning(day=5)) is PASS


def test_what_has_failed_is_not_tried_again() -> None:
    assert state(before(), held(FOOT), *PASSED) is FAIL


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_both_bending_exercises_stay_out_until_the_gate_is_passed(taken: int) -> None:
    rulings = allowed_exercises([BENDING, *PASSED[:taken]], FOUR)

    assert [type(rulings[exercise]) for exercise in FOUR] == [Blocked, Modified, Allowed, Blocked]


def test_a_passed_gate_gives_both_back() -> None:
    rulings = allowed_exercises([BENDING, *PASSED], FOUR)

    assert [type(rulings[exercise]) for exercise in FOUR] == [Allowed, Modified, Allowed, Allowed]


def test_a_failed_gate_names_the_clinician_as_the_way_back() -> None:
    ruling = allowed_exercises([BENDING, before(), held(FOOT)], FOUR)["childs-pose"]

    assert isinstance(ruling, Blocked)
    assert ruling.until == ("a clinician has examined you for this and named this exercise",)
    assert "Ask a clinician to look." in ruling.reasons[0]


def test_a_clinician_may_give_back_what_the_gate_has_failed() -> None:
    history: list[CareRecord] = [
        BENDING,
        before(),
        held(FOOT),
        cleared("G1", day=9, exercises=("childs-pose",)),
    ]

    rulings = allowed_exercises(history, FOUR)

    assert rulings["childs-pose"] == Modified(
        how=("Only as the clinician has shown you.",),
        reasons=("Bending forward or sitting makes it worse.",),
    )
    assert isinstance(rulings["knees-to-chest"], Blocked)


def test_saying_no_later_does_not_open_it_without_the_gate() -> None:
    ruling = allowed_exercises([BENDING, screened(day=20)], FOUR)["knees-to-chest"]

    assert isinstance(ruling, Blocked)


def test_a_gate_passed_earlier_does_not_serve_for_a_new_report() -> None:
    history: list[CareRecord] = [BENDING, *PASSED, screened(day=10), screened("G1", day=20)]

    assert isinstance(allowed_exercises(history, FOUR)["knees-to-chest"], Blocked)


def test_saying_the_same_again_keeps_the_gate_passed() -> None:
    history: list[CareRecord] = [BENDING, *PASSED, screened("G1", day=20)]

    assert isinstance(allowed_exercises(history, FOUR)["knees-to-chest"], Allowed)


def test_a_hold_done_before_it_was_reported_does_not_count() -> None:
    history: list[CareRecord] = [screened(day=1), *PASSED, screened("G1", day=4)]

    assert isinstance(allowed_exercises(history, FOUR)["knees-to-chest"], Blocked)


def test_the_trial_is_offered_only_where_nothing_else_forbids_its_exercise() -> None:
    assert trial_may_be_offered([BENDING])
    assert trial_may_be_offered([BENDING, before(), held(ms=2_000)])
    assert not trial_may_be_offered([screened(day=1)])
    assert not trial_may_be_offered([BENDING, *PASSED])
    assert not trial_may_be_offered([BENDING, before(), held(FOOT)])
    assert not trial_may_be_offered([BENDING, screened("E1", form=Form.SHORT, day=2)])
    assert not trial_may_be_offered([screened("G1", "C8", day=1), cleared("C8", day=2)])
    assert not trial_may_be_offered([screened("G1", "G5", day=1, morning=True)])
