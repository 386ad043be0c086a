"""What is written as a file reads back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpinch.exercises import library, programs, syntax
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.writing import exercise_file, program_file, quoted


@pytest.mark.parametrize("own_id", sorted(library()))
def test_every_exercise_of_ours_reads_back_the_same(own_id: str) -> None:
    exercise = library()[own_id]

    assert read_exercise(exercise_file(exercise), f"{own_id}.toml") == exercise


@pytest.mark.parametrize("own_id", sorted(programs()))
def test_every_program_of_ours_reads_back_the_same(own_id: str) -> None:
    program = programs()[own_id]

    assert read_program(program_file(program), f"{own_id}.toml", library()) == program


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_survive_the_file(words: str) -> None:
    assert syntax.tables(f"words = {quoted(words)}\n", "any.toml") == {"words": words}
