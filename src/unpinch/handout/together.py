"""Several exercises named in one breath: "Ankle pumps, heel slides and bridges, 10 of each".

All names stand together and one dose, before or behind them, is that of each. A name has to end in
what a movement is called, so that "bend, straighten and circle your ankle" stays one exercise.
"""

import re
from collections.abc import Iterator

from unpinch.handout.dosing import is_dose, labels_dose
from unpinch.handout.instruction import goes_on, starts_with_order
from unpinch.handout.naming import OWN
from unpinch.handout.unit import MOVEMENTS

_LEAD = re.compile(
    r"(?:(?:\w[\w -]{1,24}:) ?)?(?:(?:and |then |now |also |next )?(?:do|perform|complete|start"
    r"|begin|continue|repeat|try|practi[sc]e)(?: with| the| your| some){0,2} )?"
)
_BETWEEN = re.compile(r" ?(?:,? (?:and|plus) |, ?|;|&|\+) ?")
_TO_NAMES = re.compile(r"(?P<dose>[^.:]{4,60})(?::| of) ")
_ALSO_CALLED = frozenset([
    "set", "sets", "plank", "planks", "dog", "dogs", "bug", "bugs", "bridge", "marching", "walking",
    "cycling", "stretching", "breathing", "bridging", "clenching", "rocking", "swing", "stance",
    "balance",
])  # fmt: skip
_OF_ALL = re.compile(r"\b(?:each|them|these|all)\b(?! (?:side|leg|arm|way))")
_FEWEST = 2


def names_together(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names stand between two places, if there is nothing but them and a dose."""
    while end > start and plain[end - 1] in " .;\n":
        end -= 1
    lead = _LEAD.match(plain, start, end)
    begin = lead.end() if lead else start
    return _names_first(plain, begin, end) or _dose_first(plain, start, end)


def _names_first(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "Bridges, clams and squats: 3 x 10"."""
    for stop in _stops(plain, start, end):
        names = _names(plain, start, stop)
        begin = stop
        while begin < end and plain[begin] in " .,:;(-\n":
            begin += 1
        if names and begin < end and _are_doses(plain[begin:end]):
            return names
    return []


def _dose_first(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "10 each of bridges, clams and squats"."""
    found = _TO_NAMES.match(plain, start, end)
    said = _OF_ALL.sub("", found["dose"]) if found else ""
    if found is None or not is_dose(said) or not any(map(str.isdigit, said)):
        return []
    dot = plain.find(". ", found.end(), end)
    stop = end if dot < 0 else dot
    also = plain[stop:end].strip(" .")
    return _names(plain, found.end(), stop) if not also or _are_doses(also) else []


def _stops(plain: str, start: int, end: int) -> Iterator[int]:
    """Where the names may end: before a mark or a number, the last of them first."""
    window = min(end, start + 240)
    marks = re.finditer(r" ?[.:;(,-](?=\s)| (?=\d)| (?=(?:once|twice)\b)", plain[start:window])
    return (start + mark.start() for mark in reversed(list(marks)))


def _names(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names in a row, or none if any piece is something else."""
    places, at = [], start
    for mark in _BETWEEN.finditer(plain, start, end):
        places.append((at, mark.start()))
        at = mark.end()
    places.append((at, end))
    said = [plain[a:b] for a, b in places]
    if len(said) < _FEWEST or not all(map(_is_name, said)):
        return []
    joined = len(said) == _FEWEST and "," not in plain[start:end]
    both = all(name.endswith(("s", "ing")) for name in said)
    return places if both or not joined else []


def _is_name(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 5 or not name.replace("-", " ").replace(" ", "").isalpha():
        return False
    if OWN.search(name) or labels_dose(name) or goes_on(name):
        return False
    last = words[-1].rpartition("-")[2]
    called = (
        last in MOVEMENTS
        or last in _ALSO_CALLED
        or f"{last}s" in MOVEMENTS
        or f"{last}es" in MOVEMENTS
    )
    alone = len(words) == 1 and not last.endswith(("s", "ing"))
    return called and not alone and not (starts_with_order(name) and not last.endswith("s"))


def _are_doses(words: str) -> bool:
    """Whether words are doses and nothing else."""
    pieces = [piece for piece in re.split(r"[.;]\s|\n", words) if piece.strip(" .,")]
    return bool(pieces) and all(is_dose(_OF_ALL.sub("", piece).strip()) for piece in pieces)
