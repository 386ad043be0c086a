"""What a sheet leaves open and how it is settled, in sentences: whose each number and word is."""

from collections.abc import Iterator

from unpinch.handout.settled import TWO_SIDED, WORDS, Settled
from unpinch.handout.spoken import ours
from unpinch.terms.dose import Kind

# Each sentence about an answer holds `ANSWER` of the exercise model.
_ANSWERED = {
    "hold_ms": ("hold", "How long each one is held is your answer, not the sheet's."),
    "repetitions": ("repetitions", "How many times is your answer: the sheet leaves it open."),
    "sides": ("sides", "The other side too: that is your answer, the sheet leaves it open."),
    "counted": (
        "counted",
        "In all or on each side: that is your answer, the sheet leaves it open.",
    ),
}
_TURN_ANSWERED = {
    Kind.MOVEMENT: "How long each one takes is your answer, not the sheet's.",
    Kind.ACTIVITY: "How long it goes on is your answer, not the sheet's.",
}


def readings(one: Settled) -> dict[str, str]:
    """A sentence for each line of the exercise file that the sheet does not decide."""
    answered = one.said_by_person - (set() if one.sides in TWO_SIDED else {"sides", "counted"})
    found = {key: says for field, (key, says) in _ANSWERED.items() if field in answered}
    if one.done in _TURN_ANSWERED and found.pop("hold", ""):
        found[str(one.done)] = _TURN_ANSWERED[one.done]
    found |= dict(_read_by_us(one))
    return found


def _read_by_us(one: Settled) -> Iterator[tuple[str, str]]:
    if one.done is Kind.MOVEMENT and one.hold_ms is None and one.turn_ms is not None:
        yield "movement", "The sheet does not say how fast. The pace is ours; take your time."
    if one.several_sets and (says := _rest_is_ours(one)):
        yield "rest", says
    if one.sides in TWO_SIDED:
        yield "first", "The sheet does not decide which side is first. We begin with the right."
    if mine := our_words(one):
        words = " ".join(f"“{each}”" for each in mine)
        yield "words", f"Our words, where the sheet has none: {words}"


def our_words(one: Settled) -> tuple[str, ...]:
    """What is said and stands nowhere on the sheet."""
    filled = ours(one.done, one.posture)
    return tuple(filled[field] for field in WORDS if not getattr(one, field))


def _rest_is_ours(one: Settled) -> str:
    if "rest_ms" in one.said_by_person:
        return "How long you rest between sets is your answer, not the sheet's."
    if one.rest_ms is None:
        return "The sheet gives no rest between its sets. Pause whenever you want more than ours."
    if not one.rest_ms.single:
        return "The sheet leaves open how long you rest. We take the longer time."
    return ""
