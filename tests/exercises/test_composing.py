"""A program in the making: in order, inside the ranges, with notes that are no way round them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from unpinch.exercises import composing, library, programs
from unpinch.exercises.composing import ComposeError, Typed, program_of, typed
from unpinch.exercises.point import refusals
from unpinch.exercises.program_file import read_program
from unpinch.exercises.writing import program_file

SHIPPED = programs()["leg-numbness"]
ORDER = tuple(part.exercise for part in SHIPPED.parts)


def change(exercise: str, **what: str) -> Typed:
    now = typed(SHIPPED)
    parts = tuple(
        replace(part, **what) if part.exercise == exercise else part for part in now.parts
    )
    return replace(now, parts=parts)


def slips(now: Typed) -> dict[tuple[str, str], str]:
    with pytest.raises(ComposeError) as error:
        program_of(now, SHIPPED, library())
    return error.value.by_place


def test_what_is_typed_back_unchanged_is_the_same_program() -> None:
    assert program_of(typed(SHIPPED), SHIPPED, library()) == SHIPPED


@given(st.lists(st.tuples(st.sampled_from(ORDER), st.sampled_from([-1, 1])), max_size=12))
def test_moving_never_loses_or_doubles_an_exercise(moves: list[tuple[str, int]]) -> None:
    now = typed(SHIPPED)
    for exercise, by in moves:
        before = [part.exercise for part in now.parts]
        now = composing.moved(now, exercise, by)
        after = [part.exercise for part in now.parts]
        wanted = min(max(before.index(exercise) + by, 0), len(before) - 1)
        assert after.index(exercise) == wanted

    assert sorted(part.exercise for part in now.parts) == sorted(ORDER)


def test_an_exercise_is_added_at_the_end_once_and_left_out_again() -> None:
    without = composing.without(typed(SHIPPED), "hamstring-stretch")
    again = composing.with_exercise(without, library()["hamstring-stretch"])

    assert [part.exercise for part in without.parts] == [ORDER[0], *ORDER[2:]]
    assert again.parts[-1].exercise == "hamstring-stretch"
    assert composing.with_exercise(again, library()["hamstring-stretch"]) == again


@pytest.mark.parametrize(
    ("field", "written", "says"),
    [
        ("hold", "31", "31 s is longer than the handout allows, 15 s to 30 s; choose 30 s or less"),
        ("hold", "14", "14 s is shorter than the handout asks for"),
        ("hold", "", "Write one number of seconds, such as 15."),
        ("hold", "15 to 20", "Write one number of seconds, such as 15."),
        ("hold", "-5", "Write one number of seconds, such as 15."),
        ("hold", "9" * 400, "Write one number of seconds"),
        ("repetitions", "4", "4 repetitions are more than our reading of the handout allows"),
        ("repetitions", "0", "0 repetitions are fewer than our reading of the handout asks for"),
        ("repetitions", "2.5", "Write one whole number, such as 2."),
        ("variation", "upside down", "Choose one of those that are listed."),
        ("note", "Hold it for 60 seconds", 'This says "60 seconds"; how long'),
        ("note", "Ten more times", 'This says "Ten more times"'),
        ("note", "Twice", 'This says "Twice"'),
        ("note", "Go on!", "This has an exclamation mark"),
        ("note", "One. Two. Three.", "This has 3 sentences"),
        ("note", "x" * 170, "This is 171 letters long"),
        ("note", "Turn your {side} leg", "Write it without { and }."),
    ],
)
def test_what_cannot_be_taken_is_one_line_at_its_field(field: str, written: str, says: str) -> None:
    found = slips(change("childs-pose", **{field: written}))

    (place,) = found
    assert place == ("childs-pose", field)
    assert found[place].startswith(says)
    assert found[place].endswith(".")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    now = replace(change("childs-pose", hold="99", note="Go on!"), name=" ", often="x" * 500)

    assert set(slips(now)) == {
        ("", "name"), ("", "often"), ("childs-pose", "hold"), ("childs-pose", "note"),
    }  # fmt: skip
    assert set(slips(replace(now, parts=()))) == {("", "name"), ("", "often"), ("", "parts")}


def test_a_note_gets_its_full_stop_and_survives_the_file() -> None:
    made = program_of(change("childs-pose", note="  Cushion under   the hips "), SHIPPED, library())

    again = read_program(program_file(made), "leg-numbness.toml", library())

    assert again.parts[-1].note == "Cushion under the hips."
    assert again == made


@pytest.mark.parametrize("note", ["Once you lie, breathe out.", "Use the 2 kg weight.", "Why not?"])
def test_a_note_may_have_numbers_that_are_no_dose(note: str) -> None:
    made = program_of(change("childs-pose", note=note), SHIPPED, library())

    assert made.parts[-1].note == note


def test_readings_that_are_over_are_gone() -> None:
    other_dose = program_of(change("childs-pose", hold="20"), SHIPPED, library())
    other_often = program_of(replace(typed(SHIPPED), often="daily"), SHIPPED, library())

    assert set(other_dose.readings) == {"often"}
    assert set(other_often.readings) == {"parts"}


def test_only_another_dose_counts_as_a_change_of_dose() -> None:
    noted = program_of(change("childs-pose", note="Slowly."), SHIPPED, library())
    longer = program_of(change("childs-pose", hold="20"), SHIPPED, library())

    assert composing.changed(SHIPPED, noted) == ()
    assert composing.changed(SHIPPED, longer) == ("childs-pose",)


texts = st.one_of(
    st.text(max_size=12), st.integers(-5, 200).map(str), st.sampled_from(["15", "1 min", "0.5"])
)


@given(st.lists(st.tuples(st.sampled_from(ORDER), texts, texts, texts, texts), max_size=5))
def test_no_typing_gets_out_of_a_range(many: list[tuple[str, str, str, str, str]]) -> None:
    parts = {
        one: composing.TypedPart(
            exercise=one, hold=hold, repetitions=reps, variation=way, note=says
        )
        for one, hold, reps, way, says in many
    }
    try:
        made = program_of(
            Typed(name="Mine", often="daily", parts=tuple(parts.values())), SHIPPED, library()
        )
    except ComposeError:
        return
    for part in made.parts:
        point = (part.hold_ms, part.repetitions, part.variation)
        assert not refusals(library()[part.exercise], *point)
