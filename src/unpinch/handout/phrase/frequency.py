"""How often, with a number: "twice a day", "3-4 days per week", "every two hours", "2x/day"."""

import re
from dataclasses import replace

from unpinch.handout.claim import NAMED, Claim, Field, of
from unpinch.handout.mention import Mention
from unpinch.handout.unit import SECONDS_IN, Unit
from unpinch.handout.verb import Verb

_COUNTED = (Unit.TIME, Unit.CROSS, Unit.SESSION, Unit.NONE, Unit.SET)
_THROUGH = r"(?:a|an|per|each|every|in an?|in one|during the|in the|through(?:out)? the|over the)"
_DAY = re.compile(
    rf"^(?:\s?sessions?)?[,\s]{{0,3}}(?:(?:only )?(?:daily|a\.?day)\b|(?:/|{_THROUGH})\s?"
    r"(?:whole |entire |course of the )?(?:day|24 hours)\b)"
)
_WEEK = re.compile(
    rf"^(?:\s?(?:sessions?|days?))?[,\s]{{0,3}}(?:weekly\b|(?:/|{_THROUGH}|out of the)\s?"
    r"(?:week|wk|seven days|7 days)\b|out of (?:7|seven)\b)"
)
_HOUR = re.compile(r"^[,\s]{0,3}(?:/|per|an|each|every)\s?(?:waking )?hour\b|^[,\s]{0,3}hourly\b")
# "2 x day", "3x wk".
_SHORT = re.compile(r"^ ?/? ?(day|d|week|wk)\b")
_EVERY = re.compile(r"\bevery\s(?:single )?$")
_PER_DAY_LABEL = re.compile(
    r"(?:times|sessions|sets)? ?(?:per|a|/) ?day ?[:=|-]?\s{0,4}$|daily ?[:=]\s{0,4}$"
)
_PER_WEEK_LABEL = re.compile(
    r"(?:days|times|sessions)? ?(?:per|a|/) ?week ?[:=|-]?\s{0,4}$|weekly ?[:=]\s{0,4}$"
)
_DAYS_PER_WEEK = re.compile(r"\bdays (?:per|a) week\b")
_REPS = re.compile(r"\b(?:repeat|reps?|repetitions?)\b")


class Often:
    """A number of times a day or a week, or of hours between."""

    field = Field.PER_DAY

    def claim(self, mention: Mention) -> Claim | None:
        """The claim to this number as a frequency."""
        field = self._field(mention)
        if field is None:
            return None
        start, end = self._place(mention)
        claim = of(field, mention, start, end, NAMED)
        return _in_hours(claim) if field is Field.EVERY_HOURS else claim

    def _field(self, mention: Mention) -> Field | None:
        amount, after = mention.amount, mention.after
        if amount.unit is Unit.HOUR:
            return self._hours(mention)
        if amount.unit is Unit.DAY:
            return Field.PER_WEEK if _WEEK.match(after) else None
        if amount.unit not in _COUNTED:
            return None
        if amount.unit is Unit.NONE and (labelled := self._labelled(mention)):
            return labelled
        if amount.unit in (Unit.NONE, Unit.SET) and not self._crossed(mention):
            return None
        return self._through(after, crossed=amount.unit is Unit.CROSS)

    def _through(self, after: str, *, crossed: bool = False) -> Field | None:
        if crossed and (short := _SHORT.match(after)):
            return Field.PER_DAY if short[1].startswith("d") else Field.PER_WEEK
        if _DAY.match(after):
            return Field.PER_DAY
        return Field.PER_WEEK if _WEEK.match(after) else None

    def _hours(self, mention: Mention) -> Field | None:
        """ "Every 2 hours", "2 hourly"; not "for 2 hours"."""
        behind = mention.behind_number.lstrip(" -")
        every = _EVERY.search(mention.before) is not None
        if (mention.amount.low or 0) < SECONDS_IN[Unit.HOUR] and not _counts(mention):
            return None  # "change position every half hour"
        return Field.EVERY_HOURS if every or behind.startswith("hourly") else None

    def _crossed(self, mention: Mention) -> bool:
        """ "x3 daily", or "2 sets per day" where the sets are sessions."""
        if mention.amount.unit is Unit.SET:
            return False
        return re.search(r"(?<![a-z])x\s?$", mention.before) is not None

    def _labelled(self, mention: Mention) -> Field | None:
        before = mention.gap_before
        if _PER_WEEK_LABEL.search(before):
            return Field.PER_WEEK
        if _PER_DAY_LABEL.search(before):
            return Field.PER_DAY
        # A flattened table: "Repetitions Days per week 3 sets of 10 4 to 5".
        flat = mention.earlier is not None and mention.later is None
        words = mention.before
        if flat and _DAYS_PER_WEEK.search(words) and not mention.after.strip(" .|"):
            return None if _REPS.search(mention.gap_before) else Field.PER_WEEK
        return None

    def _place(self, mention: Mention) -> tuple[int, int]:
        amount, after = mention.amount, mention.after
        every = _EVERY.search(mention.before)
        start = mention.start_of(every.group()) if every else amount.start
        for pattern in (_DAY, _WEEK, _HOUR, _SHORT):
            if found := pattern.match(after):
                return start, amount.end + found.end()
        return start, amount.end


def _counts(mention: Mention) -> bool:
    """Whether it is said how often something is done that is counted or repeated."""
    return mention.earlier is not None or mention.verb is Verb.REPEAT


def _in_hours(claim: Claim) -> Claim:
    """The time between, which an amount has in seconds."""
    hour = SECONDS_IN[Unit.HOUR]
    low = claim.low / hour if claim.low is not None else None
    return replace(claim, low=low, high=claim.high / hour if claim.high is not None else None)
