"""Lists without sentences: "Bridges 3 x 10", "3 x 10 bridges", "Child's pose 30-60 seconds".

An entry is a name and its dose and nothing else. It counts as one only among others of its kind or
on a line that stands alone, so that "10 circles each way" under a title stays that title's dose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unpinch.handout.announced import announcing
from unpinch.handout.dosing import labels_dose
from unpinch.handout.instruction import goes_on
from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import names_movement

_LONGEST, _MOST_WORDS, _FEW_WORDS = 100, 6, 2
_WORD_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty"
    r"|half an?|an?(?= (?:minute|breath|hour)))"
)
_N = rf"(?:\d{{1,3}}(?:\.\d)?|[½¼¾]|{_WORD_NUMBER})"
_UNIT = (
    r"(?:seconds?|secs?|s|\"|minutes?|mins?|min|m(?= )|hours?|hrs?|breaths?|times?|reps?"
    r"|repetitions?|sets?|rounds?"
    r"|counts?|x)\b\.?|\""
)
_SIDE = (
    r"(?:(?:on|with|for|to|in) )?(?:each|ea|per|a|both|either|every)(?: (?:sides?|legs?|arms?"
    r"|ways?|directions?"
    r"|foot|feet|hands?|knees?|ankles?|hips?|shoulders?)| of)?\b|b/l|(?:l|left) ?(?:&|/|\+"
    r"|and) ?(?:r|right)\b"
    r"|(?:r|right) ?(?:&|/|\+|and) ?(?:l|left)\b"
)
_OFTEN = (
    r"(?:once|twice|(?:x ?)?\d(?:-\d)? ?x?(?: times)?) ?(?:a|per|/|each|every)? ?(?:day|daily"
    r"|week|weekly|d\b)"
    r"|daily|every (?:other )?day|every hour|every \d hours|bd|bid|tds|tid|qds|qid|am|pm"
    r"|q ?\d(?:-\d)? ?h(?:rs?)?"
)
_ITEM = (
    rf"(?:(?:hold(?: for| each)?|for|x|do|about|at least|up to|repeat) ?){{0,3}}"
    rf"{_N}(?: ?(?:-|to|or|/) ?{_N})? ?-?(?:{_UNIT})?(?: ?(?:holds?|rest|each hold))?"
    r"|\d{1,2} ?-?(?:inch(?:es)?|cm|kg|lbs?)(?: (?:step|box|weights?))?"
    rf"|{_SIDE}|{_OFTEN}|slow(?:ly)?|(?:leg|side|arm)\b|hold|in total|total|in all|rest"
)
_JOIN = r"(?: ?[,;x/@+()-] ?| of | with | and |\. ?| )"
_DOSE = rf"(?:{_ITEM})(?:{_JOIN}{{1,2}}(?:{_ITEM})){{0,7}}"
_NAME = r"[a-z][a-z'/&() -]{2,48}?"
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})(?: ?[:,(=-]{{1,2}} ?| )(?P<dose>{_DOSE})\)?\.?")
_DOSE_FIRST = re.compile(
    rf"(?P<dose>{_DOSE}) (?:of )?(?P<name>{_NAME})"
    rf"(?:,? \(?(?:{_SIDE}|{_OFTEN}|slow(?:ly)?)\)?){{0,2}}\.?"
)
# "One leg balance" counts no legs.
_ONE_LIMB = re.compile(r"(?:one|single|1)[ -](?:leg|arm|side|foot|hand|knee|heel)(?:ged|ed)?\b")
_ONLY_DOSE = re.compile(rf"(?:{_DOSE})\.?")
_NUMBER = re.compile(_N)
_NO_NAME = re.compile(
    r"(?:repeats?|work|build|progress|increase|hold|do|perform|complete|rest|relax|stretch"
    r"|stretches|exercise|exercises|reps?|sets?|keep|stay"
    r"|then|and|up to|each|lower|lift|raise|pause|for|breathe|slowly|now|next|continue|try|aim"
    r"|start|begin"
    r"|total|times|another|in|on|at|with|while|return|release|squeeze|lifts|circles|raises|bends)"
    r"(?: (?:up|down|it|this|that|there|here|for|the|your|and|then|again|each|each one|up to"
    r"|with|to|position"
    r"|stretch|pose|exercise|on|by|these|in|of|at least|about)(?=\s|$).*)?"
)
# A side or a limb alone is where, and no name: "3 times each leg".
_LIMB = re.compile(
    r"(?:(?:the|on|with|for|each|left|right|other|opposite|same|one|both|per|affected|of|and"
    r"|then) ?)*"
    r"(?:(?:legs?|sides?|arms?|knees?|hips?|ankles?|shoulders?|heels?|toes?|hands?|foot|feet"
    r"|neck|wall|chest|thighs?"
    r"|ways?|directions?) ?)*"
)
_OWN = re.compile(r"\b(?:your|you|my|it|this|them|until|if|is|are|should|will|of the|every)\b")
_LABEL = re.compile(r"(?:[A-Za-z][A-Za-z -]{2,24}):\s{1,3}")
_CUT = re.compile(
    r"\s{0,2}[,;.]\s{1,3}(?:and then |and |then:? |followed by )?|\s(?:then|plus|followed by|\+)\s"
    r"|\sand\s(?=\d)"
)
_NEVER = re.compile(
    r"\b(?:weeks?|months?|days?|years?|phase|stage|page|level|no|nr)$|\b(?:\w{3,6}day|mon|tues?"
    r"|wed|thurs?|fri|sat|sun"
    r"|weight|resistance|band|kg|lbs?|age|pain|ice|heat|date|version|room|ward|price|reps?"
    r"|repetitions|times|(?<!quad )(?<!quads )(?<!glute )sets?|seconds?|secs?|minutes?"
    r"|mins?|breaths?)\b"
)


@dataclass(frozen=True)
class Entry:
    """A name and its dose: where both stand, and where the name."""

    start: int
    end: int
    name: tuple[int, int]
    dose_first: bool = False  # "10 reps of squats"


def entry(plain: str, start: int, end: int, *, known: bool = True) -> Entry | None:
    """What stands between two places, if it is a name and a dose.

    `known`: the name has to hold a word by which exercises are called.
    """
    while end > start and plain[end - 1] in " .;,*":
        end -= 1
    while start < end and plain[start] in " *":
        start += 1
    if not 5 <= end - start <= _LONGEST or not _NUMBER.search(plain, start, end):
        return None
    for pattern in (_NAME_FIRST, _DOSE_FIRST):
        if pattern is _DOSE_FIRST and _ONE_LIMB.match(plain, start, end):
            continue
        found = pattern.fullmatch(plain, start, end)
        if found and _NUMBER.search(found["dose"]) and _is_name(found["name"], known=known):
            name = (found.start("name"), _trimmed(plain, found.end("name")))
            return Entry(start, end, name, dose_first=pattern is _DOSE_FIRST)
    return None


def _is_name(name: str, *, known: bool) -> bool:
    name = name.strip(" -()")
    longest = _MOST_WORDS if known else _FEW_WORDS
    if (
        len(name.split()) > longest
        or _OWN.search(name)
        or _NO_NAME.fullmatch(name)
        or goes_on(name)
        or _LIMB.fullmatch(name)
    ):
        return False
    if labels_dose(name) or _NEVER.search(name):
        return False
    return names_movement(name) or not known


def _trimmed(plain: str, end: int) -> int:
    while plain[end - 1] in " -(:,":
        end -= 1
    return end


def entries(plain: str, found: Sequence[Line]) -> dict[int, Entry]:
    """The lines that are entries, by their number: in a run of them, or alone on the sheet."""
    written = [n for n, line in enumerate(found) if line.kind not in (Kind.BLANK, Kind.RULE)]
    read = {
        n: one
        for n in written
        if found[n].kind is not Kind.ROW and (one := entry(plain, found[n].start, found[n].end))
    }
    place = {n: at for at, n in enumerate(written)}
    for n in list(read):
        for near in _near(place[n], written):
            line = found[near]
            if near not in read and (loose := entry(plain, line.start, line.end, known=False)):
                read[near] = loose
    heads = [n for n, one in read.items() if one.dose_first and _is_over_words(n, read, found)]
    return {
        n: one
        for n, one in read.items()
        if _stands(n, place[n], written, read, found) or (n in heads and len(heads) > 1)
    }


def _is_over_words(n: int, read: dict[int, Entry], found: Sequence[Line]) -> bool:
    """ "10 reps of squats" right over a paragraph that tells how."""
    plain_line = found[n].kind is Kind.PLAIN
    under = found[n + 1] if n + 1 < len(found) else None
    return plain_line and under is not None and under.kind is Kind.PLAIN and n + 1 not in read


def _stands(
    n: int, at: int, written: list[int], read: dict[int, Entry], found: Sequence[Line]
) -> bool:
    if any(near in read for near in _near(at, written)):
        return True
    above = n == 0 or found[n - 1].kind is Kind.BLANK
    below = n + 1 == len(found) or found[n + 1].kind is Kind.BLANK
    return above and below


def _near(at: int, written: list[int]) -> list[int]:
    return written[max(0, at - 1) : at] + written[at + 1 : at + 2]


def itemised(plain: str, found: Sequence[Line]) -> list[Line]:
    """Lines that hold several entries cut into one line each."""
    return [one for line in found for cut in announcing(plain, line) for one in _cut(plain, cut)]


def _cut(plain: str, line: Line) -> list[Line]:
    if line.kind in (Kind.BLANK, Kind.RULE, Kind.ROW) or line.end - line.start > 6 * _LONGEST:
        return [line]
    label = _LABEL.match(plain, line.start, line.end)
    start = label.end() if label and not labels_dose(label.group()) else line.start
    pieces = _pieces(plain, start, line.end)
    if len(pieces) < 2:
        return [line]
    kept = replace(line, kind=Kind.PLAIN, number=None)
    cut = [replace(kept, begin=a, start=a, end=b) for a, b in pieces]
    cut[0] = replace(cut[0], begin=line.begin)
    return [replace(kept, end=start - 1), *cut] if start > line.start else cut


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The entries in a row, if there is nothing else; a lone dose joins the one before."""
    pieces: list[tuple[int, int]] = []
    for a, b in _between(plain, start, end):
        lone = pieces and _ONLY_DOSE.fullmatch(plain, a, b) is not None
        if lone:
            pieces[-1] = (pieces[-1][0], b)
        elif entry(plain, a, b):
            pieces.append((a, b))
        else:
            return []
    return pieces


def _between(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    while end > start and plain[end - 1] in " .;,":
        end -= 1
    places = [start]
    for mark in _CUT.finditer(plain, start, end):
        places += [mark.start(), mark.end()]
    places.append(end)
    return [(a, b) for a, b in zip(places[::2], places[1::2], strict=True) if a < b]
