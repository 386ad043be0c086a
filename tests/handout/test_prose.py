"""Sheets in many ways of writing, each with what is to be read from it and nothing more."""

import textwrap

import pytest

from tests.handout.prose_cases import Case, cases, faults, invented
from unpinch.handout import read

CASES = cases()


@pytest.mark.parametrize("case", [one for one in CASES if one.read], ids=lambda one: one.label)
def test_a_sheet_is_read_as_it_is_meant(case: Case) -> None:
    assert faults(case, read(case.text)) == []


@pytest.mark.parametrize("case", [one for one in CASES if not one.read], ids=lambda one: one.label)
def test_what_is_not_understood_yet_invents_nothing(case: Case) -> None:
    assert invented(case, read(case.text)) == []


def test_the_sheets_are_many_and_written_in_many_ways() -> None:
    assert len({one.style for one in CASES}) >= 30
    assert sum(len(one.wanted) for one in CASES) >= 300
    assert sum(len(one.wanted) > 1 for one in CASES) >= 25


def test_wrapped_lines_invent_nothing() -> None:
    """A narrow column may hide a value; it may not make one."""
    for case in CASES:
        if len(case.wanted) == 1 and "\n" not in case.text:
            wrapped = textwrap.fill(case.text, 40, break_on_hyphens=False)
            assert invented(case, read(wrapped)) == [], case.label
