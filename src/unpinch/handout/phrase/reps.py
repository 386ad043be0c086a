"""Repetitions: "repeat 10 times", "8-12 reps", "do 10 on each side", "x10", "12 slow squats"."""

import re
from dataclasses import replace

from unpinch.handout.claim import NAMED, USUAL, WEAK, Claim, Field, of
from unpinch.handout.cross import Role, role
from unpinch.handout.mention import EXPLAINS, Mention
from unpinch.handout.unit import Unit

_ABOUT = (
    r"(?:(?:for|with|about|approximately|approx\.?|around|roughly|up ?to|at ?least|another|only"
    r"|just"
    r"|between|a further|a total of|a maximum of|a minimum of|the|a set of|sets? of|x|all|from"
    r"|over|of|to build up to|to work up to|build up to|work up to)\s{1,3}){0,4}"
)
_REPEAT = re.compile(
    r"\b(?:repeat|repeated|repeating|repeats|alternate|alternating|do|perform|complete|redo)\b"
)
_ORDER = re.compile(
    r"(?:\b(?:do|perform|complete|make|draw|trace|try|aim|repeat|repeat this|start|start with"
    r"|starting with"
    r"|begin with|after|take|count|practi[sc]e|doing|performing|completing|and|then|exercise|each)"
    r"\s{1,3}"
    rf"|\b(?:walk|step|march)(?:ing)?(?: \w{{1,12}}){{0,4}}\s{{1,3}}|\bhave\s"
    rf"|\)\s{{1,3}}(?=for\s)|[,:;(|-]\s{{0,3}}|^\s{{0,3}}){_ABOUT}\(?$"
)
_BARE_ORDER = re.compile(
    r"(?:\b(?:do|perform|complete|repeat|repeats?|repeat this|aim|start|start with|starting with"
    r"|begin with|try|redo|then|doing|exercise|repeating|(?:go|aim|shoot|looking) for|want|and"
    r"|to):?\s{1,4}|^\s{0,3}|[,;:(]\s{0,3})"
    rf"{_ABOUT}$"
)
_LABEL = re.compile(
    r"\b(?:reps?|repetitions?|repeats?|repeat|how many(?: times)?)(?: (?:per|each) \w{1,8})?"
    r" ?[:=(|-]?\s{0,4}$"
)
_SETS_OF = re.compile(
    r"\b(?:sets?|rounds?|series|circuits?|lots?) of\s{1,3}"
    r"(?:(?:about|up ?to|at ?least|around|between|from)\s{1,3})?$"
)
_FREE_AFTER = re.compile(
    r"^ ?/ ?(?:side|leg|arm|hand|foot)\b|^ (?:at|in|per) (?:each |every |a |one )?(?:session"
    r"|time|sitting)\b"
    r"|^\s{0,3}(?:$|[.,;)|]|(?:on|to|with|for|in|per|of|from)\b.{0,20}?\b(?:each|either|both"
    r"|every|one"
    r"|other|opposite|left|right|these|side|leg|arm|way|direction|this|them|a row)\b|each\b|every\b"
    r"|per\b|ea\b|a side|either side|both|altogether|in all|or so\b|daily|clockwise"
    r"|anti-?clockwise|counter-?clockwise|forwards?"
    r"|backwards?|(?:leading|starting) (?:with|on)\b|or more|more\b"
    r"|and (?:then|repeat|rest|relax|switch|gradually|slowly|work"
    r"|build|increase|progress|aim)\b|then\b|twice|in total|total)"
)
_NOT_FREE_ALONE = re.compile(r"\b(?:and|then|to)\s{1,3}(?:\w+\s){0,2}$|^\s{0,3}$|[,;:(]\s{0,3}$")
# What ties a loose number to the exercise: a side, a sum, or "more".
_TIED = re.compile(
    r"^\s{0,3}(?:(?:on|to|with|for|in|per|of)\s)?(?:each|ea|per|either|the other|the opposite|both"
    r"|the (?:left|right)|one (?:side|direction|way)|every|a side)\b"
    r"|^ ?/ ?(?:side|leg|arm|hand|foot)\b|^\s(?:more|in total|in all|altogether|total)\b"
    r"|^ or so(?=[.,;]|$)"
)
_OF_THESE = re.compile(
    r"^ of (?:those|these|them)\b(?! (?:exercises|stretches|movements|poses|positions|muscles"
    r"|days|weeks))"
)
_MAKE_ORDER = re.compile(
    rf"(?:\b(?:do|perform|complete|make|repeat|try|aim for)\s{{1,3}}{_ABOUT}|^\s{{0,3}})$"
)
_EACH_WAY = re.compile(
    r"^ (?!(?:exercis|stretch|session|day|week|pillow|finger|hand|step back)\w*)"
    r"(?:[a-z-]{3,12} ){0,2}[a-z]{3,12}s,? (?:(?:in|to|on|for|with|per) )?"
    r"(?:each|both|either|every) (?:way|direction|side|leg|arm|foot|hand)s?\b"
)
_AGAIN = re.compile(r"\banother\s$")
_ONCE = re.compile(
    r"\b(?:repeat|do|perform|redo)(?: (?!if|when|once)\w{1,12}){0,4}(?: just| only)? $"
)
_EVERY_AFTER = re.compile(
    r"^,? (?:every|an|each(?! (?:side|leg|arm|foot|hand|way|direction))(?![.,;])|per)\b"
)
_NOT_AT_A_TIME = re.compile(r"\b(?:at|of the|each|every|some|any|many|few|more than) $")
# "Stretches (each 3 times, hold 20 seconds)".
_EACH_OPENS = re.compile(r"(?:^|[(,;:])\s?each $")
_LEAD = re.compile(
    rf"(?:\b(?:repeat|do|perform|complete)\s{{1,3}}{_ABOUT}|\balternat(?:e|ing) .{{0,30}}"
    r"|(?<![a-z])x\s?)$"
)
_SETS_LEAD = re.compile(r"\b[\w-]{1,9} (?:sets?|rounds?|lots?) (?:of|x)\s{1,2}$")
_STEPS_ARE_COUNTED_FROM = 5


class Reps:
    """How many repetitions."""

    field = Field.REPS

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a count of repetitions."""
        strength = self._strength(mention)
        if strength is None:
            return None
        start, end = self._place(mention)
        claim = of(self.field, mention, start, end, strength)
        more = "more" in mention.amount.manner or "further" in mention.amount.manner
        more = more or mention.before.rstrip().endswith(("another", "a further", "an additional"))
        more = more or mention.after.lstrip().startswith("more")
        return replace(claim, more=more)

    def _strength(self, mention: Mention) -> int | None:
        if EXPLAINS.search(mention.before):
            return None
        match mention.amount.unit:
            case Unit.REP:
                return NAMED
            case Unit.TIME:
                return self._times(mention)
            case Unit.MOVEMENT:
                return self._movements(mention)
            case Unit.CROSS:
                return NAMED if role(mention) is Role.REPS else None
            case Unit.NONE:
                return self._bare(mention)
            case _:
                return None

    def _times(self, mention: Mention) -> int | None:
        at_a_time = _NOT_AT_A_TIME.search(mention.before) and not _EACH_OPENS.search(mention.before)
        if at_a_time or role(mention) is Role.SETS:
            return None
        written = mention.clause.plain[mention.amount.start : mention.amount.end]
        if written in ("once", "twice") and _EVERY_AFTER.match(mention.after):
            return None
        if written in ("once", "one time"):
            return USUAL if _ONCE.search(mention.before) else None
        return NAMED if _REPEAT.search(mention.before) else USUAL

    def _movements(self, mention: Mention) -> int | None:
        if role(mention) is Role.REPS or _SETS_OF.search(mention.before):
            return NAMED
        if not _ORDER.search(mention.before):
            return None
        amount = mention.amount
        word = mention.clause.plain[amount.number_end : amount.end]
        few = (amount.high or amount.low or 0) < _STEPS_ARE_COUNTED_FROM
        if few and (word.endswith(("steps", "step", "strides")) or amount.single == 1):
            return None
        return USUAL

    def _bare(self, mention: Mention) -> int | None:
        if mention.clause.plain[mention.amount.start : mention.amount.end] == "one":
            return None
        if role(mention) is Role.REPS or _SETS_OF.search(mention.before):
            return NAMED
        if role(mention) is not None:
            return None
        if _OF_THESE.match(mention.after) or self._sided(mention):
            return USUAL
        if _LABEL.search(mention.gap_before):
            return NAMED if self._ends_or_goes_on(mention) else None
        return WEAK if self._ordered(mention) else None

    def _sided(self, mention: Mention) -> bool:
        """ "Make 10 sawing motions each way": whatever they are called, they are counted."""
        ordered = _MAKE_ORDER.search(mention.before) is not None
        return ordered and _EACH_WAY.match(mention.after) is not None

    def _ends_or_goes_on(self, mention: Mention) -> bool:
        return _FREE_AFTER.match(mention.after) is not None or mention.later is not None

    def _ordered(self, mention: Mention) -> bool:
        """ "Do 10 on each side", "then 10 in the other direction"; not "place 2 fingers"."""
        order = _BARE_ORDER.search(mention.before)
        if order is None or not _FREE_AFTER.match(mention.after):
            return False
        loose = _NOT_FREE_ALONE.search(mention.before) is not None
        return (
            not loose
            or _TIED.match(mention.after) is not None
            or bool(_AGAIN.search(mention.before))
        )

    def _place(self, mention: Mention) -> tuple[int, int]:
        """From "repeat", "do" or "alternate" where it stands near, to the unit."""
        amount = mention.amount
        lead = _SETS_LEAD.search(mention.before) or _LEAD.search(mention.before)
        start = mention.start_of(lead.group()) if lead else amount.start
        return start, amount.end
