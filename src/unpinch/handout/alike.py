"""Names that are known by their looks: a line that is set as others are that name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unpinch.handout.dosing import labels_dose
from unpinch.handout.instruction import starts_with_order
from unpinch.handout.label import label_at
from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import DOSE_WORDS, LONGEST, OWN, is_credit, names_movement
from unpinch.handout.title import MOST_IN_NUMBERED, Title, opens_exercise, title_case, title_of

_SEVERAL = 2
_INLINE_MARKS = (":", "-")


@dataclass(frozen=True)
class Look:
    """How a name is set that has its line to itself."""

    kind: Kind
    colon: bool = False  # "Bar lift:"
    over_items: bool = False  # and a list right under it
    under: str = ""  # the words right under it, where others stand over the same


_ANY, _APART = Look(Kind.PLAIN), Look(Kind.NUMBERED)


def alike(
    text: str, plain: str, found: list[Line], titles: Sequence[Title | None]
) -> list[Title | None]:
    """The titles, with those that are only known because others are set as they are."""
    own = [(at, title) for at, title in enumerate(titles) if title]
    looks = Counter(_look(text, found, at) for at, title in own if title.rest is None)
    marks = Counter(_mark(plain, found[at], title) for at, title in own)
    made: list[Title | None] = []
    for at, title in enumerate(titles):
        look = _look(text, found, at)
        if looks[look] >= _SEVERAL:
            title = _as_others(text, plain, found[at], title, look)
        made.append(title or _before_mark(plain, found[at], marks))
    return made


def _as_others(text: str, plain: str, line: Line, title: Title | None, look: Look) -> Title | None:
    if title is None:
        return _over_words(text, plain, line, look)
    return replace(title, strong=True) if look.over_items else title


def _look(text: str, found: list[Line], at: int) -> Look:
    """How a name is set: with a colon and a blank above, or over words that stand under others."""
    line = found[at]
    if line.kind not in (Kind.PLAIN, Kind.NUMBERED) or at + 1 == len(found):
        return _ANY
    above, under = found[at - 1] if at else None, found[at + 1]
    apart = above is None or above.kind is Kind.BLANK
    if line.kind is Kind.NUMBERED:
        return _APART if apart and under.kind is Kind.BLANK else _ANY
    if _ends_in_colon(text[line.start : line.end]) and (apart or under.kind is Kind.BULLET):
        return Look(line.kind, colon=True, over_items=under.kind is Kind.BULLET)
    same = text[under.start : under.end]
    counted = under.kind is Kind.PLAIN and any(map(str.isdigit, same))
    return Look(line.kind, under=same) if counted else _ANY


def _ends_in_colon(said: str) -> bool:
    return said.endswith(":") or (said.endswith(")") and ": (" in said)


def _mark(plain: str, line: Line, title: Title) -> tuple[Kind, str]:
    """What stands between a name and the words after it on its line, or nothing."""
    return line.kind, plain[title.end : title.rest].strip() if title.rest else ""


def _before_mark(plain: str, line: Line, marks: Counter[tuple[Kind, str]]) -> Title | None:
    often = (mark for mark in _INLINE_MARKS if marks[line.kind, mark] >= _SEVERAL)
    return next(filter(None, (_inline(plain, line, mark) for mark in often)), None)


def _over_words(text: str, plain: str, line: Line, look: Look) -> Title | None:
    """The name in a line that looks like others that name: then "Wall slide:" is one too."""
    raw, words = text[line.start : line.end].rstrip(": "), plain[line.start : line.end]
    called = names_movement(words) and not OWN.search(words)
    listed = line.kind is Kind.NUMBERED and called and not starts_with_order(words)
    written = title_case(raw) or listed or (look.over_items and called)
    if is_credit(words) or len(raw.split()) > MOST_IN_NUMBERED or not written or raw[-1] in ".,;?!":
        return None
    if label_at(plain, line.start, line.end) or labels_dose(words) or DOSE_WORDS.match(words):
        return None
    return title_of(plain, line, None, strong=True)


def _inline(plain: str, line: Line, mark: str) -> Title | None:
    """The name before the mark, where others of the kind have theirs before the same."""
    stop = plain.find(f"{mark} ", line.start, min(line.end, line.start + LONGEST))
    words, rest = plain[line.start : stop].strip(), plain[stop + 2 : line.end]
    if stop < 0 or not words or len(words.split()) > MOST_IN_NUMBERED or OWN.search(words):
        return None
    if label_at(plain, line.start, line.end) or labels_dose(words) or DOSE_WORDS.match(words):
        return None
    if any(c in ".,;0123456789" for c in words):
        return None
    if line.kind is not Kind.NUMBERED and (not names_movement(words) or starts_with_order(words)):
        return None
    if not (starts_with_order(rest) or opens_exercise(rest)):
        return None
    return title_of(plain, replace(line, end=stop), stop + 2, strong=True)
