"""Which questions a form asks, in what order, and when it ends."""

import pytest

from tests.care.made import filled
from unpinch.care.rules import safety_rules
from unpinch.care.screen import form_after_hurt, next_question, outcome, questions
from unpinch.care.words import Action, Answer, CareError, Form, Tier
from unpinch.terms.event import PainKind

NO, YES, NOT_SURE = Answer.NO, Answer.YES, Answer.NOT_SURE
EMERGENCIES_ASKED_FIRST = [f"E{number}" for number in range(1, 15)]


def ids(form: Form, answers: dict[str, Answer], *, morning: bool = False) -> list[str]:
    return [question.id for question in questions(form, answers, morning=morning)]


def test_the_first_form_asks_every_item_singly_and_the_emergencies_first() -> None:
    asked = ids(Form.FIRST, {})

    assert asked[:14] == EMERGENCIES_ASKED_FIRST
    assert asked[14] == "C1"
    assert asked[-4:] == ["G1", "G2", "G3", "G4"]
    assert len(asked) == 14 + 17 + 1 + 4  # emergencies, clinician first, over 50, with care


def test_the_short_form_is_three_questions_and_a_fourth_before_noon() -> None:
    assert ids(Form.SHORT, {}) == ["S1", "S2", "S3"]
    assert ids(Form.SHORT, {}, morning=True) == ["S1", "S2", "S3", "G5"]


def test_a_group_shows_one_line_for_each_of_its_items() -> None:
    saddle, legs, rest = questions(Form.SHORT, {})

    assert [len(group.lines) for group in (saddle, legs, rest)] == [4, 5, 5]
    assert saddle.lines[0] == "A numb or odd feeling around the back passage or genitals"
    assert saddle.items == ("E1", "E2", "E3", "E6")


@pytest.mark.parametrize("answer", [YES, NOT_SURE])
def test_a_yes_or_not_sure_to_a_group_opens_its_items_one_by_one(answer: Answer) -> None:
    assert ids(Form.SHORT, {"S2": answer}) == ["S1", "S2", "E4", "E5", "E7", "E9", "E10", "S3"]


def test_an_opened_group_does_not_end_before_each_of_its_items_is_answered() -> None:
    answers = {"S1": YES, "S2": NO, "S3": NO, "E1": NO, "E2": NO, "E3": NO}

    found = next_question(Form.SHORT, answers)

    assert found is not None
    assert found.id == "E6"


def test_when_it_got_worse_the_seat_and_the_legs_are_asked_singly() -> None:
    assert ids(Form.WORSE, {}) == ["E1", "E2", "E3", "E4", "E5", "E7", "E9", "E10", "S4"]


@pytest.mark.parametrize(("item", "follow_up"), [("E6", "E1b"), ("E10", "E10b")])
@pytest.mark.parametrize("answer", [YES, NOT_SURE])
def test_a_follow_up_is_asked_right_after_the_answer_that_calls_for_it(
    item: str, follow_up: str, answer: Answer
) -> None:
    asked = ids(Form.FIRST, {item: answer})

    assert asked[asked.index(item) + 1] == follow_up
    assert follow_up not in ids(Form.FIRST, {item: NO})


def test_an_ambulance_answer_ends_the_form_at_once() -> None:
    assert next_question(Form.FIRST, {"E8": YES}) is None
    assert outcome(Form.FIRST, {"E8": YES}).action is Action.AMBULANCE


def test_any_other_emergency_answer_still_asks_the_emergencies_and_then_ends() -> None:
    answers = dict.fromkeys(EMERGENCIES_ASKED_FIRST, NO) | {"E2": YES}
    assert next_question(Form.FIRST, answers) is None
    assert not outcome(Form.FIRST, answers).complete

    del answers["E14"]
    found = next_question(Form.FIRST, answers)
    assert found is not None
    assert found.id == "E14"


def test_an_unfinished_form_has_no_outcome() -> None:
    with pytest.raises(CareError, match="E1 has no answer yet; ask it first"):
        outcome(Form.FIRST, {"E2": YES})


def test_an_answer_to_no_question_is_refused() -> None:
    with pytest.raises(CareError, match="'E99' is not a question"):
        outcome(Form.FIRST, {"E99": YES})


def test_a_yes_to_an_item_counts_even_if_its_group_is_changed_to_no() -> None:
    answers = filled(Form.SHORT, ["E3"])

    found = outcome(Form.SHORT, {**answers, "S1": NO})

    assert found.locks == ("E3",)


def test_a_yes_to_a_follow_up_counts_even_if_its_question_is_changed_to_no() -> None:
    answers = filled(Form.SHORT, ["E6", "E1b"])

    found = outcome(Form.SHORT, {**answers, "E6": NO})

    assert (found.locks, found.action) == (("E1b",), Action.EMERGENCY_DEPARTMENT)


def test_a_group_said_yes_to_and_then_no_to_each_is_noted_as_corrected() -> None:
    answers = filled(Form.SHORT) | {"S1": YES, "E1": NO, "E2": NO, "E3": NO, "E6": NO}

    found = outcome(Form.SHORT, answers)

    assert (found.tier, found.corrected) == (Tier.GO, ("S1",))


def test_a_group_not_sure_of_and_then_no_to_each_is_not_called_corrected() -> None:
    answers = filled(Form.SHORT) | {"S1": NOT_SURE, "E1": NO, "E2": NO, "E3": NO, "E6": NO}

    assert outcome(Form.SHORT, answers).corrected == ()


def test_the_strictest_tier_and_the_most_urgent_action_are_the_outcome() -> None:
    answers = filled(Form.FIRST) | {"E10": YES, "E10b": NO, "E13": YES, "C3": YES, "G1": YES}

    found = outcome(Form.FIRST, answers)

    assert (found.tier, found.action) == (Tier.EMERGENCY, Action.EMERGENCY_DEPARTMENT)
    assert found.items == ("E10", "E13", "C3", "G1")
    assert found.locks == ("E10", "E13", "C3")


def test_the_same_answers_in_another_order_are_the_same_outcome() -> None:
    answers = filled(Form.FIRST) | {"E7": YES, "C3": NOT_SURE, "G2": YES}
    backwards = dict(reversed(answers.items()))

    assert outcome(Form.FIRST, backwards) == outcome(Form.FIRST, answers)


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (PainKind.STRETCH, None),
        (PainKind.STRONGER, Form.WORSE),
        (PainKind.SHARP, Form.WORSE),
        (PainKind.SPREADING, Form.WORSE),
        (PainKind.ALARM, Form.WORSE),
        (None, Form.WORSE),  # it hurts, and more was not said
    ],
)
def test_it_hurts_opens_the_form_for_every_kind_but_a_strong_stretch(
    kind: PainKind | None, form: Form | None
) -> None:
    assert form_after_hurt(kind) is form


def test_every_question_belongs_to_a_part_of_the_form() -> None:
    titles = [question.title for question in questions(Form.FIRST, {})]

    assert list(dict.fromkeys(titles)) == [part.title for part in safety_rules().parts]
