"""Sets: "3 sets of 10", "3 x 10", "10 reps x 3", "ten times for three sets", "Sets: 3"."""

import re

from unpinch.handout.claim import NAMED, USUAL, Claim, Field, of
from unpinch.handout.cross import Role, role
from unpinch.handout.mention import EXPLAINS, Mention
from unpinch.handout.unit import Unit

_LABEL = re.compile(r"\b(?:no\.? of |number of )?sets?(?: [a-z]{1,12})? ?[:=(-]?\s{0,4}$")
_OF_LABEL = re.compile(r"\b(?:each|per|every|a|one|the|this|that|next|first|of) sets?\s")
_FOR_SESSIONS = re.compile(r"\bfor\s(?:about\s)?$")
_THE_SET = re.compile(r"\brepeat (?:this |the |each |whole |entire |complete ){0,3}(?:sets?"
                      r"|circuit)"
                      r"\s{0,3}$")  # fmt: skip
# "These two make one set."
_MAKE_ONE = re.compile(r"\bmakes?(?: up)? $")


class Sets:
    """How many groups of repetitions."""

    field = Field.SETS

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a count of sets."""
        amount = mention.amount
        explained = EXPLAINS.search(mention.before) or _MAKE_ONE.search(mention.before)
        if not self._speaks(mention) or explained:
            return None
        strength = NAMED if amount.unit is Unit.SET else USUAL
        claim = of(self.field, mention, amount.start, amount.end, strength)
        more = "more" in amount.manner and amount.single is not None
        if more and claim.low is not None:
            return Claim(self.field, claim.low + 1, claim.low + 1, claim.start, claim.end, strength)
        return claim

    def _speaks(self, mention: Mention) -> bool:
        unit = mention.amount.unit
        if unit is Unit.SET:
            return True
        if unit is Unit.SESSION:
            return _FOR_SESSIONS.search(mention.before) is not None
        if unit is Unit.TIME:
            return _THE_SET.search(mention.before) is not None
        if role(mention) is Role.SETS:
            return True
        return unit is Unit.NONE and self._labelled(mention.gap_before)

    def _labelled(self, gap: str) -> bool:
        if gap.rstrip().endswith(" of"):
            return False  # "do sets of 10": ten is the count
        return _LABEL.search(gap) is not None and _OF_LABEL.search(gap) is None
