"""Tempo: the time for moving, never for holding: "lower over 3 seconds", "2 seconds up, 3 down"."""

import re
from dataclasses import replace

from unpinch.handout.claim import USUAL, Claim, Field, of
from unpinch.handout.mention import Mention
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb

_OVER = re.compile(
    r"\b(?:(?<!for )(?<!hold )over|taking|take|takes|taken)"
    r"(?: (?:the next|a period of|about|approximately|around|at least|a|a slow|count of)){0,3}\s$"
)
_TO_MOVE = re.compile(
    r"^,? (?:to (?:go|come|get|lower|lift|raise|rise|return|bend|straighten|stand|sit|push|pull"
    r"|move|reach|curl|release|complete|descend|extend|bring|roll)\b"
    r"|(?:up|down|in|out|on the way|each way|back)\b(?! (?:front|the|to 10|your)))"
)
_COUNT_OF = re.compile(r"\b(?:to|for|on|over|with|in) (?:a )?(?:slow |steady )?count (?:of|to)\s$")
_FOR = re.compile(
    r"\b(?:for|in|over|on|to|with)(?: a)?(?: (?:about|around|approximately"
    r"|at least|up to))?\s$"
)
_FOR_A_COUNT = re.compile(r"\bfor (?:a |the )?(?:slow |steady )?count of\s$")
# "Inhale, look up for 3 seconds": the time of a breath and its movement.
_BREATH_LEADS = re.compile(
    r"\W{0,3}(?:then |now )?(?:inhale|exhale|breathe (?:in|out))\b(?!.*\b(?:hold|stay|remain|keep))"
)
# "Breathe in for 4, out for 6".
_BREATHED = re.compile(
    r"\b(?:inhal\w+|exhal\w+|in|out)(?: left| right| through [^,.;]{3,24})? (?:for|to) $"
)
_MOVING = (Verb.DOWN, Verb.UP, Verb.BREATHE)
_LONGEST_S = 20


class Tempo:
    """How long a movement takes."""

    field = Field.TEMPO

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as the time of a movement."""
        amount = mention.amount
        if (amount.low or amount.high or 0) > _LONGEST_S or not self._speaks(mention):
            return None
        end = amount.end
        if moved := _TO_MOVE.match(mention.after):
            end += moved.end()
        start = self._start(mention)
        words = mention.clause.plain[start:end]
        return replace(of(self.field, mention, start, end, USUAL), note=words)

    def _speaks(self, mention: Mention) -> bool:
        unit, verb = mention.amount.unit, mention.verb
        if unit is Unit.NONE:
            counted = _COUNT_OF.search(mention.before) is not None and self._moved(mention)
            return counted or (
                verb is Verb.BREATHE and _BREATHED.search(mention.before) is not None
            )
        if unit not in (Unit.SECOND, Unit.COUNT):
            return False
        if verb in (Verb.HOLD, Verb.STAY) and not _OVER.search(mention.before):
            return False
        if _OVER.search(mention.before) or _TO_MOVE.match(mention.after):
            return True
        led = mention.governing is not None and mention.governing.end <= mention.amount.start
        if (led and verb in (Verb.BREATHE, Verb.DOWN)) or _BREATH_LEADS.match(mention.clause.words):
            return _FOR.search(mention.before) is not None
        return verb is Verb.UP and unit is Unit.COUNT

    def _moved(self, mention: Mention) -> bool:
        """ "Lift for a count of 3" is a time of moving where lowering has one too."""
        if mention.verb is not Verb.UP or not _FOR_A_COUNT.search(mention.before):
            return mention.verb in _MOVING
        later = mention.later
        return later is not None and later.verb in (Verb.DOWN, Verb.UP)

    def _start(self, mention: Mention) -> int:
        verb = mention.governing
        near = verb is not None and verb.end <= mention.amount.start
        over = _OVER.search(mention.before)
        if over and not near:
            return mention.start_of(over.group())
        return verb.start if verb is not None and near else mention.amount.start
