"""How the questions are worded: plain enough, one thing at a time, no disease, no promise,
and sources by their own names."""

import re

import pytest

from unpinch.care.data import text_of
from unpinch.care.rules import safety_rules
from unpinch.care.shape import Item

ITEMS = safety_rules().items
# Never as an explanation, in nothing that a person reads.
DISEASES = re.compile(
    r"cauda|equina|sciatica|stroke|thrombo|clot|embol|isch|infarct|tumou?r|metasta|aneurysm|"
    r"stenosis|herniat|neuropath|myelopath|claudicat|osteoporo|arthritis|spondyl|discitis|radicul|"
    r"meralgia|fracture|compression",
    re.IGNORECASE,
)
PROMISES = re.compile(
    r"\btreat|\bheal|safe for you|\bcure|diagnos|clinically proven|recover|\bL[1-5]\b|\bS1 root",
    re.IGNORECASE,
)
# A person may be asked what they have been told: these are history, not explanation.
HISTORY = {"E12": "cancer", "C1": "cancer", "C4": "HIV", "C11": "diabetes", "G1": "slipped disc"}


def read_by_people(item: Item) -> str:
    texts = (item.ask, item.help, item.line, item.says, item.says_alone, item.tell)
    return " ".join(texts)


def all_shown() -> dict[str, str]:
    rules = safety_rules()
    shown = {item.id: read_by_people(item) for item in rules.items}
    shown |= {group.id: group.ask for group in rules.groups}
    shown |= {screen.id.value: f"{screen.heading} {screen.says}" for screen in rules.actions}
    for condition in rules.conditions:
        cells = [*condition.exercises.values(), *condition.others.values()]
        shown[condition.id] = " ".join([condition.reason, *(cell.how for cell in cells)])
    return shown


@pytest.mark.parametrize(("place", "text"), all_shown().items())
def test_no_screen_names_a_disease_or_promises_anything(place: str, text: str) -> None:
    assert DISEASES.findall(text) == []
    assert PROMISES.findall(text) == []
    assert "!" not in text


@pytest.mark.parametrize(("item", "word"), HISTORY.items())
def test_what_a_person_has_been_told_is_asked_but_not_given_as_an_answer(
    item: str, word: str
) -> None:
    row = safety_rules().item(item)

    assert row is not None
    assert word in row.ask + row.help
    assert word not in row.says


def syllables(word: str) -> int:
    """Roughly: groups of vowels, without a silent e at the end."""
    spoken = re.sub(r"(?<=[^aeiouy])e[sd]?$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def reading_grade(text: str) -> float:
    """The school year after which it can be read (Flesch and Kincaid); 7 is about age 12."""
    sentences = max(1, len(re.findall(r"[.?:]", text)))
    words = re.findall(r"[A-Za-z']+", text)
    each = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + 11.8 * each - 15.59


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_a_question_is_short_and_can_be_read_at_about_twelve(item: Item) -> None:
    assert item.ask.endswith("?")
    assert len(item.ask.split()) <= 23
    assert reading_grade(f"{item.ask} {item.help}".strip()) <= 8.5
    for sentence in re.split(r"(?<=[.?])\s", f"{item.says} {item.help}"):
        assert len(sentence.split()) <= 26


def test_taken_together_the_questions_read_at_twelve() -> None:
    grades = [reading_grade(item.ask) for item in ITEMS]

    assert sum(grades) / len(grades) <= 6.5


def test_a_line_on_a_groups_screen_fits_that_screen() -> None:
    assert [item.id for item in ITEMS if len(item.line.split()) > 16] == []


def test_a_person_who_answers_wrongly_is_told_that_not_sure_counts() -> None:
    assert "counts as yes" in safety_rules().answers.not_sure


@pytest.mark.parametrize("name", ["safety.toml", "emergency_numbers.toml"])
def test_sources_are_original_works_and_no_address_of_a_mirror_or_proxy(name: str) -> None:
    text = text_of(name)

    assert re.findall(r"https?://|www\.", text) == []
    assert re.findall(r"scribd|docslib|vdocument|zjcylx|barabone|bibliotheek|vpn", text) == []


def test_the_file_says_at_its_head_that_nobody_has_reviewed_it() -> None:
    head = text_of("safety.toml").split("[[item]]", maxsplit=1)[0]

    assert "NO CLINICIAN HAS REVIEWED" in head
