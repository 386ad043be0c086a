"""Lines to parts: each title with the lines under it, and what comes before the first title."""

from dataclasses import dataclass, replace

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


def parts(text: str, plain: str, found: list[Line]) -> tuple[list[Part], list[Line]]:
    """The parts of a sheet, and the lines with their inline titles cut off."""
    cut = list(found)
    made: list[Part] = []
    title: Title | None = None
    heading: tuple[int, int] | None = None
    first = 0
    listed = entries(plain, found)
    for at in range(len(found)):
        named = _listed(listed[at]) if at in listed else title_at(text, plain, found, at)
        if named is None:
            if _beside_entry(found, listed, title, at):
                made.append(Part(title, heading, first, at))
                title, heading, first = None, None, at
            continue
        if title is not None or at > first:
            made.append(Part(title, heading, first, at))
        title, line = named, found[at]
        if named.rest is None:
            heading, first = (line.start, line.end), at + 1
        else:
            cut[at] = replace(line, kind=Kind.PLAIN, start=named.rest)
            dosed = any(c.isdigit() for c in text[named.end : named.rest])
            heading, first = ((line.start, named.rest) if dosed else None), at
    made.append(Part(title, heading, first, len(found)))
    return made, cut


def _beside_entry(
    found: list[Line], listed: dict[int, Entry], title: Title | None, at: int
) -> bool:
    """Whether a line is an item like the entry before it, but none itself."""
    above = at - 1
    return (
        title is not None
        and title.listed
        and above in listed
        and (found[at].item and found[at].kind is found[above].kind)
    )


def _listed(one: Entry) -> Title:
    return Title(*one.name, rest=None, strong=True, listed=True)
