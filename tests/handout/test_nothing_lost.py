"""No number that looks like a dose is dropped without a trace, and none is made up."""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.handout.prose_cases import NUMBERED, cases, values
from unpinch.handout import read
from unpinch.handout.draft import Draft, DraftExercise, Span

# What anybody would take for a dose, told apart without the reader's own grammar.
LIKE_A_DOSE = re.compile(
    r"\b(\d{1,2}) (?:seconds|secs|minutes|times|reps|repetitions|sets|breaths)\b"
    r"|\b(\d) x (\d{1,2})\b"
)
LINES = st.sampled_from(
    [
        "Bridge", "Hamstring stretch", "Clam", "Wobble", "ankle pumps", "Notes from your visit",
        "Lie on your back with your knees bent.", "Lift your hips off the floor.",
        "Sit tall and turn your head.", "Keep breathing.", "See you soon.", "",
    ]
)  # fmt: skip
NUMBERS = st.integers(2, 12)
DOSES = st.sampled_from(
    [
        "Hold for {} seconds.", "Repeat {} times.", "{} reps", "Do {} sets.", "Bridges 2 x {}",
        "3 x {} heel raises", "Child's pose {} secs", "Wobble {} secs", "{} breaths here.",
        "Rest {} seconds.", "Then {} times more slowly.", "Walk {} minutes", "{} repetitions",
        "bridges x 8, clams x {} reps", "- {} times each side", "1. Knee hug {} seconds",
    ]
)  # fmt: skip
SHEETS = st.lists(
    LINES | st.builds(lambda dose, number: dose.format(number), DOSES, NUMBERS), max_size=14
).map("\n".join)


def traces(draft: Draft) -> Iterator[Span]:
    yield from (*draft.unread, *draft.left_out, *draft.cautions)
    for one in draft.exercises:
        found = [getattr(one, name) for name in (*NUMBERED.values(), "tempo", "frequency")]
        yield from (value.span for value in found if value is not None)
        yield from one.vague_dose
        yield from (question.span for question in one.questions if question.span is not None)


def says_again(one: DraftExercise, start: int, numbers: set[float]) -> bool:
    """Whether the number stands in an exercise that has the same value anyway."""
    inside = one.span.start <= start < one.span.end
    return inside and any(numbers & set(ends) for ends in values(one).values())


@given(SHEETS)
@settings(max_examples=600, deadline=None, derandomize=True)
def test_every_dose_is_read_or_shown(sheet: str) -> None:
    draft = read(sheet)
    shown = list(traces(draft))
    for found in LIKE_A_DOSE.finditer(sheet):
        numbers = {float(group) for group in found.groups() if group}
        traced = any(span.start < found.end() and found.start() < span.end for span in shown)
        again = any(says_again(one, found.start(), numbers) for one in draft.exercises)
        assert traced or again, found.group()


@given(SHEETS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_every_value_is_a_number_of_the_sheet(sheet: str) -> None:
    written = {float(digits) for digits in re.findall(r"\d+", sheet)}
    written |= {60 * number for number in written} | {number + 1 for number in written} | {1.0, 2.0}
    for one in read(sheet).exercises:
        for ends in values(one).values():
            assert {end for end in ends if end is not None} <= written


def test_a_sentence_without_a_dose_changes_no_dose_of_any_sheet() -> None:
    for case in cases():
        if case.read and len(case.wanted) == 1 and "\n" not in case.text:
            before = [values(one) for one in read(case.text).exercises]
            after = read(f"{case.text.rstrip('.')}. Your therapist will show you how.").exercises
            assert [values(one) for one in after] == before, case.label
