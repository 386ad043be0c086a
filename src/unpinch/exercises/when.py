"""The condition of a form rule, as a physiotherapist writes it.

    MEASURE above 30 for 1 s           MEASURE rises by 15 for 1 s
    MEASURE below 30 for 1 s           MEASURE falls by 15 for 1 s
    MEASURE outside 60 to 120 for 1 s  MEASURE faster than 60 for 0.3 s
    let go before 2.5 s

"rises by" and "falls by" compare with the start position, "faster than" is
the change in one second, whichever way. "for" is how long it must last; it has
to be there, because a rule without it would speak at every flicker.
"""

import re

from unpinch.exercises.measure import CAMERA_MEASURES, limits, unseen
from unpinch.exercises.model import Test, When
from unpinch.exercises.problems import remedy
from unpinch.exercises.quantity import QuantityError, time

_NUMBER = r"-?\d+(?:\.\d+)?"
_RULE = re.compile(
    rf"(?P<measure>\S+) (?P<test>above|below|outside|rises by|falls by|faster than) "
    rf"(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?(?: for (?P<time>.+))?"
)
_LET_GO = re.compile(r"let go before (?P<time>.+)")
_EXAMPLE = 'write for example "moving_knee_flexion above 30 for 1 s"'
_LONGEST_MS = 10_000


class WhenError(ValueError):
    """What is wrong with a condition, and what to write instead."""


def when(written: str) -> When:
    """Read a condition; raises WhenError in plain words."""
    written = " ".join(written.split())
    if let_go := _LET_GO.fullmatch(written):
        return When(test=Test.LET_GO, for_ms=_time(let_go["time"]))
    found = _RULE.fullmatch(written)
    if not found:
        raise WhenError(f'"{written}" is not a rule; {_EXAMPLE}')
    measure, test = found["measure"], Test(found["test"])
    _known(measure)
    if (found["high"] is not None) != (test is Test.OUTSIDE):
        raise WhenError(f'"{written}" is not a rule; "outside" takes two numbers, the others one')
    if found["time"] is None:
        raise WhenError(f'"{written}" does not say how long; add for example "for 1 s"')
    low, high = _limits(test, float(found["low"]), found["high"], measure)
    return When(test=test, measure=measure, low=low, high=high, for_ms=_time(found["time"]))


def say_when(rule: When) -> str:
    """The condition the way it is written in a file."""
    lasting = f"{rule.for_ms / 1000:g} s"
    if rule.test is Test.LET_GO:
        return f"{rule.test} {lasting}"
    numbers = [f"{each:g}" for each in (rule.low, rule.high) if each is not None]
    return f"{rule.measure} {rule.test} {' to '.join(numbers)} for {lasting}"


def _known(measure: str) -> None:
    if reason := unseen(measure):
        raise WhenError(reason)
    if measure not in CAMERA_MEASURES:
        near = remedy(measure, CAMERA_MEASURES)
        hint = near if near.startswith("did") else "docs/adding-an-exercise.md lists the measures"
        raise WhenError(f'"{measure}" is not a measure; {hint}')


def _limits(
    test: Test, first: float, second: str | None, measure: str
) -> tuple[float | None, float | None]:
    if test is Test.OUTSIDE:
        last = float(second or first)
        if first > last:
            raise WhenError(f'"{first:g} to {last:g}" is upside down; the smaller number is first')
        _possible(measure, first)
        _possible(measure, last)
        return first, last
    if test in (Test.ABOVE, Test.BELOW):
        _possible(measure, first)
        return (None, first) if test is Test.ABOVE else (first, None)
    if first <= 0:
        raise WhenError(f'"{test} {first:g}" cannot be; write a number above 0')
    return None, first


def _possible(measure: str, value: float) -> None:
    low, high = limits(measure)
    if not low <= value <= high:
        raise WhenError(f"{value:g} is no {measure} of a body; it lies between {low} and {high}")


def _time(written: str) -> int:
    try:
        found = time(written)
    except QuantityError as slip:
        raise WhenError(str(slip)) from None
    if not 0 < found <= _LONGEST_MS:
        raise WhenError(f'"{written}" is too long or too short; write a time up to 10 s')
    return found
