"""The steps: the sentences that tell what to do, in order, without warnings, tips and purposes."""

import re

from unpinch.handout.caution import is_caution
from unpinch.handout.draft import Span, span_of
from unpinch.handout.instruction import starts_with_order
from unpinch.handout.label import label_at
from unpinch.handout.mention import Clause
from unpinch.handout.zone import Zone

_WHY = re.compile(r"\s{0,3}(?:purpose|aim|goal|benefit|why|what it does|target|muscle|main muscle"
                  r"|equipment|good for|helps|you will need|what you need)")  # fmt: skip
_ORDER_INSIDE = re.compile(
    r"[,;] (?:then |and |slowly |gently ){0,2}\w+ (?:your|the|both|one|it|them|up|down|forward"
    r"|for)\b"
    r"|\byou(?:r \w+)? (?:should|can|may|will) \w+"
)


def steps(text: str, clauses: list[Clause]) -> tuple[Span, ...]:
    """Each sentence that is a step."""
    return tuple(
        span_of(text, _start(clause), clause.sentence.end)
        for clause in clauses
        if clause.zone is Zone.MAIN and _is_step(clause)
    )


def _start(clause: Clause) -> int:
    label = label_at(clause.plain, clause.sentence.start, clause.sentence.end)
    return label[1] if label else clause.sentence.start


def _is_step(clause: Clause) -> bool:
    start, end = _start(clause), clause.sentence.end
    if _WHY.match(clause.plain, clause.sentence.start) or start >= end:
        return False
    words = clause.plain[start:end].strip()
    if starts_with_order(words):
        return not words.startswith(("do not", "don't"))
    return not is_caution(clause) and _ORDER_INSIDE.search(words) is not None
