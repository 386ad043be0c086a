"""Rest between repetitions or sets: "rest for 10 seconds", "30 seconds rest between sets"."""

import re

from unpinch.handout.claim import NAMED, USUAL, Claim, Field, of
from unpinch.handout.mention import Mention
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb

_REST_AFTER = re.compile(
    r"^[\s-]?(?:of )?(?:complete |short |full |rest and )?(?:rest|break|breather|relaxation"
    r"|recovery"
    r"|pause (?:between|before)|relax|gap)s?\b(?! (?:here|in|into))"
)
IN_POSITION = re.compile(r"^ (?:in (?:this|that|the) (?:position|pose|stretch)|here|there)\b")
_TO_REST = re.compile(r"^,? to (?:rest|recover|relax)\b(?! (?:on|in|your|the|against))")
_BETWEEN = re.compile(
    r"^,?(?: or so| or two| off)?,? (?:in )?between (?:each |the |every |your |all )?(?:of the )?"
    r"(?:sets?|reps?"
    r"|repetitions?|repeats"
    r"|each|exercises?|stretch(?:es)?|lifts?|contractions?|rounds?|sides?|squeezes?|one)\b"
)
# "Hold 5 seconds relax": the seconds are those of the hold.
_HELD_FOR = re.compile(r"\b(?:hold|squeeze)(?: it| this)?(?: for)?\s$")
_BETWEEN_BEFORE = re.compile(
    r"\bbetween (?:the |each |every )?(?:sets?|reps?|repetitions|them|rounds?"
    r"|series),?(?: (?:for|about|pause|take|of|a)){0,3}\s$"
)
_REST_FOR = re.compile(r"\b(?:rest|relax)(?:ing)? for (?:another )?$")
_ENDS = re.compile(r"^\s{0,2}(?:$|[.,;])")
_SETS = re.compile(r"\b(?:sets?|rounds?)\b")
_LEAD = re.compile(r"\brest")
_ON_CONDITION = re.compile(r"\b(?:if|when|whenever|should you)\b")
_MOVING_ON = re.compile(
    r"\bbefore (?:moving|going|starting|doing|beginning|you (?:start|begin|move|go)|the next|your"
    r" next)\b|\bnext exercise\b|\bother exercises\b|\bbetween exercises\b"
)


class Rest:
    """How long to rest, between what."""

    field = Field.REST

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a rest."""
        unit = mention.amount.unit
        if unit not in (Unit.SECOND, Unit.MINUTE, Unit.COUNT) and not _same_time(mention):
            return None
        strength = self._strength(mention)
        if strength is None or is_other_rest(mention):
            return None
        start, end = self._place(mention)
        between = "sets" if _SETS.search(mention.clause.words) else "reps"
        return of(self.field, mention, start, end, strength, between)

    def _strength(self, mention: Mention) -> int | None:
        if _BETWEEN_BEFORE.search(mention.before):
            return NAMED
        held = _HELD_FOR.search(mention.before) is not None
        if (_REST_AFTER.match(mention.after) and not held) or _LEAD.search(
            mention.clause.sentence.lead
        ):
            return NAMED
        if _TO_REST.match(mention.after) and not held:
            return NAMED
        if IN_POSITION.match(mention.after):
            return None
        led = mention.governing is not None and mention.governing.end <= mention.amount.start
        if led and mention.verb is Verb.REST:
            return NAMED
        pausing = mention.verb is not Verb.HOLD and _BETWEEN.match(mention.after)
        return USUAL if pausing else None

    def _place(self, mention: Mention) -> tuple[int, int]:
        amount, verb = mention.amount, mention.governing
        end = amount.end
        if behind := _REST_AFTER.match(mention.after):
            end += behind.end()
        near = verb is not None and 0 <= amount.start - verb.end <= 40
        resting = verb is not None and near and verb.verb in (Verb.REST, Verb.STAY)
        return (verb.start if verb is not None and resting else amount.start), end


def _same_time(mention: Mention) -> bool:
    """ "Squeeze for 6 seconds and rest for 6"."""
    before = mention.earlier
    seconds = before is not None and before.amount.unit is Unit.SECOND
    bare = mention.amount.unit is Unit.NONE and _REST_FOR.search(mention.before) is not None
    return seconds and bare and _ENDS.match(mention.after) is not None


def is_other_rest(mention: Mention) -> bool:
    """A rest that is only taken on a condition, or before the next exercise."""
    clause = mention.clause
    led = clause.last_before(_ON_CONDITION, mention.amount.start)
    return bool(clause.places(_MOVING_ON)) or led is not None
