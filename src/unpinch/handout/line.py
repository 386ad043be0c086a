"""The lines of a sheet and what each is by its looks: heading, item, table row, plain, blank."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a line is by its marks, before anyone has read its words."""

    BLANK = "blank"
    HEADING = "heading"  # marked as one: "## Bridge", "**Bridge**", or underlined
    BULLET = "bullet"
    NUMBERED = "numbered"
    ROW = "row"  # of a table, with bars or tabs
    RULE = "rule"  # a line of dashes, or the line under a table's head
    PLAIN = "plain"


@dataclass(frozen=True)
class Line:
    """One line; `start` to `end` is its content, without marks and white space."""

    kind: Kind
    begin: int  # where the whole line begins, marks included
    start: int
    end: int
    indent: int
    number: int | None = None

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind in (Kind.BULLET, Kind.NUMBERED)


_BULLET = re.compile(
    r"(?:[•●▪◦○■□➢➤►·*+–—-]|\uf0b7|o(?=\s))(?:\s{1,8}|(?=[A-Z]))|[•●▪◦■➢➤►\uf0b7]"
    # Ticks, arrows, stars and small pictures.
    r"|(?:[→⇒✀-➿★☆☐-☒▶◆❖⭐\U0001f300-\U0001faff]\ufe0f?){1,3}\s{0,3}|[»›>]\s{1,3}"
    # What is left of a small picture whose letter was lost on the way.
    r"|[?\ufffd]{1,2}\s?(?=[A-Z][a-z])"
)
_NUMBERED = re.compile(
    r"\(?(\d{1,2})[a-d]?(?:(?=[A-Z][a-z]{2})|[.)]|\s?[-–:](?=\s)|/(?=\s[A-Z]))(?!\d)\s{0,8}"
    r"|(?:#\s?(\d{1,2})[.:)]?(?=\s)|\[(\d{1,2})\](?=\s)|(\d{1,2})\ufe0f?\u20e3|0(\d)(?=\s[A-Z]))\s{0,8}"
    r"|(?:\(?([a-hA-H])\)(?:\s{1,8}|(?=[A-Z][a-z]))|([a-hA-H])\.\s{1,8})"
    r"|\(?(i{1,3}|iv|vi{0,3}|ix|I{1,3}|IV|VI{0,3}|IX)[.)]\s{1,8}"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_BETWEEN_MARKS = re.compile(r"(=|-|~|\*){2,8}\s{1,4}(?P<said>\S.{0,80}?)\s{1,4}\1{2,8}")
_LONE_MARKS = frozenset("-•*–—·▪●◦")
_HASHES = re.compile(r"#{1,6}\s{1,4}")
_RULE = re.compile(r"[\s|:+=_*~-]{3,}")
_LONE_NUMBER = re.compile(r"\d{1,2}[.)]?")
_RUN = 3
# No unit may follow: "2 Sets", "3 Times".
_BARE_NUMBER = re.compile(
    r"(\d{1,2})\s{1,4}(?!(?:Sets?|Reps?|Repetitions?|Times|Minutes?|Seconds?|Breaths|Days|Weeks)\b)"
    r"(?=[A-Z][a-z])"
)
_LONGEST_HEADING = 90
_LABEL_CELL = re.compile(
    r"(?:sets?|rep\w*|hold\w*|freq\w*|times?|days?|rest|duration|tempo|how \w+"
    r"|per \w+)\b",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s{0,8}")


def lines(text: str) -> list[Line]:
    """Every line of the text, in order."""
    found: list[Line] = []
    begin = 0
    for whole in text.splitlines(keepends=True):
        found.append(_line(text, begin, begin + len(whole)))
        begin += len(whole)
    found = _numbered_bare(text, _without_lone_rows(text, found))
    return _underlined(text, _numbered_above(text, found))


def _line(text: str, begin: int, stop: int) -> Line:
    start, end = _trimmed(text, begin, stop)
    indent = len(text[begin:start].expandtabs(4))
    if start == end:
        return Line(Kind.BLANK, begin, start, end, indent)
    body = text[start:end]
    if body in _LONE_MARKS:
        return Line(Kind.BLANK, begin, start, end, indent)
    if len(body) < 300 and _RULE.fullmatch(body):
        return Line(Kind.RULE, begin, start, end, indent)
    if "\t" in body or body.count("|") >= 2 or re.search(r"\s\|\s", body):
        return Line(Kind.ROW, begin, start, end, indent)
    return _marked(text, begin, start, end, indent)


def _marked(text: str, begin: int, start: int, end: int, indent: int) -> Line:
    hashes = _HASHES.match(text, start, end)
    if hashes:
        return Line(Kind.HEADING, begin, *_bare(text, hashes.end(), end), indent)
    if _bold(text, start, end):
        return Line(Kind.HEADING, begin, *_bare(text, start, end), indent)
    if between := _BETWEEN_MARKS.fullmatch(text, start, end):
        return Line(Kind.HEADING, begin, *between.span("said"), indent)
    bullet = _BULLET.match(text, start, end)
    if bullet:
        return Line(Kind.BULLET, begin, *_bare(text, bullet.end(), end), indent)
    numbered = _NUMBERED.match(text, start, end)
    if numbered and numbered.end() < end:
        number = _number(numbered)
        return Line(Kind.NUMBERED, begin, *_bare(text, numbered.end(), end), indent, number)
    return Line(Kind.PLAIN, begin, start, end, indent)


def _number(mark: re.Match[str]) -> int:
    """The number in front of an item, letters and roman numbers counted out."""
    said = next(filter(None, mark.groups())).lower()
    if said.isdigit():
        return int(said)
    return _ROMAN.index(said) + 1 if mark[8] else ord(said) - ord("a") + 1


def _bold(text: str, start: int, end: int) -> bool:
    """A whole line between pairs of stars or underscores."""
    mark = text[start : start + 2]
    return mark in ("**", "__") and end - start > 4 and text[end - 2 : end] == mark


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without stars and underscores at the edges, and closing hashes."""
    start, end = _trimmed(text, start, end)
    if text[start : start + 2] in ("**", "__") and text[end - 2 : end] == text[start : start + 2]:
        start, end = start + 2, max(start + 2, end - 2)
    while end > start and text[end - 1] == "#":
        end -= 1
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_lone_rows(text: str, found: list[Line]) -> list[Line]:
    """One bar in a line that has no other row beside it makes no table, unless a label is first."""
    for at, line in enumerate(found):
        if line.kind is not Kind.ROW or text.count("|", line.start, line.end) != 1:
            continue
        beside = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
        alone = not any(one.kind in (Kind.ROW, Kind.RULE) for one in beside)
        if alone and _LABEL_CELL.match(text, line.start) is None:
            found[at] = replace(line, kind=Kind.PLAIN)
    return found


def _numbered_above(text: str, found: list[Line]) -> list[Line]:
    """A number that has its line to itself, in a run of such, only counts what follows it.

    Where a page sets "1", "2", "3" over its names, they are no words of the names. A number that
    stands in no order, as in the cells of a table, stays.
    """
    lone = {
        at: int(text[line.start : line.end].rstrip(".)"))
        for at, line in enumerate(found)
        if line.kind is Kind.PLAIN and _stands_over(text, found, at)
    }
    counted = list(lone.values())
    if len(counted) < 2 or counted != list(range(counted[0], counted[0] + len(counted))):
        return found
    apart = all(at == 0 or found[at - 1].kind is Kind.BLANK for at in lone)
    if not apart and (counted[0] != 1 or len(counted) < _RUN):
        return found
    return [
        replace(line, kind=Kind.BLANK, start=line.end) if at in lone else line
        for at, line in enumerate(found)
    ]


def _numbered_bare(text: str, found: list[Line]) -> list[Line]:
    """ "1 Start ...", "2 Then ...", "3 Repeat ...": numbers without a stop that count the lines."""
    bare = [
        (at, mark)
        for at, line in enumerate(found)
        if line.kind is Kind.PLAIN and (mark := _BARE_NUMBER.match(text, line.start, line.end))
    ]
    run: list[tuple[int, re.Match[str]]] = []
    for at, mark in [*bare, (len(found), None)]:
        expected = int(run[-1][1][1]) + 1 if run else 1
        if mark and int(mark[1]) == expected:
            run.append((at, mark))
            continue
        if len(run) >= _RUN:
            _count(found, run)
        run = [(at, mark)] if mark and int(mark[1]) == 1 else []
    return found


def _count(found: list[Line], run: list[tuple[int, re.Match[str]]]) -> None:
    for at, mark in run:
        number = int(mark[1])
        found[at] = replace(found[at], kind=Kind.NUMBERED, start=mark.end(), number=number)


def _stands_over(text: str, found: list[Line], at: int) -> bool:
    """Whether a line is a bare number right over words."""
    line = found[at]
    if not _LONE_NUMBER.fullmatch(text, line.start, line.end) or at + 1 == len(found):
        return False
    below = found[at + 1]
    return below.kind is Kind.PLAIN and text[below.start].isupper()


def _underlined(text: str, found: list[Line]) -> list[Line]:
    """A plain line over a line of dashes is a heading."""
    for at in range(1, len(found)):
        above, below = found[at - 1], found[at]
        ruled = below.kind is Kind.RULE and _UNDERLINE.fullmatch(text, below.start, below.end)
        if ruled and above.kind is Kind.PLAIN and above.end - above.start <= _LONGEST_HEADING:
            found[at - 1] = Line(Kind.HEADING, above.begin, above.start, above.end, above.indent)
    return found
