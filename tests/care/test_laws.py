"""The laws of the screen and its locks. Each was broken by hand, and a test of this room died.

The first is tried on ten thousand sequences of answers.
"""

import datetime
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.care.made import FOUR, PASSED, at, before, held, may, next_morning, offered, report
from unpinch.care.allowed import Blocked, allowed_exercises
from unpinch.care.lock import locks
from unpinch.care.records import CareRecord, ClearanceRecord, GateRecord, ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Outcome, Question, outcome, questions
from unpinch.care.screening import (
    Confirmation,
    Screening,
    begin,
    confirm,
    give,
    pending,
    record,
    resume,
    shows,
)
from unpinch.care.symptoms import Patch
from unpinch.care.words import Action, Answer, Form, Tier

RULES = safety_rules()
EMERGENCIES = frozenset(item.id for item in RULES.items if item.tier is Tier.EMERGENCY)
LOCKING = frozenset(item.id for item in RULES.items if item.tier.locks)
# Mostly no, as people answer; all sequences of answers stay possible.
ANSWERS = st.sampled_from([Answer.NO] * 12 + [Answer.YES, Answer.NOT_SURE])
COUNTS = st.sampled_from([Answer.YES, Answer.NOT_SURE])
ANYTHING = st.sampled_from([item.id for item in RULES.items] + [row.id for row in RULES.groups])
ALWAYS = 10_000

Map = dict[str, Answer]


@st.composite
def finished(draw: st.DrawFn) -> tuple[Form, Map]:
    """A form with every question answered that the answers so far call for."""
    form = draw(st.sampled_from(list(Form)))
    counting = draw(st.dictionaries(ANYTHING, COUNTS, max_size=4))
    answers: Map = {}
    for _ in range(3):  # groups, their items, their follow-ups
        for question in questions(form, answers, RULES):
            inside = [counting[item] for item in question.items if item in counting]
            answers[question.id] = counting.get(question.id, inside[0] if inside else Answer.NO)
    return form, answers


def kept(form: Form, found: Outcome, day: int) -> ScreenRecord:
    return ScreenRecord(
        at_ms=at(day),
        day=may(day),
        rules=found.rules,
        form=form,
        tier=found.tier,
        items=found.items,
        locks=found.locks,
        confirmed=True,
        complete=found.complete,
        action=found.action,
    )


@pytest.mark.slow
@settings(max_examples=ALWAYS)
@given(st.lists(finished(), min_size=1, max_size=3))
def test_an_emergency_answer_always_locks_and_no_later_answer_unlocks(
    forms: list[tuple[Form, Map]],
) -> None:
    history: list[CareRecord] = []
    locked: set[str] = set()
    for day, (form, answers) in enumerate(forms, start=1):
        said = {item for item, answer in answers.items() if answer is not Answer.NO}
        found = outcome(form, answers, RULES)
        assert found == outcome(form, dict(reversed(answers.items())), RULES)
        assert set(found.locks) == said & LOCKING
        assert (found.tier is Tier.EMERGENCY) == bool(said & EMERGENCIES)
        history.append(kept(form, found, day))

        locked |= said & LOCKING

        assert {lock.item for lock in locks(history, RULES)} == locked
        if locked:
            rulings = allowed_exercises(history, FOUR, RULES)
            assert all(isinstance(ruling, Blocked) for ruling in rulings.values())


@settings(max_examples=500)
@given(finished(), st.randoms(use_true_random=False))
def test_the_same_answers_in_any_order_are_the_same_outcome(
    form_and_answers: tuple[Form, Map], chance: Random
) -> None:
    form, answers = form_and_answers
    shuffled = list(answers.items())
    chance.shuffle(shuffled)

    assert outcome(form, dict(shuffled), RULES) == outcome(form, answers, RULES)


# What a person does with a form: answers what is asked, goes back, calls it a mistake, closes it.
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["answer"] * 6 + ["back", "mistake", "right", "close"]),
        ANSWERS,
        st.integers(0, 50),
    ),
    max_size=60,
)


class Person:
    """Somebody who goes through forms as the drawn acts say, and the diary that is kept."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.screening: Screening = begin(form)
        self.diary: list[CareRecord] = []
        self.open: dict[str, Answer] = {}  # the last answer to each question, nothing forgotten

    def act(self, what: str, answer: Answer, pick: int) -> None:
        shown = shows(self.screening, RULES)
        if what == "close" or isinstance(shown, Outcome):
            self._close()
        elif what in ("mistake", "right") and isinstance(shown, Confirmation):
            self.screening = confirm(self.screening, right=what == "right")
            if what == "right":
                self._close()
        elif what == "back" and self.screening.answers:
            question = list(self.screening.answers)[pick % len(self.screening.answers)]
            self._give(question, answer)
        elif isinstance(shown, Question):
            self._give(shown.id, answer)

    def _give(self, question: str, answer: Answer) -> None:
        self.screening = give(self.screening, question, answer)
        self.open[question] = answer
        found = pending(self.screening, at(1), may(1))
        if found is not None:
            self.diary.append(found)

    def _close(self) -> None:
        if isinstance(shows(self.screening, RULES), Outcome):
            self.diary.append(record(self.screening, at(1), may(1)))
        waiting = [lock.record for lock in locks(self.diary, RULES) if not lock.confirmed]
        self.screening = resume(waiting[-1]) if waiting else begin(self.form)


@settings(max_examples=400)
@given(st.sampled_from(list(Form)), ACTS)
def test_whatever_is_done_with_the_page_the_last_answer_to_an_emergency_holds(
    form: Form, acts: list[tuple[str, Answer, int]]
) -> None:
    person = Person(form)
    sure: set[str] = set()
    for act in acts:
        person.act(*act)
        closed = {lock.item: lock.confirmed for lock in locks(person.diary, RULES)}
        said = {i for i, answer in person.open.items() if answer is not Answer.NO} & LOCKING

        assert said <= set(closed)
        assert sure <= set(closed)
        sure |= {item for item, confirmed in closed.items() if confirmed}


@settings(max_examples=300)
@given(
    st.sampled_from(list(Form)),
    st.frozensets(st.sampled_from(sorted(EMERGENCIES)), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_a_form_is_answered_changes_neither_tier_nor_ambulance(
    form: Form, true: frozenset[str], chance: Random
) -> None:
    """The same true answers, given in any order in which a page could ask them."""

    def answered(in_order: bool) -> Outcome:
        answers: Map = {}
        while True:
            left = [q for q in questions(form, answers, RULES) if q.id not in answers]
            if not left:
                return outcome(form, answers, RULES)
            asked = left[0] if in_order else chance.choice(left)
            counts = bool(true & set(asked.items))
            answers[asked.id] = Answer.YES if counts else Answer.NO

    first, second = answered(True), answered(False)

    assert (first.tier, first.action) == (second.tier, second.action)
    assert set(first.locks) == set(second.locks)


RECORDS = st.one_of(
    st.builds(
        lambda day, locked, form: _screen(day, locked, form),
        st.integers(1, 20),
        st.frozensets(st.sampled_from(sorted(LOCKING)), max_size=3),
        st.sampled_from(list(Form)),
    ),
    st.builds(
        lambda day, back, items: ClearanceRecord(
            at(day), may(day), 1, tuple(sorted(items)), may(max(1, day - back))
        ),
        st.integers(1, 20),
        st.integers(-2, 6),
        st.frozensets(st.sampled_from(sorted(LOCKING)), max_size=3),
    ),
    st.sampled_from([offered(), before(), held(), next_morning()]),
)


def _screen(day: int, locked: frozenset[str], form: Form) -> ScreenRecord:
    emergency = bool(locked & EMERGENCIES)
    tier = Tier.EMERGENCY if emergency else Tier.CLINICIAN if locked else Tier.GO
    return ScreenRecord(
        at_ms=at(day),
        day=may(day),
        rules=1,
        form=form,
        tier=tier,
        items=tuple(sorted(locked)),
        locks=tuple(sorted(locked)),
        confirmed=True,
        complete=not emergency,
        action=Action.SAME_DAY if emergency else None,
    )


@settings(max_examples=1_000)
@given(st.lists(RECORDS, max_size=12))
def test_an_emergency_is_open_only_if_a_clearance_after_its_last_report_names_it(
    history: list[CareRecord],
) -> None:
    closed = {lock.item for lock in locks(history, RULES)}
    for item in EMERGENCIES:
        reports = [
            place
            for place, found in enumerate(history)
            if isinstance(found, ScreenRecord) and item in found.locks
        ]
        assert (item in closed) == bool(reports and not _opened(history, item, reports[-1]))


def _opened(history: Sequence[CareRecord], item: str, place: int) -> bool:
    since: datetime.date = history[place].day
    return any(
        isinstance(found, ClearanceRecord)
        and item in found.items
        and min(since, found.day) <= found.examined_on <= found.day
        for found in history[place:]
    )


WORSE = report(Patch.CALF, Patch.SOLE, pain=9)
STEPS = st.sampled_from(
    [
        offered(),
        *PASSED,
        held(WORSE),
        next_morning(WORSE),
        held(ms=9_000),
        next_morning(day=7),
        before(day=4),
        held(day=4),
        next_morning(day=5),
    ]
)


@settings(max_examples=1_000)
@given(st.lists(STEPS, max_size=8))
def test_bending_comes_back_only_after_a_rated_hold_and_the_morning_that_followed_it(
    steps: list[GateRecord],
) -> None:
    history: list[CareRecord] = [_bending(), *steps]
    rulings = allowed_exercises(history, FOUR, RULES)
    free = not isinstance(rulings["knees-to-chest"], Blocked)

    assert free is not isinstance(rulings["childs-pose"], Blocked)
    if free:
        whole = [(before(day=day), held(day=day), next_morning(day=day + 1)) for day in (2, 4)]
        assert any(_in_order(trio, steps) for trio in whole)


def _bending() -> ScreenRecord:
    return ScreenRecord(
        at_ms=at(1),
        day=may(1),
        rules=1,
        form=Form.FIRST,
        tier=Tier.CARE,
        items=("G1",),
        locks=(),
        confirmed=True,
        complete=True,
    )


def _in_order(trio: Sequence[GateRecord], steps: list[GateRecord]) -> bool:
    rest = iter(steps)
    return all(step in rest for step in trio)
