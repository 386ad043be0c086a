"""A piece of the sheet with what was found in it, and whether it is an exercise."""

import re
from dataclasses import dataclass, field, replace

from unpinch.handout.caution import is_caution
from unpinch.handout.claim import USUAL, WEAK, Claim, Field
from unpinch.handout.claiming import claims
from unpinch.handout.dosing import is_dose, labels_dose
from unpinch.handout.instruction import describes, has_position, orders, starts_with_order, tells
from unpinch.handout.label import label_at
from unpinch.handout.line import Line
from unpinch.handout.mention import Clause, clause
from unpinch.handout.naming import names_movement
from unpinch.handout.nature import weighed
from unpinch.handout.often import OFTEN, worded
from unpinch.handout.sentence import Sentence, sentences
from unpinch.handout.unit import Unit
from unpinch.handout.vague import vague
from unpinch.handout.whole import speaks_of_all
from unpinch.handout.zone import Zone, zones

Claimed = tuple[Clause, Claim]

_ADVICE = re.compile(
    r"^\W{0,3}(?:introduction|step[- ]by[- ]step|about|advice|general|before (?:you|starting)"
    r"|getting started|contact"
    r"|information|important|references|further|why|what (?:is|are|to|causes)|benefits"
    r"|how (?:often|to"
    r" use|do|does|many|much|long)|instructions|precautions|safety|equipment|tips|summary"
    r"|disclaimer"
    r"|overview|when to|who|frequently|follow|guidelines|causes|symptoms|treatment|diagnosis"
    r"|warnings?"
    r"|(?:heat|heating|ice|icing|cold|warmth|warm|hot)(?:(?: and| or|/) (?:heat|ice|cold|warmth))?"
    r"(?: (?:application|packs?|pads?|therapy|treatment|towels?|compress(?:es)?))?(?=\W{0,3}$)"
    r"|medications?|medicines?|pain ?killers?|over[- ]the[- ]counter|expected|timeline"
    r"|recovery time"
    r"|posture advice|pain (?:relief|management)|copyright|sources?|notes?|do'?s and|appointment)\b"
)


_COUNTED_EXERCISES = re.compile(
    r"(?:the |my |our |top |best ){0,3}[a-z\d]{1,6} (?:[a-z'-]{2,14} ){0,3}(?:stretches"
    r"|exercises|moves|movements"
    r"|poses|drills)\b"
)


_FEW = 3  # sentences under a name that may do without an order


@dataclass(frozen=True)
class Passage:
    """Some sentences with their claims, under a name or none."""

    name: tuple[int, int] | None
    strong: bool
    heading: tuple[Claimed, ...]  # doses in the title line
    clauses: tuple[Clause, ...] = field(repr=False)
    claimed: tuple[Claimed, ...]
    first: int
    last: int
    entry: bool = False  # its title is a name with its dose and nothing else
    number: int | None = None  # that of its title in a numbered list
    in_company: bool = False  # it stands among exercises as one of them

    @property
    def looked_at(self) -> list[Clause]:
        """Its sentences, and its title line where that holds a dose."""
        over = {id(one): one for one, _ in self.heading}
        return [*over.values(), *self.clauses]

    @property
    def said(self) -> tuple[str, ...]:
        """Its sentences in plain words."""
        return tuple(one.words for one in self.clauses)

    @property
    def orders(self) -> int:
        """How many orders for the body it gives outside its warnings."""
        return sum(
            orders(one.words)
            for one in self.clauses
            if one.zone is Zone.MAIN and not (is_caution(one) or describes(one.words))
        )

    @property
    def told(self) -> bool:
        """Whether any sentence tells the body something, if only "hold your hand up"."""
        return bool(self.orders) or any(
            tells(_unlabelled(one)) and not speaks_of_all(one.words) for one in self.clauses
        )

    @property
    def dosed(self) -> bool:
        """Whether it says how long or how many."""
        return any(claim.field not in OFTEN for _, claim in (*self.heading, *self.claimed))

    @property
    def counted(self) -> bool:
        """Whether it says how long to hold or how many: "Wait: 10 minutes" may be anything."""
        lasting = (*OFTEN, Field.DURATION)
        return any(claim.field not in lasting for _, claim in (*self.heading, *self.claimed))

    @property
    def vaguely_dosed(self) -> bool:
        """Whether it says so without a number: "hold a few seconds"."""
        return any(one.field not in OFTEN for one in vague(list(self.clauses)))

    @property
    def listed(self) -> bool:
        """Whether it is a name with a dose and no orders: "Bridge: 3 x 10"."""
        given = any(claim.field not in OFTEN for _, claim in self.heading)
        return self.name is not None and given and not self.orders

    @property
    def prescribed(self) -> bool:
        """Whether it is a name and its dose and little else, on one line or two."""
        if self.listed:
            return True
        main = [one for one in self.clauses if one.zone is Zone.MAIN]
        given = any(claim.field not in OFTEN and not claim.goal for _, claim in self.claimed)
        if self.name is None or not (given or self.vaguely_dosed):
            return False
        return all(_is_dose(one) or (at and _is_silent(one)) for at, one in enumerate(main))

    @property
    def only_dosed(self) -> bool:
        """The same, with nothing under it at all."""
        return self.listed and not self.clauses

    @property
    def placed(self) -> bool:
        """Whether it says from which position."""
        return any(has_position(one.words) for one in self.clauses)

    @property
    def complete(self) -> bool:
        """Whether it could stand alone as an exercise without a name."""
        opening = bool(self.clauses) and has_position(self.clauses[0].words)
        return opening and self.dosed and self.orders >= 1

    def under(self, dose: "Passage") -> "Passage":
        """This passage with the dose that stands above its name."""
        return replace(
            self, clauses=dose.clauses + self.clauses, claimed=dose.claimed + self.claimed
        )

    def joined(self, other: "Passage") -> "Passage":
        """This passage with another one running on from it."""
        over = tuple({id(one): one for one, _ in other.heading}.values())
        return replace(
            self,
            clauses=self.clauses + over + other.clauses,
            claimed=self.claimed + other.heading + other.claimed,
            last=other.last,
        )


def passage(
    text: str,
    plain: str,
    found: list[Line],
    first: int,
    last: int,
    name: tuple[int, int] | None = None,
    heading: tuple[int, int] | None = None,
    *,
    strong: bool = False,
    entry: bool = False,
    number: int | None = None,
) -> Passage:
    """Read the lines from first up to, not with, last."""
    clauses = clauses_of(plain, found, sentences(text, found, first, last))
    called = plain[slice(*name)] if name else ""
    if entry and name and heading:
        over = _of_entry(text, plain, name, heading)
    else:
        over = _of_heading(text, plain, heading)
    return Passage(
        name=name,
        strong=strong,
        heading=tuple(weighed(over, called, clauses)),
        clauses=tuple(clauses),
        claimed=tuple(weighed(claimed_in(text, clauses), called, clauses)),
        first=first,
        last=last,
        entry=entry,
        number=number,
    )


def claimed_in(text: str, clauses: list[Clause]) -> list[Claimed]:
    """Every claim of the sentences, those of numbers before those of words."""
    numbered = claims(clauses)
    return [*numbered, *worded(text, clauses, numbered)]


def clauses_of(plain: str, found: list[Line], pieces: list[Sentence]) -> list[Clause]:
    """Sentences with their zones, amounts and verbs."""
    given = zones(plain, found, pieces)
    return [clause(plain, piece, zone) for piece, zone in zip(pieces, given, strict=True)]


def is_exercise(
    piece: Passage, plain: str, *, named_elsewhere: bool, in_section: bool = False
) -> bool:
    """Whether the piece is an exercise and not an introduction, advice or an advert.

    `in_section`: a heading above it has a dose for what follows.
    """
    if piece.name is None:
        if piece.in_company:
            return True
        if named_elsewhere:
            return piece.orders >= 2 and piece.dosed and piece.placed
        return piece.told or (piece.dosed and bool(piece.clauses))
    if not piece.clauses or _ADVICE.match(plain[piece.name[0] : piece.name[1]]):
        return False
    if piece.in_company or ((piece.dosed or in_section or piece.vaguely_dosed) and piece.told):
        return True
    if piece.dosed or piece.prescribed:
        return _names_its_dose(piece, plain)
    if in_section:
        return False
    known = names_movement(plain[piece.name[0] : piece.name[1]])
    return piece.orders >= 2 and (piece.placed or known)


def _names_its_dose(piece: Passage, plain: str) -> bool:
    """Whether a name with a dose and no order for the body is an exercise."""
    if piece.name is None or any(speaks_of_all(one.words) for one, _ in piece.claimed):
        return False
    name = plain[slice(*piece.name)]
    if labels_dose(name):
        return False
    if piece.prescribed or (piece.placed and piece.strong and any(map(_is_dose, piece.clauses))):
        return names_movement(name) or piece.counted
    if piece.strong and piece.counted and names_movement(name) and len(piece.clauses) <= _FEW:
        return True
    return names_movement(name) and any(starts_with_order(one.words) for one in piece.clauses)


def _is_dose(one: Clause) -> bool:
    words = _unlabelled(one)
    labelled = len(words) < len(one.words)
    return is_dose(words) or (labelled and not orders(words))


def _is_silent(one: Clause) -> bool:
    """Whether a sentence has no number and gives no order: "Your therapist will show you how." """
    return not one.amounts and not orders(one.words)


def _unlabelled(one: Clause) -> str:
    label = label_at(one.plain, one.sentence.start, one.sentence.end)
    return one.plain[label[1] if label else one.sentence.start : one.sentence.end]


def _of_heading(text: str, plain: str, heading: tuple[int, int] | None) -> list[Claimed]:
    """The doses of a title line."""
    if heading is None:
        return []
    one = clause(plain, Sentence(*heading, line=-1), Zone.MAIN)
    return [(place, claim) for place, claim in claimed_in(text, [one]) if _may_head(one, claim)]


def _of_entry(text: str, plain: str, name: tuple[int, int], line: tuple[int, int]) -> list[Claimed]:
    """The doses of a name's line: after the name, whose own words govern none, or before it."""
    start = line[0]
    if not any(c.isalnum() for c in plain[start : name[0]]):
        start = name[1]
    while start < line[1] and plain[start] in " :,-(=":
        start += 1
    one = clause(plain, Sentence(start, line[1], line=-1), Zone.MAIN)
    found = claimed_in(text, [one])
    if any(claim.field not in OFTEN for _, claim in found):
        return found
    return [*found, *((one, claim) for claim in _bare_count(one))]


def _bare_count(one: Clause) -> list[Claim]:
    """ "Shoulder shrugs 10", where nothing else is on the line, is ten of them."""
    bare = [each for each in one.amounts if each.unit is Unit.NONE and each.low != 1]
    if len(bare) != 1:
        return []
    return [Claim(Field.REPS, bare[0].low, bare[0].high, bare[0].start, bare[0].end, WEAK)]


def _may_head(one: Clause, claim: Claim) -> bool:
    """ "A 5-minute routine" and "5 stretches for your back" are names of something, no doses."""
    if claim.strength < USUAL or claim.field is Field.DURATION:
        return False
    return _COUNTED_EXERCISES.match(one.plain, claim.start, one.sentence.end) is None
