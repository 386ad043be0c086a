"""Whatever is done to a file, it is read or refused; nothing else ever comes out."""

import string
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from unpinch.exercises import FileError, library
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise

DATA = files("unpinch.exercises")
EXERCISE = DATA.joinpath("library/knees-to-chest.toml").read_text("utf-8").splitlines()
PROGRAM = DATA.joinpath("programs/leg-numbness.toml").read_text("utf-8").splitlines()
VALUES = st.sampled_from(
    ["", "1", "-1", "1.5", "nan", "inf", "true", '""', '"x"', "[]", "[1]", '["x"]', "{}",
     "{ from = 1 }", "1979-05-27", '"3 s"', '"2 to 3"', '"{side}!"', "[[]]", "[{}]"]
)  # fmt: skip


def read(lines: list[str], *, program: bool) -> None:
    text = "\n".join(lines)
    try:
        read_program(text, "x.toml", library()) if program else read_exercise(text, "x.toml")
    except FileError as refusal:
        lines = list(refusal.lines) or ["nothing was said"]
        if not all(line.startswith("x.toml") for line in lines):
            raise


@settings(max_examples=150)
@given(st.data(), st.booleans())
def test_a_line_taken_out_or_doubled_or_moved_is_read_or_refused(
    data: st.DataObject, program: bool
) -> None:
    lines = list(PROGRAM if program else EXERCISE)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        to = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.sampled_from(["out", "double", "move"]))
        line = lines[at] if what == "double" else lines.pop(at)
        if what != "out":
            lines.insert(to, line)

    read(lines, program=program)


@settings(max_examples=200)
@given(st.data(), st.booleans())
def test_any_value_in_place_of_another_is_read_or_refused(
    data: st.DataObject, program: bool
) -> None:
    lines = list(PROGRAM if program else EXERCISE)
    places = [number for number, line in enumerate(lines) if " = " in line and "{" not in line[:30]]
    at = data.draw(st.sampled_from(places))
    lines[at] = f"{lines[at].split('=')[0]}= {data.draw(VALUES)}"

    read(lines, program=program)


@settings(max_examples=200)
@given(st.text(alphabet=string.printable + "“”éß�", max_size=120), st.booleans())
def test_any_text_at_all_is_read_or_refused(text: str, program: bool) -> None:
    read(text.split("\n"), program=program)


def test_brackets_without_end_are_refused() -> None:
    read(["aliases = " + "[" * 5_000], program=False)
