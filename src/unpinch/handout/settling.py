"""From many claims to one value a field: the plainest wins, then the first.

What stands in a variation is never the dose; a goal only where the sheet gives nothing else.
"""

import re
from dataclasses import dataclass, replace

from unpinch.handout.claim import NAMED, Claim, Field
from unpinch.handout.draft import Dose, Worded, span_of, whole
from unpinch.handout.mention import Clause
from unpinch.handout.scope import scope
from unpinch.handout.sides import Swap, swaps
from unpinch.handout.zone import Zone

Claimed = tuple[Clause, Claim]

_WITH_BREATH = re.compile(
    r"\b(?:go|move|flow|moving|flowing) with (?:the (?:flow of )?)?your (?:own )?breath(?:ing)?\b"
    r"|\bgo with the flow of (?:your|the) breath\b|\bin time with (?:your|the) breath(?:ing)?\b"
    r"|\bwith the rhythm of your breath(?:ing)?\b"
)
_TEMPO_CODE = re.compile(r"\btempo ?[:=]? ?(\d ?[-/:] ?\d ?[-/:] ?\d(?: ?[-/:] ?\d)?)(?!\d)")
_NO_REST = re.compile(
    r"\bwithout (?:any |a |taking (?:a |any )?)?(?:breaks?|rests?|pauses?)\b(?! (?:in|at|on))"
    r"|\bno rest (?:in )?between\b"
)
_ON_THE_OTHER = re.compile(
    r",? (?:\w{1,12} ){0,2}(?:on|with|for|to|leading with|using) (?:the |your )?"
    r"(?:other|opposite|left|right)\b"
)
_OTHER_WAY = re.compile(
    r"\b(?:forwards?|backwards?|(?:anti-?|counter-?)?clockwise|in reverse|(?:other|opposite) (?:way"
    r"|direction))\b"
)
_NEAR = 40


@dataclass(frozen=True)
class Chosen:
    """The claim that won a field, its sentence, and those that spoke for another value."""

    claim: Claim
    clause: Clause
    others: tuple[Claim, ...]
    again_until: int = 0  # "10 in one direction, then 10 in the other": the end of the second


def choose(claimed: list[Claimed], field: Field) -> Chosen | None:
    """The winner of a field."""
    runners = [
        (clause, claim)
        for clause, claim in claimed
        if claim.field is field and clause.zone not in (Zone.VARIATION, Zone.CAUTION, Zone.WHY)
    ]
    if not runners:
        return None
    clause, best = min(runners, key=_rank)
    others = tuple(
        claim
        for _, claim in runners
        if not claim.goal and (claim.low, claim.high) != (best.low, best.high)
        and claim.strength >= NAMED
    )  # fmt: skip
    again = [best.end] + [
        claim.end
        for place, claim in runners
        if place is clause
        and (field is Field.TEMPO or (claim.low, claim.high) == (best.low, best.high))
        and claim.start - best.end <= _NEAR
    ]
    return Chosen(best, clause, others, max(again))


def _rank(runner: Claimed) -> tuple[bool, bool, int, int]:
    clause, claim = runner
    return claim.goal, clause.zone is not Zone.MAIN, -claim.strength, claim.start


def add_up_more(claimed: list[Claimed]) -> list[Claimed]:
    """ "Four more times" is five; after a count of its own it is another set.

    "Repeat 10 times. Rest; then repeat 10 more times" is two sets of ten.
    """
    counts = [pair for pair in claimed if pair[1].field is Field.REPS and not pair[1].goal]
    first = next((pair for pair in counts if not pair[1].more), None)
    has_sets = any(claim.field is Field.SETS for _, claim in claimed)
    summed: list[Claimed] = []
    for clause, claim in claimed:
        if claim.field is not Field.REPS or not claim.more:
            summed.append((clause, claim))
        elif first is None or first[1].start > claim.start:
            summed.append((clause, _one_more(claim)))
        elif _is_for_the_other(first[1], clause, claim):
            summed.append((clause, replace(claim, more=False)))
        elif not has_sets and claim.high != 1:
            # "Then repeat the whole sequence one more time" is no second set of a stated count.
            summed.append((clause, _another_set(first[1], claim)))
    return summed


def _is_for_the_other(first: Claim, clause: Clause, again: Claim) -> bool:
    """ "Do 10, then switch and do 10 more": the second ten are the other side's."""
    if (first.low, first.high) != (again.low, again.high):
        return False
    other = _ON_THE_OTHER.match(clause.plain, again.end) is not None
    other = other or _OTHER_WAY.search(clause.words) is not None
    since = max(first.end, clause.sentence.start)
    return other or any(since <= swap.start < again.end for swap in swaps([clause]))


def _one_more(claim: Claim) -> Claim:
    low = claim.low + 1 if claim.low is not None else None
    high = claim.high + 1 if claim.high is not None else None
    return replace(claim, low=low, high=high)


def _another_set(first: Claim, again: Claim) -> Claim:
    same = (first.low, first.high) == (again.low, again.high)
    sets = replace(again, field=Field.SETS, low=2, high=2)
    return sets if same else replace(_one_more(again), field=Field.SETS)


def dose(text: str, chosen: Chosen | None) -> Dose | None:
    """The value as the draft shows it."""
    if chosen is None:
        return None
    claim = chosen.claim
    return Dose(
        min=whole(claim.low),
        max=whole(claim.high),
        span=span_of(text, claim.start, claim.end),
        between=claim.note if claim.field is Field.REST else None,
        unit=claim.note or None if claim.field is Field.HOLD else None,
        goal=claim.goal,
    )


def counted(
    text: str, chosen: Chosen | None, clauses: list[Clause], swaps: list[Swap], name: str
) -> Dose | None:
    """Repetitions, with what they count."""
    value = dose(text, chosen)
    if value is None or chosen is None:
        return None
    return Dose(
        min=value.min,
        max=value.max,
        span=span_of(text, value.span.start, max(value.span.end, chosen.again_until)),
        scope=scope(chosen.claim, chosen.clause, clauses, swaps, name),
        goal=value.goal,
    )


def tempo(text: str, chosen: Chosen | None, clauses: list[Clause]) -> Worded | None:
    """How fast, in the sheet's words."""
    if chosen is not None:
        span = span_of(text, chosen.claim.start, chosen.again_until)
        return Worded(span.text, span)
    for clause in clauses:
        if clause.zone is not Zone.MAIN:
            continue
        place = (clause.plain, clause.sentence.start, clause.sentence.end)
        if code := _TEMPO_CODE.search(*place):
            return Worded(code[1], span_of(text, code.start(), code.end()))
        if breath := _WITH_BREATH.search(*place):
            return Worded("with the breath", span_of(text, breath.start(), breath.end()))
    return None


def no_rest(text: str, clauses: list[Clause]) -> Dose | None:
    """ "Without a break" is a rest of nothing."""
    for clause in clauses:
        place = (clause.plain, clause.sentence.start, clause.sentence.end)
        found = _NO_REST.search(*place)
        if found and clause.zone is Zone.MAIN:
            return Dose(0, 0, span_of(text, found.start(), found.end()), between="reps")
    return None
