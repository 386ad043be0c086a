"""The same handout from every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.runtime import sheets
from unpinch.runtime.extracting import ExtractError, extract, extract_bytes

SEED = Path(__file__).parents[3] / "shared/seed"
MADE: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": ("sheet.txt", str.encode),
    "Markdown": ("sheet.md", sheets.markdown),
    "HTML": ("sheet.html", sheets.html),
    "Word": ("sheet.docx", sheets.word),
    "Word with bold headings": ("sheet.docx", sheets.bold_headings),
    "PDF": ("sheet.pdf", sheets.pdf),
    "PDF with broken words": (
        "sheet.pdf",
        lambda text: sheets.pdf(text, "#set text(hyphenate: true)\n#set par(justify: true)"),
    ),
}


@pytest.mark.parametrize("kind", MADE)
def test_every_kind_of_file_gives_the_same_sentences(kind: str) -> None:
    name, made = MADE[kind]

    found = extract_bytes(made(sheets.SHEET), name)

    assert sheets.sentences(found.text) == sheets.sentences(sheets.SHEET)
    assert (found.ordered, found.remarks) == (True, ())
    assert found.kind == kind.split()[0]


@pytest.mark.skipif(not SEED.is_dir(), reason="the handout is not here")
@pytest.mark.parametrize("kind", MADE)
def test_the_handout_gives_its_sentences_from_every_kind(kind: str) -> None:
    name, made = MADE[kind]
    (handout,) = (path.read_text("utf-8") for path in SEED.glob("*.txt"))

    found = extract_bytes(made(handout), name)

    assert sheets.sentences(found.text) == sheets.sentences(handout)


@pytest.mark.parametrize("kind", MADE)
def test_headings_stand_by_themselves(kind: str) -> None:
    name, made = MADE[kind]

    lines = extract_bytes(made(sheets.SHEET), name).text.split("\n")

    at = next(n for n, line in enumerate(lines) if line.strip("# *") == "Wall sit")
    assert (lines[at - 1], lines[at + 1]) == ("", "")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_letters_of_every_usual_kind_are_read(encoding: str) -> None:
    words = "Child’s pose – hold for 30 seconds, as if it were café time\n"

    assert extract_bytes(words.encode(encoding), "sheet.txt").text == words


def test_a_page_says_itself_how_its_letters_are_written() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Cvičení</p></body></html>'

    assert extract_bytes(page.encode("iso-8859-2"), "a.html").text == "Cvičení\n"


def test_a_file_is_what_its_bytes_are_whatever_its_name() -> None:
    assert extract_bytes(sheets.pdf(sheets.SHEET), "sheet.txt").kind == "PDF"
    assert extract_bytes(sheets.word(sheets.SHEET), "sheet.pdf").kind == "Word"
    assert extract_bytes(sheets.html(sheets.SHEET), "sheet").kind == "HTML"


@pytest.mark.parametrize(
    "page",
    [
        b'<?xml version="1.0"?><!DOCTYPE html><html><body><p>Hold for 5 seconds.</p></body></html>',
        b"<!-- saved --><html><body><p>Hold for 5 seconds.</p></body></html>",
        b"<p>Hold for 5 seconds.</p>",
    ],
)
def test_markup_that_is_a_page_is_read_as_its_words(page: bytes) -> None:
    assert extract_bytes(page, "x.xml").text.strip() == "Hold for 5 seconds."


def test_a_text_that_only_holds_a_sign_is_no_markup() -> None:
    assert extract_bytes(b"< 5 seconds hold", "x.txt").text == "< 5 seconds hold"


def test_a_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text(sheets.SHEET, "utf-8")

    assert extract(path).text == sheets.SHEET


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (".", "is a folder; name the file with your handout."),
        ("nothere.pdf", "nothere.pdf: is not there; check the name."),
        ("/dev/zero", "/dev/zero: is not a file; name the file with your handout."),
        ("a\0b", "is not there; check the name."),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, line: str) -> None:
    with pytest.raises(ExtractError, match=line):
        extract(tmp_path / name)


def test_nothing_in_the_working_folder_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('run')", "utf-8")
    monkeypatch.chdir(tmp_path)

    assert extract_bytes(b"Hold for 3 seconds.", "a.txt").text == "Hold for 3 seconds."


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.md"])
def test_plain_text_comes_back_letter_for_letter(name: str) -> None:
    text = "Calf stretch\r\n\r\n\r\nHold  for 30 sec-\r\nonds.\x0b Repeat\u00ad \ufb01ve times.\r\n"

    assert extract_bytes(text.encode(), name).text == text
