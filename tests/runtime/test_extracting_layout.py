"""What is kept of how a sheet is laid out: lists, rows, headings, gaps; and what is said if not."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.runtime import sheets
from unpinch.runtime.extracting import extract_bytes
from unpinch.runtime.extraction import html, markdown
from unpinch.runtime.extraction.tidy import tidied


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<h3>Bridge</h3><p>Lift.</p>", "## Bridge\n\nLift."),
        ("<p><b>Bridge</b></p>Lift.", "**Bridge**\n\nLift."),
        ("<p><b>Hold</b> for 5 s.</p>", "Hold for 5 s."),
        ("<ul><li>One<li><p>Two</p><p>three</p></ul>", "- One\n- Two\n\nthree"),
        ("<ol><li>One<ul><li>In</ul><li>Two</ol>", "1. One\n  - In\n2. Two"),
        ("One<br>two<br><br>three", "One\ntwo\nthree"),
        ("<table><tr><th>Reps<th>Sets<tr><td>10<td><p>2</p></table>", "Reps | Sets\n10 | 2"),
        ("<table><tr><td>10<td><td>2</table>", "10 |  | 2"),
        ("<table><tr><td><h2>Bridge</h2><p>Lift.</p></td></tr></table>", "## Bridge\n\nLift."),
        ("<p hidden>No</p><p style='display: none'>No</p><p>Yes</p>", "Yes"),
        ("<nav>Home</nav><p>Hold&nbsp;for 5&ndash;10 s</p><!-- no -->", "Hold for 5–10 s"),
        ("<p>se&shy;conds <i>a</i><b>b</b></p>", "seconds ab"),
    ],
)
def test_a_page_becomes_lines(page: str, lines: str) -> None:
    heads = lines.replace("## Bridge", "### Bridge") if "<h3>" in page else lines

    assert tidied(html.lines_of(page)) == heads.replace("|  |", "| |") + "\n"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Hold for **30** seconds", "Hold for 30 seconds"),
        ("**Bridge**", "**Bridge**"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("***Both*** and _one_", "Both and one"),
        ("* item\n* [x] done", "* item\n* done"),
        ("See [the page](http://x) ![a picture](y)", "See the page "),
        ("---\ntitle: x\n---\nHold", "Hold"),
        ("1\\. Hold &amp; breathe<br>now", "1. Hold & breathe\nnow"),
        ("> Hold", "Hold"),
        ("| Reps | Sets |\n|---|---|\n| 10 | 2 |", "| Reps | Sets |\n|---|---|\n| 10 | 2 |"),
    ],
)
def test_markdown_loses_what_only_looks(written: str, plain: str) -> None:
    assert markdown.plainer(written) == plain


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Hold for 30 sec-\nonds.", "Hold for 30 seconds.\n"),
        ("stretching stretch-\ning", "stretching stretching\n"),
        ("knee-\nto-chest", "knee-\nto-chest\n"),
        ("10-\n15 seconds", "10-\n15 seconds\n"),
        ("left-\nright", "left-\nright\n"),
        ("re\u00ad\npeat", "repeat\n"),
        ("\ufb01ve\u200b times", "five times\n"),
        ("a\r\nb\rc\fd", "a\nb\nc\n\nd\n"),
        ("a\n\n\n\nb", "a\n\nb\n"),
        ("Page 2 of 5\n\nLift", "Page 2 of 5\n\nLift\n"),
    ],
)
def test_broken_words_are_made_whole_where_the_text_shows_it(broken: str, whole: str) -> None:
    assert tidied(broken) == whole


def text_of(document: "docx.document.Document") -> str:
    return extract_bytes(sheets.saved(document), "sheet.docx").text


def test_lists_and_tables_of_a_document_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("Lie down.", style="List Number")
    document.add_paragraph("Lift.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Reps", "Days per week", "10", "3"), strict=True):
        cell.text = words
    document.add_paragraph("Breathe.", style="List Bullet")

    assert (
        text_of(document)
        == "1. Lie down.\n2. Lift.\n\nReps | Days per week\n10 | 3\n\n- Breathe.\n"
    )


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Hold for ")
    for tag, text, words in (("del", "delText", "60"), ("ins", "t", "30")):
        run = f"<w:r><w:{text}>{words}</w:{text}></w:r>"
        paragraph._p.append(parse_xml(f"<w:{tag} {nsdecls('w')}>{run}</w:{tag}>"))
    paragraph.add_run(" seconds.")

    assert text_of(document) == "Hold for 30 seconds.\n"


def test_text_boxes_are_read_last_and_said() -> None:
    document = docx.Document()
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>Hold 5 s</w:t></w:r></w:p>"
    document.add_paragraph("Bridge")._p.append(parse_xml(f"{box}</w:txbxContent></w:pict></w:r>"))
    document.add_paragraph("Lift your hips.")

    found = extract_bytes(sheets.saved(document), "sheet.docx")

    assert found.text == "Bridge\n\nLift your hips.\n\nHold 5 s\n"
    assert not found.ordered
    assert "text boxes" in found.remarks[0]


PAGE = "#set page(width: 190mm, height: 110mm, margin: 10mm)\n"
LEFT = (
    "Lie on your back with your knees bent.",
    "Slide one heel away from you slowly.",
    "Hold for 5 seconds and slide it back.",
    "Repeat ten times on each leg, and then",
    "rest for a while before you go on.",
)
RIGHT = (
    "Stand with your back against a wall.",
    "Slide down a little way and stay there.",
    "Hold for twenty seconds, then come up.",
    "Repeat this three times, and breathe all",
    "the while as you normally would do.",
)


def read_pdf(source: str) -> tuple[str, bool, tuple[str, ...]]:
    found = extract_bytes(sheets.typeset(PAGE + source), "sheet.pdf")
    return found.text, found.ordered, found.remarks


def test_columns_one_after_the_other_are_fine() -> None:
    paragraphs = "\n\n".join((" ".join(LEFT), " ".join(RIGHT)) * 3)

    text, ordered, remarks = read_pdf(f"#set page(columns: 2)\n{paragraphs}")

    assert (ordered, remarks) == (True, ())
    assert text.split("\n\n")[0] == " ".join(LEFT)


def test_columns_run_into_each_other_are_taken_apart_and_said() -> None:
    rows = "".join(f"[{left}],[{right}]," for left, right in zip(LEFT, RIGHT, strict=True))

    text, ordered, remarks = read_pdf(f"#grid(columns: (1fr, 1fr), row-gutter: 4pt, {rows})")

    assert not ordered
    assert remarks == (
        "The columns of this PDF run into each other; we put the left one first. "
        "Check each exercise against the sheet.",
    )
    assert " ".join(text.split()) == " ".join((*LEFT, *RIGHT))


def test_words_stored_in_no_order_are_said() -> None:
    order = (5, 1, 7, 3, 9, 0, 6, 2, 8, 4)
    lines = LEFT + RIGHT
    placed = "".join(f"#place(top, dy: {at * 9}mm)[{lines[at]}]\n" for at in order)

    _, ordered, remarks = read_pdf(placed)

    assert not ordered
    assert "not stored in the order of the sheet" in remarks[0]


def test_a_table_in_a_pdf_becomes_rows() -> None:
    cells = "[Exercise],[Sets],[Reps],[Bridge],[2],[10],[Clam shell],[3],[12]"

    text, ordered, _ = read_pdf(f"Do these.\n\n#table(columns: 3, {cells})\n\nRest well.")

    assert ordered
    assert "Exercise | Sets | Reps\nBridge | 2 | 10\nClam shell | 3 | 12" in text


def test_a_sentence_over_two_pages_is_one() -> None:
    text, _, _ = read_pdf("Hold this for 30 seconds,\n#pagebreak()\nthen lower your leg.")

    assert " ".join(text.split()) == "Hold this for 30 seconds, then lower your leg."
    assert "\n\n" not in text
