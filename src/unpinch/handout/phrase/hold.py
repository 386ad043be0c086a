"""The hold: seconds kept in the position, once per repetition.

"Hold for 30 seconds", "stay here for a minute", "a 5-second hold", "for a count of six", "10 x 5
secs", "release after 10 seconds". Not "hold on to the chair", not "hold your breath".
"""

import re

from unpinch.handout.claim import NAMED, USUAL, WEAK, Claim, Field, of
from unpinch.handout.cross import Role, role
from unpinch.handout.mention import Mention
from unpinch.handout.phrase.rest import IN_POSITION
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb

_HOLD_AFTER = re.compile(r"^[\s-]{0,2}(?:\w{1,12} ){0,2}(?:holds?|isometric|pause at)\b")
_RELEASE_AFTER = re.compile(
    r"^,? (?:(?:then|and|you can|slowly|gently|,) ){0,3}(?:release|lower|return|relax|let go|inhale"
    r"|exhale|come back|switch|change|swap|bring|go back|slowly|gently|repeat)\b"
)
_AFTER = re.compile(r"\bafter(?: (?:about|around|approximately|at least|a|the))?\s$")
_AFTER_ENDS = re.compile(r"\b(?:release|lower|return|relax|let go|come back|switch|change|swap)\b")
_COUNT_TO = re.compile(
    r"\b(?:counts?|counting|count slowly|slowly count)(?: out loud| slowly)? (?:of|to|up to)"
    r"(?: about| the count of)?\s$"
)
_BARE = re.compile(
    r"\bh(?:o|u)ld(?:s|ing)?(?: (?:for|it|this|position|stretch|the|each|time|about|up to)){0,4}"
    r"(?: ?\((?:in )?(?:secs?|seconds|s)\.?\))? ?[:=(|-]{0,2}\s{0,3}$"
)
_BARE_AFTER = re.compile(
    r"^\s{0,3}(?:$|[.,;)|x]|and\b|then\b|repeat\b|each\b|on each\b|per\b|before\b|while\b|\()"
)
_REPS_OF = re.compile(r"\b(?:reps?|repetitions|times|holds) (?:of|at|x)\s$")
# "As many as you can in 30 seconds" is how long to go on.
AS_MANY_IN = re.compile(r"\bas many (?:\w+ )?as (?:you can|possible)(?: do)?,? (?:in|within) $")
_LEAD = re.compile(r"\bhold\w{0,3}\b")
_MIN_FOR = re.compile(r"\bfor\b")
_A_SIDE = re.compile(
    r"^ (?:ea\b|(?:on |for )?(?:each|per|either|a) (?:side|leg|arm)|a side|each\b)"
)
_NOT_A_DOSE = re.compile(
    r"^\s?(?:later|afterwards?|before (?:each|every|your|the) meal|apart|ago)\b"
)


class Hold:
    """How long to hold the position."""

    field = Field.HOLD

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a hold."""
        strength = self._strength(mention)
        if strength is None or _NOT_A_DOSE.match(mention.after):
            return None
        if AS_MANY_IN.search(mention.before):
            return None
        counted = mention.amount.unit is Unit.COUNT or _COUNT_TO.search(mention.before)
        start, end = self._place(mention)
        return of(self.field, mention, start, end, strength, "count" if counted else "")

    def _strength(self, mention: Mention) -> int | None:
        match mention.amount.unit:
            case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
                return self._timed(mention)
            case Unit.QUOTE:
                held = mention.verb is Verb.HOLD or role(mention) is Role.TIME
                return NAMED if held or _LEAD.search(mention.clause.sentence.lead) else None
            case Unit.COUNT:
                return NAMED if mention.verb in (Verb.HOLD, Verb.STAY, Verb.TENSE) else None
            case Unit.NONE:
                return self._bare(mention)
            case _:
                return None

    def _timed(self, mention: Mention) -> int | None:
        if _HOLD_AFTER.match(mention.after) or _LEAD.search(mention.clause.sentence.lead):
            return NAMED
        if _REPS_OF.search(mention.before):
            return NAMED
        if _AFTER.search(mention.before):
            ends = _RELEASE_AFTER.match(mention.after) or _AFTER_ENDS.search(mention.before)
            return USUAL if ends else None
        return self._by_verb(mention)

    def _by_verb(self, mention: Mention) -> int | None:
        seconds = mention.amount.unit is Unit.SECOND
        match mention.verb:
            case Verb.HOLD:
                return NAMED
            case Verb.STAY | Verb.TENSE:
                return USUAL
            case Verb.REST if IN_POSITION.match(mention.after):
                return USUAL
            case Verb.UP if seconds and _MIN_FOR.search(mention.gap_before):
                return WEAK
            case None if seconds:
                return WEAK
            case Verb.UP if seconds and (
                role(mention) is Role.TIME or _A_SIDE.match(mention.after)
            ):
                return WEAK
            case _:
                return None

    def _bare(self, mention: Mention) -> int | None:
        if _COUNT_TO.search(mention.before):
            return NAMED if mention.verb in (Verb.HOLD, Verb.STAY) else USUAL
        bare = _BARE.search(mention.gap_before) and _BARE_AFTER.match(mention.after)
        return USUAL if bare else None

    def _place(self, mention: Mention) -> tuple[int, int]:
        """From the verb on, when it stands near; else from "for" or the number itself."""
        verb, amount = mention.governing, mention.amount
        end = amount.end
        if behind := _HOLD_AFTER.match(mention.after):
            end += behind.end()
        near = verb is not None and 0 <= amount.start - verb.end <= 34
        if verb is not None and near and verb.verb in (Verb.HOLD, Verb.STAY, Verb.TENSE):
            return verb.start, end
        led = re.search(r"\b(?:for|after)(?: \w{1,12}){0,3} $", mention.before[-40:])
        return (mention.start_of(led.group()) if led else amount.start), end
