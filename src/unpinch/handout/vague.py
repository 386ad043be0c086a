"""Doses without a number: "a few seconds", "several breaths", "to fatigue", a bare "Repeat."

They are shown as the sheet has them and become questions. Nobody puts a number on them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unpinch.handout.claim import Field
from unpinch.handout.mention import Clause
from unpinch.handout.zone import Zone

_SOME = r"(?:a few|several|some|many|a couple(?: of)?|various|numerous|a number of|couple of)"
_PATTERNS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.HOLD, re.compile(rf"\b{_SOME} (?:more )?(?:seconds|secs|moments|counts|minutes|mins)\b"
                            r"|\b(?:for )?a (?:few )?moment\b"
                            r"|\b(?:hold|pause|stay|holding|pausing)\b[^.;]{0,30}?\bbriefly\b"
                            r"|\bbriefly (?:hold|pause)\b")),
    (Field.BREATHS, re.compile(rf"\b{_SOME} (?:\w{{1,12}},? ){{0,2}}breaths?\b")),
    (Field.HOLD, re.compile(r"\b(?:for )?as long as (?:you can|you are able|possible|is comfortable"
                            r"|it is comfortable|you like|you feel comfortable|comfortable|needed"
                            r"|you need|you want)\b|\buntil (?:the )?\w{1,14} subsides?\b")),
    (Field.REPS, re.compile(rf"\b{_SOME} (?:more )?(?:times|repetitions|reps|repeats)\b"
                            r"(?!,? (?:an?|per|each|every|during|over) (?:the )?(?:day|week|hour))"
                            r"|\bas many (?:times|reps|repetitions)? ?as\b"
                            r"|\bto (?:muscle )?fatigue\b"
                            r"|\buntil (?:you (?:feel |are )?|your muscles? )?(?:tired|fatigued?"
                            r"|tires?)\b")),
    (Field.HOLD, re.compile(r"(?:_{2,}|\.{4,}) ?(?:seconds?|secs?|minutes?|mins?)\b")),
    (Field.REPS, re.compile(r"(?:_{2,}|\.{4,}) ?(?:times?|reps?|repetitions?)\b")),
    (Field.SETS, re.compile(rf"\b{_SOME} (?:sets|rounds)\b")),
    (Field.PER_DAY, re.compile(rf"\b{_SOME} times (?:a|per|each|every|throughout the"
                               rf"|during the) day\b"
                               r"|\b(?:regularly|frequently|often) (?:throughout|during) the day\b"
                               r"|\bthroughout the day\b")),
)  # fmt: skip
_BARE_REPEAT = re.compile(
    r"(?:^|[,.;] ?|\b(?:and|then) )repeat(?: (?:this|the|it|again|whole|entire|exercise|stretch"
    r"|movement|process|sequence|steps?|cycle|pose|steps \d(?:-\d)?)){0,4}\s{0,2}(?:[.!]?$"
    r"|, and try)"
)
_ASIDE = (Zone.GOAL, Zone.VARIATION, Zone.CAUTION, Zone.WHY)


@dataclass(frozen=True)
class Vague:
    """A dose in words only, and the field it leaves open."""

    field: Field
    start: int
    end: int


def vague(clauses: list[Clause]) -> list[Vague]:
    """Every dose without a number, in order."""
    found = [one for clause in clauses if clause.zone not in _ASIDE for one in _in(clause)]
    return sorted(found, key=lambda one: one.start)


def _in(clause: Clause) -> Iterator[Vague]:
    sentence = clause.sentence
    for field, pattern in _PATTERNS:
        for match in pattern.finditer(clause.plain, sentence.start, sentence.end):
            yield Vague(field, match.start(), match.end())
    if bare := _BARE_REPEAT.search(clause.words[-90:]):
        start = sentence.end - len(clause.words[-90:]) + bare.start()
        yield Vague(Field.REPS, start, sentence.end)
