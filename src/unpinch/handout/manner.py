"""Is it held, is it a movement, or does it go on for minutes? Only what the sheet says counts.

A sheet that counts repetitions and names no hold may mean either; that is asked, never guessed.
"""

import re

from unpinch.handout.amount import amounts
from unpinch.handout.draft import DraftExercise, Worded
from unpinch.handout.plain import plain
from unpinch.terms.dose import Kind, Range

# How long a repetition there and back takes where the sheet is silent: two calm ways. [ours]
PACE_MS = Range(4_000, 4_000)
# Said over the whole of a repetition by a voice; a slower tempo is no movement any more.
_SLOWEST_S = 60
_NOT_HELD = re.compile(
    r"\b(?:do not|don't|never|no|without|rather than|instead of)(?: any| a)? (?:hold|holding"
    r"|pausing|stopping)\b(?! (?:on\b|onto\b|(?:your |the )?breath))"
    r"|\bkeep(?:ing)? (?:it|them|your \w+|the \w+)? ?moving\b|\bcontinuous(?:ly)?\b"
)
# What is held by its very name; for how long is still asked.
_HELD = re.compile(
    r"\b(?:stretch(?:es)?|pose|planks?|wall sits?)\b|\b(?:hold|stay)\b(?! on\b| (?:on)?to\b"
    r"| (?:your |the )?breath)"
)
_WHOLE = re.compile(r"takes?\b")
_CODE = re.compile(r"\d ?[-/:] ?\d ?[-/:] ?\d(?: ?[-/:] ?\d)?")


def kind_of(read: DraftExercise) -> Kind | None:
    """What the sheet makes of it; None where it leaves that open."""
    if read.hold_s is not None or read.hold_breaths is not None:
        return Kind.HOLD
    goes_on = read.duration_s is not None
    if _NOT_HELD.search(plain(read.span.text)):
        return Kind.ACTIVITY if goes_on else Kind.MOVEMENT
    held = _HELD.search(plain(f"{read.name}. {read.span.text}")) is not None
    if held or read.exercise is not None or any(each.about == "hold_s" for each in read.questions):
        return Kind.HOLD
    if goes_on:
        return Kind.ACTIVITY
    return Kind.MOVEMENT if read.tempo is not None else None


def pace(tempo: Worded | None) -> Range | None:
    """How long one there and back takes, if the sheet's tempo has its seconds."""
    if tempo is None:
        return None
    words = plain(tempo.value)
    if code := _CODE.fullmatch(words.strip()):
        seconds = float(sum(int(digit) for digit in code[0] if digit.isdigit()))
    else:
        ways = [one.single or 0 for one in amounts(words, 0, len(words)) if one.timed]
        # A tempo of one way is taken for both, unless it says what a whole one takes.
        one_way = len(ways) == 1 and not _WHOLE.match(words)
        seconds = sum(ways) * (2 if one_way else 1) if all(ways) else 0
    if not 1 <= seconds <= _SLOWEST_S:
        return None
    whole = round(seconds * 1000)
    return Range(whole, whole)
