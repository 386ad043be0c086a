"""The marks by which sheets set the names of exercises apart: numbers, letters, pictures, bold."""

import pytest

from unpinch.handout import read
from unpinch.handout.line import Kind, lines

SAID = (
    ("Heel Slides", "Lie on your back. Slide one heel towards your bottom. Repeat 10 times."),
    ("Sit to Stand", "Sit on a firm chair. Lean forward and stand up slowly. Repeat 8 times."),
    ("Standing Balance", "Stand on one foot next to a wall. Repeat 3 times."),
)
OVER = (
    "{n}. {name}", "({n}) {name}", "{n}){name}", "{n}.{name}", "{n} - {name}", "{n}/ {name}",
    "#{n} {name}", "#{n}: {name}", "[{n}] {name}", "0{n} {name}", "0{n}. {name}",
    "{n}\ufe0f\u20e3 {name}", "{letter}. {name}", "{letter}) {name}", "({letter}){name}",
    "{roman}. {name}", "{large}. {name}", "Exercise {n}: {name}", "Movement {n}: {name}",
    "Move #{n}: {name}", "✅ {name}", "➡ {name}", "→ {name}", "» {name}", "🧘 {name}",
    "== {name} ==", "--- {name} ---", "**{n}. {name}**", "*{name}*", '"{name}"',
)  # fmt: skip
BESIDE = (
    "{n}. **{name}.** ", "{n}. **{name}:** ", "{n}. **{name}**: ", "- **{name}** ", "**{name}.** ",
)  # fmt: skip


def _mark(pattern: str, at: int, name: str) -> str:
    roman = ("i", "ii", "iii")[at]
    return pattern.format(n=at + 1, name=name, letter="abc"[at], roman=roman, large=roman.upper())


def _found(text: str) -> list[tuple[str, float | None]]:
    return [(one.name, one.reps.min if one.reps else None) for one in read(text).exercises]


EXPECTED = [("Heel Slides", 10), ("Sit to Stand", 8), ("Standing Balance", 3)]
OPENINGS = ("", "Exercises for stiff hips\nMany people like these gentle movements.\n\n")


@pytest.mark.parametrize("opening", OPENINGS, ids=["alone", "after an introduction"])
@pytest.mark.parametrize("pattern", OVER)
def test_a_marked_name_on_its_own_line_begins_an_exercise(pattern: str, opening: str) -> None:
    told = [f"{_mark(pattern, at, name)}\n{words}" for at, (name, words) in enumerate(SAID)]
    assert _found(opening + "\n\n".join(told)) == EXPECTED


@pytest.mark.parametrize("opening", OPENINGS, ids=["alone", "after an introduction"])
@pytest.mark.parametrize("pattern", BESIDE)
def test_a_marked_name_before_its_text_begins_an_exercise(pattern: str, opening: str) -> None:
    told = [f"{_mark(pattern, at, name)}{words}" for at, (name, words) in enumerate(SAID)]
    assert _found(opening + "\n\n".join(told)) == EXPECTED


@pytest.mark.parametrize("apart", ["\n", "\n\n"], ids=["close", "apart"])
def test_numbers_in_order_on_lines_of_their_own_count_the_names_under_them(apart: str) -> None:
    told = [f"{at + 1}\n{name}\n{words}" for at, (name, words) in enumerate(SAID)]
    assert _found(apart.join(told)) == EXPECTED


def test_numbers_in_no_order_are_the_cells_of_a_table_and_stay_doses() -> None:
    text = "Bridge\nLie on your back and lift your hips.\nSets\n3\nReps\n12\nHold (seconds)\n5"
    (one,) = read(text).exercises
    values = (one.sets, one.reps, one.hold_s)
    assert [value.min if value else None for value in values] == [3, 12, 5]


@pytest.mark.parametrize(("first", "second"), [(1, 2), (3, 12), (2, 1)])
def test_only_numbers_in_order_are_taken_out_of_the_words(first: int, second: int) -> None:
    found = lines(f"{first}\nKnee bend\n\n{second}\nHeel slide\n")
    kept = [line.kind is Kind.PLAIN for line in (found[0], found[3])]
    assert kept == [second != first + 1] * 2


@pytest.mark.parametrize("mark", ["{n}. ", "{letter}) ", "{letter}. ", "{roman}. ", "✓ ", "→ "])
def test_marked_steps_stay_steps_of_their_exercise(mark: str) -> None:
    steps = ("Lie on your back", "Lift your hips", "Hold for 4 seconds")
    lines = [_mark(mark, at, "") + step for at, step in enumerate(steps)]
    found = read("Bridge\n" + "\n".join(lines)).exercises
    assert [one.name for one in found] == ["Bridge"]
    assert found[0].hold_s is not None
    assert found[0].hold_s.min == 4
