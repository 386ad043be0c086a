"""Files nobody should trust: one clear line each, in bounded time and memory."""

import io
import resource
import zipfile
from contextlib import suppress
from random import Random

import pytest

from tests.runtime import sheets
from unpinch.runtime import extracting
from unpinch.runtime.extracting import ExtractError, extract_bytes

# Noise, but the same each time.
NOISE = Random(7).randbytes(100_000)  # noqa: S311 - no secret
CUT = sheets.word(sheets.SHEET)
REFUSED = {
    "50 MB": (b"a" * 50_000_000, "x.txt", "has 50 MB, and 25 MB is the most; save the pages"),
    "far too long": (b"hold on " * 300_000, "x.txt", "has more than 2,000,000 letters; save the"),
    "locked": (sheets.locked(sheets.pdf(sheets.SHEET)), "x.pdf", "is locked with a password; save"),
    "scanned": (sheets.scanned(), "x.pdf", "has no words in it, only pictures, as scans have;"),
    "zip bomb": (sheets.bomb(), "x.docx", "unpacks to far more than a handout; copy the pages"),
    "noise as text": (NOISE, "x.txt", "is not text, whatever its name says; save the handout as"),
    "noise as Word": (NOISE, "x.docx", "is not text, whatever its name says;"),
    "noise as PDF": (b"%PDF-1.7\n" + NOISE, "x.pdf", "is damaged; open it and print it to a new"),
    "cut PDF": (sheets.pdf(sheets.SHEET)[:3_000], "x.pdf", "is damaged; open it and print it"),
    "cut Word": (CUT[: len(CUT) // 2], "x.docx", "is damaged; open it and save it again"),
    "empty": (b"", "x.txt", "is empty; choose the file with your handout."),
    "blank": (b" \r\n\t", "x.md", "is empty; choose the file with your handout."),
    "only script": (b"<html><script>1</script>", "x.html", "has no words in it; type the"),
    "picture": (b"\x89PNG\r\n\x1a\n" + NOISE, "x.pdf", "is a picture (PNG), without words"),
    "old Word": (b"\xd0\xcf\x11\xe0" + NOISE, "x.doc", "is an old .doc file, or locked with a"),
    "SVG": (b'<svg xmlns="x"><animate dur="60s"/></svg>', "x.svg", "is a drawing (SVG), not a"),
    "SVG with a preamble": (
        b'<?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg>\n<svg>hold 0 s</svg>',
        "x.txt",
        "is a drawing (SVG), not a text; type the exercises",
    ),
    "XML": (b'<?xml version="1.0"?><w:hold>0 s</w:hold>', "x.xml", "is an XML file; save the"),
    "XML in wide letters": ("<a><hold>0 s</hold></a>".encode("utf-16"), "x.xml", "is an XML file"),
    "RTF": (b"{\\rtf1 Hold}", "x.rtf", "is an RTF file; save it as .docx or .pdf."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_one_line_that_says_what_to_do(what: str) -> None:
    data, name, line = REFUSED[what]

    with pytest.raises(ExtractError) as refused:
        extract_bytes(data, name)

    (said,) = refused.value.lines
    assert said.startswith(f"{name}: {line}")
    assert "\n" not in said


def other_archive(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, "x")
    return out.getvalue()


def test_other_packed_files_are_no_word_documents() -> None:
    with pytest.raises(ExtractError, match="is a packed file and no Word document; unpack it"):
        extract_bytes(other_archive("xl/workbook.xml"), "x.docx")


def with_body(before: bytes) -> bytes:
    """A Word document with something put in front of its body."""
    whole = zipfile.ZipFile(io.BytesIO(CUT))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + before)
            packed.writestr(name, part)
    return out.getvalue()


# Less than the child is given, so that one that is cut off fails; none takes a tenth of it.
_MOST_S = 8


def _processor_s() -> float:
    """Of the processor, which the children took: a busy machine makes them wait, not work."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def nested(depth: int) -> bytes:
    return b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize("deep", [with_body(nested(3_000)), b"<b>" * 50_000 + b"x" + b"</b>" * 9])
def test_what_is_nested_without_end_neither_crashes_nor_hangs(deep: bytes) -> None:
    began = _processor_s()

    with suppress(ExtractError):
        extract_bytes(deep, "x.html")
    assert _processor_s() - began < _MOST_S


@pytest.mark.parametrize(
    "line", ["*a " * 60_000, "[" * 200_000, "![" * 100_000, "_" * 200_000, "<!--" * 50_000 + "-->"]
)
def test_markdown_made_to_be_slow_is_not(line: str) -> None:
    began = _processor_s()

    with suppress(ExtractError):
        extract_bytes(f"Hold\n{line}".encode(), "x.md")
    assert _processor_s() - began < _MOST_S


def test_a_child_that_does_not_answer_in_time_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "_SECONDS", 0.01)

    with pytest.raises(ExtractError, match=r"x\.txt: is too tangled to be read; save the pages"):
        extract_bytes(b"Hold", "x.txt")


def test_a_child_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "_CHILD", "unpinch.runtime.nothing_here")

    with pytest.raises(ExtractError, match=r"x\.txt: is too tangled to be read"):
        extract_bytes(b"Hold", "x.txt")
