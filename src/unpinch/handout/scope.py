"""What a count of repetitions counts: each side, each direction, both phases, or all together."""

import re

from unpinch.handout.claim import Claim
from unpinch.handout.mention import Clause
from unpinch.handout.sides import LIMB, Swap
from unpinch.handout.unit import Unit
from unpinch.handout.whole import speaks_of_all

_PER_DIRECTION = re.compile(
    r"\b(?:each|either|every|both|opposite|other|reverse|one) (?:way|directions?)\b|\bdirection\b"
    r"|\b(?:anti-?|counter-?)?clockwise\b|\beach way\b|\bbackwards?\b.{0,20}\bforwards?\b"
    r"|\bforwards?\b.{0,30}\bbackwards?\b"
    r"|\bto (?:the |your )?(?:left|right),? (?:and |then )?[a-z\d]{1,6} (?:\w+ )?to (?:the "
    r"|your )?(?:left|right)\b"
)
_PER_SIDE = re.compile(
    rf"\b(?:each|either|every|per) (?:of (?:your|the) )?{LIMB}\b|\bboth sides\b|\ba side\b"
    r"|\bof each\b|\b(?:on|with|for) (?:the |your )?(?:left and|right and|this|that|same)\b"
    r"|\b(?:on|with|for) (?:the |your )?one\b(?! (?:minute|second|more|rep|set))"
    rf"|\b(?:on|with|for) (?:the |your )?(?:same |left |right |first |one (?={LIMB})){LIMB}?"
    r"|\bfor each\b(?! (?:set|exercise|stretch|movement|pose|of these))"
    r"|\b(?:l|left) ?(?:&|/|\+|and) ?(?:r|right)\b"
    r"|\b(?:r|right) ?(?:&|/|\+|and) ?(?:l|left)\b|\bea(?:ch)?$|\bea(?:ch)?[.,;)]|\bea\b"
    r"|(?:secs?|seconds?|mins?|minutes?|times|reps|\d) a (?:leg|arm|side)\b|^ a (?:leg|arm|side)\b"
    r"|\bb/l\b|\be/[sla]\b|/ ?(?:leg|side|arm|hand|foot)\b"
)
_TOTAL = re.compile(r"\b(?:in total|in all|altogether|total)\b")
_BOTH_LIMBS = re.compile(rf"^\W{{0,3}}(?:with|for|on|of)? ?both {LIMB}")
_ALTERNATE_FOR = re.compile(rf"alternat(?:e|ing)(?: (?:your|the))?(?: {LIMB})? (?:for|until|to)\b")
_CYCLES = re.compile(r"\d ?cycles?$")
_STEPS = re.compile(r"\d ?steps$|\w steps$")
_WHOLE = re.compile(
    r"\b(?:whole|entire|full|complete) (?:process|sequence|series|movement|cycle|exercise|task"
    r"|thing)\b"
    r"|\b(?:this|the) (?:sequence|series|process|cycle)\b(?! of\b)"
)
_TWO_PHASES = re.compile(
    r"\b(?:each|both|these|the two|two) (?:positions?|stances?|poses?|movements)\b"
    r"|\bside[- ]to[- ]side\b|\bback and forth\b|\balternat(?:e|ing) between\b"
    r"|\bcows?\b.{0,400}\bcats?\b"
    r"|\bcats?\b.{0,400}\b(?:cow|camel)s?\b|\bup and down\b"
    r"|\b(?:arch|round|hump)\b.{0,60}\b(?:then|and)\b.{0,20}\b(?:sag|dip|hollow|sway|drop)\b",
    re.DOTALL,
)
# "Inhale and arch your back. Exhale and round it.": each breath opens a sentence of its own.
_BREATH_PHASES = (
    re.compile(r"(?:^|[.\n:-]\s{0,3})(?:then |now )?inhale\b"),
    re.compile(r"(?:^|[.\n:-]\s{0,3})(?:then |now )?exhale\b"),
)
# "5 repetitions of each": of each exercise, not of each side.
_REPETITIONS = ("repetitions", "reps", "sets")
# Of all exercises "8 times each" is of each exercise.
_EACH_ALONE = re.compile(r"^ each(?=\s{0,2}(?:[.,;)]|$))")
_OF_EACH = re.compile(r"^ of each(?! (?:side|leg|arm|hand|foot))")
_COUNTS = (Unit.REP, Unit.TIME, Unit.MOVEMENT)
_NEAR = 60


def scope(
    claim: Claim, clause: Clause, clauses: list[Clause], swaps: list[Swap], name: str = ""
) -> str:
    """per_side, per_direction, cycle, total or unspecified."""
    own = any(one is clause for one in clauses)
    said = _said_beside(claim, clause, own=own)
    if said:
        return said
    if any(swap.end > claim.end for swap in swaps) and not any(
        swap.end <= claim.start for swap in swaps
    ):
        return "per_side"
    whole = _WHOLE.search(clause.plain, clause.sentence.start, claim.end) is not None
    swapped = any(swap.end <= claim.start for swap in swaps)
    if whole or swapped or _TWO_PHASES.search(name) or _two_phases(clauses, claim):
        return "cycle"
    return "unspecified"


def _said_beside(claim: Claim, clause: Clause, *, own: bool) -> str | None:
    end = _next_other(claim, clause)
    after = _behind(claim, clause, end)
    before = clause.plain[max(clause.sentence.start, claim.start - _NEAR) : claim.start]
    within = clause.plain[claim.start : claim.end]
    if within.endswith(_REPETITIONS) or not own:
        after = _OF_EACH.sub("", after)
    if _BOTH_LIMBS.match(after):
        return "unspecified"
    if _TOTAL.search(within + after[:20]) or _ALTERNATE_FOR.match(within):
        return "total"
    if _CYCLES.search(within):
        return "cycle"
    if _PER_DIRECTION.search(before[-24:] + within + after):
        return "per_direction"
    if _STEPS.search(within):
        return "total"
    if _PER_SIDE.search(after) or _PER_SIDE.search(before[-30:]):
        return "per_side"
    return None


def _behind(claim: Claim, clause: Clause, end: int) -> str:
    after = clause.plain[claim.end : min(end, claim.end + _NEAR)]
    return _EACH_ALONE.sub("", after) if speaks_of_all(clause.words) else after


def _next_other(claim: Claim, clause: Clause) -> int:
    """Where the next count of another size begins: what stands after that is its own."""
    others = (
        one.start
        for one in clause.amounts
        if one.start >= claim.end
        and one.unit in _COUNTS
        and (one.low, one.high) != (claim.low, claim.high)
    )
    return next(others, clause.sentence.end)


def _two_phases(clauses: list[Clause], claim: Claim) -> bool:
    if not clauses:
        return False
    start = clauses[0].sentence.start
    words = clauses[0].plain[max(start, claim.start - 900) : claim.end]
    breathed = all(pattern.search(words) for pattern in _BREATH_PHASES)
    return breathed or _TWO_PHASES.search(words) is not None
