"""Several exercises in one passage that only names or lists them, under a dose for each."""

import re
from dataclasses import dataclass, replace

from unpinch.handout.instruction import starts_with_order
from unpinch.handout.line import Kind, Line
from unpinch.handout.listing import items
from unpinch.handout.part import Part
from unpinch.handout.passage import Claimed, Passage, passage
from unpinch.handout.title import name_in
from unpinch.handout.together import names_together

_SEVERAL = 2
_OF_EACH_EXERCISE = re.compile(
    r"\beach (?:of these |of the )?(?:exercises?|movements?|stretch(?:es)?)\b"
)


@dataclass(frozen=True)
class Inside:
    """The exercises, their doses, and the words that stand over them."""

    exercises: list[Passage]
    doses: list[Claimed]
    over: Passage
    says_of_all: bool = False  # its doses are found as those of any introduction


def inside(
    text: str, plain: str, cut: list[Line], piece: Passage, section: list[Claimed]
) -> Inside | None:
    """The exercises that a passage names or lists, if that is all it does."""
    own = [*piece.heading, *piece.claimed]
    named = _named_items(text, plain, cut, piece) if section or own else []
    if named:
        return Inside(named, own or section, piece)
    if together := _named_together(plain, piece):
        return Inside(together, [*section, *own], piece)
    listed = _each_item(text, plain, cut, piece)
    return Inside(listed[1:], section, listed[0], says_of_all=True) if listed else None


def _named_items(text: str, plain: str, cut: list[Line], piece: Passage) -> list[Passage]:
    """Items that are names and no more, under a heading that says the dose for each of them."""
    found = [n for n in range(piece.first, piece.last) if cut[n].kind is not Kind.BLANK]
    if found and not cut[found[0]].item and piece.claimed:
        found = found[1:]  # "Stretches: hold 30 seconds each" over them
    if len(found) < _SEVERAL or not all(cut[n].item for n in found):
        return []
    named = [name_in(text, plain, cut[n]) for n in found]
    if not all(named):
        return []
    return [
        passage(text, plain, cut, n, n + 1, name, strong=True)
        for n, name in zip(found, named, strict=True)
    ]


def _named_together(plain: str, piece: Passage) -> list[Passage]:
    """ "Bridges, clams and squats, 10 of each" is an exercise for each name."""
    looked = piece.looked_at
    if not looked or not (piece.heading or piece.claimed):
        return []
    end = max(one.sentence.end for one in looked)
    starts = [one.sentence.start for one in looked[:_SEVERAL]] + list(piece.name or ())[:1]
    names = next(filter(None, (names_together(plain, start, end) for start in starts)), [])
    bare = replace(piece, heading=(), claimed=(), clauses=(), strong=True)
    return [replace(bare, name=name) for name in names]


def _each_item(text: str, plain: str, cut: list[Line], piece: Passage) -> list[Passage]:
    """What stands over a list, and its items, where the first says "each exercise" of the others.

    "Do each exercise 10 times" over numbered orders makes an exercise of each, not steps of one.
    """
    runs = items(cut, Part(None, None, piece.first, piece.last))
    if len(runs) <= _SEVERAL:
        return []
    over = passage(text, plain, cut, piece.first, runs[0].first, piece.name)
    if not any(_OF_EACH_EXERCISE.search(one.words) for one, _ in over.claimed):
        return []
    if not all(starts_with_order(plain[cut[run.first].start : cut[run.first].end]) for run in runs):
        return []
    return [over, *(passage(text, plain, cut, run.first, run.last) for run in runs)]
