"""Sides: one leg and then the other, alternating, both together, or only the affected one.

Order decides between the first two. Where the count comes before the swap ("repeat 10 times, then
switch legs") one side is finished first; where the swap comes first ("repeat with the other leg.
Do this 10 times") each repetition changes sides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unpinch.handout.mention import Clause
from unpinch.handout.whole import speaks_of_all
from unpinch.handout.zone import Zone

LIMB = (
    r"(?:sides?|legs?|arms?|hands?|foot|feet|knees?|elbows?|wrists?|ankles?|shoulders?|hips?|heels?"
    r"|thighs?|thumbs?|limbs?|ears?|ends?|cal(?:f|ves)|buttocks?|cheeks?)"
)
_OTHER = (
    rf"(?:other|opposite|(?:un|non-?)(?:affected|involved|injured|operated)|left|right"
    rf"|second(?= {LIMB})|contralateral|alternate)(?:-hand)?"
    rf"(?! direction| way)(?: {LIMB})?"
)
# "Then bring the other foot up to meet it" changes no sides.
_JOINS = (
    r"(?: (?:up|down|in|back|across|over|out)){0,2} (?:to (?:meet|join|it|match)|next to|beside"
    r"|alongside|behind|in front|together|on top|under|against|on(?:to)? the|off the"
    r"|so that|level)\b"
)
_TO = r"\b(?:to|on|with|for|using|over|in|by)? ?(?:the |your |an? )?"
_SWAP = re.compile(
    rf"\b(?:repeat|repeating|switch|switching|swap|swapping|change|changing|do the same|the same"
    rf"|same thing|reverse|replicate|mirror|go again)\b[^.;]{{0,60}}?{_TO}{_OTHER}\b"
    rf"|\b(?:perform|redo|do)\b(?! not)[^.;]{{0,60}}?{_TO}(?:other|opposite"
    rf"|second(?= {LIMB}))(?! direction| way)(?: {LIMB})?\b"
    rf"|\b(?:switch|swap|change|alternate|alternating|reverse)\b (?:your |the )?(?:to the other"
    rf"|{LIMB}|position of (?:your |the )?{LIMB})"
    rf"|\bnow (?:the |your |on the )?(?:left|right)\b|\b(?:and|now),? (?:on |with )?(?:the "
    rf"|your )?(?:other|opposite) {LIMB}\b(?=[,.;]| (?:too"
    rf"|as well|next|now))"
    r"|\b(?:now|then|next|followed by|before)\b,? [^.;]{0,40}?(?:the |your )?"
    rf"(?:other|opposite) {LIMB}\b(?!{_JOINS})"
    rf"|\b(?:now|then)\b,? [^.;]{{0,60}}?\b(?:left|right|other|opposite)\b[^.;]{{0,60}}?\brepeat\b"
    rf"|\bthen (?:on |with |for |do |to )?(?:the |your )?(?:left|right) {LIMB}\b"
    r"|\b(?:right|left)\b[^.;]{0,60}?\bthen (?:to |on |with |over )?(?:the |your )?(?:left|right)\b"
    r"|\bthen (?:turn|look|lean|bend|tilt|twist|rotate|roll|drop|reach|swing|move|step)(?:ing)?"
    r"(?: (?:it|them|(?:your|the) \w{3,9}))?(?: (?:slowly|gently|over|round|across)){0,2}"
    r" (?:to(?:wards?)? )?(?:the |your )?(?:left|right|other|opposite)(?: side)?\b"
    r"(?! (?:and|or) (?:left|right))"
    r"|(?<=[.;] )(?:the )?(?:other|opposite|second) side(?=[.;]|$)"
    r"|\bthen (?:to |on )?the other(?= side\b|\s{0,2}[.,;]|\s{0,2}$)|\band vice versa\b"
    r"|\bthen (?:turn|roll|flip) over\b(?! on(?:to)? your (?:front|back|st|tu"
    r"|be))"
    r"|\b(?:switch|swap|change)(?: over)?\s{0,2}(?=[.,;!)]|$)"
    r"|\b(?:switch|swap|change)(?: over)? and (?:repeat|do)\b"
    r"|\b(?:go|turn|twist|look|lean|face|bend|rotate) the other way\b"
)
_ALTERNATING = re.compile(
    r"\balternately\b|\balternat(?:e|es|ing) (?:between )?(?:your |the )?(?:right and left"
    rf"|left and right|{LIMB})\b|\b(?:one|first one) (?:leg|arm|side|foot|knee|hand"
    rf"|heel) (?:and )?then"
    rf" the other\b|\bon alternate {LIMB}|\balternate {LIMB}\b|\balternating(?= each| with each"
    rf"|,|\.)"
    r"|\bone (?:leg|arm|foot|knee|side|heel) at a time,? alternat"
)
_EACH = re.compile(
    rf"(?:\b(?:on|for|with|to|per|in|of"
    rf"|using) )?\b(?<!ing )(?<!lift )(?<!raise )(?<!bend )(?<!move )(?<!press )(?<!tap )"
    r"(?:each|either|every) (?!ends?\b)(?:of (?:your"
    rf"|the) )?{LIMB}\b"
    rf"|(?:\b(?:on|for|to) )?\bboth (?:the )?sides\b|\bper {LIMB}\b|\ba side\b"
    r"|\b(?:on|with|for) (?:the |your )?(?:left and right|right and left|left then right)\b"
    r"|\b(?:one|first|each) (?:leg|side|arm) (?:at a time )?and then the other\b"
    r"|(?<!repetitions )(?<!reps )\bof each\b(?! (?:day|rep|repetition|set|exercise"
    r"|stretch|hold|session|pose))"
    rf"|\b(?:on|with|for) (?:the |your )?left and (?:then )?(?:the )?right\b"
    rf"|\b(?:l|left) ?(?:&|/|\+|and) ?(?:r|right)\b(?! {LIMB} (?:at|together))"
    r"|\b(?:r|right) ?(?:&|/|\+|and) ?(?:l|left)\b|\bea\b|\b(?:secs?|seconds?|mins?|minutes?"
    r"|times|reps|\d) a (?:leg|arm|side)\b"
    r"|(?:\d|reps|times|secs?|seconds|minutes?) each(?=\s{0,2}(?:[.,;)]|$))|\bb/l\b|\be/[sla]\b"
    r"|/ ?(?:leg|side|arm|hand|foot)\b"
)
_AFFECTED = re.compile(
    r"\b(?:(?:your|the|on|with|of) )?(?:un|non-?)?(?:affected|injured|operated|operative|surgical"
    rf"|involved|painful|symptomatic|sprained) (?:side|{LIMB})\b"
    rf"|\b(?:your|the|on) (?:sore|weak|weaker|bad|hurt|problem|good|stronger|numb) (?:side"
    rf"|{LIMB})\b"
    rf"|\b(?:the |your )?{LIMB} (?:that )?(?:you want|you wish|you are going|you're going|to be)"
    r" (?:to )?(?:be )?(?:exercised?|stretch(?:ed)?|strengthen(?:ed)?|work(?: on)?)\b"
    rf"|\b{LIMB} (?:that|which) (?:hurts|is (?:affected|injured|painful|sore))"
)
_BOTH = re.compile(
    r"\b(?:bring|pull|draw|lift|raise|hug|move|swing|rotate|circle|lower|straighten|extend|roll"
    r"|stretch|reach|slide|drop|bend|shrug|squeeze)(?:ing)?\b(?: (?:in|up|out|slowly|gently))?"
    rf" (?:your |the )?both (?:of your |your |the )?{LIMB}\b"
    rf"|\bboth {LIMB} (?:together|at (?:the same time|once)|simultaneously|up\b)"
    rf"|\b(?:your|the) {LIMB} (?:together )?(?:at the same time|simultaneously)\b"
)
# "Make a fist with each hand" is no order to take turns; "10 with each hand" is.
_COUNTS = re.compile(
    r"[,(]\s?(?:on |for |with )?(?:each|both|either) \w{3,5}s?\)?\W*$|\d"
    r"|\b(?:minutes?|seconds?|breaths?|repeat|perform|do|hold|same|once|twice|times|reps?|two|three"
    r"|four|five|six|eight|ten)\b"
)
_SETS = re.compile(r"\b(?:sets|rounds)\b")
_EACH_ALONE = re.compile(r"\beach\s{0,2}(?:[.,;)]|$)")
_ASIDE = (Zone.TIP, Zone.GOAL, Zone.VARIATION, Zone.CAUTION, Zone.WHY)


@dataclass(frozen=True)
class Swap:
    """The words that send to the other side, and where the sending ends."""

    start: int
    end: int


@dataclass(frozen=True)
class Sides:
    """What the sheet says of sides."""

    value: str
    start: int
    end: int


def swaps(clauses: list[Clause]) -> list[Swap]:
    """Every place that sends to the other side."""
    return [Swap(start, end) for start, end in _places(_SWAP, clauses)]


def sides(clauses: list[Clause], counted_at: int | None) -> Sides | None:
    """What holds of sides, given where the repetitions are counted."""
    swapped = swaps(clauses)
    each = next(_places(_EACH, list(filter(_may_count_each, clauses))), None)
    alternating = next(_places(_ALTERNATING, clauses), None)
    if alternating:
        return Sides("alternating", *alternating)
    if swapped:
        return _by_order(swapped, counted_at)
    if each:
        return Sides("each_side", *each)
    affected = next(_places(_AFFECTED, clauses), None)
    if affected:
        return Sides("affected_only", *affected)
    both = next((place for place in _places(_BOTH, clauses)), None)
    return Sides("both_together", *both) if both else None


def _may_count_each(clause: Clause) -> bool:
    """ "Two sets, 10 reps each" and "these exercises, 10 times each" say nothing of sides."""
    several = _SETS.search(clause.words) is not None or speaks_of_all(clause.words)
    of_several = several and _EACH_ALONE.search(clause.words)
    return _COUNTS.search(clause.words) is not None and not of_several


def _by_order(swapped: list[Swap], counted_at: int | None) -> Sides:
    first = swapped[0]
    before = counted_at is not None and first.end <= counted_at
    return Sides("alternating" if before else "each_side", first.start, first.end)


def _places(pattern: re.Pattern[str], clauses: list[Clause]) -> Iterator[tuple[int, int]]:
    for clause in clauses:
        if clause.zone in _ASIDE:
            continue
        sentence = clause.sentence
        for found in pattern.finditer(clause.plain, sentence.start, sentence.end):
            yield found.start(), found.end()
