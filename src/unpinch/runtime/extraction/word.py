"""Word documents: paragraphs, lists and tables in their order, then what stands in text boxes.

What was struck out with changes tracked is not read, what was put in is.
"""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from unpinch.runtime.extraction.found import Found, UnreadableError

_BOXES = (
    "Parts of this document stand in text boxes; we read them last. "
    "Check each exercise against the sheet."
)
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText"), qn("w:delText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_DEEPEST_TABLE = 3


def lines_of(data: bytes) -> Found:
    """The text of a .docx. Raises UnreadableError."""
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
        boxes = list(_boxes(document))
    except (OpcError, ValueError, KeyError, SyntaxError, zipfile.BadZipFile) as error:
        raise UnreadableError("is damaged", "open it in Word and save it again as .docx") from error
    if not boxes:
        return Found("\n".join(lines), "Word")
    return Found("\n".join([*lines, "", *boxes]), "Word", ordered=False, remarks=(_BOXES,))


def _lines(document: Document) -> Iterator[str]:
    numbers: dict[tuple[str, str], int] = {}
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield ""
            yield from _rows(block, 0)
            yield ""
        else:
            yield from _paragraph(block, document, numbers)


def _paragraph(
    paragraph: Paragraph, document: Document, numbers: dict[tuple[str, str], int]
) -> Iterator[str]:
    words = _words(paragraph._p)
    if not words.strip():
        yield ""
        return
    style = (paragraph.style.name or "" if paragraph.style else "").lower()
    if style.startswith(("heading", "title", "subtitle")):
        yield from ("", f"## {' '.join(words.split())}", "")
        return
    mark = _list_mark(paragraph, style, document, numbers)
    if not mark and _all_bold(paragraph):
        yield from ("", f"**{' '.join(words.split())}**", "")
        return
    first, *rest = words.split("\n")
    yield mark + first.strip()
    yield from (each.strip() for each in rest)
    if not mark:
        yield ""


def _words(element: BaseOxmlElement) -> str:
    """The letters of a paragraph, without what is struck out or in a box of its own."""
    found: list[str] = []
    stack = list(reversed(element))
    while stack:
        each = stack.pop()
        if each.tag in _SKIPPED or each.tag == _FALLBACK:
            continue
        if each.tag == qn("w:t"):
            found.append(each.text or "")
        elif each.tag in _SPACES:
            found.append(_SPACES[each.tag])
        stack.extend(reversed(each))
    return "".join(found)


def _list_mark(
    paragraph: Paragraph, style: str, document: Document, numbers: dict[tuple[str, str], int]
) -> str:
    """- or 1., if the paragraph is an item of a list."""
    listed = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if listed is None:
        if not style.startswith("list"):
            numbers.clear()
            return ""
        number, level, ordered = style, "0", "number" in style
    else:
        number = _value(listed, "w:numId")
        level = _value(listed, "w:ilvl")
        if number == "0":  # Word's way to say: not an item after all
            return ""
        ordered = _is_ordered(document, number, level)
    indent = "  " * int(level) if level.isdigit() else ""
    if not ordered:
        return f"{indent}- "
    numbers[number, level] = numbers.get((number, level), 0) + 1
    return f"{indent}{numbers[number, level]}. "


def _is_ordered(document: Document, number: str, level: str) -> bool:
    """Whether this list counts. Numbers and letters do, bullets do not."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return False
    of_list = root.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']")
    abstract = None if of_list is None else _value(of_list, "w:abstractNumId")
    form = root.find(
        f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{abstract}']"
        f"/{qn('w:lvl')}[@{qn('w:ilvl')}='{level}']/{qn('w:numFmt')}"
    )
    return form is not None and form.get(qn("w:val")) not in ("bullet", "none", None)


def _value(element: BaseOxmlElement, name: str) -> str:
    found = element.find(qn(name))
    return "0" if found is None else str(found.get(qn("w:val")))


def _all_bold(paragraph: Paragraph) -> bool:
    """A short paragraph, bold from end to end: a heading in all but name."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    words = paragraph.text.strip()
    return bool(runs) and all(run.bold for run in runs) and len(words) <= 80 and "*" not in words


def _rows(table: Table, depth: int) -> Iterator[str]:
    for row in table._tbl.tr_lst:
        cells = [" ".join(_cell_words(cell)) for cell in row.tc_lst]
        if any(cells):
            yield " | ".join(cells)
    if depth < _DEEPEST_TABLE:
        for inner in table._tbl.iterfind(f".//{qn('w:tc')}/{qn('w:tbl')}"):
            yield from _rows(Table(inner, table._parent), depth + 1)


def _cell_words(cell: BaseOxmlElement) -> list[str]:
    found = [" ".join(_words(each).split()) for each in cell.iterfind(qn("w:p"))]
    return [words for words in found if words]


def _boxes(document: Document) -> Iterator[str]:
    for box in document.element.body.iter(qn("w:txbxContent")):
        if any(above.tag == _FALLBACK for above in box.iterancestors()):
            continue
        for each in box.iter(qn("w:p")):
            yield " ".join(_words(each).split())
        yield ""
