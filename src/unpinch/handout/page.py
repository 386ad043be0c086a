"""A whole sheet: which of its passages are exercises, which doses hold for all, what is left out.

A single exercise must come out as one. So a new exercise begins only at a title with orders and a
dose under it, or at list items and paragraphs that are each complete.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from unpinch.handout.claim import Field
from unpinch.handout.dosing import labels_dose
from unpinch.handout.instruction import describes, orders
from unpinch.handout.line import Kind, Line
from unpinch.handout.listing import Run, items, paragraphs, table_runs
from unpinch.handout.mention import Clause
from unpinch.handout.often import OFTEN
from unpinch.handout.part import Part, parts
from unpinch.handout.passage import (
    Claimed,
    Passage,
    claimed_in,
    clauses_of,
    is_exercise,
    passage,
)
from unpinch.handout.sentence import Sentence
from unpinch.handout.table import row_cells, table
from unpinch.handout.title import names_movement
from unpinch.handout.whole import speaks_of_all

_GOES_ON = re.compile(
    r"\W{0,3}(?:once|twice|daily|every|perform|repeat|do|hold|complete|aim"
    r"|start|rest|try|x ?\d|\d)"
)
_HOW_OFTEN = re.compile(r"\W{0,3}(?:how often|frequency)\b")
_EACH_OF_ITS_OWN = re.compile(r"\beach (?:\w+ )?(?:stretch|position|pose)\b")
_ONE_BY_ONE = re.compile(r"\b(?:each|every) (?:\w+ )?(?:exercise|stretch|movement|pose)\b")


@dataclass
class Page:
    """What a sheet holds. `inherited` goes with the exercise of the same number."""

    exercises: list[Passage] = field(default_factory=list)
    inherited: list[list[Claimed]] = field(default_factory=list)
    for_all: list[Claimed] = field(default_factory=list)
    left_out: list[Passage] = field(default_factory=list)

    def add(self, piece: Passage, section: list[Claimed]) -> None:
        """One more exercise, under the doses of its section."""
        self.exercises.append(piece)
        self.inherited.append(list(section))


def page(text: str, plain: str, found: list[Line]) -> Page:
    """Take a sheet apart."""
    made, cut = parts(text, plain, found)
    pieces = [_passage(text, plain, cut, part) for part in made]
    named = sum(is_exercise(p, plain, named_elsewhere=False) for p in pieces if p.name) > 0
    pieces = _joined(pieces, plain, named=named)
    whole = Page()
    section: list[Claimed] = []
    previous_was_section = False
    listed = _listed(pieces, plain)
    shared = any(
        _speaking_of_all(piece)
        for piece in pieces
        if not is_exercise(piece, plain, named_elsewhere=named)
    ) or (len(pieces) > 1 and bool(_of_all_at_the_end(_ending(pieces[-1]))))
    for number, piece in enumerate(pieces):
        if number in listed:
            whole.add(piece, section)
            previous_was_section = False
            continue
        if is_exercise(piece, plain, named_elsewhere=named, in_section=shared or bool(section)):
            for one in _several(text, plain, cut, piece):
                whole.add(one, section)
            previous_was_section = False
            continue
        if piece.name is not None:
            section = [*section, *piece.heading] if previous_was_section else list(piece.heading)
            previous_was_section = not piece.clauses
        whole.left_out.append(piece)
    _add_rows(text, plain, cut, whole)
    if not whole.exercises:
        _take_only(plain, whole)
    _hold_for_all(cut, whole)
    return whole


def _take_only(plain: str, whole: Page) -> None:
    """Where nothing is clearly an exercise, the one piece that is a movement with a dose is."""
    likely = [piece for piece in whole.left_out if piece.dosed and _may_be_only(piece, plain)]
    if len(likely) == 1:
        whole.left_out.remove(likely[0])
        whole.add(likely[0], [])


def _may_be_only(piece: Passage, plain: str) -> bool:
    opening = piece.clauses[0].words if piece.clauses else ""
    if any(speaks_of_all(one.words) or describes(one.words) for one in piece.clauses):
        return False
    name = plain[slice(*piece.name)] if piece.name else opening
    return piece.told or (names_movement(name) and not labels_dose(name))


def _passage(text: str, plain: str, cut: list[Line], part: Part) -> Passage:
    title = part.title
    return passage(
        text, plain, cut, part.first, part.last,
        (title.start, title.end) if title else None,
        part.heading,
        strong=title is not None and title.strong,
        entry=title is not None and title.listed,
    )  # fmt: skip


def _joined(pieces: list[Passage], plain: str, *, named: bool) -> list[Passage]:
    """Put sub-headings back into the exercise that they only divide."""
    joined: list[Passage] = []
    for piece in pieces:
        above = joined[-1] if joined else None
        if above and _runs_on(above, piece, plain, named=named):
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
            dosed[number - 1 : number] == [True]
            or dosed[number + 1 : number + 2] == [True]
            or _ends_with_it(pieces, number, plain)
        )
    }


def _ends_with_it(pieces: list[Passage], number: int, plain: str) -> bool:
    """A name with its dose as the last of a sheet has no exercises under it."""
    name = pieces[number].name
    return number + 1 == len(pieces) and name is not None and _names(name, plain)


def _runs_on(above: Passage, piece: Passage, plain: str, *, named: bool) -> bool:
    if piece.name is None or piece.strong:
        return False
    if not is_exercise(above, plain, named_elsewhere=named):
        return False
    if piece.only_dosed:
        return not (above.prescribed or _names(piece.name, plain))
    if not piece.clauses:
        return False
    if not is_exercise(piece, plain, named_elsewhere=named):
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
    return made


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


def _hold_for_all(cut: list[Line], whole: Page) -> None:
    """Doses that speak of each or all exercises, in what is left out or at the very end."""
    for piece in whole.left_out:
        whole.for_all.extend(_speaking_of_all(piece))
    if len(whole.exercises) < 2:
        return
    last = whole.exercises[-1]
    shared = _of_all_at_the_end(_ending(last)) or _missing_elsewhere(_foot(cut, last), whole)
    if shared:
        whole.for_all.extend(shared)
        taken = {id(claim) for _, claim in shared}
        kept = tuple(pair for pair in last.claimed if id(pair[1]) not in taken)
        whole.exercises[-1] = replace(last, claimed=kept)


def _speaking_of_all(piece: Passage) -> list[Claimed]:
    """What an introduction says of all exercises, and in the sentences that go on from there.

    "Do these exercises twice a day. Hold each one for 10 seconds. Repeat 5 times."
    """
    spoken: set[int] = set()
    speaking = False
    for clause in piece.clauses:
        speaking = bool(speaks_of_all(clause.words) or _HOW_OFTEN.match(clause.words)) or (
            speaking and _GOES_ON.match(clause.words) is not None
        )
        if speaking:
            spoken.add(id(clause))
    return [
        (clause, claim)
        for clause, claim in piece.claimed
        if id(clause) in spoken and _may_be_shared(clause, claim.field)
    ]


def _of_all_at_the_end(claimed: list[Claimed]) -> list[Claimed]:
    """At the foot of one exercise, "each stretch" may be each of its own."""
    speaking = False
    shared: list[Claimed] = []
    for clause, claim in claimed:
        of_all = speaks_of_all(clause.words) and not _EACH_OF_ITS_OWN.search(clause.words)
        speaking = of_all or (speaking and _GOES_ON.match(clause.words) is not None)
        if speaking and _may_be_shared(clause, claim.field):
            shared.append((clause, claim))
    return shared


def _may_be_shared(clause: Clause, field: Field) -> bool:
    """ "Do these exercises for 10 minutes" is the time of the whole, not of each."""
    return field is not Field.DURATION or _ONE_BY_ONE.search(clause.words) is not None


def _ending(last: Passage) -> list[Claimed]:
    """The claims after the last order of the last exercise, where a sheet speaks of all."""
    after = len(last.clauses)
    while after and not orders(last.clauses[after - 1].words):
        after -= 1
    return _claims_of(last, last.clauses[after:])


def _foot(cut: list[Line], last: Passage) -> list[Claimed]:
    """The claims under the last exercise that may be those of all."""
    if last.listed:
        return list(last.claimed)
    if last.name and last.prescribed and cut[last.first].begin <= last.name[0]:
        # Under a list of names with their doses, a line of its own says how often.
        under = [one for one in last.clauses if one.sentence.line > last.first]
        return [pair for pair in _claims_of(last, under) if pair[1].field in OFTEN]
    return _last_paragraph(cut, last)


def _last_paragraph(cut: list[Line], last: Passage) -> list[Claimed]:
    """The claims of the last paragraph, if it is nothing but a dose."""
    stop = max((one.sentence.line for one in last.clauses), default=last.first)
    blank = max((n for n in range(last.first, stop) if cut[n].kind is Kind.BLANK), default=-1)
    ending = [one for one in last.clauses if blank >= 0 and one.sentence.line > blank]
    only_doses = all(_GOES_ON.match(one.words) and not orders(one.words) for one in ending)
    return _claims_of(last, ending) if only_doses else []


def _claims_of(piece: Passage, clauses: Iterable[Clause]) -> list[Claimed]:
    places = {id(one) for one in clauses}
    return [pair for pair in piece.claimed if id(pair[0]) in places]


def _missing_elsewhere(ending: list[Claimed], whole: Page) -> list[Claimed]:
    """A last line that says how often holds for all when no other exercise has one of its own.

    Its hold and count do too, where no other exercise has any, not even "a few". Without how often
    they never do: "Hold for 10 seconds" at the end may be the last exercise's alone.
    """
    if not any(claim.field in OFTEN for _, claim in ending):
        return []
    if any(one.vaguely_dosed for one in whole.exercises[:-1]):
        ending = [pair for pair in ending if pair[1].field in OFTEN]
    own = {
        claim.field if claim.field not in OFTEN else Field.PER_DAY
        for one in whole.exercises[:-1]
        for _, claim in (*one.heading, *one.claimed)
    }
    given = {claim.field if claim.field not in OFTEN else Field.PER_DAY for _, claim in ending}
    return list(ending) if given and not given & own else []
