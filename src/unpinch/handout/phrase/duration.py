"""Duration: going on by the clock: "do this for 2 to 4 minutes", "march for 30 seconds"."""

import re

from unpinch.handout.claim import NAMED, USUAL, WEAK, Claim, Field, of
from unpinch.handout.mention import Mention
from unpinch.handout.phrase.hold import AS_MANY_IN
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb

_LED = re.compile(
    r"\b(?:for|spend|in|duration|time|about|of|to|(?:start|begin)(?:ing)? (?:off )?with)"
    r"(?: (?:about|around|approximately|at least|up to"
    r"|a|the)){0,2} ?:?\s{0,3}$|^\s{0,3}$|[,;(|]\s{0,3}$|(?<![a-z])x\s?$"
)
# "10 minutes of gentle walking"; "after 5 minutes of walking" is when.
_OF_MOVING = re.compile(
    r"^ of (?:[a-z]{4,12} ){0,2}(?:walking|marching|cycling|pedalling|swimming|jogging|dancing"
    r"|rowing|stepping|rocking|rolling|bouncing|massage|massaging|arm circles|leg swings)\b"
)
_WHEN = re.compile(r"\b(?:after|following|before|every|within|than|warm[- ]?up)(?: \w{1,8}){0,2} $")
_IF = re.compile(r"\W{0,3}(?:if|unless|when)\b")
# "Do: 1 minute" is a label; what the exercise is says what the minute is.
_DO_LABEL = re.compile(r"\bdo ?:\s{0,4}$")
_LONG = (Unit.MINUTE, Unit.HOUR)
_GOING_ON = (Verb.MOVE, Verb.REPEAT)


class Duration:
    """How long to go on moving."""

    field = Field.DURATION

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a duration."""
        if not mention.amount.timed:
            return None
        strength = self._strength(mention)
        if strength is None:
            return None
        return of(self.field, mention, self._start(mention), mention.amount.end, strength)

    def _strength(self, mention: Mention) -> int | None:
        verb = mention.verb
        of_moving = _OF_MOVING.match(mention.after) and not _WHEN.search(mention.before)
        if verb is Verb.MOVE or of_moving or AS_MANY_IN.search(mention.before):
            return NAMED
        if verb is Verb.REPEAT:
            return WEAK if _DO_LABEL.search(mention.before) else USUAL
        minutes = mention.amount.unit in _LONG and not _IF.match(mention.clause.words)
        led = _LED.search(mention.before) is not None
        return WEAK if minutes and led and verb in (None, Verb.UP) else None

    def _start(self, mention: Mention) -> int:
        verb = mention.governing
        near = verb is not None and 0 <= mention.amount.start - verb.end <= 40
        going = verb is not None and near and verb.verb in _GOING_ON
        return verb.start if verb is not None and going else mention.amount.start
