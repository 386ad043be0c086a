"""Words far apart on one line: cells of a table, or two columns that were read across.

Cells are short and are joined with bars, as the reader expects rows. Two columns of running text on
the same lines are taken apart at the gap they share, the left one first; whether that was the
order on the sheet cannot be known, so it is said. So is a page whose lines jump up and down.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

_WORDS_OF_A_COLUMN = 3  # on average; cells have fewer
_FEWEST_LINES = 5
_GAP = 1.6  # between columns, in sizes of the letters
_SPACE, _ALIGNED = 0.5, 1.5  # between cells, in sizes; how well cells stand under each other
_LETTER = 0.44  # how wide a letter is at least, in sizes, on average
_MOST_CELLS = 8  # more pieces than that are words put down one by one
_MARK = re.compile(r"\s*(?:[•●▪◦○■□–—*\-\uf0b7]|\(?\w{1,2}[.)])\s*")
_ACROSS = (
    "The columns of this PDF run into each other; we put the left one first. "
    "Check each exercise against the sheet."
)
_JUMPS = (
    "The words of this PDF are not stored in the order of the sheet. "
    "Check each exercise, or paste the text."
)


@dataclass(frozen=True)
class Piece:
    """Letters that were put down together, where, and how large."""

    text: str
    x: float
    y: float
    size: float
    bold: bool

    @property
    def end(self) -> float:
        """About where it ends."""
        return self.x + len(self.text.strip()) * self.size * _LETTER


@dataclass
class Line:
    """One line as it came."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words. Soft hyphens inside a line are true ones: in a PDF the two share a glyph."""
        words = " ".join("".join(piece.text for piece in self.pieces).split())
        return words[:-1].replace("\u00ad", "-") + words[-1:]

    @property
    def y(self) -> float:
        """How high it stands."""
        return self.pieces[0].y

    @property
    def size(self) -> float:
        """How large its letters are."""
        return max(piece.size for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Bold from end to end."""
        return all(piece.bold for piece in self.pieces)


@dataclass(frozen=True)
class Laid:
    """A page's lines in reading order, and what to say about it."""

    lines: list[Line]
    ordered: bool = True
    remark: str | None = None


def laid_out(lines: list[Line], width: float) -> Laid:
    """Rows made of cells, columns taken apart."""
    gapped = [_gap(line) for line in lines]
    gutter = _gutter(lines, gapped, width)
    if gutter is not None:
        return Laid(_apart(lines, gutter), ordered=False, remark=_ACROSS)
    rows = _rows(lines)
    if _jumps(lines):
        return Laid(rows, ordered=False, remark=_JUMPS)
    return Laid(rows)


def _gap(line: Line) -> float | None:
    """Where the words go on after the first wide gap; None if there is none."""
    for number, (piece, after) in enumerate(pairwise(line.pieces)):
        if number == 0 and _MARK.fullmatch(piece.text):
            continue
        if after.x - piece.end > _GAP * after.size and abs(after.y - piece.y) < after.size:
            return after.x
    return None


def _gutter(lines: list[Line], gapped: list[float | None], width: float) -> float | None:
    """The place where the right one of two columns begins, if lines run across both."""
    starts = Counter(round(gap / 4) for gap in gapped if gap is not None)
    if not starts:
        return None
    place, many = starts.most_common(1)[0]
    gutter = place * 4 - 6
    if many < _FEWEST_LINES or not 0.3 * width < gutter < 0.75 * width:
        return None
    both = [
        line
        for line, gap in zip(lines, gapped, strict=True)
        if gap is not None and round(gap / 4) == place
    ]
    sides = [_words(line, gutter) for line in both]
    left, right = (sum(side[n] for side in sides) / len(sides) for n in (0, 1))
    return gutter if min(left, right) >= _WORDS_OF_A_COLUMN else None


def _words(line: Line, gutter: float) -> tuple[int, int]:
    left = "".join(piece.text for piece in line.pieces if piece.x < gutter)
    right = "".join(piece.text for piece in line.pieces if piece.x >= gutter)
    return len(left.split()), len(right.split())


def _apart(lines: list[Line], gutter: float) -> list[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        for side, pieces in (
            (left, [piece for piece in line.pieces if piece.x < gutter]),
            (right, [piece for piece in line.pieces if piece.x >= gutter]),
        ):
            if pieces:
                side.append(Line(pieces))
    return left + right


def _rows(lines: list[Line]) -> list[Line]:
    """Bars where cells begin: at gaps that the line above or below has in the same place too."""
    begins = [_begins(line) for line in lines]
    made: list[Line] = []
    for at, line in enumerate(lines):
        near = begins[max(0, at - 1) : at] + begins[at + 1 : at + 2]
        shared = {
            x for x in begins[at] if any(abs(x - y) < _ALIGNED for other in near for y in other)
        }
        made.append(_row(line, begins[at]) if shared else line)
    return made


def _begins(line: Line) -> set[float]:
    """Where something begins after a gap, other than after the mark of a list."""
    if len(line.pieces) > _MOST_CELLS:
        return set()
    return {
        after.x
        for number, (piece, after) in enumerate(pairwise(line.pieces))
        if after.x - piece.end > _SPACE * after.size
        and abs(after.y - piece.y) < after.size
        and not (number == 0 and _MARK.fullmatch(piece.text))
    }


def _row(line: Line, begins: set[float]) -> Line:
    return Line(
        [
            replace(piece, text=f" | {piece.text.strip()}") if piece.x in begins else piece
            for piece in line.pieces
        ]
    )


def _jumps(lines: list[Line]) -> bool:
    """Whether the words go up again and again, more than columns make them."""
    up = sum(line.y - above.y > 2 * line.size for above, line in pairwise(lines))
    return up >= 4 and up * 5 > len(lines)
