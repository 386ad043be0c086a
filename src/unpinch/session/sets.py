"""Sets, as one counts while doing them: from 1 in each set, and the sets from 1 on each side.

A plan counts its turns through. The words and the screen count as the sheet does: "2 sets of 4" is
1 to 4, and 1 to 4 once more.
"""

from collections.abc import Callable
from itertools import pairwise

import msgspec

from unpinch.exercises.plan import Part


class Place(msgspec.Struct, frozen=True):
    """Which repetition of how many this is in its set, and which set of how many on its side."""

    repetition: int
    of: int
    set: int = 1
    sets: int = 1

    @property
    def count(self) -> str:
        """ "3 of 4."."""
        return f"{self.repetition} of {self.of}."

    @property
    def opening(self) -> str:
        """ "Set 2 of 3.", where a further set begins; else nothing."""
        begins = self.repetition == 1 and self.set > 1
        return f"Set {self.set} of {self.sets}." if begins else ""


def places(part: Part) -> tuple[Place, ...]:
    """Where each turn of an exercise stands."""
    found: list[Place] = []
    for side in _apart(range(len(part.turns)), lambda n: part.turns[n].repetition == 1):
        sets = _apart(side, lambda n: n - 1 in part.rest_after)
        found += [
            Place(n - turns.start + 1, len(turns), number, len(sets))
            for number, turns in enumerate(sets, start=1)
            for n in turns
        ]
    return tuple(found)


def _apart(turns: range, begins: Callable[[int], bool]) -> list[range]:
    """The turns, parted before each one that begins something."""
    heads = [n for n in turns if n == turns.start or begins(n)]
    return [range(head, end) for head, end in pairwise([*heads, turns.stop])]
