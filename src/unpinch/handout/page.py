"""A whole sheet: which of its passages are exercises, which doses hold for all, what is left out.

A single exercise must come out as one. So a new exercise begins only at a title with orders and a
dose under it, or at list items and paragraphs that are each complete.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from unpinch.handout.above import doses_above
from unpinch.handout.company import in_company
from unpinch.handout.dosing import labels_dose
from unpinch.handout.inside import Inside, inside
from unpinch.handout.instruction import describes
from unpinch.handout.line import Line
from unpinch.handout.listing import Run, items, paragraphs, table_runs
from unpinch.handout.naming import names_movement
from unpinch.handout.part import Part, parts
from unpinch.handout.passage import (
    Claimed,
    Passage,
    claimed_in,
    clauses_of,
    is_exercise,
    passage,
)
from unpinch.handout.section import of_section
from unpinch.handout.sentence import Sentence
from unpinch.handout.sharing import ends_for_all, of_all, shared_at_the_end, speaking_of_all
from unpinch.handout.table import row_cells, table
from unpinch.handout.whole import speaks_of_all

_SEVERAL = 2
_SEVERAL_IN_NAME = re.compile(r"\b(?:stretches|exercises|movements|strengthening|warm[- ]?up)$")
_THING_TO_DO = re.compile(
    r"\W{0,3}(?:walk|cycle|swim|march)\b|\W{0,3}(?:do|practi[sc]e) (?:the|your|some) (?!same"
    r"|other|opposite"
    r"|exercises?\b|following|stretch(?:es)?\b|movements?\b|sequence|above|whole)[a-z]"
)


@dataclass
class Page:
    """What a sheet holds. `inherited` goes with the exercise of the same number."""

    exercises: list[Passage] = field(default_factory=list)
    inherited: list[list[Claimed]] = field(default_factory=list)
    for_all: list[Claimed] = field(default_factory=list)
    left_out: list[Passage] = field(default_factory=list)
    over: list[Passage] = field(default_factory=list)  # words that name and dose several

    def add(self, piece: Passage, section: list[Claimed]) -> None:
        """One more exercise, under the doses of its section."""
        self.exercises.append(piece)
        self.inherited.append(list(section))

    def add_inside(self, inner: Inside) -> None:
        """Exercises that a passage only names or lists, and the words over them."""
        self.add_all(inner.exercises, inner.doses)
        (self.left_out if inner.says_of_all else self.over).append(inner.over)

    def add_all(self, pieces: Iterable[Passage], section: list[Claimed]) -> None:
        """Several exercises under the same doses."""
        for piece in pieces:
            self.add(piece, section)


def page(text: str, plain: str, found: list[Line]) -> Page:
    """Take a sheet apart."""
    made, cut = parts(text, plain, found)
    made = doses_above(plain, cut, made)
    pieces = in_company([_passage(text, plain, cut, part) for part in made], plain)
    named = any(p.listed or is_exercise(p, plain, named_elsewhere=False) for p in pieces if p.name)
    shared = _shared(pieces, plain, named=named)
    pieces = _joined(pieces, plain, named=named, in_section=shared)
    whole = Page()
    section: list[Claimed] = []
    previous_was_section = False
    listed = _listed(pieces, plain)
    for number, piece in enumerate(pieces):
        inner = inside(text, plain, cut, piece, section)
        if inner:
            whole.add_inside(inner)
        elif number in listed:
            whole.add(piece, section)
        elif is_exercise(piece, plain, named_elsewhere=named, in_section=shared or bool(section)):
            whole.add_all(_several(text, plain, cut, piece), section)
        else:
            whole.left_out.append(piece)
            if piece.name is not None:
                above = section if previous_was_section else []
                section = [*above, *of_section(piece, plain)]
                previous_was_section = not piece.clauses
            continue
        previous_was_section = False
    _add_rows(text, plain, cut, whole)
    if not whole.exercises:
        _take_only(plain, whole)
    whole.for_all = of_all(whole.left_out, whole.exercises)
    if len(whole.exercises) > 1:
        shared_by_last, whole.exercises[-1] = shared_at_the_end(cut, whole.exercises)
        whole.for_all.extend(shared_by_last)
    return whole


def _shared(pieces: list[Passage], plain: str, *, named: bool) -> bool:
    """Whether the sheet says a dose of all its exercises."""
    others = (one for one in pieces if not is_exercise(one, plain, named_elsewhere=named))
    ahead = any(map(speaking_of_all, others))
    return ahead or (len(pieces) > 1 and bool(ends_for_all(pieces[-1])))


def _take_only(plain: str, whole: Page) -> None:
    """Where nothing is clearly an exercise, the one piece that is a movement with a dose is."""
    likely = [piece for piece in whole.left_out if piece.dosed and _may_be_only(piece, plain)]
    if len(likely) == 1:
        whole.left_out.remove(likely[0])
        whole.add(likely[0], [])


def _may_be_only(piece: Passage, plain: str) -> bool:
    opening = piece.clauses[0].words if piece.clauses else ""
    if any(describes(one.words) for one in piece.clauses):
        return False
    alone = piece.counted and _named_above(piece, plain) and not _heads_several(piece, plain)
    if any(speaks_of_all(one.words) for one in piece.clauses) and not alone:
        return False
    name = plain[slice(*piece.name)] if piece.name else opening
    known = names_movement(name) or (piece.counted and _named_above(piece, plain))
    return piece.told or (known and not labels_dose(name))


def _named_above(piece: Passage, plain: str) -> bool:
    """Whether its name has a line to itself: "In short, hold for 30 seconds" names nothing."""
    if piece.name is None or not piece.clauses:
        return False
    if any(each.isdigit() for each in plain[slice(*piece.name)]):
        return False
    return "\n" in plain[piece.name[1] : piece.clauses[0].sentence.start]


def _passage(text: str, plain: str, cut: list[Line], part: Part) -> Passage:
    title = part.title
    piece = passage(
        text, plain, cut, part.first, part.last,
        (title.start, title.end) if title else None,
        part.heading,
        strong=title is not None and title.strong,
        entry=title is not None and title.listed,
        number=part.number,
    )  # fmt: skip
    return piece.under(passage(text, plain, cut, *part.over)) if part.over else piece


def _joined(pieces: list[Passage], plain: str, *, named: bool, in_section: bool) -> list[Passage]:
    """Put sub-headings back into the exercise that they only divide."""
    joined: list[Passage] = []
    for piece in pieces:
        above = joined[-1] if joined else None
        if above and _runs_on(above, piece, plain, named=named, in_section=in_section):
            joined[-1] = above.joined(piece)
        else:
            joined.append(piece)
    return joined


def _listed(pieces: list[Passage], plain: str) -> set[int]:
    """The pieces that are a name with a dose, among others of the kind or where it is no section's.

    "Stretches (30 seconds)" over exercises without a dose is the heading of a section.
    """
    dosed = [piece.prescribed for piece in pieces]
    return {
        number
        for number, piece in enumerate(pieces)
        if piece.listed
        and (
            (piece.entry and not _heads_several(piece, plain))
            or dosed[number - 1 : number] == [True]
            or dosed[number + 1 : number + 2] == [True]
            or _ends_with_it(pieces, number, plain)
        )
    }


def _heads_several(piece: Passage, plain: str) -> bool:
    """ "Leg stretches 30 seconds" may stand over the stretches themselves."""
    return piece.name is not None and _SEVERAL_IN_NAME.search(plain[slice(*piece.name)]) is not None


def _ends_with_it(pieces: list[Passage], number: int, plain: str) -> bool:
    """A name with its dose as the last of a sheet has no exercises under it."""
    name = pieces[number].name
    return number + 1 == len(pieces) and name is not None and _names(name, plain)


def _runs_on(above: Passage, piece: Passage, plain: str, *, named: bool, in_section: bool) -> bool:
    if piece.name is None or piece.strong or piece.in_company:
        return False
    if not is_exercise(above, plain, named_elsewhere=named):
        return False
    if piece.only_dosed:
        return not (above.prescribed or _names(piece.name, plain))
    if not piece.clauses:
        return False
    if not is_exercise(piece, plain, named_elsewhere=named, in_section=in_section):
        return True
    both = above.prescribed and piece.prescribed
    return not (above.dosed or piece.placed or both)


def _names(name: tuple[int, int], plain: str) -> bool:
    """Whether a name on a line of its dose is an exercise's, and not "each leg"."""
    said = plain[slice(*name)]
    return names_movement(said) and not labels_dose(said)


def _several(text: str, plain: str, cut: list[Line], piece: Passage) -> list[Passage]:
    """The exercises in one passage: its complete items or paragraphs, or the passage itself."""
    part = Part(None, None, piece.first, piece.last)
    told = _told_lines(plain, cut, piece)
    if len(told) > 1:
        return [passage(text, plain, cut, run.first, run.last) for run in told]
    for runs in (items(cut, part), paragraphs(cut, piece.first, piece.last)):
        split = _split(text, plain, cut, piece, runs)
        if len(split) > 1:
            return split
    return [piece]


def _split(
    text: str, plain: str, cut: list[Line], piece: Passage, runs: list[Run]
) -> list[Passage]:
    read = [passage(text, plain, cut, run.first, run.last) for run in runs]
    complete = [one.complete for one in read]
    if sum(complete) < 2 or sum(complete) * 2 < len(read):
        return [piece]
    made: list[Passage] = []
    for one, whole in zip(read, complete, strict=True):
        if whole or not made or _stands_alone(one):
            made.append(one)
        else:
            made[-1] = made[-1].joined(one)
    made[0] = replace(made[0], name=piece.name, heading=piece.heading)
    return made


def _told_lines(plain: str, cut: list[Line], piece: Passage) -> list[Run]:
    """ "Walk for 10 minutes." / "Do the knee hug: 20 seconds.": a line for each thing to do."""
    heads = [
        n
        for n in range(piece.first, piece.last)
        if _THING_TO_DO.match(plain, cut[n].start, cut[n].end)
        and any(c.isdigit() for c in plain[cut[n].start : cut[n].end])
    ]
    ends = [*heads[1:], piece.last]
    return [Run(head, end) for head, end in zip(heads, ends, strict=False)]


def _stands_alone(one: Passage) -> bool:
    """Among complete exercises an item with orders and a dose is no part of the one before."""
    return one.orders >= 1 and (one.dosed or one.vaguely_dosed)


def _add_rows(text: str, plain: str, cut: list[Line], whole: Page) -> None:
    """Tables that name exercises: each row is one, or the dose of one named before."""
    names = {
        " ".join(plain[one.name[0] : one.name[1]].split()): number
        for number, one in enumerate(whole.exercises)
        if one.name
    }
    for run in table_runs(cut, Part(None, None, 0, len(cut))):
        for row in _rows(text, plain, cut, run):
            known = names.get(" ".join(plain[slice(*(row.name or (0, 0)))].split()))
            if known is not None:
                whole.inherited[known].extend(row.claimed)
            else:
                whole.add(row, [])


def _rows(text: str, plain: str, cut: list[Line], run: Run) -> list[Passage]:
    read = table(text, cut, run.first, run.last)
    if read.naming is None:
        return []
    made: list[Passage] = []
    for line, row in read.rows:
        if read.naming >= len(row):
            continue
        name = row[read.naming]
        pieces = [
            Sentence(start, end, at, lead)
            for start, end, lead, at in row_cells(text, read, line, row)
            if (start, end) != (name.start, name.end) and start < end
        ]
        made.append(_row_passage(text, plain, cut, (name.start, name.end), pieces, line))
    return [row for row in made if row.claimed]


def _row_passage(
    text: str, plain: str, cut: list[Line], name: tuple[int, int], pieces: list[Sentence], line: int
) -> Passage:
    clauses = clauses_of(plain, cut, pieces)
    return Passage(name, True, (), tuple(clauses), tuple(claimed_in(text, clauses)), line, line + 1)
