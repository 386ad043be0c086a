"""Every condition of the matrix, each with what it must make of each exercise.

A allowed, M in a modified form, B blocked, G blocked until the trial hold has gone well.
The table is written out here and not read from the file.
"""

import pytest

from tests.care.made import FOUR, cleared, screened
from unpinch.care.allowed import Allowed, Blocked, Modified, Ruling, allowed_exercises, in_force
from unpinch.care.records import CareRecord
from unpinch.care.rules import safety_rules
from unpinch.care.words import Do, Ends, Form, Tier

#  condition              item   knees hams. oppos. child  ends
MATRIX = [
    ("brittle bones", "C6", "B", "M", "M", "B", "clearance"),
    ("worse with bending", "G1", "G", "M", "A", "G", "gate"),
    ("worse with walking", "C12", "A", "A", "M", "A", "answer"),
    ("back operation", "C7", "B", "B", "B", "B", "clearance"),
    ("artificial hip", "C8", "B", "M", "B", "B", "clearance"),
    ("new knee", "C8b", "M", "A", "M", "B", "clearance"),
    ("knees that hurt", "G2", "M", "A", "M", "M", "answer"),
    ("pregnancy", "C9", "B", "B", "M", "M", "answer"),
    ("wrists or shoulders", "G3", "A", "A", "M", "M", "answer"),
    ("straining", "C16", "A", "A", "M", "A", "answer"),
    ("balance", "G4", "M", "M", "M", "M", "answer"),
    ("first hour", "G5", "B", "A", "A", "B", "session"),
]

#  the modified forms, each by a word of it
HOW = [
    ("brittle bones", "hamstring-stretch", "strap"),
    ("brittle bones", "opposition-stretch", "physiotherapist"),
    ("worse with bending", "hamstring-stretch", "first tingle"),
    ("worse with walking", "opposition-stretch", "not arch"),
    ("artificial hip", "hamstring-stretch", "below a right angle"),
    ("new knee", "knees-to-chest", "behind your thigh"),
    ("new knee", "opposition-stretch", "thick pad"),
    ("knees that hurt", "knees-to-chest", "behind your thigh"),
    ("knees that hurt", "opposition-stretch", "thick pad"),
    ("knees that hurt", "childs-pose", "cushion"),
    ("pregnancy", "opposition-stretch", "slowly"),
    ("pregnancy", "childs-pose", "wide apart"),
    ("wrists or shoulders", "opposition-stretch", "only the leg"),
    ("wrists or shoulders", "childs-pose", "beside your body"),
    ("straining", "opposition-stretch", "Breathe out"),
    ("balance", "knees-to-chest", "bed"),
    ("balance", "hamstring-stretch", "bed"),
    ("balance", "opposition-stretch", "chair"),
    ("balance", "childs-pose", "bed"),
]


def letter(ruling: Ruling) -> str:
    match ruling:
        case Allowed():
            return "A"
        case Modified():
            return "M"
        case Blocked(until=("one trial hold has gone well and the next morning was no worse",)):
            return "G"
        case Blocked():
            return "B"


def history(item: str) -> list[CareRecord]:
    """Reported on the first; its lock, if any, opened on the second without naming an exercise."""
    records: list[CareRecord] = [screened(item, day=1, morning=True)]
    row = safety_rules().item(item)
    if row is not None and row.tier is Tier.CLINICIAN:
        records.append(cleared(item, day=2))
    return records


def test_the_table_names_every_condition_of_the_file_in_its_order() -> None:
    assert [row[0] for row in MATRIX] == [row.id for row in safety_rules().conditions]


@pytest.mark.parametrize(("condition", "item", "knees", "hams", "oppos", "child", "ends"), MATRIX)
def test_this_condition_makes_of_each_exercise_what_the_matrix_says(
    condition: str, item: str, knees: str, hams: str, oppos: str, child: str, ends: str
) -> None:
    rulings = allowed_exercises(history(item), FOUR)

    assert [letter(rulings[exercise]) for exercise in FOUR] == [knees, hams, oppos, child]
    assert [each.condition.id for each in in_force(history(item))] == [condition]
    assert in_force(history(item))[0].condition.ends == ends


def test_the_table_of_modified_forms_names_every_one_of_them() -> None:
    told = {(condition, exercise) for condition, exercise, _ in HOW}

    assert told == {
        (condition.id, exercise)
        for condition in safety_rules().conditions
        for exercise, cell in condition.exercises.items()
        if cell.do is Do.MODIFIED
    }


@pytest.mark.parametrize(("condition", "exercise", "word"), HOW)
def test_the_modified_form_is_said_in_words(condition: str, exercise: str, word: str) -> None:
    item = next(row[1] for row in MATRIX if row[0] == condition)

    ruling = allowed_exercises(history(item), FOUR)[exercise]

    assert isinstance(ruling, Modified)
    assert any(word in line for line in ruling.how)
    assert ruling.reasons


@pytest.mark.parametrize(("condition", "item", "knees", "hams", "oppos", "child", "ends"), MATRIX)
def test_a_later_full_form_without_it_ends_only_what_an_answer_may_end(
    condition: str, item: str, knees: str, hams: str, oppos: str, child: str, ends: str
) -> None:
    later = [*history(item), screened(day=10)]

    still = [each.condition.id for each in in_force(later)]

    assert (condition in still) is (ends in ("clearance", "gate"))


@pytest.mark.parametrize(("condition", "item", "knees", "hams", "oppos", "child", "ends"), MATRIX)
def test_a_short_form_ends_only_what_holds_for_one_session(
    condition: str, item: str, knees: str, hams: str, oppos: str, child: str, ends: str
) -> None:
    later = [*history(item), screened(form=Form.SHORT, day=10)]

    assert (condition in [each.condition.id for each in in_force(later)]) is (ends != "session")


@pytest.mark.parametrize(("condition", "item", "knees", "hams", "oppos", "child", "ends"), MATRIX)
def test_a_form_that_is_asked_because_it_got_worse_ends_nothing(
    condition: str, item: str, knees: str, hams: str, oppos: str, child: str, ends: str
) -> None:
    later = [*history(item), screened(form=Form.WORSE, day=10)]

    assert condition in [each.condition.id for each in in_force(later)]
    assert allowed_exercises(later, FOUR) == allowed_exercises(history(item), FOUR)


@pytest.mark.parametrize(("condition", "item", "knees", "hams", "oppos", "child", "ends"), MATRIX)
def test_a_clinician_who_names_a_blocked_exercise_gives_it_back_as_they_have_shown_it(
    condition: str, item: str, knees: str, hams: str, oppos: str, child: str, ends: str
) -> None:
    named = [*history(item), cleared(item, day=5, exercises=FOUR)]

    rulings = allowed_exercises(named, FOUR)

    for exercise, cell in zip(FOUR, (knees, hams, oppos, child), strict=True):
        if cell in "BG" and ends != Ends.SESSION:
            assert rulings[exercise] == Modified(
                how=("Only as the clinician has shown you.",),
                reasons=(in_force(named)[0].condition.reason,),
            )
        else:
            assert letter(rulings[exercise]) == cell
