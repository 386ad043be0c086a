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
# "Count 1, 2, 3 as you go up", "count to four as you lower", "while counting to two".
_COUNTED_OUT = re.compile(
    r"\b(?:count|counting)(?: slowly)?(?: to| up to)?(?: (?:\d|one|two|three|four|five),?"
    r"(?: and)?){0,5} $"
)
_AS_YOU_MOVE = re.compile(
    r"^,? (?:as|while|when) (?:you |your (?:\w+ ){1,3})(?:are )?(?:slowly |gently )?"
    r"(?:(?:do|doing|perform|performing|make|making|complete|completing) the )?(?:go|going"
    r"|com|lower|lift|rais|ris|bend|straighten|return|push|pull|mov|stand|sit|curl|roll|slid"
    r"|extend|clos|open)"
)
_MOVED_WHILE = re.compile(
    r"\b(?:while|as you|when) (?:you )?(?:slowly )?count(?:ing)? (?:slowly )?to $"
)
# "Lower it below the step (3 sec)".
_ASIDE = re.compile(r"\((?:over |about |for |slowly,? )?$")
_FOR_A_COUNT = re.compile(r"\bfor (?:a |the )?(?:slow |steady )?count of\s$")
# "Inhale, look up for 3 seconds": the time of a breath and its movement.
_BREATH_LEADS = re.compile(
    r"\W{0,3}(?:then |now )?(?:inhale|exhale|breathe (?:in|out))\b(?!.*\b(?:hold|stay|remain|keep))"
)
# "Breathe in for 4, out for 6".
_BREATHED = re.compile(
    r"\b(?:inhal\w+|exhal\w+|in|out)(?: left| right| through [^,.;]{3,24})? (?:for|to) $"
)
# One half of a movement there and back, right before its time.
_HALF = re.compile(
    r"\b(?:up|down|out|in|bend|straighten|lift|lower|raise|rise|push|pull|open|close|extend|flex"
    r"|stand|sit|curl|uncurl|return|forwards?|back(?:wards?)?)(?:,? (?:slowly|it|again))?"
    r"(?: (?:your|the) [a-z]{3,9})?(?: (?:for|over|in))? $"
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
        if _counted_out(mention) or _in_a_pair(mention):
            return True
        if unit is Unit.NONE:
            counted = _COUNT_OF.search(mention.before) is not None and self._moved(mention)
            return counted or (
                verb is Verb.BREATHE and _BREATHED.search(mention.before) is not None
            )
        if unit not in (Unit.SECOND, Unit.COUNT):
            return False
        if _is_held(mention) and not _OVER.search(mention.before):
            return False
        if _OVER.search(mention.before) or _TO_MOVE.match(mention.after):
            return True
        led = mention.governing is not None and mention.governing.end <= mention.amount.start
        if (led and verb in (Verb.BREATHE, Verb.DOWN)) or _BREATH_LEADS.match(mention.clause.words):
            return _FOR.search(mention.before) is not None or _beside_lowering(mention)
        if verb is not Verb.UP:
            return False
        return unit is Unit.COUNT or _beside_lowering(mention) or (led and _held_after(mention))

    def _moved(self, mention: Mention) -> bool:
        """ "Lift for a count of 3" is a time of moving where lowering has one too."""
        if mention.verb is not Verb.UP or not _FOR_A_COUNT.search(mention.before):
            return mention.verb in _MOVING
        later = mention.later
        back = later.governing if later else None
        return back is not None and back.start > mention.amount.end and back.verb in _MOVING

    def _start(self, mention: Mention) -> int:
        verb = mention.governing
        near = verb is not None and verb.end <= mention.amount.start
        over = _OVER.search(mention.before)
        if over and not near:
            return mention.start_of(over.group())
        return verb.start if verb is not None and near else mention.amount.start


def _is_held(mention: Mention) -> bool:
    """Whether a hold governs the number: not in "3 seconds up, hold", nor in "hold 2, 3 down"."""
    verb, start = mention.governing, mention.amount.start
    if verb is None or verb.verb not in (Verb.HOLD, Verb.STAY):
        return False
    if not _TO_MOVE.match(mention.after):
        return True
    return verb.start < start and "," not in mention.clause.plain[verb.end : start]


def _in_a_pair(mention: Mention) -> bool:
    """ "Bend for 3 seconds, straighten for 3 seconds" and "down 3 seconds, up 3 seconds"."""
    return _is_half(mention) and any(
        other is not None and _is_half(other) for other in (mention.earlier, mention.later)
    )


def _is_half(mention: Mention) -> bool:
    if mention.amount.unit not in (Unit.SECOND, Unit.COUNT):
        return False
    return _HALF.search(mention.gap_before) is not None


def _counted_out(mention: Mention) -> bool:
    """Counting aloud over a movement; of "1, 2, 3" the last number speaks for all."""
    if mention.amount.unit not in (Unit.NONE, Unit.COUNT):
        return False
    if _MOVED_WHILE.search(mention.before):
        return mention.verb in _MOVING
    counting = _COUNTED_OUT.search(mention.before) is not None
    return counting and _AS_YOU_MOVE.match(mention.after) is not None


def _beside_lowering(mention: Mention) -> bool:
    """ "Lower (3 seconds)"; "lift (2 seconds)" only where lowering has its time too."""
    if not _ASIDE.search(mention.before):
        return False
    beside = (mention.earlier, mention.later)
    return mention.verb is Verb.DOWN or any(
        one is not None and one.verb is Verb.DOWN and _ASIDE.search(one.before) for one in beside
    )


def _held_after(mention: Mention) -> bool:
    """ "Rise for 3 seconds, hold for 2": where a hold of its own follows, the first is moving."""
    later = mention.later
    if later is None or not later.amount.timed or not _FOR.search(mention.before):
        return False
    verb = later.governing
    return verb is not None and verb.verb is Verb.HOLD and verb.start > mention.amount.end
