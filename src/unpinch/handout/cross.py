"""The cross between numbers: "3 x 10", "10 x 5 secs", "2 x 10 x 5 s", "30 secs x 3", "x10".

Sets come before repetitions, repetitions before seconds. "10 x 3" without a word is most likely
ten repetitions, three times over, since nobody writes ten sets of three.
"""

import re
from enum import StrEnum

from unpinch.handout.mention import Mention
from unpinch.handout.unit import Unit


class Role(StrEnum):
    """What a number joined by a cross stands for."""

    SETS = "sets"
    REPS = "reps"
    TIME = "time"


_X = re.compile(r"(?<![a-z])x\s{0,2}$")
_A_SIDE = re.compile(r"^ ?/ ?(?:side|leg|arm)\b|^ (?:each|per) (?:side|leg|arm)\b")
_TIMED = (Unit.SECOND, Unit.MINUTE, Unit.QUOTE, Unit.COUNT, Unit.BREATH)
_REPEATED = (Unit.REP, Unit.TIME, Unit.MOVEMENT)
_FEW, _MANY = 5, 6


def role(mention: Mention) -> Role | None:
    """The role of a number in a cross, or None if it stands in none."""
    left = _left(mention)
    if mention.amount.unit is Unit.CROSS:
        return _before_cross(mention, left)
    if left is not None:
        return _after_cross(mention, left)
    if _X.search(mention.gap_before) and mention.amount.unit in (Unit.NONE, *_REPEATED):
        return _after_loose_cross(mention)
    return None


def _left(mention: Mention) -> Mention | None:
    """The number that a cross joins to this one from the left."""
    one = mention.earlier
    joined = one is not None and one.amount.unit is Unit.CROSS and not mention.gap_before.strip()
    return one if joined else None


def _before_cross(mention: Mention, left: Mention | None) -> Role | None:
    right = mention.later
    if left is not None:
        return Role.REPS
    if right is None or mention.gap_after.strip():
        return Role.REPS
    if right.amount.unit in _TIMED or right.amount.unit is Unit.SET:
        return Role.REPS
    if right.amount.unit is Unit.CROSS:
        return Role.SETS
    return Role.REPS if _turned(mention, right) else Role.SETS


def _after_cross(mention: Mention, left: Mention) -> Role | None:
    if mention.amount.unit in _TIMED:
        return Role.TIME
    if mention.amount.unit is Unit.SET:
        return None
    return Role.SETS if _turned(left, mention) else Role.REPS


def _after_loose_cross(mention: Mention) -> Role:
    """ "10 reps x 3" gives sets, "30 secs x 3" and "x10" repetitions."""
    one = mention.earlier
    near = one is not None and mention.gap_before.strip(" ,()") == "x"
    if near and one is not None and one.amount.unit in _REPEATED:
        return Role.SETS
    if any(_is_counted(mention, number) for number in range(mention.number)):
        return Role.SETS
    return Role.REPS


def _is_counted(mention: Mention, number: int) -> bool:
    """Whether an amount before this one is a count of repetitions: "10/side, 3 s hold, x3"."""
    one = Mention(mention.clause, number)
    sided = one.amount.unit is Unit.NONE and _A_SIDE.match(one.after) is not None
    return one.amount.unit in (Unit.REP, Unit.MOVEMENT) or sided


def _turned(one: Mention, two: Mention) -> bool:
    """Whether the pair is repetitions first: "10 x 3"."""
    if two.amount.unit is not Unit.NONE or one.amount.low is None or two.amount.high is None:
        return False
    return one.amount.low >= _MANY and two.amount.high <= _FEW
