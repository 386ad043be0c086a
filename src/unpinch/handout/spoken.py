"""A sheet's own steps, dealt out to where a session says them: start, move, hold, release.

They stay the sheet's words. What is too long to be followed by ear is cut at its commas; what
still finds no room is told to the person, who can shorten it.
"""

import re
from collections.abc import Iterable

import msgspec

from unpinch.exercises.wording import LONGEST
from unpinch.handout.posture import SAID
from unpinch.terms.dose import Kind

AS_IT_SAYS = "Do the exercise as your sheet says."  # where the sheet says nothing of it
# What is said where the sheet is silent, by what one turn is. Ours, and shown as ours.
_STAY = {
    Kind.HOLD: "Stay there.",
    Kind.MOVEMENT: "Move as far as is comfortable.",
    Kind.ACTIVITY: "Go at a pace that is comfortable.",
}
_BACK = {
    Kind.HOLD: "Let go slowly, and come back to the start.",
    Kind.MOVEMENT: "Come back to the start, and rest.",
    Kind.ACTIVITY: "Come to a stop, and rest.",
}
_POSITION = re.compile(
    r"\b(?:lie|lying|sit|sitting|stand|standing|kneel|kneeling|all fours|start|begin|position)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:then |and |now |slowly |gently )*(?:lower|return|release|relax|come back|let go|go back"
    r"|bring (?:it|your \w+) back)\b",
    re.IGNORECASE,
)
_ONLY_DOSE = re.compile(
    r"^(?:then |and |now )*(?:(?:repeat|switch|alternate|do the same)\b"
    r"|do (?:the|your) other (?:side|leg|arm|foot|knee|hand|heel)\b"
    r"|(?:hold|perform|do|complete|rest|stay|remain)\b[^.]*"
    r"(?:\d|\b(?:seconds?|minutes?|times|repetitions?|reps|sets?)\b))",
    re.IGNORECASE,
)
_FEEL = re.compile(r"^(?:you (?:should|will|may|might) feel\b|feel (?:the|a) stretch\b)", re.I)
_RIGHT_ANGLE = re.compile(r"\b(?:a |an )?90(?:°| ?degrees?)(?: angle)?", re.IGNORECASE)
_DEGREES = re.compile(r"°|\bdegrees?\b", re.IGNORECASE)
_CUT = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:and|then|while|until|keeping)\b)")


class Spoken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sheet says, and what of it found no room; empty where it is silent."""

    start: str = ""
    move: str = ""
    hold: str = ""
    release: str = ""
    unsaid: tuple[str, ...] = ()


def ours(kind: Kind | None, posture: str | None) -> dict[str, str]:
    """Our words for where the sheet has none, by field."""
    done = kind or Kind.HOLD
    return {
        "start": SAID.get(posture or "", "Get into position."),
        "move": AS_IT_SAYS,
        "hold_words": _STAY[done],
        "release": _BACK[done],
    }


def spoken(steps: Iterable[str]) -> Spoken:
    """Deal the steps out, in their order."""
    said, unsaid = [], list[str]()
    for step in steps:
        words = tidy(step)
        if not words or _ONLY_DOSE.search(words) or _FEEL.search(words):
            continue
        if _DEGREES.search(words):
            unsaid.append(words)
        else:
            said += _short(words)
    after = [one for one in said if _AFTER.search(one)]
    during = [one for one in said if one not in after]
    # "Stand up from a chair" speaks of a position; if it is all there is, it is the movement.
    start = during.pop(0) if len(during) > 1 and _POSITION.search(during[0]) else ""
    move, rest = _two(during)
    hold, rest = _two(rest)
    release, left = _two(after)
    return Spoken(
        start=start,
        move=move,
        hold=hold,
        release=release,
        unsaid=(*unsaid, *rest, *left),
    )


def tidy(words: str) -> str:
    """One sentence, calm, without braces, with its full stop."""
    words = _RIGHT_ANGLE.sub("a right angle", " ".join(words.split()))
    words = re.sub(r"[{}]", "", words).replace("!", ".").strip(" -–•*,;:")
    words = re.sub(r"\.{2,}", ".", words)
    if not words:
        return ""
    words = words[:1].upper() + words[1:]
    return words if words[-1] in ".?" else f"{words}."


def _short(words: str) -> list[str]:
    """Pieces that can be followed by ear."""
    if len(words) <= LONGEST:
        return [words]
    pieces = [""]
    for part in _CUT.split(words):
        joined = f"{pieces[-1]} {part}".strip()
        if len(joined) < LONGEST - 1:
            pieces[-1] = joined
        else:
            pieces.append(part)
    return [tidy(piece[: LONGEST - 1]) for piece in pieces if piece]


def _two(sentences: list[str]) -> tuple[str, list[str]]:
    """As many as may be said at once, at most two, and the rest."""
    if len(sentences) > 1 and len(f"{sentences[0]} {sentences[1]}") <= LONGEST:
        two = f"{sentences[0]} {sentences[1]}"
        if two.count(".") + two.count("?") <= 2:
            return two, sentences[2:]
    return (sentences[0], sentences[1:]) if sentences else ("", [])
