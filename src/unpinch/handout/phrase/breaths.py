"""A hold told in breaths: "hold for 5-10 breaths", "stay for a breath". Never turned to seconds."""

import re

from unpinch.handout.claim import NAMED, USUAL, WEAK, Claim, Field, of
from unpinch.handout.mention import Mention
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb

_FOR = re.compile(r"\bfor(?: (?:the next|another|about|around|a few|at least|up to|a|of)){0,3}\s$")
_TAKE = re.compile(
    r"\b(?:take|taking|enjoy|breathe|breathing|with|complete)"
    r"(?: (?:deeply|slowly|here|in and out|for|about|at least|up to|another)){0,3}\s$"
)
# "Breathe slowly five times" is five breaths.
_BREATHE_TIMES = re.compile(
    r"\bbreath(?:e|ing)?(?: (?:slowly|deeply|gently|calmly|here|in and out|and"
    r"|through your nose)){0,4}\s$"
)
_CROSSED = re.compile(r"(?<![a-z])x\s?$")
# "Eight to ten slow breaths." with nothing else in the sentence.
_ALONE = re.compile(r"^\s{0,3}$|[,:;-]\s{0,3}$")
_ENDS = re.compile(
    r"^\s{0,2}(?:$|[.;!]|x ?\d|here\b|each\b|per\b|(?:on|to|for) (?:each|both|the)\b)"
)
_NAMING = (Verb.HOLD, Verb.STAY)
_HOLDING = (Verb.HOLD, Verb.STAY, Verb.TENSE)
_FLOWING = (Verb.REPEAT, Verb.MOVE, Verb.REST)


class Breaths:
    """How many breaths to stay in the position."""

    field = Field.BREATHS

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a hold in breaths."""
        if mention.amount.unit is Unit.TIME and _BREATHE_TIMES.search(mention.before):
            return of(self.field, mention, mention.amount.start, mention.amount.end, WEAK)
        if mention.amount.unit is not Unit.BREATH:
            return None
        strength = self._strength(mention)
        if strength is None:
            return None
        verb = mention.governing
        near = verb is not None and 0 <= mention.amount.start - verb.end <= 34
        held = verb is not None and near and verb.verb in _NAMING
        led = _FOR.search(mention.before)
        start = mention.start_of(led.group()) if led else mention.amount.start
        start = verb.start if verb is not None and held else start
        return of(self.field, mention, start, mention.amount.end, strength)

    def _strength(self, mention: Mention) -> int | None:
        if mention.verb in _FLOWING:
            return None
        led = _FOR.search(mention.before) is not None
        if mention.verb is Verb.HOLD or mention.after.startswith(" hold"):
            return NAMED
        if mention.verb in _HOLDING and led:
            return NAMED
        if led:
            return USUAL
        if _CROSSED.search(mention.before):
            return USUAL
        if _ALONE.search(mention.before) and _ENDS.match(mention.after):
            return WEAK
        several = (mention.amount.high or mention.amount.low or 0) >= 2
        if several and _TAKE.search(mention.before):
            return WEAK
        return USUAL if several and mention.verb in _HOLDING else None
