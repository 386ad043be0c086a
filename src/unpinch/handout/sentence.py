"""Lines to sentences: the largest piece of text in which one dose phrase can stand.

A sentence ends at a full stop and at the end of its line, for the lines that ran on are joined
before. Very long sentences are cut, so that looking around in one takes bounded time.
"""

import re
from dataclasses import dataclass

from unpinch.handout.line import Kind, Line
from unpinch.handout.table import cells

_LONGEST = 600
# A stop, then white space or a capital run on ("dead hang.Grip"); not after an abbreviation.
_STOP = re.compile(
    r"[.!?][\"')\]]*(?=\s|$)|(?<=[a-z)])[.!?](?=[A-Z])|(?<=[a-z0-9)])\s?[•●▪◦■➢➤►](?=\s)|;(?=\s)"
)
_QUESTION = re.compile(r"(?:and )?how (?:(?P<many>many)|long|often)\b[^.?!]{0,40}\?")
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|eg|ie|approx|secs?|mins?|reps?|no|vs|dr|mr|mrs|ms|st|fig|max|min|etc|b\.i|t\.i)"
    r"\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A piece of the text, and the words of a table's head or label that lead into it."""

    start: int
    end: int
    line: int  # the line on which it begins
    lead: str = ""
    item: bool = False  # it opens an item of a list


def sentences(text: str, found: list[Line], first: int, last: int) -> list[Sentence]:
    """The sentences of the lines from first up to, not with, last."""
    pieces: list[Sentence] = []
    at = first
    while at < last:
        line = found[at]
        if line.kind is Kind.ROW:
            stop = _rows_end(found, at, last)
            # Rows that name exercises are read one by one, by the page.
            for start, end, lead, row in cells(text, found, at, stop):
                pieces.extend(_cut(text, start, end, row, lead, item=False))
            at = stop
        elif line.kind in (Kind.BLANK, Kind.RULE):
            at += 1
        else:
            pieces.extend(_cut(text, line.start, line.end, at, "", item=line.item))
            at += 1
    return pieces


def _rows_end(found: list[Line], at: int, last: int) -> int:
    while at < last and found[at].kind in (Kind.ROW, Kind.RULE):
        at += 1
    return at


def _cut(text: str, start: int, end: int, line: int, lead: str, *, item: bool) -> list[Sentence]:
    pieces: list[Sentence] = []
    asked = ""
    for stop in [*_stops(text, start, end), end]:
        while stop - start > _LONGEST:
            middle = _middle(text, start)
            pieces.append(Sentence(start, middle, line, lead, item))
            start = middle
        if text[start:stop].strip():
            pieces.append(Sentence(start, stop, line, lead or asked, item))
            item = False
            asked = _lead_of(text[start:stop])
        start = stop
    return [_trimmed(text, piece) for piece in pieces]


def _lead_of(said: str) -> str:
    """ "How many? 8 to 12." and "How long do I hold it? 20 seconds" lead as labels do."""
    found = _QUESTION.fullmatch(said.strip().lower())
    if found is None:
        return ""
    return "hold: " if "hold" in said.lower() else "reps: " if found["many"] else ""


def _stops(text: str, start: int, end: int) -> list[int]:
    return [
        found.end()
        for found in _STOP.finditer(text, start, end)
        if not _ABBREVIATED.search(text, max(start, found.end() - 9), found.end())
        or _new_sentence(text, found.end(), end)
    ]


def _new_sentence(text: str, at: int, end: int) -> bool:
    """After "secs." a capital begins a new sentence; after "e.g." it may be a name."""
    while at < end and text[at].isspace():
        at += 1
    return at < end and text[at].isupper()


def _middle(text: str, start: int) -> int:
    space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
    return space if space > 0 else start + _LONGEST


def _trimmed(text: str, piece: Sentence) -> Sentence:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, piece.line, piece.lead, piece.item)
