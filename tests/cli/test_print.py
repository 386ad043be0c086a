"""`unpinch print`: a program in, a PDF out."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Command


def text_of(path: Path) -> str:
    found = PdfReader(io.BytesIO(path.read_bytes()))
    return " ".join(" ".join(page.extract_text() for page in found.pages).split())


def test_the_handouts_program_is_printed(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"

    ended = command("print", "-o", file)

    line = f"Numbness in the leg, on A4 paper, is in {file}.\n"
    assert (ended.code, ended.out, ended.err) == (0, line, "")
    assert "Hold for 15 seconds." in text_of(file)


def test_without_a_name_it_says_which_it_took_and_names_the_others(
    command: Command, tmp_path: Path, own: Path
) -> None:
    ended = command("print", "-o", tmp_path / "sheet.pdf", "--data", own)

    assert ended.out.splitlines()[1] == (
        "It is the program that comes with Unpinch; for another name it: counter."
    )
    named = command("print", "leg-numbness", "-o", tmp_path / "sheet.pdf", "--data", own)
    assert named.out.count("\n") == 1


def test_choices_and_paper_are_as_asked_for(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "SHEET.PDF"
    words = ["--hold", "knees-to-chest=30", "--leave-out", "bird dog", "--paper", "letter"]

    assert command("print", "leg-numbness", "-o", file, *words).code == 0

    printed = text_of(file)
    assert "Hold for 30 seconds. Do this once on each leg" in printed
    assert "Opposition" not in printed
    assert round(PdfReader(file).pages[0].mediabox.height) == 792


def test_a_program_of_ones_own_is_printed(command: Command, tmp_path: Path, own: Path) -> None:
    file = tmp_path / "sheet.pdf"

    assert command("print", "At the counter", "-o", file, "--data", own).code == 0

    dose = "Do this 6 times on each leg, alternating legs, the left leg first."
    assert dose in text_of(file)
    assert "How often: twice a day" in text_of(file)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([], "unpinch print: missing option '-o' / '--output'."),
        (["-o", "sheet.txt"], '-o: "sheet.txt" does not end in .pdf; write sheet.pdf.'),
        (["-o", ""], '-o: "." does not end in .pdf; write sheet.pdf.'),
        (["-o", "/nowhere/x.pdf"], "/nowhere/x.pdf: cannot be written (No such file"),
        (["legs", "-o", "x.pdf"], '"legs" is not the name of a program; did you mean'),
        (["-o", "x.pdf", "--paper", "a3"], "'a3' is not one of 'a4', 'letter'"),
        (["-o", "x.pdf", "--hold", "childs-pose=90"], "longer than the handout allows"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_one_line(
    command: Command, words: list[str], line: str
) -> None:
    assert line in command("print", *words).refusal
