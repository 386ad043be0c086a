"""Single numbers in a text: digits, words, halves, and "once" and "twice".

Anything that only looks like a number is passed over here: parts of dates, telephone numbers,
prices, ordinals ("2nd", "the second time"), and the "1." before a list item is cut off earlier.
"""

import re
from dataclasses import dataclass

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_PARTS = {"a": 1.0, "half": 0.5, "quarter": 0.25, "quarters": 0.75}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_ONE = "|".join(_ONES)
_WORD = (
    rf"one hundred(?: and (?:{'|'.join(_TENS)}|{'|'.join(_TEENS)}|{_ONE}))?|a hundred|hundred"
    rf"|(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE})\b)?|{'|'.join(_TEENS)}|{_ONE}|zero"
    r"|half a dozen|a dozen|dozen"
)
# What "a" may stand before to mean one. "A second" is one second only where nothing follows that
# would make it the second something.
_SINGLE = r"(?:\s(?:full|whole|single|long|deep|slow))?\s(?:minute|min|breath|hour)\b"
_A_SECOND = r"\ssecond(?=\s(?:or|and|then|at|before|in)\b|\s?[.,;:)]|\s*$)"

# "Breathe out twice as long": that compares two things and counts none.
_AS_MUCH = r"\s{1,3}(?:as|the)\s(?:long|slow|fast|quick|many|much|far|deep|high|hard|often|time)"

# "½ a minute", "1/4 of a minute", "three quarters of one minute": the "a" is no second number.
_OF_A = r"(?: of)? (?:an?|one)(?= (?:minute|min|hour)\b)"

_NUMBER = re.compile(
    # A digit run stands free: no letter, sign or slash touches it, save the x of "x10".
    r"(?<![a-wyz\d$£€#./_\\])(?<!\d:)(?<![a-z]x)(?<!\d,)(?:"
    r"(?P<mixed>\d{1,3}(?:\s1/2|\s?[½¼¾]))"
    rf"|(?P<slash>[1-9]\s?/\s?[1-9](?:{_OF_A})?|\d\d/\d\d(?= ?s(?:ecs?|econds?)?\b))(?![\d/])"
    rf"|(?P<sign>[½¼¾](?:{_OF_A})?)"
    r"|(?P<clock>\d{1,2}:[0-5]\d)(?= ?min)"
    r"|(?P<comma>\d,\d)(?= ?(?:min|sec))"
    r"|(?P<digits>\d{1,3}(?:\.\d{1,2})?)(?!\d|[.,:]\d|-\d{4}|(?:st|nd|rd|th)\b|/\d)"
    r")"
    rf"|\b(?P<quarters>three[- ]quarters{_OF_A})"
    rf"|\b(?P<word>{_WORD})\b(?!')"
    rf"|\b(?P<times>once|twice|thrice)\b(?!{_AS_MUCH})"
    rf"|\b(?P<half>(?:a )?half(?:{_OF_A})?(?=[- ](?:minute|hour)\b"
    r"| ?(?:-|to|or) ?(?:an?|one|1) (?:minute|hour)\b))"
    rf"|\b(?P<quarter>(?:a |one )?quarter(?:{_OF_A}|(?= to (?:a )?half a minute\b)))"
    rf"|\b(?P<a>an?)(?={_SINGLE}|{_A_SECOND})"
)
_AND_A_HALF = re.compile(r" and (?:a|one) half\b|-and-a-half\b")


@dataclass(frozen=True)
class Number:
    """One number and where it stands. `told` is the way it is written."""

    value: float
    start: int
    end: int
    told: str


def numbers(plain: str, start: int, end: int) -> list[Number]:
    """Every number between two places, in order."""
    found: list[Number] = []
    at = start
    while match := _NUMBER.search(plain, at, end):
        told = str(match.lastgroup)
        value, stop = _value(told, match.group()), match.end()
        half = _AND_A_HALF.match(plain, stop, end) if told in ("word", "digits") else None
        if half:
            value, stop = value + 0.5, half.end()
        found.append(Number(value, match.start(), stop, told))
        at = stop
    return found


def _value(told: str, written: str) -> float:
    if told in _PARTS:
        return _PARTS[told]
    match told:
        case "digits" | "comma":
            return float(written.replace(",", "."))
        case "mixed":
            return _mixed(written)
        case "slash" | "clock":
            above, below = (float(part) for part in re.findall(r"\d+", written))
            return above / below if told == "slash" else above + below / 60
        case "sign":
            return _SIGNS[written[0]]
        case "times":
            return _TIMES[written]
        case _:
            return word_value(written)


def _mixed(written: str) -> float:
    digits = re.match(r"\d+", written)
    whole = float(digits.group()) if digits else 0.0
    return whole + next((part for sign, part in _SIGNS.items() if sign in written), 0.5)


def word_value(written: str) -> int:
    """The value of a number in words, from "zero" to "one hundred and ninety"."""
    if "dozen" in written:
        return 6 if "half" in written else 12
    total = 0
    for word in re.split(r"[- ]", written):
        if word == "hundred":
            total = 100
        total += _ONES.get(word, 0) + _TEENS.get(word, 0) + _TENS.get(word, 0)
    return total


def in_words(value: int) -> str:
    """The English word for a number from 0 to 99."""
    if value in (names := {n: word for word, n in {**_ONES, **_TEENS}.items()}):
        return names[value]
    if value == 0:
        return "zero"
    tens = {n: word for word, n in _TENS.items() if word != "fourty"}[value // 10 * 10]
    return tens if value % 10 == 0 else f"{tens}-{names[value % 10]}"
