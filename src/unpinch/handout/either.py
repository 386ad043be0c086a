"""A sheet's words that name one side, made to fit whichever side works.

"Slide your right heel up ... then the other leg": said as it stands on the left side, too, it would
name the wrong heel. The limb that is named first in what to do is the one that works; the other
side's name becomes the opposite one. A right angle is no side.
"""

import re
from collections.abc import Mapping

from unpinch.exercises.wording import LONGEST
from unpinch.terms.side import Side

_LIMB = (
    r"(?:upper |lower |front |back |top |bottom )?"
    r"(?:legs?|knees?|foot|feet|heels?|toes?|ankles?|calf|shins?|thighs?|hips?|buttocks?|hamstrings?"
    r"|arms?|hands?|elbows?|wrists?|shoulders?|fingers?|palms?|forearms?|ears?)"
)
_OF_A_LIMB = re.compile(rf"\b(?P<side>left|right)(?= {_LIMB}\b)", re.IGNORECASE)
_SIDE = re.compile(
    rf"\b(?P<side>left|right)(?= (?:{_LIMB}|side)\b)"
    r"|(?<=\bto the )(?P<there>left|right)(?=[,.;]| and\b| or\b| then\b|$)",
    re.IGNORECASE,
)


def for_either_side(said: Mapping[str, str], first: Side) -> dict[str, str]:
    """The same words with {side} and {opposite}; without a side where that would be too long.

    The start position is said once, before the first side: it names that one.
    """
    works = _works(said)
    if works is None:
        return dict(said)
    return {
        key: _named(_SIDE.sub(lambda one: _whose(one[0], works), words), first)
        if key == "start"
        else _fitted(words, works)
        for key, words in said.items()
    }


def _named(words: str, side: Side) -> str:
    return words.replace("{side}", side.value).replace("{opposite}", side.opposite.value)


def _works(said: Mapping[str, str]) -> str | None:
    """The side whose limb is named first, in what to do before all else."""
    for key in ("move", "hold_words", "start", "release"):
        if found := _OF_A_LIMB.search(said.get(key, "")):
            return found["side"].lower()
    return None


def _fitted(words: str, works: str) -> str:
    filled = _SIDE.sub(lambda one: _whose(one[0], works), words)
    if len(filled) <= LONGEST:
        return filled
    return re.sub(rf"\b(?:left|right) (?={_LIMB}\b)", "", words, flags=re.IGNORECASE)


def _whose(side: str, works: str) -> str:
    """At the head of a sentence the word before keeps its capital."""
    head = "Your " if side[0].isupper() else ""
    return head + ("{side}" if side.lower() == works else "{opposite}")
