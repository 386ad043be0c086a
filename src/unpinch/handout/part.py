"""Lines to parts: each title with the lines under it, and what comes before the first title."""

from collections import Counter
from dataclasses import dataclass, replace

from unpinch.handout.entry import Entry, entries
from unpinch.handout.line import Kind, Line
from unpinch.handout.title import Title, alike_title, title_at


@dataclass(frozen=True)
class Part:
    """A run of lines with one title over it, or none."""

    title: Title | None
    heading: tuple[int, int] | None  # the whole title line, which may hold a dose
    first: int
    last: int
    number: int | None = None  # that of its title in a numbered list


def parts(text: str, plain: str, found: list[Line]) -> tuple[list[Part], list[Line]]:
    """The parts of a sheet, and the lines with their inline titles cut off."""
    cut = list(found)
    made: list[Part] = []
    title: Title | None = None
    heading: tuple[int, int] | None = None
    number: int | None = None
    first = 0
    listed = entries(plain, found)
    titles = _titles(text, plain, found, listed)
    for at, named in enumerate(titles):
        if named is None:
            if _beside_entry(found, listed, title, at):
                made.append(Part(title, heading, first, at, number))
                title, heading, first, number = None, None, at, found[at].number
            continue
        if title is not None or at > first:
            made.append(Part(title, heading, first, at, number))
        title, line = named, found[at]
        number = line.number
        if named.rest is None:
            heading, first = (line.start, line.end), at + 1
        else:
            cut[at] = replace(line, kind=Kind.PLAIN, start=named.rest)
            dosed = any(c.isdigit() for c in text[named.end : named.rest])
            heading, first = ((line.start, named.rest) if dosed else None), at
    made.append(Part(title, heading, first, len(found), number))
    return made, cut


def _titles(
    text: str, plain: str, found: list[Line], listed: dict[int, Entry]
) -> list[Title | None]:
    """The title that each line holds, or none."""
    titles = [
        _listed(listed[at]) if at in listed else title_at(text, plain, found, at)
        for at in range(len(found))
    ]
    looks = Counter(
        _look(text, found, at) for at, title in enumerate(titles) if title and title.rest is None
    )
    return [
        title
        or (alike_title(text, plain, found[at]) if looks[_look(text, found, at)] > 1 else None)
        for at, title in enumerate(titles)
    ]


def _look(text: str, found: list[Line], at: int) -> tuple[Kind, bool, str] | None:
    """How a name is set: with a colon and a blank above, or over words that stand under others."""
    line = found[at]
    if line.kind not in (Kind.PLAIN, Kind.NUMBERED) or at + 1 == len(found):
        return None
    above, under = found[at - 1] if at else None, found[at + 1]
    if line.kind is Kind.NUMBERED:
        apart = under.kind is Kind.BLANK and (above is None or above.kind is Kind.BLANK)
        return (line.kind, False, "") if apart else None
    if text[line.end - 1] == ":" and (above is None or above.kind is Kind.BLANK):
        return line.kind, True, ""
    same = text[under.start : under.end]
    return (
        (line.kind, False, same)
        if under.kind is Kind.PLAIN and any(map(str.isdigit, same))
        else None
    )


def _beside_entry(
    found: list[Line], listed: dict[int, Entry], title: Title | None, at: int
) -> bool:
    """Whether a line is an item like the entry before it, but none itself."""
    above = at - 1
    while above > 0 and found[above].kind is Kind.BLANK:
        above -= 1
    return (
        title is not None
        and title.listed
        and above in listed
        and (found[at].item and found[at].kind is found[above].kind)
    )


def _listed(one: Entry) -> Title:
    return Title(*one.name, rest=None, strong=True, listed=True)
