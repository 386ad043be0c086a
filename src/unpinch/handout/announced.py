"""Names that a sentence announces: "The second stretch is called Table Slides. Sit at ..."."""

import re
from dataclasses import replace

from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import OWN, names_movement

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
_SENTENCE = re.compile(
    r"(?<=[.!?:])\s{1,3}(?=(?:and |then |so )?(?:the |our |your )?" + _ORDINAL + r"\b)"
)


def announced(plain: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Where the name that a sentence announces stands, and where the words after it begin."""
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
        if announced(plain, mark.end(), line.end)
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
