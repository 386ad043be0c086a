"""Doses that hold for all exercises of a sheet: in its introduction, or at its very end."""

import re
from collections.abc import Iterable
from dataclasses import replace

from unpinch.handout.claim import Field
from unpinch.handout.dosing import is_dose, labels_dose
from unpinch.handout.instruction import orders
from unpinch.handout.line import Kind, Line
from unpinch.handout.mention import Clause
from unpinch.handout.often import OFTEN
from unpinch.handout.passage import Claimed, Passage
from unpinch.handout.whole import speaks_of_all

_GOES_ON = re.compile(
    r"\W{0,3}(?:once|twice|daily|every|perform|repeat|do|hold|complete|aim|reps?|repetitions?|sets?"
    r"|start|rest|try|frequency|how often|x ?\d|\d)"
)
_HOW_OFTEN = re.compile(
    r"\W{0,3}(?:how often|frequency"
    r"|(?:do|perform|practi[sc]e) (?:\w{2,5} )?(?:daily|every day|once|twice"
    r"|\w{1,5} times (?:a|per|each) day))\b"
)
_EACH_OF_ITS_OWN = re.compile(r"\beach (?:\w+ )?(?:stretch|position|pose)\b")
# At the foot "the following exercises" are on another sheet.
_AHEAD = re.compile(r"\b(?:the following|these next|(?:exercises|stretches) below)\b")
_FILLS = re.compile(
    r"(?:\W|\d|\b(?:to|be|done|do|this|please|and|for|week|phase|stage|day|sessions?|lying|sitting"
    r"|standing|kneeling|on|your|in|a|the|bed|chair|floor|back|front|side|tummy)\b)*"
)
_COUNTS = (Field.REPS, Field.SETS)
_ONE_BY_ONE = re.compile(r"\b(?:each|every) (?:\w+ )?(?:exercise|stretch|movement|pose)\b")


def of_all(left_out: Iterable[Passage], exercises: list[Passage]) -> list[Claimed]:
    """What is said of each or all exercises in the passages that are none themselves."""
    end = max((one.first for one in exercises), default=0)
    return [
        (clause, claim)
        for piece in left_out
        for clause, claim in speaking_of_all(piece)
        if piece.first < end or not _AHEAD.search(clause.words)
    ]


def shared_at_the_end(cut: list[Line], exercises: list[Passage]) -> tuple[list[Claimed], Passage]:
    """The doses at the end of the last exercise that hold for all, and that exercise without."""
    last = exercises[-1]
    if any(one.said == last.said for one in exercises[:-1]):
        return [], last  # it stands under others too, word for word: each has it for itself
    shared = ends_for_all(last) or _missing_elsewhere(_foot(cut, last), exercises[:-1])
    taken = {id(claim) for _, claim in shared}
    kept = tuple(
        (clause, claim)
        for clause, claim in last.claimed
        if id(claim) not in taken and not _AHEAD.search(clause.words)
    )
    return shared, replace(last, claimed=kept)


def ends_for_all(last: Passage) -> list[Claimed]:
    """The claims at the end of a passage that speak of all exercises."""
    return _of_all_at_the_end(_ending(last))


def speaking_of_all(piece: Passage) -> list[Claimed]:
    """What an introduction says of all exercises, and in the sentences that go on from there.

    "Do these exercises twice a day. Hold each one for 10 seconds. Repeat 5 times."
    """
    if _doses_a_programme(piece):
        return [(at, claim) for at, claim in piece.claimed if _may_be_shared(at, claim.field)]
    spoken: set[int] = set()
    speaking = False
    for clause in piece.clauses:
        of_all = speaks_of_all(clause.words) or _HOW_OFTEN.match(clause.words)
        alone = piece.name is None and _is_only_how_often(clause, piece)
        speaking = bool(of_all or alone) or (speaking and _GOES_ON.match(clause.words) is not None)
        if speaking:
            spoken.add(id(clause))
    return [
        (clause, claim)
        for clause, claim in piece.claimed
        if id(clause) in spoken and _may_be_shared(clause, claim.field)
    ]


def _doses_a_programme(piece: Passage) -> bool:
    """ "Shoulder programme" over "3 times a week, 2 sets of 10" and nothing else."""
    if piece.name is None or not piece.clauses:
        return False
    name = piece.clauses[0].plain[slice(*piece.name)]
    counted = any(claim.field in _COUNTS and not claim.goal for _, claim in piece.claimed)
    return counted and labels_dose(name) and all(is_dose(one.words) for one in piece.clauses)


def _is_only_how_often(clause: Clause, piece: Passage) -> bool:
    """ "3 times a day:" alone over exercises is said of them."""
    said, begins = clause.words, clause.sentence.start
    often = [one for place, one in piece.claimed if place is clause and one.field in OFTEN]
    for one in reversed(often):
        said = said[: one.start - begins] + said[one.end - begins :]
    return bool(often) and _FILLS.fullmatch(said) is not None


def _of_all_at_the_end(claimed: list[Claimed]) -> list[Claimed]:
    """At the foot of one exercise, "each stretch" may be each of its own."""
    speaking = False
    shared: list[Claimed] = []
    for clause, claim in claimed:
        own = _EACH_OF_ITS_OWN.search(clause.words) or _AHEAD.search(clause.words)
        of_all = speaks_of_all(clause.words) and not own
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
    claiming = {id(clause) for clause, claim in last.claimed if not claim.goal}
    only_doses = all(
        (_GOES_ON.match(one.words) or id(one) not in claiming) and not orders(one.words)
        for one in ending
    )
    return _claims_of(last, ending) if only_doses else []


def _claims_of(piece: Passage, clauses: Iterable[Clause]) -> list[Claimed]:
    places = {id(one) for one in clauses}
    return [pair for pair in piece.claimed if id(pair[0]) in places]


def _missing_elsewhere(ending: list[Claimed], others: list[Passage]) -> list[Claimed]:
    """A last line that says how often holds for all when no other exercise has one of its own.

    Its hold and count do too, where no other exercise has any, not even "a few". Without how often
    they never do: "Hold for 10 seconds" at the end may be the last exercise's alone.
    """
    ending = [pair for pair in ending if not pair[1].goal]
    if not any(claim.field in OFTEN for _, claim in ending):
        return []
    if any(one.vaguely_dosed for one in others):
        ending = [pair for pair in ending if pair[1].field in OFTEN]
    own = {
        claim.field if claim.field not in OFTEN else Field.PER_DAY
        for one in others
        for _, claim in (*one.heading, *one.claimed)
    }
    given = {claim.field if claim.field not in OFTEN else Field.PER_DAY for _, claim in ending}
    return list(ending) if given and not given & own else []
