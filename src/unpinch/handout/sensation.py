"""Where it should be felt: "until you feel a stretch in the calf", "feel it: in the hip"."""

import re

from unpinch.handout.dosing import is_dose
from unpinch.handout.draft import Span, span_of
from unpinch.handout.label import LabelKind, label_at
from unpinch.handout.mention import Clause
from unpinch.handout.zone import Zone

_FEEL = re.compile(
    r"\b(?:(?:until|till|so|so that|such that|where|then|and|,) )?"
    r"(?:you (?:should |will |may |might |can |are going to |would )?(?:be able to )?(?:then "
    r"|now |also"
    r" |begin to |start to |just )?feel|you'll (?:also |then )?feel|to feel|feeling|feel)\b"
    r" (?=(?:a|an|the|this|your|it|that|some|tension|tightness|stretch|gentle|mild|like|as)\b)"
    r"|\b(?:until |till )?(?:a|the|this) (?:\w{1,12} ){0,2}(?:stretch|tension|pull|tightness)"
    r" (?:should|will|is|may|can) (?:be )?felt\b"
)
_NOT_A_STRETCH = re.compile(
    r"^.{0,40}\b(?:pain|painful|discomfort|dizz\w+|unwell|sick|numb\w*|tingling|sharp|worse|difference"
    r"|benefit|urge|need|comfortable|difficulty|hard)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|when|stop|shouldn't|should not|not)\b[^,]{0,30}$")
_CLAUSE_ENDS = re.compile(
    r"[.;!](?:\s|$)|,? (?:and|then) (?:then )?(?:hold|repeat|stay|relax|release|return|keep)\b"
    r"|,? however\b|, (?:hold|then|but|while|keeping)\b| without\b| (?:but|before) |\)"
    r"|, and hold\b| - "
)


def sensation(text: str, clauses: list[Clause]) -> Span | None:
    """The first words that say where or how it should be felt."""
    for number, clause in enumerate(clauses):
        if clause.zone in (Zone.VARIATION, Zone.CAUTION, Zone.GOAL):
            continue
        if _is_heading(clause):
            place = _under(clauses[number + 1 : number + 2])
        else:
            place = _labelled(clause) or _felt(clause)
        if place:
            return span_of(text, *place)
    return None


def _is_heading(clause: Clause) -> bool:
    """ "Where to feel it" with nothing after it: the words under it say where."""
    sentence = clause.sentence
    label = label_at(clause.plain, sentence.start, sentence.end)
    if label is None or label[0] is not LabelKind.FEEL:
        return False
    return not clause.plain[label[1] : sentence.end].strip(" *_:?-")


def _under(following: list[Clause]) -> tuple[int, int] | None:
    """The sentence under a heading, unless it is a dose or has a label of its own."""
    for clause in following:
        start, end = clause.sentence.start, clause.sentence.end
        if label_at(clause.plain, start, end) is None and not is_dose(clause.words):
            return start, _without_stop(clause.plain, end)
    return None


def _labelled(clause: Clause) -> tuple[int, int] | None:
    sentence = clause.sentence
    label = label_at(clause.plain, sentence.start, sentence.end)
    if label is None or label[0] is not LabelKind.FEEL or label[1] >= sentence.end:
        return None
    return label[1], _without_stop(clause.plain, sentence.end)


def _felt(clause: Clause) -> tuple[int, int] | None:
    sentence = clause.sentence
    for found in _FEEL.finditer(clause.plain, sentence.start, sentence.end):
        rest = clause.plain[found.end() : sentence.end]
        before = clause.plain[sentence.start : found.start()]
        if _NOT_A_STRETCH.search(rest) or _CONDITION.search(before[-40:]):
            continue
        ends = _CLAUSE_ENDS.search(clause.plain, found.end(), sentence.end)
        start = found.start()
        while clause.plain[start] in ", ":
            start += 1
        end = ends.start() if ends else _without_stop(clause.plain, sentence.end)
        return _without_and(clause.plain, start), end
    return None


def _without_and(plain: str, start: int) -> int:
    return start + 4 if plain.startswith("and ", start) else start


def _without_stop(plain: str, end: int) -> int:
    return end - 1 if plain[end - 1] in ".!" else end
