"""What the outcome page promises is what the session leads: no cue and no form rule says otherwise.

The words that would contradict a change are written out here and not read from the rules.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.answered import answer_yes_to
from tests.care.made import FOUR
from tests.conftest import KEEPS_A_FIXTURE, Clock, _empty
from unpinch import exercises
from unpinch.care.allowed import Blocked, Modified
from unpinch.care.rules import safety_rules
from unpinch.care.words import Do
from unpinch.exercises.choosing import Choice
from unpinch.exercises.plan import Plan
from unpinch.runtime import diary as kept
from unpinch.runtime import judged, safety
from unpinch.runtime.changed import changed
from unpinch.session import form
from unpinch.session.engine import step
from unpinch.session.project import advance, project
from unpinch.session.script import Script, script
from unpinch.session.state import State
from unpinch.terms.cue import Cue, CueKind, Phase, Scene
from unpinch.terms.dose import Kind
from unpinch.terms.event import Eased, Hurts, PainKind, Repeated, Started
from unpinch.terms.side import Side

LIBRARY = exercises.library()
KNEES, HAMSTRING, OPPOSITION, CHILD = FOUR
ARMS = r"reach|(right|left) (hand|arm)|your (hand|arm)|shoulder height|hands and knees"
#  condition, item, exercise, what is never said in it
NEVER = [
    ("brittle bones", "C6", HAMSTRING, r"take hold|closer|hold at the back"),
    ("worse with bending", "G1", HAMSTRING, r"straight|closer|deeper"),
    ("artificial hip", "C8", HAMSTRING, r"toward your body|closer|deeper"),
    ("new knee", "C8b", KNEES, r"behind the knee|deeper"),
    ("knees that hurt", "G2", KNEES, r"behind the knee"),
    ("knees that hurt", "G2", CHILD, r"rest on your heels"),
    ("wrists or shoulders", "G3", OPPOSITION, ARMS),
    ("wrists or shoulders", "G3", CHILD, r"hands and knees|palms|arms (long|forward)"),
    ("balance", "G4", KNEES, r"floor|\bmat\b"),
    ("balance", "G4", HAMSTRING, r"floor|\bmat\b"),
    ("balance", "G4", OPPOSITION, ARMS),
    ("balance", "G4", CHILD, r"floor|\bmat\b"),
]
#  condition, item, exercise, the least rest between two holds
RESTS = [
    ("new knee", "C8b", OPPOSITION, 8_000),
    ("knees that hurt", "G2", OPPOSITION, 8_000),
    ("knees that hurt", "G2", CHILD, 8_000),
    ("pregnancy", "C9", OPPOSITION, 4_000),
]
# A limit or an aid that the exercise's own words leave room for.
ONLY_ADDS = {
    ("brittle bones", OPPOSITION),  # whatever it was that was shown
    ("worse with walking", OPPOSITION),
    ("pregnancy", CHILD),
    ("straining", OPPOSITION),
}
CARE = sorted({item for row in safety_rules().conditions for item in row.when})


@pytest.fixture
def diary_and_clock(diary: Path, clock: Clock) -> None:
    """A diary of its own, and a clock that stands still."""


def _everything_said(plan: Plan) -> list[Cue]:
    """By the clock to the end, said again, gently after too much stretch, and every fault."""
    whole = script(plan)
    state, begun = step(whole, State(), Started(0))
    said = [*begun, *project(whole, state).cues]
    for each in _one_of_a_kind(whole, project(whole, state).scenes):
        here, _, _ = advance(whole, state, each.at_ms + 500)
        _, again = step(whole, here, Repeated(here.at_ms))
        hurt, _ = step(whole, here, Hurts(here.at_ms, kind=PainKind.STRETCH))
        eased, gently = step(whole, hurt, Eased(hurt.at_ms))
        following = project(whole, eased).cues[:6] if not eased.over else ()
        said += [*again, *gently, *following]
    return said


def _one_of_a_kind(whole: Script, scenes: Iterable[Scene]) -> Iterable[Scene]:
    """One scene for each exercise, phase and side: the others say the same."""
    kinds = {
        (whole.stations[each.turn or 0].part, each.phase, each.side): each
        for each in scenes
        if each.phase in (Phase.GETTING_READY, Phase.MOVING, Phase.HOLDING, Phase.RELEASING)
    }
    return kinds.values()


def _judged(plan: Plan) -> list[tuple[str, str]]:
    """Every word about form that this plan could say, with its exercise."""
    whole = script(plan)
    return [
        (station.turn.exercise, form.correction(whole, replace(State(), turn=number), rule.fault))
        for number, station in enumerate(whole.stations)
        for rule in LIBRARY[station.turn.exercise].form
    ]


def _said_in(plan: Plan, exercise: str) -> list[str]:
    turns = plan.turns
    texts = [
        text
        for cue in _everything_said(plan)
        if cue.turn is not None and turns[cue.turn].exercise == exercise
        for text in (cue.say, cue.line)
    ]
    return [*texts, *(say for of, say in _judged(plan) if of == exercise and say)]


def _rests(plan: Plan, exercise: str) -> list[int]:
    """From the end of each hold to the beginning of the next one, less the words and the way."""
    whole = script(plan)
    turns = [n for n, one in enumerate(whole.stations) if one.turn.exercise == exercise]
    return [whole.stations[turn].release_ms for turn in turns[:-1]]


def test_the_table_knows_every_changed_form() -> None:
    known = {(row[0], row[2]) for row in [*NEVER, *RESTS]} | ONLY_ADDS

    assert known == {
        (condition.id, exercise)
        for condition in safety_rules().conditions
        for exercise, cell in condition.exercises.items()
        if cell.do is Do.MODIFIED
    }


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=KEEPS_A_FIXTURE)
@given(
    st.frozensets(st.sampled_from(CARE), min_size=1, max_size=4),
    st.sampled_from(["main", "both"]),
    st.sampled_from(["slow", "calm", "brisk"]),
)
def test_no_session_says_or_judges_what_contradicts_a_change_that_was_promised(
    diary_and_clock: None, items: frozenset[str], both: str, pace: str
) -> None:
    _empty()
    kept.choose((Choice(exercise=KNEES, variation=both),))
    kept.change_settings(replace(kept.settings(), pace=pace))
    answer_yes_to(*sorted(items))
    now = safety.standing()
    try:
        plan = safety.plan(now)
    except safety.NothingLeftError:
        return

    for _, item, exercise, never in NEVER:
        if item in items and isinstance(now.rulings[exercise], Modified):
            said = _said_in(plan, exercise)
            assert said
            assert not [text for text in said if re.search(never, text, re.IGNORECASE)]
    for _, item, exercise, rest_ms in RESTS:
        if item in items and isinstance(now.rulings[exercise], Modified):
            assert all(rest >= rest_ms for rest in _rests(plan, exercise))
    _promises_are_said(now, plan)


def _promises_are_said(now: safety.Standing, plan: Plan) -> None:
    starts = {part.exercise: part.words.start for part in plan.parts}
    for exercise, ruling in now.rulings.items():
        if isinstance(ruling, Blocked):
            assert exercise not in starts
        if isinstance(ruling, Modified):
            assert all(line in starts[exercise] for line in ruling.how)


def test_two_changes_that_cannot_be_told_together_leave_the_exercise_out(
    diary_and_clock: None,
) -> None:
    answer_yes_to("G3", "G4")  # forearms, and a hand on a chair

    ruling = safety.standing().rulings[OPPOSITION]

    assert isinstance(ruling, Blocked)
    assert ruling.until == ("this no longer holds: how to do it instead cannot be told rightly",)
    assert OPPOSITION not in {part.exercise for part in safety.plan().parts}


def test_who_moves_only_the_leg_sees_no_arm_and_reads_the_side_of_the_leg(
    diary_and_clock: None,
) -> None:
    answer_yes_to("G4")
    whole = script(safety.plan())
    begun, _ = step(whole, State(), Started(0))

    holds = [
        each
        for each in project(whole, begun).scenes
        if each.name == LIBRARY[OPPOSITION].name and each.phase is Phase.HOLDING
    ]

    assert [each.side for each in holds[:2]] == [Side.LEFT, Side.RIGHT]
    assert not any(each.exercise for each in holds), "neither the drawing nor the camera knows it"


def test_the_note_of_the_program_outlives_a_new_start(diary_and_clock: None) -> None:
    answer_yes_to("G4")
    part = next(one for one in safety.plan().parts if one.exercise == HAMSTRING)
    noted = replace(part, words=replace(part.words, start="Old. Use the blue towel."))
    exercise = replace(LIBRARY[HAMSTRING], text=replace(LIBRARY[HAMSTRING].text, start="Old."))

    found = changed(noted, exercise, safety.standing().rulings[HAMSTRING])

    assert found.words.start.startswith("Lie on your back, with both feet flat.")
    assert "Use the blue towel." in found.words.start
    assert "Old." not in found.words.start


def test_every_form_rule_that_is_dropped_is_one_of_the_exercise() -> None:
    for condition in safety_rules().conditions:
        for exercise, cell in condition.exercises.items():
            known = {rule.fault for rule in LIBRARY[exercise].form}
            assert set(cell.instead.drop) <= known


@pytest.mark.parametrize(
    ("exercise", "release"),
    [
        (OPPOSITION, "Lower your arm and leg."),
        (CHILD, "Come back up onto your hands and knees."),
    ],
)
def test_who_kneels_badly_is_told_to_rest_the_knees_and_when_to_come_back(
    diary_and_clock: None, exercise: str, release: str
) -> None:
    answer_yes_to("G2")
    plan = safety.plan()
    whole = script(plan)
    begun, _ = step(whole, State(), Started(0))
    first = next(n for n, turn in enumerate(plan.turns) if turn.exercise == exercise)

    cues = [cue for cue in project(whole, begun).cues if cue.turn in (first, first + 1)]

    said = [cue.say for cue in cues]
    let_go = said.index(f"{release} Take the weight off your knees.")
    assert said[let_go + 1] == "Back into the position."
    assert cues[let_go + 1].at_ms - cues[let_go].at_ms >= 8_000
    assert cues[let_go + 2].kind in (CueKind.SWITCH, CueKind.AGAIN)


def test_a_copy_that_is_a_movement_without_a_hold_is_left_out_instead_of_changed(
    diary_and_clock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = LIBRARY[OPPOSITION]
    copy = replace(ours, id="my-copy", like=OPPOSITION, dose=replace(ours.dose, kind=Kind.MOVEMENT))
    monkeypatch.setattr(kept, "known", lambda: {**LIBRARY, copy.id: copy})
    answer_yes_to("G2")

    rulings = judged.rulings_on([OPPOSITION, copy.id], safety.records())

    assert isinstance(rulings[OPPOSITION], Modified)
    assert isinstance(rulings[copy.id], Blocked)
