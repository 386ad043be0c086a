"""Numbers that are no dose: nought, angles, lengths, loads, ages, page and step numbers, advice.

Reading one of these as a dose is the worst error, so they are taken out before any phrase looks.
"""

import re

from unpinch.handout.mention import Mention
from unpinch.handout.often import of_something_else
from unpinch.handout.unit import Unit
from unpinch.handout.verb import Verb
from unpinch.handout.zone import Zone

_NUMBERED_THING = re.compile(
    r"\b(?<!per )(?<!a )(?<!/)(?:step|steps|page|pages|p\.|figure|fig\.?|exercise|exercises"
    r"|no\.?|number|phase|stage|level"
    r"|day|week|month|part|chapter|section|option|position|picture|image|photo|diagram|video|grade"
    r"|ward|room|tel|telephone|phone|call|ext|fax|version|ref|aged?|over the age of|since|form"
    r"|group|appendix|type|table|#)\s{0,2}[:.#]?\s{0,2}$"
)
_NOT_WHEN_COUNTED = re.compile(r"\b(?:number of|no\. of)\b")
_AFTER = re.compile(
    r"^\s{0,2}(?:-\s?)?(?:years?|yrs?|weeks?|months?)(?: |-)?(?:old|of age|pregnant)?\b"
    r"|^ ?/ ?(?:10|100)\b|^\s{0,2}out of (?!7\b|seven\b)"
    r"|^\s{0,2}(?:-|\s)?(?:pounds?|lbs?|kg|inch|inches|degrees?)\b"
    r"|^ (?:times|x) (?:as|more|less|greater|larger|bigger|your (?:body|own)|the (?:size|weight))\b"
)
_PAIN_SCALE = re.compile(r"\b(?:scale|score|rating|pain level|level of pain)\b")
# Time that is waiting, warming or advice.
_OTHER_TIME = re.compile(
    r"\b(?:ice|ice pack|icing|heat|heating|hot pack|cold pack|hot water bottle|heat pad|frozen peas"
    r"|(?:warm|hot|cold|cool|damp) (?:towel|flannel|compress|compresses|cloth|pack|pad)"
    r"|warm[- ]?up|cool[- ]?down|shower|bath"
    r"|lasts?|lasting|persists?|linger(?:s|ing)? for more|appointment"
    r"|(?:ideal|total|session|required|estimated|recommended|overall|workout) time|time (?:required"
    r"|needed|taken)|within(?= (?:the |a |about |an )?(?:\d|few|first|next|hour|day|minute|one"
    r"|two|three))|even an?|every few|screen|desk for|sitting for (?:more|long)"
    r"|long periods|routine|programme)\b"
)
_OFFSET = re.compile(
    r"^ (?:before|after|following|of) (?:you |your |the |a |each |every |any )?(?:eat|meal|food"
    r"|breakfast|lunch|dinner|surg"
    r"|operat|medic|tablet|pain relief|shower|bath|bed|sleep|going)"
)
_EVERY = re.compile(r"\bevery (?:about |few |half |couple of )?$")
# "30-minute sessions" are the length of all exercises together.
_SESSION = re.compile(
    r"^ (?:\w+ )?(?:sessions?|workouts?|class(?:es)?|sequence|programme?|appointment)\b"
)
_BRACKET = re.compile(r"\((?:about |around |roughly |takes (?:about )?)?$")
_FIRST_TIMES = re.compile(r"\b(?:the|your) (?:first|last|next|previous|other|second)\s{1,3}$")
_BREATH_HELD = re.compile(r"\bhold(?:ing)? (?:your|the) breath (?:in )?(?:for )?(?:about )?$")
_HELD_FOR = re.compile(r"\bhold(?: it| the breath)?(?: for)?(?: a count of)? $")
_BREATH_CYCLE = re.compile(
    r"\b(?:in|inhale)\b[^.;]{0,40}?\bfor (?:a count of )?\w{1,6}\b[^.;]{0,20}\bhold\b[^.;]{0,40}"
    r"\b(?:out|exhale)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|once you (?:can|have(?! (?:held|kept|stayed))|are)"
                        r"|when you (?:can|are able)"
                        r"|until you"
                        r"(?: can|'re able| are able)|as soon as you can)\b")  # fmt: skip
# "Most people manage 30 seconds" orders nothing.
_OTHERS = re.compile(
    r"\b(?:most|many|some) (?:people|patients|of us|adults)(?: can| will| may)?"
    r" (?:manage|hold|do|need|find|feel|reach|stay)\b"
)
_IN_MARKUP = re.compile(r"""[\w-]=["'][^"'<>]{0,60}$""")
_NO_DOSE = (Unit.MEASURE, Unit.WEEK)
_LONGEST_S = 2 * 3600
_SPENDING = (Verb.MOVE, Verb.REPEAT, Verb.STAY, Verb.HOLD)
_OPENS = re.compile(r"\W{0,3}(?:for )?(?:about |around |up to |at least )?")
_LIMITS = re.compile(r"\b(?:more|longer) than (?:about )?$")
_AT_A_TIME = re.compile(
    r"^ (?:at a time|at once|later|afterwards?|ago|apart|after|before|in total)\b"
)


def is_decoy(mention: Mention) -> bool:
    """Whether the number is something else than a dose."""
    amount = mention.amount
    if amount.unit in _NO_DOSE or amount.low == 0 or amount.high == 0:
        return True
    before, after = mention.before, mention.after
    if _NUMBERED_THING.search(before) and not _counted_after_all(mention):
        return True
    if _IN_MARKUP.search(before) or _AFTER.match(after) or _FIRST_TIMES.search(before):
        return True
    if _OTHERS.search(before):
        return True
    if _is_breath_held(mention):
        return True
    if amount.unit is Unit.NONE and _PAIN_SCALE.search(mention.clause.words):
        return True
    if amount.unit in (Unit.TIME, Unit.CROSS) and of_something_else(before):
        return True
    return _other_time(mention) or in_condition(mention)


def _is_breath_held(mention: Mention) -> bool:
    """ "In for 4, hold for 4, out for 6" holds the breath, not the position."""
    if _BREATH_HELD.search(mention.before) and mention.verb not in (Verb.HOLD, Verb.STAY):
        return True
    held = _HELD_FOR.search(mention.before) is not None
    return held and bool(mention.clause.places(_BREATH_CYCLE))


def _counted_after_all(mention: Mention) -> bool:
    """ "Exercise 10 times" and "hold position 10 seconds" are no exercise and position numbers."""
    counted = mention.amount.unit not in (Unit.NONE, Unit.QUOTE)
    return counted or _NOT_WHEN_COUNTED.search(mention.before) is not None


def _other_time(mention: Mention) -> bool:
    if not mention.amount.timed:
        return False
    if mention.clause.zone is Zone.CAUTION:
        return True
    if _is_between(mention):
        return True
    if _SESSION.match(mention.after) or _is_sum(mention):
        return True
    return bool(mention.clause.places(_OTHER_TIME)) or _OFFSET.match(mention.after) is not None


def _is_sum(mention: Mention) -> bool:
    """ "2 sets of 15 (about 2 minutes in total)": what it comes to."""
    return mention.after.startswith(" in total") and _BRACKET.search(mention.before) is not None


def _is_between(mention: Mention) -> bool:
    """ "Get up every 30 minutes" and "for 48 hours" are no time of doing."""
    amount = mention.amount
    every = _EVERY.search(mention.before) is not None
    if amount.unit is not Unit.HOUR:
        return every
    hourly = mention.behind_number.lstrip(" -").startswith("hourly")
    return not (every or hourly or _is_gone_on(mention))


def _is_gone_on(mention: Mention) -> bool:
    """Whether hours are told to be spent: most hours of a sheet are those of pain and of the day.

    "Walk for an hour" and "Half an hour" alone; not "sore for an hour", "for 24 hours", "sit for
    no longer than an hour at a time".
    """
    amount, before, verb = mention.amount, mention.before, mention.governing
    if (amount.high or amount.low or 0) > _LONGEST_S or _LIMITS.search(before):
        return False
    led = verb is not None and verb.end <= amount.start and verb.verb in _SPENDING
    return (led or _OPENS.fullmatch(before) is not None) and not _AT_A_TIME.match(mention.after)


def in_condition(mention: Mention) -> bool:
    """Whether the number belongs to an "if" or an "until you can" before its comma.

    "If you can hold for 30 seconds, add a weight": the 30 seconds are no order.
    """
    found = mention.clause.last_before(_CONDITION, mention.amount.start)
    if found is None:
        return False
    between = mention.clause.plain[found[1] : mention.amount.start]
    return not any(mark in between for mark in (",", ")", "then"))
