"""Lines to parts: each title with the lines under it, and what comes before the first title."""

from dataclasses import dataclass, replace

from unpinch.handout.alike import alike
from unpinch.handout.entry import Entry, entries
from unpinch.handout.line import Kind, Line
from unpinch.handout.title import Title, title_at


@dataclass(frozen=True)
class Part:
    """A run of lines with one title over it, or none."""

    title: Title | None
    heading: tuple[int, int] | None  # the whole title line, which may hold a dose
    first: int
    last: int
    number: int | None = None  # that of its title in a numbered list
    over: tuple[int, int] | None = None  # lines above its title that hold its dose


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
    return alike(text, plain, found, titles)


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
