"""Wrapped lines made whole again, and the way back to the places in the source.

A sheet that was typed or copied breaks its lines anywhere ("hold for 30" / "seconds") and sets
words apart with more than one space. Reading works on the unwrapped text; at the end every span is
put back to where its words stand in the text as it was given.
"""

import re
from array import array
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from unpinch.handout.draft import Span
from unpinch.handout.entry import entries, entry
from unpinch.handout.instruction import starts_with_order
from unpinch.handout.label import is_label_only
from unpinch.handout.line import Kind, Line, lines
from unpinch.handout.naming import is_name
from unpinch.handout.plain import plain
from unpinch.handout.title import opens_small_exercise

_SPACES = re.compile(r"[^\S\t\n]{2,}")
# A line that ends so has not ended: "lower over" / "4 seconds".
_DANGLING = re.compile(
    r"\b(?:over|for|to|of|with|hold|repeat|and|or|at|about|least|do|perform|complete|try|the|each|every|in|on|your|a|an)$"
)
# Labels that say something without a number after them.
_COMPLETE = re.compile(r"daily|weekly|per day|per week")
T = TypeVar("T")


class Adding(Protocol):
    """Adds a stretch of the source, or other words in its place."""

    def __call__(self, start: int, end: int, said: str | None = None) -> None: ...


@dataclass(frozen=True)
class Unwrapped:
    """The text to read, and for each of its characters its place in the source."""

    text: str
    source: str
    places: "array[int]"

    def placed_back(self, value: T) -> T:
        """The same value with every span counted in the source."""
        return self._back(value)  # type: ignore[return-value]

    def _back(self, value: object) -> object:
        if isinstance(value, Span):
            return self._span(value)
        if isinstance(value, tuple):
            return tuple(self._back(one) for one in value)
        if isinstance(value, msgspec.Struct):
            fields = {name: self._back(getattr(value, name)) for name in value.__struct_fields__}
            return type(value)(**fields)
        return value

    def _span(self, span: Span) -> Span:
        start = self.places[span.start]
        end = self.places[span.end - 1] + 1 if span.end > span.start else start
        return Span(self.source[start:end], start, end)


def unwrap(source: str) -> Unwrapped:
    """Join the lines that run on, and leave one space where there were several."""
    words: list[str] = []
    places = array("q")

    def add(start: int, end: int, said: str | None = None) -> None:
        words.append(source[start:end] if said is None else said)
        places.extend(range(start, end) if said is None else [start])

    found = lines(source)
    said = plain(source)
    listed = entries(said, found)
    above: Line | None = None
    for at, line in enumerate(found):
        apart = at in listed or _is_small_title(source, found, at - 1)
        apart = apart or (above is not None and _begins_entry(said, above, line))
        joined = above is not None and not apart and _runs_on(source, above, line)
        if above is not None:
            add(above.end, above.end, " " if joined else "\n")
        _add_line(source, line, add, joined=joined)
        above = line
    places.append(len(source))
    return Unwrapped("".join(words), source, places)


def _begins_entry(said: str, above: Line, line: Line) -> bool:
    """Whether a line is a name with its dose, and the line before it has come to its end."""
    if line.kind is not Kind.PLAIN or _DANGLING.search(said, above.start, above.end):
        return False
    return entry(said, line.start, line.end) is not None


def _is_small_title(source: str, found: list[Line], at: int) -> bool:
    """A name in small letters over an exercise in small letters."""
    if at < 0 or found[at].kind not in (Kind.PLAIN, Kind.NUMBERED, Kind.BULLET):
        return False
    line, below = found[at], found[at + 1]
    words = source[line.start : line.end]
    if not words[:1].islower() or not (at == 0 or found[at - 1].kind is Kind.BLANK):
        return False
    return is_name(words, words) and opens_small_exercise(source[below.start : below.end])


def _add_line(source: str, line: Line, add: Adding, *, joined: bool) -> None:
    if line.kind is Kind.BLANK:
        return
    start = line.start if joined else line.begin
    end = _end_of_line(source, line)
    if line.kind is Kind.ROW:
        add(start, end)
        return
    for spaces in _SPACES.finditer(source, line.start, end):
        add(start, spaces.start())
        add(spaces.start(), spaces.start(), " ")
        start = spaces.end()
    add(start, end)


def _end_of_line(source: str, line: Line) -> int:
    """The end of what is written, marks after it included."""
    end = line.end
    if line.kind is Kind.HEADING:
        stop = source.find("\n", end)
        return len(source) if stop < 0 else stop
    while end < len(source) and not source[end].isspace():
        end += 1
    return end


def _runs_on(source: str, above: Line, below: Line) -> bool:
    """Whether a line is the rest of the line before it."""
    if below.kind is not Kind.PLAIN or above.kind not in (Kind.PLAIN, Kind.BULLET, Kind.NUMBERED):
        return False
    words = source[above.start : above.end]
    if not words:
        return False
    first = source[below.start : below.end].lstrip("*_")[:1]
    if is_label_only(words):
        return first.isdigit() or not _COMPLETE.fullmatch(words.lower())
    if first.isupper() or words[-1] in ".!?":
        return False
    said = plain(words)
    if _DANGLING.search(said):
        return True
    named = is_name(words, said) and not starts_with_order(said)
    return not (first.isdigit() and named)
