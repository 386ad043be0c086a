"""Numbers joined to amounts: ranges, open ends, units, sums ("one minute and 30 seconds").

An amount is what a dose phrase may claim, as a whole and once. Joining looks only at the few
characters between two numbers, so it takes time in proportion to the text.
"""

import re
from dataclasses import dataclass, replace

from unpinch.handout.number import Number, numbers
from unpinch.handout.unit import SECONDS_IN, TIMED, Unit, unit_after

_SMALLER = {Unit.MINUTE: Unit.SECOND, Unit.HOUR: Unit.MINUTE}
_WHOLE_SECONDS = 5  # "1/2 second" is no range
_TO = re.compile(
    r"\s{0,3}(?:-\s{0,3}){0,2}(?:(?:to|or|through|or even|to even"
    r"|,?(?:\s{0,2}(?:and|but))? (?:(?:no|not|never) (?:more|longer) than|at most))\s{0,3}-?)?"
    r"\s{0,3}"
)
_WORDY = re.compile(r"\s{1,3}(?:or|to)\s{1,3}|\s{1,3}up to\s{1,3}")
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_PLUS = re.compile(r"(?:\s|,|and){0,8}")
_BETWEEN = re.compile(r"\bbetween\s{1,3}(?:about\s{1,3})?$")
_AND_A_HALF = re.compile(r"\s{1,3}and\s{1,3}a\s{1,3}half\b")
_LEAST_BEFORE = re.compile(
    r"\b(?:at\s?least|a minimum of|minimum of|minimum|no(?:t)? (?:less|fewer) than|or more than)"
    r"(?:\s{1,3}(?:for|about|a|of|the|to))?\s{0,3}$"
)
_MOST_BEFORE = re.compile(
    r"\b(?:up ?to|a maximum of|maximum of|maximum|max\.?|no(?:t)? (?:more|longer) than|at most)"
    r"(?:\s{1,3}(?:for|about|of))?\s{0,3}$"
)
_PLUS_SIGN = re.compile(r"\s?\+")
_OR_MORE = re.compile(
    r",?\s{1,3}(?:or (?:more|longer)|or over|and over|plus|minimum|min\.?(?!\w)|at least)(?!\w)"
    # "10 times, at least twice a day": the words belong to the number after them.
    r"(?!\s{1,3}(?:of\s|\d|once|twice|one|two|three|four|five|six))"
)
_OR_LESS = re.compile(r"\s{1,3}(?:or (?:less|fewer)|maximum|max\.?(?!\w)|at most)(?!\w)"
                      r"(?!\s{1,3}(?:of\s|\d|once|twice|one|two|three|four|five|six))")  # fmt: skip
_WORK_UP = re.compile(r"\b(?:work|works|working|build|builds|building|progress|progressing)"
                      r"(?:\s{1,3}\w{1,12}){0,3}\s{1,3}(?:up ?to)\s{0,3}$")  # fmt: skip
_COLON = re.compile(r"\s{0,2}[:=]\s{0,2}(?=\w)")
_NUMBER_NEXT = re.compile(r"[ -]{0,3}\d")
_LABEL_BEFORE = re.compile(r"\b(?:sets?|reps?|repetitions?|hold|times)[\s:=-]{1,4}$")
# "3 rounds of 10 - 75 sec rest": the dash stands between two things. "3 sets of 30-45 sec" is held.
_COUNT_BEFORE = re.compile(r"\b(?:sets?|rounds?|series) (?:of|x) $")
_RESTED = re.compile(r"\s{0,3}(?:of )?(?:rests?|resting|breaks?|pauses?|off|recovery|between)\b")
_PER_WEEK_LABEL = re.compile(r" ?(?:per|a|/|each) ?week ?[:=]")
_LABELLING = (Unit.REP, Unit.SET, Unit.TIME, Unit.BREATH)
_BACK = 48


@dataclass(frozen=True)
class Amount:
    """One or two numbers with their unit. Time is in seconds; an open end is None."""

    low: float | None
    high: float | None
    unit: Unit
    start: int
    end: int
    number_end: int  # where the numbers end and the unit begins
    manner: str = ""
    open_ended: bool = False

    @property
    def single(self) -> float | None:
        """The value, if it is one value."""
        return self.low if self.low == self.high else None

    @property
    def timed(self) -> bool:
        """Whether it counts seconds, minutes or hours."""
        return self.unit in TIMED


def amounts(plain: str, start: int, end: int) -> list[Amount]:
    """Every amount between two places, in order and apart from each other."""
    single = [_alone(plain, number, end) for number in numbers(plain, start, end)]
    joined: list[Amount] = []
    for amount in single:
        before = joined[-1] if joined else None
        both = _join(plain, before, amount) if before else None
        if both:
            joined[-1] = both
        elif before is None or amount.start >= before.end:
            joined.append(amount)
    return [_opened(plain, start, amount) for amount in joined]


def _alone(plain: str, number: Number, stop: int) -> Amount:
    value = number.value
    end = number.end
    plus = _PLUS_SIGN.match(plain, end)
    unit, unit_end, manner = unit_after(plain, plus.end() if plus else end, stop)
    if _leads_on(plain, unit, number.start, unit_end):
        unit, unit_end, manner = Unit.NONE, number.end, ""
    if number.told == "times" and unit is Unit.NONE:
        unit, unit_end = Unit.TIME, number.end
    half = _AND_A_HALF.match(plain, unit_end) if unit in (Unit.MINUTE, Unit.HOUR) else None
    if half:
        value, unit_end = value + 0.5, half.end()
    if number.told == "slash":
        return _slashed(plain, number, Amount(value, value, unit, number.start, unit_end, end))
    value *= SECONDS_IN.get(unit, 1)
    high = None if plus else value
    return Amount(value, high, unit, number.start, unit_end, end, manner, plus is not None)


def _leads_on(plain: str, unit: Unit, start: int, unit_end: int) -> bool:
    """Whether the word after a number is the next label: "Reps: 20 Days per week: 3"."""
    if unit is Unit.DAY:
        return _PER_WEEK_LABEL.match(plain, unit_end) is not None
    return unit in _LABELLING and _is_next_label(plain, start, unit_end)


def _is_next_label(plain: str, start: int, unit_end: int) -> bool:
    """ "Sets: 3 Reps: 10": the word after the 3 belongs to the 10."""
    if _COLON.match(plain, unit_end):
        return True
    labelled = _LABEL_BEFORE.search(plain, max(0, start - _BACK), start) is not None
    return labelled and _NUMBER_NEXT.match(plain, unit_end) is not None


def _slashed(plain: str, number: Number, amount: Amount) -> Amount:
    """ "2/3 times a day" and "20/30 seconds" are ranges; "1/2 a minute" stays a half."""
    low, high = (float(part) for part in re.findall(r"\d+", plain[number.start : number.end]))
    counted = amount.unit in (Unit.TIME, Unit.CROSS, Unit.REP, Unit.SET)
    if low < high and (counted or (amount.unit is Unit.SECOND and low >= _WHOLE_SECONDS)):
        return replace(amount, low=low, high=high)
    factor = SECONDS_IN.get(amount.unit, 1)
    return replace(amount, low=number.value * factor, high=number.value * factor)


def _join(plain: str, one: Amount, two: Amount) -> Amount | None:
    if one.single is None or two.low is None or one.unit is Unit.MEASURE != two.unit:
        return None
    added = _sum(plain, one, two)
    if added:
        return added
    if not _same_kind(plain, one, two):
        return None
    if two.timed and _RESTED.match(plain, two.end) and _counted(plain, one):
        return None
    low, unit = _lower_end(one, two)
    if low is None or low >= two.low or (two.single is None and not two.open_ended):
        return None
    high = two.high if two.single is not None else None
    if two.open_ended and two.low is not None:
        high = None
    return Amount(low, high if high else two.low, unit, one.start, two.end, two.number_end,
                  two.manner, two.open_ended)  # fmt: skip


def _counted(plain: str, one: Amount) -> bool:
    return _COUNT_BEFORE.search(plain, max(0, one.start - _BACK), one.start) is not None


def _lower_end(one: Amount, two: Amount) -> tuple[float | None, Unit]:
    """The lower end in the unit of the upper: "3 to 5 minutes", but "30 seconds to 1 minute"."""
    if one.low is None or one.unit is not Unit.NONE:
        return one.low, one.unit if two.unit is Unit.NONE else two.unit
    return one.low * SECONDS_IN.get(two.unit, 1), two.unit


def _same_kind(plain: str, one: Amount, two: Amount) -> bool:
    gap = slice(one.end, two.start)
    if one.unit is Unit.NONE or (one.timed and two.timed) or one.unit is two.unit:
        joined = _TO.fullmatch(plain, gap.start, gap.stop) is not None and gap.start < gap.stop
        if joined and one.unit is not Unit.NONE and two.unit is Unit.NONE:
            return "-" not in plain[gap]
        if joined:
            return bool(plain[gap].strip())
        between = _AND.fullmatch(plain, gap.start, gap.stop) is not None
        return between and _BETWEEN.search(plain, max(0, one.start - _BACK), one.start) is not None
    return two.unit is Unit.NONE and _WORDY.fullmatch(plain, gap.start, gap.stop) is not None


def _sum(plain: str, one: Amount, two: Amount) -> Amount | None:
    """One minute and thirty seconds, an hour and ten minutes."""
    if two.unit is not _SMALLER.get(one.unit) or one.low is None or two.single is None:
        return None
    if two.single >= SECONDS_IN[one.unit] or not _PLUS.fullmatch(plain, one.end, two.start):
        return None
    value = one.low + two.single
    return Amount(value, value, two.unit, one.start, two.end, two.number_end)


def _opened(plain: str, start: int, amount: Amount) -> Amount:
    """Apply "at least", "up to", "or more". A range wins over all three."""
    if amount.single is None and not amount.open_ended:
        return amount
    if amount.open_ended and amount.low is not None and amount.high is not None:
        return amount
    before = plain[max(start, amount.start - _BACK) : amount.start]
    more = amount.open_ended or _OR_MORE.match(plain, amount.end) is not None
    most = _MOST_BEFORE.search(before) is not None and _WORK_UP.search(before) is None
    if most:
        return replace(amount, low=None, high=amount.single or amount.low, open_ended=more)
    if more or _LEAST_BEFORE.search(before):
        return replace(amount, low=amount.low, high=None)
    if _OR_LESS.match(plain, amount.end):
        return replace(amount, low=None, high=amount.single)
    return amount
