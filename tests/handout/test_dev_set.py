"""Scoring against the labelled exercises, where they are at hand. The goals are the issue's."""

import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from unpinch.handout import read
from unpinch.handout.amount import amounts
from unpinch.handout.draft import DraftExercise, Span
from unpinch.handout.plain import plain

LABELLED = Path(__file__).parents[3] / "shared" / "handouts" / "dev.jsonl"
NUMBERED = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")
DOSE = (*NUMBERED, "tempo")
ANYWHERE = 15
pytestmark = pytest.mark.skipif(not LABELLED.exists(), reason="the labelled set is not at hand")


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines() if line.strip()]


def text_of(row: dict[str, Any]) -> str:
    return f"{row['context']}\n{row['text']}" if row["context"] else str(row["text"])


@dataclass
class Score:
    """What was right, wrong, missed and invented, by field; and each fault in words."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    rows_right: int = 0
    rows: int = 0
    sides_right: int = 0
    sides: int = 0
    scope_right: int = 0
    scopes: int = 0
    often_right: int = 0
    often: int = 0


def score(given: Iterable[dict[str, Any]]) -> Score:
    total = Score()
    for row in given:
        _score_row(total, row)
    return total


def _score_row(total: Score, row: dict[str, Any]) -> None:
    text = text_of(row)
    found = read(text).exercises
    total.rows += 1
    if len(found) != 1:
        total.wrong.append(f"{row['id']}: {len(found)} exercises")
        return
    one = found[0]
    total.rows_right += sum(_score_field(total, row, one, name, text) for name in DOSE) == len(DOSE)
    gold = row["labels"].get("sides")
    if gold:
        total.sides += 1
        same = one.sides is not None and one.sides.value == gold["value"]
        total.sides_right += same
        if not same:
            total.wrong.append(f"{row['id']}: sides {one.sides} for {gold['value']}")
    elif one.sides:
        total.invented.append(f"{row['id']}: (sides {one.sides.value})")
    _score_rest(total, row, one)


def _score_field(
    total: Score, row: dict[str, Any], one: DraftExercise, name: str, text: str
) -> bool:
    gold, value = row["labels"].get(name), getattr(one, name)
    said = f"{row['id']}: {name} {value}"
    if gold is None and value is None:
        total.right[name] += 1
        return True
    if gold is None:
        total.invented.append(said)
    elif value is None:
        total.missed.append(f"{row['id']}: {name} {gold}")
    elif name in NUMBERED and (value.min, value.max) != (gold["min"], gold["max"]):
        total.wrong.append(f"{said} for {gold}")
    else:
        total.right[name] += 1
        if not span_fits(text, value.span, gold):
            total.misplaced.append(f"{said} for {gold}")
        return True
    return False


def span_fits(text: str, span: Span, gold: dict[str, Any]) -> bool:
    """Holds the numbers of the gold span, and lies within it, give or take 15 characters."""
    if text[span.start : span.end] != span.text:
        return False
    said = plain(text)
    numbers = [
        said[amount.start : amount.number_end]
        for amount in amounts(said, gold["start"], gold["end"])
    ]
    held = all(number in plain(span.text) for number in numbers)
    return held and span.start >= gold["start"] - ANYWHERE and span.end <= gold["end"] + ANYWHERE


def _score_rest(total: Score, row: dict[str, Any], one: DraftExercise) -> None:
    labels = row["labels"]
    if labels.get("reps") and one.reps:
        total.scopes += 1
        total.scope_right += one.reps.scope == labels["reps"].get("scope")
    gold = labels.get("frequency") or {}
    keys = ("per_day", "per_week", "every_hours")
    want = {key: tuple(gold[key]) for key in keys if gold.get(key)}
    have = {key: getattr(one.frequency, key) for key in keys if one.frequency}
    have = {key: value for key, value in have.items() if value}
    total.often += 1
    total.often_right += want == have
    if want != have:
        total.wrong.append(f"{row['id']}: frequency {have} for {want}")


def test_at_least_57_of_60_have_all_seven_dose_fields_right() -> None:
    total = score(rows())
    assert total.rows == 60
    assert total.rows_right >= 57, "\n".join([*total.wrong, *total.missed])


def test_sides_are_right_in_at_least_27_of_29() -> None:
    total = score(rows())
    assert total.sides_right >= 27, "\n".join(total.wrong)


def test_no_value_is_invented() -> None:
    assert score(rows()).invented == []


def test_every_value_points_at_the_words_that_give_it() -> None:
    assert score(rows()).misplaced == []


REWRITTEN: dict[str, Callable[[str], str]] = {
    "wrapped": lambda text: "\n".join(textwrap.fill(one, 45) for one in text.split("\n")),
    "on one line": lambda text: " ".join(text.split()),
    "a sentence an item": lambda text: "- " + re.sub(r"(?<=[.!])\s+", "\n- ", text),
    "a sentence a numbered step": lambda text: "1. " + re.sub(r"(?<=[.!])\s+", "\n1. ", text),
    "a sentence a paragraph": lambda text: re.sub(r"(?<=[.!])\s+", "\n\n", text),
    "in capitals": str.upper,
    "under a title": lambda text: "Kitchen exercise\n\n" + text,
    "with wide spaces": lambda text: text.replace(" ", "  "),
}


@pytest.mark.parametrize("way", REWRITTEN)
def test_how_the_lines_run_changes_no_dose(way: str) -> None:
    for row in rows():
        found = read(REWRITTEN[way](text_of(row))).exercises
        assert len(found) == 1, row["id"]
        assert values(found[0]) == gold_values(row), row["id"]


@pytest.mark.parametrize("title", ["## {1}\n\n", "{0}. {1}\n", "**{1}**\n", "Exercise {0}: {1}\n"])
def test_exercises_put_together_on_one_sheet_keep_their_own_doses(title: str) -> None:
    given = [row for row in rows() if not row["context"]]
    for first in range(0, len(given), 6):
        some = given[first : first + 6]
        names = [
            title.format(number + 1, row["name"].capitalize()) for number, row in enumerate(some)
        ]
        sheet = "".join(f"{name}{row['text']}\n\n" for name, row in zip(names, some, strict=True))
        found = read("These exercises will help you. Ask if you are unsure.\n\n" + sheet).exercises
        assert list(map(values, found)) == list(map(gold_values, some))


def values(one: DraftExercise) -> dict[str, Any]:
    given = {name: getattr(one, name) for name in DOSE if getattr(one, name) is not None}
    return {name: name == "tempo" or (dose.min, dose.max) for name, dose in given.items()}


def gold_values(row: dict[str, Any]) -> dict[str, Any]:
    given = {name: row["labels"][name] for name in DOSE if row["labels"].get(name)}
    return {name: name == "tempo" or (dose["min"], dose["max"]) for name, dose in given.items()}
