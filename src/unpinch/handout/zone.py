"""In which part of the exercise a sentence stands: the main course, a harder or another way.

A number in "Progression: hold for 30 seconds" is where to go later, not where to begin; one in a
variation is the dose of something else.
"""

import re
from enum import StrEnum

from unpinch.handout.label import LabelKind, label_at
from unpinch.handout.line import Kind, Line
from unpinch.handout.sentence import Sentence


class Zone(StrEnum):
    """Where a sentence stands."""

    MAIN = "main"
    TIP = "tip"
    CAUTION = "caution"
    GOAL = "goal"
    VARIATION = "variation"
    WHY = "why"  # "Benefits: 10 minutes daily keeps you supple" doses nothing


_OF_LABEL = {
    LabelKind.NOTE: Zone.TIP,
    LabelKind.CAUTION: Zone.CAUTION,
    LabelKind.GOAL: Zone.GOAL,
    LabelKind.WHY: Zone.WHY,
    LabelKind.HARDER: Zone.VARIATION,
    LabelKind.EASIER: Zone.VARIATION,
    LabelKind.VARIATION: Zone.VARIATION,
}
_VARIATION = re.compile(
    r"\bvariations?\b|\balternatively\b|\b(?:as|for) an alternative\b|\banother way\b"
    r"|\bif you prefer\b|\bmodif(?:y|ied|ication)\b|\bif (?:this|that|it) is (?:too )?(?:hard|diff)"
    r"|\bif you (?:cannot|can't|are unable|find this (?:hard|diff|too))|\bto make (?:it"
    r"|this) easier"
    r"|\bfor an easier\b|\bif you are unable\b"
)
_HARDER = re.compile(
    r"\bto make (?:it|this|the \w+)(?: \w+)? (?:more|harder)|\bmore (?:of a )?challeng"
    r"|\bto progress|^\W{0,3}progress(?:ion)? (?:when|to|by|once|if)\b"
    r"|\bas a progression\b|\bfor a (?:harder|greater|bigger|deeper)\b|\bmake it (?:harder"
    r"|more diff)"
    r"|\bharder version\b|\bif (?:this|it) (?:is|becomes|feels|gets) (?:too )?(?:easy|easier)"
    r"|^\W{0,3}(?:(?:then|now|next|also|later|you can|you could),? ){0,2}(?:do|try|perform|repeat"
    r"|practi[sc]e)\b[^.]{0,40}\beyes (?:closed|shut)"
    r"|\bchallenge yourself"
    r"|\bif you can (?:hold|do) (?:(?:it|this|that) )?(?:for )?(?:longer|more)\b"
)
# "Add 5 minutes every other day" is how to go on.
_ADDING = re.compile(
    r"^\W{0,3}(?:then |and |you (?:can|could|may) )?add(?:ing)? (?:another |an extra |a "
    r"|an )?(?:\d|one|two|five|ten|few)"
)
# "Add a 5-second hold when you are ready" is for later and stands after the number.
_LATER = re.compile(
    r"^\W{0,3}(?:then |later,? |eventually,? )?(?:add|adding|include|you (?:can|could"
    r"|may) (?:add|try))\b"
    r".{0,60}\b(?:when|once|as|if) (?:you(?: are|'re| feel)? (?:ready|able|stron|comfort"
    r"|confident|can"
    r"|progress|improve|get)|(?:this|it|that) (?:is|feels|gets|becomes))"
)


def zones(plain: str, found: list[Line], pieces: list[Sentence]) -> list[Zone]:
    """The zone of each sentence, in order."""
    given: list[Zone] = []
    zone, since, open_label = Zone.MAIN, -1, False
    for piece in pieces:
        label = label_at(plain, piece.start, piece.end)
        if label:
            kind, content = label
            zone, since = _OF_LABEL.get(kind, Zone.MAIN), piece.line
            open_label = not plain[content : piece.end].strip(" *")
        elif piece.line != since and not (open_label and _adjoins(found, since, piece.line)):
            zone, open_label = Zone.MAIN, False
        elif open_label:
            since = piece.line
        given.append(_of_words(plain[piece.start : piece.end]) or zone)
        if zone is Zone.WHY:
            zone = Zone.MAIN
    return given


def _adjoins(found: list[Line], one: int, two: int) -> bool:
    """Whether two lines belong to one paragraph or list."""
    blank = any(found[n].kind is Kind.BLANK for n in range(one + 1, two))
    heading = any(found[n].kind is Kind.HEADING for n in range(one + 1, two + 1))
    return not heading and (not blank or found[two].item)


def _of_words(words: str) -> Zone | None:
    if _VARIATION.search(words):
        return Zone.VARIATION
    return (
        Zone.VARIATION if any(each.search(words) for each in (_HARDER, _LATER, _ADDING)) else None
    )
