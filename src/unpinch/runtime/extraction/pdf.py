"""PDF: the words in the order of the file, with the gaps between paragraphs put back.

A PDF knows letters and places, no paragraphs. Lines come as pypdf finds them; where the next line
is further down than lines usually are, or back up at the top of a column, an empty line goes in.
What to make of words far apart on one line is for `columns`.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from unpinch.runtime.extraction.columns import Line, Piece, laid_out
from unpinch.runtime.extraction.found import MOST_LETTERS, Found, UnreadableError

MOST_PAGES = 100
_FEWEST_LETTERS = 20
_GAP = 1.3  # times the usual distance of lines
_FULL = 0.6  # a line that is much shorter than the next was not broken by the paper
_HEADING = 1.12  # times the usual size of letters
_SAVE = "open it and print it to a new PDF"


@dataclass
class _Sheet:
    """What a page gives while it is read."""

    lines: list[Line] = field(default_factory=lambda: [Line()])

    def add(self, text: str, at: tuple[float, float], size: float, *, bold: bool) -> None:
        first, *rest = text.split("\n")
        self._piece(first, at, size, bold=bold)
        for each in rest:
            self.lines.append(Line())
            self._piece(each, at, size, bold=bold)

    def _piece(self, words: str, at: tuple[float, float], size: float, *, bold: bool) -> None:
        if words.strip():
            self.lines[-1].pieces.append(Piece(words, *at, size, bold))


def lines_of(data: bytes) -> Found:
    """The text of a PDF. Raises UnreadableError."""
    pages: list[str] = []
    ordered, remarks = True, list[str]()
    letters = 0
    try:
        for page in _pages(data):
            sheet = laid_out(_lines(page), float(page.mediabox.width))
            pages.append(_written(sheet.lines))
            ordered = ordered and sheet.ordered
            remarks += [sheet.remark] if sheet.remark else []
            letters += len(pages[-1])
            if letters > MOST_LETTERS:
                break
    except DependencyError as error:
        raise UnreadableError("is locked in a way we cannot open", _SAVE) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError,
            OSError, RecursionError, NotImplementedError, ArithmeticError) as error:  # fmt: skip
        raise UnreadableError("is damaged", _SAVE) from error
    if letters < _FEWEST_LETTERS:
        raise UnreadableError(
            "has no words in it, only pictures, as scans have",
            "type the exercises, or paste their text",
        )
    return Found(_bound(pages), "PDF", ordered, tuple(dict.fromkeys(remarks)))


def _pages(data: bytes) -> Iterator[PageObject]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("is locked with a password", "save a copy without a password")
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableError(
            f"has {len(reader.pages)} pages", "save the pages with your exercises as a PDF"
        )
    yield from reader.pages


def _lines(page: PageObject) -> list[Line]:
    sheet = _Sheet()

    def heard(text: str, user: list[float], of_text: list[float], font: Any, size: float) -> None:
        if not text:
            return
        x, y = of_text[4], of_text[5]
        at = (x * user[0] + y * user[2] + user[4], x * user[1] + y * user[3] + user[5])
        scale = abs(of_text[3] * user[3]) or 1.0
        name = str(font.get("/BaseFont", "")) if font else ""
        sheet.add(text, at, size * scale, bold="Bold" in name or "Black" in name)

    page.extract_text(visitor_text=heard)
    return [line for line in sheet.lines if line.pieces]


def _bound(pages: list[str]) -> str:
    """Page after page; a sentence may go on from one to the next."""
    whole = ""
    for page in filter(None, pages):
        goes_on = whole and page[0].islower() and (whole[-1].isalnum() or whole[-1] == ",")
        whole += ("\n" if goes_on else "\n\n") + page
    return whole


def _written(lines: list[Line]) -> str:
    """The lines, with an empty one where the sheet has a gap or a heading."""
    if not lines:
        return ""
    usual = _usual_step(lines)
    size = Counter(round(line.size, 1) for line in lines).most_common(1)[0][0]
    written = [lines[0].text]
    for above, line in pairwise(lines):
        step = above.y - line.y
        alike = (above.bold, round(above.size, 1)) == (line.bold, round(line.size, 1))
        head = any(one.bold or one.size > size * _HEADING for one in (above, line))
        if step < 0 or step > usual * _GAP * max(1.0, line.size / size) or (head and not alike):
            written += ["", line.text]
        elif alike and _goes_on(above.text, line.text):
            written[-1] += f" {line.text}"
        else:
            written.append(line.text)
    return "\n".join(written)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line was broken only because the paper ends there."""
    broken = above[-1].isalnum() or above[-1] in ",)"
    return broken and line[0].islower() and "|" not in line and len(above) >= len(line) * _FULL


def _usual_step(lines: list[Line]) -> float:
    """How far a line is below the one above it, in running text."""
    steps = Counter(
        round(above.y - line.y, 1)
        for above, line in pairwise(lines)
        if 0 < above.y - line.y < 3 * above.size
    )
    return steps.most_common(1)[0][0] if steps else 1e9
