"""Cautions: what not to do, when to stop, whom to ask first. Kept wherever they stand."""

import re

from unpinch.handout.draft import Span, span_of
from unpinch.handout.label import LabelKind, label_at
from unpinch.handout.mention import Clause

_CAUTION = re.compile(
    r"\b(?:do not|don't|avoid|avoiding|never|should not|shouldn't|must not|mustn't|be careful"
    r"|take care|caution|warning|contact your|consult|seek (?:medical|advice|help)|speak (?:to"
    r"|with)"
    r"|check with|ask your|see your (?:gp|doctor)|call your|tell your)\b"
    r"|\bstop\b(?! at| when| the movement)[^.;]{0,60}\b(?:if|exercis|immediately|pain)"
    r"|\bif\b[^.;]{0,60}\b(?:pain|dizz\w+|unwell|numb\w*|tingling|discomfort|worse\w*)\b"
    r"|\b(?:pain|discomfort|dizz\w+)\b[^.;]{0,40}\bstop\b"
    r"|\bwithout (?:bouncing|forcing|locking|straining|pain|causing)\b|\bshould(?: not"
    r"|n't) (?:hurt|be"
    r" painful|cause)\b|\bnot (?:be )?(?:painful|force|bounce|lock)\b|\bpain[- ]free\b"
)


def is_caution(clause: Clause) -> bool:
    """Whether a sentence warns."""
    sentence = clause.sentence
    label = label_at(clause.plain, sentence.start, sentence.end)
    if label is not None and label[0] is LabelKind.CAUTION:
        return True
    return _CAUTION.search(clause.plain, sentence.start, sentence.end) is not None


def cautions(text: str, clauses: list[Clause]) -> tuple[Span, ...]:
    """The sentences that warn, in order."""
    return tuple(
        span_of(text, clause.sentence.start, clause.sentence.end)
        for clause in clauses
        if is_caution(clause)
    )
