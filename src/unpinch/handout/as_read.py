"""What was read of an exercise, as the first thing to put right. Silence stays unknown."""

import re

from unpinch.handout.draft import Dose, Draft, DraftExercise
from unpinch.handout.likeness import position
from unpinch.handout.manner import kind_of, pace
from unpinch.handout.plain import plain
from unpinch.handout.settled import LONGEST_NAME, LONGEST_OFTEN, Settled, Sided
from unpinch.handout.spoken import spoken
from unpinch.terms.dose import Kind, Range

_SIDED_AS_READ: dict[str, Sided] = {
    "each_side": "one then the other",
    "alternating": "alternating",
    "both_together": "together",
    "affected_only": "none",
}
_LEADS_ON = re.compile(r"(?:a|an|the|at|on|in|of|to|with|and|or|for|from|your|by|&|[-–—|/(])", re.I)
_WALKS = re.compile(r"\b(?:walk|walks|walking|jog|jogging|stairs|stroll)\b")
_CYCLES = re.compile(r"\b(?:bike|bicycle|cycle|cycling|pedal(?:l?ing)?)\b")
_COUNTED_AS_READ = {"per_side": "on each side", "cycle": "on each side", "total": "in total"}


def as_read(read: DraftExercise) -> Settled:
    """What the sheet says of one exercise, and how it would be said in a session."""
    told = " ".join([read.name, *(step.text for step in read.steps)])
    # Not every sentence is a step: the position may stand beside the name, or in a caution.
    posture = position(plain(told)) or position(plain(read.span.text)) or _as_one_does(read)
    words = spoken(step.text for step in read.steps)
    sides = _SIDED_AS_READ.get(read.sides.value) if read.sides else None
    if sides is None and read.reps and read.reps.scope == "per_side":
        sides = "one then the other"
    return Settled(
        name=shortened(read.name, LONGEST_NAME) or "Exercise",
        exercise=read.exercise,
        kind=kind_of(read),
        hold_ms=_hold(read),
        repetitions=_repetitions(read),
        sets=_range(read.sets, 1) if read.sets else None,
        rest_ms=_rest(read.rest_s),
        sides=sides,
        counted=_COUNTED_AS_READ.get((read.reps and read.reps.scope) or ""),
        posture=posture,
        start=words.start,
        move=words.move,
        hold_words=words.hold,
        release=words.release,
        unsaid=words.unsaid,
    )


def _hold(read: DraftExercise) -> Range | None:
    if read.hold_s is not None:
        return _range(read.hold_s, 1000)
    if kind_of(read) is Kind.MOVEMENT:
        return pace(read.tempo)
    goes_on = kind_of(read) is Kind.ACTIVITY or read.reps is None
    return _range(read.duration_s, 1000) if goes_on and read.hold_breaths is None else None


def _as_one_does(read: DraftExercise) -> str | None:
    """One walks standing and cycles sitting, though no sheet says so."""
    if kind_of(read) is not Kind.ACTIVITY:
        return None
    told = plain(read.span.text)
    return "standing" if _WALKS.search(told) else "sitting" if _CYCLES.search(told) else None


def shortened(name: str, most: int) -> str:
    """A name of at most so many letters, cut between words and not after an "at the"."""
    words = name.split()
    if len(" ".join(words)) <= most:
        return " ".join(words)
    while len(words) > 1 and (len(" ".join(words)) > most or _LEADS_ON.fullmatch(words[-1])):
        words.pop()
    return " ".join(words)[:most].strip().rstrip(",;:-–—(")


def _repetitions(read: DraftExercise) -> Range | None:
    if read.reps is None:
        return Range(1, 1) if read.hold_s is None and read.duration_s is not None else None
    return _range(read.reps, 1)


def _rest(rest: Dose | None) -> Range | None:
    """Between sets; no rest at all is none."""
    found = _range(rest, 1000) if rest is not None and rest.between == "sets" else None
    return found if found is not None and found.low > 0 else None


def _range(dose: Dose | None, unit: int) -> Range | None:
    """Both ends; where the sheet leaves one open, the one it names. A goal is no dose."""
    if dose is None or dose.goal:
        return None
    low, high = (dose.min, dose.max) if dose.min is not None else (dose.max, dose.max)
    high = low if high is None else high
    if low is None or high is None or high < low:
        return None
    return Range(round(low * unit), round(high * unit))


def often_as_read(draft: Draft) -> str | None:
    """How often, if the sheet says so for every exercise."""
    spans = dict.fromkeys(
        one.frequency.span.text for one in draft.exercises if one.frequency is not None
    )
    everywhere = all(one.frequency is not None for one in draft.exercises)
    return "; ".join(" ".join(each.split()) for each in spans)[:LONGEST_OFTEN] if (
        spans and everywhere
    ) else None  # fmt: skip
