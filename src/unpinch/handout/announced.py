"""Names that are announced: "The second stretch is called Table Slides.", "Exercise: Leg curl"."""

import re
from dataclasses import replace

from unpinch.handout.instruction import starts_with_order
from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import OWN, is_name, names_movement

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|final|another)"
)
_THING = r"(?:exercise|stretch|movement|move|pose|drill|one)"
_ANNOUNCES = re.compile(
    rf"(?:(?:and |then |so )?(?:the |our |your )?{_ORDINAL} (?:{_THING} )?(?:up )?is"
    rf"|(?:the|our|your) {_ORDINAL} {_THING},)"
    r" (?P<called>called |named |known as )?(?:the |an? )?(?!to |for |that |this |on |in |done )"
    r"(?P<name>[a-z][a-z' /-]{2,50}?)[.:;,](?=\s)"
)
_RECORD = re.compile(r"(?:exercise(?: name)?|name|title|movement|activity) ?: ?(?=[a-z])")
_SENTENCE = re.compile(
    r"(?<=[.!?:])\s{1,3}(?=(?:and |then |so )?(?:the |our |your )?" + _ORDINAL + r"\b)"
)


def announced(text: str, plain: str, line: Line) -> tuple[int, int, int | None] | None:
    """Where a name that is announced stands, and where the words after it on the line begin."""
    return _in_sentence(plain, line.start, line.end) or _in_form(text, plain, line)


def _in_form(text: str, plain: str, line: Line) -> tuple[int, int, None] | None:
    """ "Exercise: Heel slides" and "Name: March" over labels of their own, as a form has them."""
    found = _RECORD.match(plain, line.start, line.end)
    if found is None:
        return None
    words = plain[found.end() : line.end]
    named = is_name(text[found.end() : line.end], words) and not starts_with_order(words)
    return (found.end(), line.end, None) if named else None


def _in_sentence(plain: str, start: int, end: int) -> tuple[int, int, int] | None:
    found = _ANNOUNCES.match(plain, start, end)
    if found is None or OWN.search(found["name"]):
        return None
    if found["called"] is None and not names_movement(found["name"]):
        return None
    return found.start("name"), found.end("name"), found.end()


def announcing(plain: str, line: Line) -> list[Line]:
    """A line of prose cut before each sentence that announces a name."""
    if line.kind not in (Kind.PLAIN, Kind.BULLET, Kind.NUMBERED):
        return [line]
    places = [
        mark.end()
        for mark in _SENTENCE.finditer(plain, line.start, line.end)
        if _in_sentence(plain, mark.end(), line.end)
    ]
    if not places:
        return [line]
    ends = [*places, line.end]
    first = replace(line, end=places[0])
    more = [
        replace(line, kind=Kind.PLAIN, number=None, begin=a, start=a, end=b)
        for a, b in zip(places, ends[1:], strict=True)
    ]
    return [first, *more]
