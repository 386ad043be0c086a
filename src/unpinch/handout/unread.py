"""What looks like a dose and was read for nothing: shown, so that no number is lost silently.

A number that is plainly no dose (an angle, a page) or is for later (a goal, a variation) is not
missed. Everything else either gave a value, says a value again, or stands here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from unpinch.handout.claiming import claim_to, is_refused
from unpinch.handout.cross import role
from unpinch.handout.draft import Dose, DraftExercise, Span, span_of
from unpinch.handout.line import Kind, Line
from unpinch.handout.mention import Clause, Mention, clause
from unpinch.handout.sentence import Sentence
from unpinch.handout.unit import Unit
from unpinch.handout.zone import Zone

_LIKE_A_DOSE = (
    Unit.SECOND, Unit.MINUTE, Unit.COUNT, Unit.BREATH, Unit.TIME, Unit.CROSS, Unit.REP, Unit.SET,
    Unit.MOVEMENT,
)  # fmt: skip
# Where the word after a number was taken for the label of the next one.
_COUNTED = re.compile(r" ?(?:reps?|repetitions?|times|sets|breaths)\b")
_FIELDS = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")
_LATER = (Zone.GOAL, Zone.VARIATION, Zone.CAUTION, Zone.WHY)


def unread_in(text: str, one: DraftExercise, clauses: Iterable[Clause]) -> list[Span]:
    """The sentences of an exercise with a dose that gave none of its values."""
    taken = list(value_spans(one))
    return [
        span_of(text, each.sentence.start, each.sentence.end)
        for each in clauses
        if each.zone not in _LATER
        and any(_is_lost(mention, one, taken) for mention in each.mentions)
    ]


def unread_lines(
    text: str, plain: str, found: Sequence[Line], looked_at: Iterable[Clause]
) -> list[Span]:
    """The lines with a dose that are in no sentence of any exercise or of what was set aside."""
    covered = sorted((one.sentence.start, one.sentence.end) for one in looked_at)
    return [
        span_of(text, line.start, line.end)
        for line in _outside(found, covered)
        if any(map(is_like_a_dose, _clause(plain, line).mentions))
    ]


def is_like_a_dose(mention: Mention) -> bool:
    """Whether the number counts what doses count and nothing says that it is none."""
    like = mention.amount.unit in _LIKE_A_DOSE or role(mention) is not None
    like = like or _COUNTED.match(mention.behind_number) is not None
    return like and mention.amount.single != 1 and not is_refused(mention)


def _clause(plain: str, line: Line) -> Clause:
    return clause(plain, Sentence(line.start, line.end, line=-1), Zone.MAIN)


def _outside(found: Sequence[Line], covered: list[tuple[int, int]]) -> Iterator[Line]:
    at = 0
    for line in found:
        if line.kind in (Kind.BLANK, Kind.RULE):
            continue
        while at < len(covered) and covered[at][1] <= line.start:
            at += 1
        if at == len(covered) or covered[at][0] >= line.end:
            yield line


def _is_lost(mention: Mention, one: DraftExercise, taken: list[Span]) -> bool:
    amount = mention.amount
    if any(span.start < amount.end and amount.start < span.end for span in taken):
        return False
    return is_like_a_dose(mention) and not _says_again(mention, one)


def _says_again(mention: Mention, one: DraftExercise) -> bool:
    claim = claim_to(mention)
    if claim is None:
        return False
    if claim.goal or claim.field.startswith(("per_", "every_", "tempo")):
        return True
    value: Dose | None = getattr(one, claim.field)
    return value is not None and (value.min, value.max) == (claim.low, claim.high)


def value_spans(one: DraftExercise) -> Iterator[Span]:
    """The places of all values of an exercise, and of what it leaves open."""
    values = [getattr(one, name) for name in (*_FIELDS, "tempo", "frequency")]
    yield from (value.span for value in values if value is not None)
    yield from one.vague_dose
    yield from (question.span for question in one.questions if question.span is not None)
