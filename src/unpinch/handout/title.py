"""Which lines name an exercise: headings, short lines over a paragraph, "Name: do this".

A name is short, begins with a capital or a number, does not end like a sentence, is no label, no
dose, and gives no order ("Lift your leg" is a step, "Leg lift" a name).
"""

import re
from dataclasses import dataclass, replace

from unpinch.handout.announced import announced
from unpinch.handout.dosing import labels_dose, opens_with_dose
from unpinch.handout.instruction import goes_on, has_position, orders, starts_with_order
from unpinch.handout.label import is_feel_label, label_at
from unpinch.handout.line import Kind, Line
from unpinch.handout.naming import (
    DOSE_WORDS,
    FEW_WORDS,
    LONGEST,
    NUMBERED_NAME,
    OWN,
    is_credit,
    is_name,
    names_movement,
    opens_like_name,
)

MOST_IN_NUMBERED = 6
_EXERCISE_AND_NUMBER = re.compile(r"exercise \d{1,2} ?[-:.)] ")
# "To strengthen the calves" in bold letters under a name is what it is for.
_PURPOSE = re.compile(
    r"^\W{0,3}(?:to|for) (?:help |gently )?(?:increas|strengthen|stretch|improv|loosen|build|help"
    r"|eas|reliev|mobili|restor|reduc|support|maintain|open|work|tone|balanc|better )"
)
# "Ankle circles **to loosen the ankle**": the marks are blanks by now.
_PURPOSE_BEHIND = re.compile(rf"\s{{2,4}}(?={_PURPOSE.pattern.removeprefix('^')})")
_DOSE_TAIL = re.compile(
    r"\s{0,3}(?:[:(\[,|-]\s{0,3})?\b(?:(?:sets?|reps?|repetitions?|hold) ?[:=]|x ?\d|\d{1,2} ?x"
    r"|hold (?=(?:\w+ ){0,3}(?:\d|(?:one|two|three|five|six|ten|fifteen|twenty|thirty|several"
    r"|few) ))|(?:do |repeat )?\d{1,3}(?: ?(?:-"
    r"|to) ?\d{1,3})?"
    r" ?(?:sets?|reps?|repetitions|times|secs?|seconds?|mins?|minutes?|breaths?|x)\b|\d{1,3} each"
    r"|once |twice |daily|\bthree times|sets of).*$"
)
_SIDE_TAIL = re.compile(
    r"[,(]? ?(?:on |for |with )?(?:each|both|either) (?:legs?|sides?|arms?)\)?\.?$"
)
_SMALL = frozenset([
    "a", "an", "and", "at", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to",
    "with", "without", "by",
])  # fmt: skip
_ORDER_ONLY = re.compile(
    r"^(?:repeat|hold|rest|relax|breathe|return|do|perform|slowly|gently|keep|release|stop|inhale"
    r"|exhale|switch|take|make|use|lower|begin|start|try|lie|sit on|stand (?:with|on|up))\b"
)
# The marks of emphasis may end after the colon or stop: "**Chin tuck.** Sit tall".
_INLINE = re.compile(
    r"\s{0,2}(?:[:–—,]|[=-](?=\s)|(?<=\s)-(?=[a-z])|\.(?=(?:\*\*|__|\*|_)?\s))(?:(?:\*\*|__|\*|_)(?=\s))?\s{0,3}"
)
_BOLD_END = re.compile(r"(?P<name>[^*_\n.:]{3,60})(?:\*\*|__)\s{1,3}(?=[A-Z])")
_CAPITALS = re.compile(r"(?P<name>[A-Z]{3,}(?:[ /-][A-Z]{2,}){0,5}) {1,3}(?=[A-Z][a-z])")
_POSTURES = ("sitting", "standing", "lying", "kneeling", "supine", "prone", "seated", "on")
# "Quad sets - this exercise helps you to keep your strength": what a name is followed by.
_SPEAKS_OF_IT = re.compile(
    r"this (?:exercise|stretch|movement|pose) (?:is|helps?|will|can|strengthens|stretches|works"
    r"|improves|increases|loosens|builds|eases|relieves|targets|keeps|opens)\b"
)
# "Touch downs" and "press-ups" are nouns.
_PHRASAL = re.compile(r"[a-z]{2,12}[ -](?:ups|downs|outs|ins|backs|overs|offs)")
# "3-count hold: ..." and "Static quads sets: 2" end in a dose; with a comma it is more than a name.
_NO_ITEM = re.compile(r"^\d|,|\b(?:sets?|reps?|repetitions?|repeats?|hold|times?)$")
# "Bar lift: (you need a broom)".
_ASIDE = re.compile(r"[^:()]{3,60}(?=: ?\([^()]{3,80}\)$)")
_PLACES = ("on ", "in ", "lying", "sitting", "standing", "kneeling", "seated", "from ")


@dataclass(frozen=True)
class Title:
    """A name's place, and where the words under it begin if they stand on the same line."""

    start: int
    end: int
    rest: int | None
    strong: bool
    listed: bool = False  # it stands with its dose and nothing else


def title_at(text: str, plain: str, found: list[Line], at: int) -> Title | None:
    """The name that a line gives to what follows, if it does."""
    line = found[at]
    if line.kind in (Kind.BLANK, Kind.RULE, Kind.ROW):
        return None
    if is_credit(plain[line.start : line.end]):
        return None
    if line.kind is Kind.HEADING:
        return _heading(plain, line, under_name=at > 0 and _is_named(text, plain, found[at - 1]))
    line = _unmarked(text, line)
    if goes_on(plain[line.start : line.end]):
        return None
    if said := announced(text, plain, line):
        return Title(*said, strong=True)
    line = _without_aside(plain, line)
    if numbered := _numbered_exercise(plain, line):
        return numbered
    blank_above = at == 0 or found[at - 1].kind in (Kind.BLANK, Kind.RULE)
    if _stands_under_label(text, found, at):
        return None
    named = at > 0 and _names_alone(text, plain, found[at - 1])
    inline = _before_text(text, plain, line) or _inline(
        text, plain, line, blank_above=blank_above, under_name=named
    )
    return inline or _alone(text, plain, found, at, line, blank_above=blank_above)


def _numbered_exercise(plain: str, line: Line) -> Title | None:
    """ "Exercise 2 - one knee to chest, for the hip." is a name, though it ends like a sentence."""
    words = plain[line.start : line.end]
    long_enough = 2 * len(words) > LONGEST or words.endswith(".")
    if len(words) > 2 * LONGEST or not (long_enough and _EXERCISE_AND_NUMBER.match(words)):
        return None
    if orders(words) or any(c.isdigit() for c in words[12:]):
        return None
    return title_of(plain, line, None, strong=True)


def _alone(
    text: str, plain: str, found: list[Line], at: int, line: Line, *, blank_above: bool
) -> Title | None:
    """A name that has its line to itself, or shares it with a dose only."""
    words = plain[line.start : line.end]
    raw = text[line.start : line.end]
    counted = blank_above and _is_numbered_name(found, at, raw, words)
    if not (counted or is_name(raw, words)):
        return None
    numbered = NUMBERED_NAME.match(words) is not None
    title = title_of(plain, line, None, strong=blank_above or numbered)
    head = plain[title.start : title.end]
    if title.end < line.end:
        capital = _is_capital_name(text[title.start : title.end], head)
        return title if capital or _may_have_dose(head) else None
    if not _stands_over(text, found, at) or not (
        blank_above or opens_like_name(text[line.start :])
    ):
        return None
    known = blank_above or _has_items_under(found, at) or _is_capital_name(raw, words)
    may_be = counted or (known and _may_be_named(text, line, words))
    if starts_with_order(words) and not may_be:
        return None
    return title


def _is_numbered_name(found: list[Line], at: int, raw: str, words: str) -> bool:
    """ "2. Look over your shoulder" over a line of its own is a name, for all its "your"."""
    under = found[at + 1] if at + 1 < len(found) else None
    over_words = under is not None and under.kind is Kind.PLAIN and found[at].kind is Kind.NUMBERED
    if not over_words or len(words.split()) > MOST_IN_NUMBERED:
        return False
    return is_name(raw, words.replace(" your ", " "))


def name_in(text: str, plain: str, line: Line) -> tuple[int, int] | None:
    """The name that an item of a list gives, with a side after it at most: "Lunge, each leg." """
    side = _SIDE_TAIL.search(plain, line.start, line.end)
    end = side.start() if side else line.end
    while end > line.start and plain[end - 1] in " .,;":
        end -= 1
    words = plain[line.start : end]
    said = words.split(",")[0]
    if any(c.isdigit() for c in words) or starts_with_order(said) or not names_movement(said):
        return None
    named = is_name(text[line.start : line.start + len(said)], said)
    return (line.start, line.start + len(said)) if named else None


def _is_capital_name(raw: str, words: str) -> bool:
    """ "Sit to Stand" and "Roll Down" open like orders, but orders are not written so."""
    return title_case(raw) and not OWN.search(words) and names_movement(words)


def _may_have_dose(head: str) -> bool:
    """ "Bridge: 3 x 10" is a name with its dose, "Lift your leg x 10" an order with one."""
    return not starts_with_order(head) or (" " not in head and names_movement(head))


def _heading(plain: str, line: Line, *, under_name: bool) -> Title | None:
    words = plain[line.start : line.end]
    if _PURPOSE.match(words) and under_name:
        return None
    if label_at(plain, line.start, line.end) and not NUMBERED_NAME.match(words):
        return None
    if not any(c.isalpha() for c in words) or DOSE_WORDS.match(words):
        return None
    return title_of(plain, line, None, strong=True)


def title_of(plain: str, line: Line, rest: int | None, *, strong: bool) -> Title:
    """Without "Exercise 3:" before it when a name follows, and without a dose after it."""
    start = line.start
    end = line.end if rest is None else rest
    prefix = NUMBERED_NAME.match(plain, start, end)
    if prefix and any(c.isalpha() for c in plain[prefix.end() : end]):
        start = prefix.end()
    purpose = _PURPOSE_BEHIND.search(plain, start + 3, end) if end - start < 2 * LONGEST else None
    if purpose:
        end = purpose.start()
    if plain[start] == plain[end - 1] == '"':
        start, end = start + 1, end - 1
    tail = _DOSE_TAIL.search(plain, start + 3, end) if end - start < 2 * LONGEST else None
    if tail:
        end = tail.start()
    while end > start and plain[end - 1] in " :.-(|*\t\n":
        end -= 1
    return Title(start, end, rest, strong)


def _unmarked(text: str, line: Line) -> Line:
    """Without the stars and underscores of emphasis before its first word and after its last."""
    start, end = line.start, line.end
    while start < end and text[start] in "*_":
        start += 1
    while end > start and text[end - 1] in "*_":
        end -= 1
    return replace(line, start=start, end=end)


def _without_aside(plain: str, line: Line) -> Line:
    """Without what stands in brackets after the colon of a name."""
    found = _ASIDE.match(plain, line.start, line.end)
    return replace(line, end=found.end()) if found else line


def _names_alone(text: str, plain: str, line: Line) -> bool:
    """Whether a line is a name and nothing else, so that what stands under it is no other."""
    if line.kind is Kind.HEADING:
        return True
    return line.kind is Kind.PLAIN and _is_named(text, plain, line)


def _is_named(text: str, plain: str, line: Line) -> bool:
    words = plain[line.start : line.end]
    return (
        len(words) <= LONGEST
        and names_movement(words)
        and is_name(text[line.start : line.end], words)
    )


def _inline(
    text: str, plain: str, line: Line, *, blank_above: bool, under_name: bool
) -> Title | None:
    """ "Knee to chest: lie on your back ..." on one line."""
    window = min(line.end, line.start + LONGEST)
    marked = _is_marked(text, line)
    for mark in _INLINE.finditer(plain, line.start + 3, window):
        head = text[line.start : mark.start()].rstrip("*_ ")
        words = plain[line.start : line.start + len(head)]
        prefix = NUMBERED_NAME.match(words)
        if prefix and prefix.end() >= len(words):
            continue
        if mark.group().strip() == "," and words.split()[0] in _POSTURES:
            return None
        loose = mark.group().strip() in (".", "=", ",")
        if loose and (under_name or not (names_movement(words) or _is_short_item(line, words))):
            return None
        if not is_name(head, words) or (
            starts_with_order(words) and not (marked or _noun_like(head, words))
        ):
            return None
        rest = plain[mark.end() : min(line.end, mark.end() + 300)].lstrip()
        opens = mark.group().strip() not in ("=", ",") and (
            opens_exercise(rest)
            or _is_listed_name(line, head, words)
            or (
                mark.group().strip() in (":", "-")
                and _is_named_item(words, rest, line, blank_above=blank_above)
            )
        )
        if not opens and not _is_dosed(words, rest, line, blank_above=blank_above):
            if mark.group().strip() == ",":
                continue
            return None
        named = replace(line, end=line.start + len(head))
        title = title_of(plain, named, None, strong=True)
        strong = opens or (blank_above and names_movement(words))
        return Title(title.start, title.end, mark.end(), strong=strong)
    return None


def _is_marked(text: str, line: Line) -> bool:
    """Whether emphasis opens right before the line's words: "**Chin tuck.** Sit tall"."""
    return text[line.start - 1 : line.start] in ("*", "_")


def _before_text(text: str, plain: str, line: Line) -> Title | None:
    """ "**Sit to Stand** Lean forward ..." and "SIT TO STAND Lean forward ...", without a stop."""
    found = (_BOLD_END if _is_marked(text, line) else _CAPITALS).match(text, line.start, line.end)
    if found is None:
        return None
    head, words = found["name"], plain[slice(*found.span("name"))]
    rest = plain[found.end() : min(line.end, found.end() + 300)]
    if not is_name(head, words) or not names_movement(words) or not opens_exercise(rest):
        return None
    return Title(*found.span("name"), found.end(), strong=True)


def _is_short_item(line: Line, words: str) -> bool:
    """ "1. Butterfly. Sit with ...": a numbered item that opens with a word or two."""
    return line.kind is Kind.NUMBERED and len(words.split()) <= FEW_WORDS - 1


def _is_listed_name(line: Line, head: str, words: str) -> bool:
    """ "1. Child's Pose - Begin here and rest": a number, and a name that is written as one."""
    return line.kind is Kind.NUMBERED and title_case(head) and names_movement(words)


def _noun_like(head: str, words: str) -> bool:
    """ "Bridge" and "Roll Down" are names for all that they could be orders."""
    alone = " " not in words and names_movement(words)
    return title_case(head) or alone or _PHRASAL.fullmatch(words) is not None


def _is_dosed(name: str, rest: str, line: Line, *, blank_above: bool) -> bool:
    """ "Knees to chest: hold 15 to 60 seconds" is a name with its dose."""
    if labels_dose(name) or not opens_with_dose(rest):
        return False
    return names_movement(name) or line.item or blank_above


def _is_named_item(name: str, rest: str, line: Line, *, blank_above: bool) -> bool:
    """ "Bird dog: from all fours reach ..., 8 each side": known by its place, name and number.

    Without it the numbers of the second exercise would become those of the first.
    """
    apart = line.item or blank_above
    if not apart or labels_dose(name) or _NO_ITEM.search(name) or starts_with_order(name):
        return False
    return names_movement(name) and any(each.isdigit() for each in rest)


def opens_exercise(words: str) -> bool:
    if _SPEAKS_OF_IT.match(words):
        return True
    return orders(words) >= 1 or (starts_with_order(words) and has_position(words))


def _stands_under_label(text: str, found: list[Line], at: int) -> bool:
    """ "Back of the thigh" under "Where to feel it" is where, and no exercise."""
    above = at - 1
    while above >= 0 and found[above].kind in (Kind.BLANK, Kind.RULE):
        above -= 1
    return above >= 0 and is_feel_label(text[found[above].start : found[above].end])


def _stands_over(text: str, found: list[Line], at: int) -> bool:
    """Whether something longer or listed stands under the line, with at most a blank between."""
    line, below = found[at], at + 1
    while below < len(found) and found[below].kind in (Kind.BLANK, Kind.RULE):
        below += 1
    if below == len(found):
        return False
    under = found[below]
    if line.kind is Kind.BULLET:
        return under.kind is Kind.PLAIN or under.indent > line.indent
    if line.kind is Kind.NUMBERED and under.kind is Kind.NUMBERED and under.indent <= line.indent:
        return under.number == 1
    if line.kind is Kind.PLAIN and under.kind is Kind.PLAIN and below == at + 1:
        if text[line.start].islower() and opens_small_exercise(text[under.start : under.end]):
            return True
        return text[under.start].isupper() or not text[under.start].isalpha()
    return True


def opens_small_exercise(words: str) -> bool:
    """Whether a line in small letters begins an exercise: an order or a position."""
    said = words[:LONGEST]
    return starts_with_order(said) or (has_position(said) and said.startswith(_PLACES))


def _has_items_under(found: list[Line], at: int) -> bool:
    """A numbered line over an inner list is the head of that list."""
    under = found[at + 1] if at + 1 < len(found) else None
    inner = under is not None and under.item and under.indent > found[at].indent
    return found[at].kind is Kind.NUMBERED and inner


def _may_be_named(text: str, line: Line, words: str) -> bool:
    """ "Roll down" and "Sit to Stand" are names that begin like orders."""
    raw = text[line.start : line.end]
    if _ORDER_ONLY.match(words) and not title_case(raw):
        return False
    return title_case(raw) or len(words.split()) <= 3 or not OWN.search(words)


def title_case(raw: str) -> bool:
    words = [word for word in re.split(r"[\s/]+", raw) if word and word[0].isalpha()]
    parts = [part for word in words for part in word.split("-") if part]
    large = [word for word in words if word.lower() not in _SMALL]
    return len(parts) > 1 and bool(large) and all(word[0].isupper() for word in large)
