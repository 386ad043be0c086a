"""Offering each number to the decoys and then to the phrases; the first that claims it keeps it."""

import re

from unpinch.handout.claim import Claim, Phrase
from unpinch.handout.decoy import is_decoy
from unpinch.handout.goal import is_goal
from unpinch.handout.mention import Clause, Mention
from unpinch.handout.often import OFTEN
from unpinch.handout.phrase.breaths import Breaths
from unpinch.handout.phrase.duration import Duration
from unpinch.handout.phrase.frequency import Often
from unpinch.handout.phrase.hold import Hold
from unpinch.handout.phrase.reps import Reps
from unpinch.handout.phrase.rest import Rest
from unpinch.handout.phrase.sets import Sets
from unpinch.handout.phrase.tempo import Tempo

# The order matters: "twice a day" is no repetition, "lower over 3 seconds" no hold, "rest for 10
# seconds" neither, and only then may a hold take the seconds that are left.
PHRASES: tuple[Phrase, ...] = (
    Often(),
    Sets(),
    Tempo(),
    Rest(),
    Breaths(),
    Hold(),
    Duration(),
    Reps(),
)
_FORBIDS = re.compile(r"\b(?:do not|don't|never|avoid|should not|shouldn't|must not|mustn't)\b")
_ENDS_IT = re.compile(r"[,;:(]|\b(?:but|and|then|instead)\b")


def claims(clauses: list[Clause]) -> list[tuple[Clause, Claim]]:
    """Every claim in the sentences, in order, each with its sentence."""
    return [
        (clause, claim)
        for clause in clauses
        for mention in clause.mentions
        if (claim := claim_to(mention)) is not None
    ]


def is_refused(mention: Mention) -> bool:
    """Whether the number is no dose, or one that the sheet forbids."""
    return is_decoy(mention) or _forbidden(mention)


def claim_to(mention: Mention) -> Claim | None:
    """Who claims this number, if anyone may."""
    if is_refused(mention):
        return None
    for phrase in PHRASES:
        claim = phrase.claim(mention)
        if claim is not None:
            goal = is_goal(mention, often=claim.field in OFTEN)
            return claim.as_goal() if goal else claim
    return None


def _forbidden(mention: Mention) -> bool:
    """ "Do not hold for more than 30 seconds" orders no hold."""
    found = mention.clause.last_before(_FORBIDS, mention.amount.start)
    if found is None:
        return False
    return _ENDS_IT.search(mention.clause.plain, found[1], mention.amount.start) is None
