"""A number where it is used: the sentence around it, its neighbours, and the verb before it.

Phrases ask a mention what stands just before it and just after it. Both looks are bounded.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from unpinch.handout.amount import Amount, amounts
from unpinch.handout.sentence import Sentence
from unpinch.handout.verb import Governing, Verb, verbs
from unpinch.handout.zone import Zone

# "This is one cycle" explains the word and counts nothing.
EXPLAINS = re.compile(r"\b(?:is|as|that's|equals|makes|be|was)\s$")
_NEAR = 90
_NEXT_TO_IT = re.compile(r"\s{0,3}(?:(?:for|it|this|about|each|up to|at least|the|a)\s{1,3}){0,4}")
_ASIDE = (Verb.STAY, Verb.HOLD, Verb.TENSE)


@dataclass(frozen=True)
class Clause:
    """A sentence with all that is found in it."""

    plain: str = field(repr=False)
    sentence: Sentence
    zone: Zone
    amounts: Sequence[Amount]
    verbs: Sequence[Governing]
    _places: dict[re.Pattern[str], tuple[tuple[int, int], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def places(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Where a pattern stands in the sentence; found once, however many numbers ask."""
        if pattern not in self._places:
            found = pattern.finditer(self.plain, self.sentence.start, self.sentence.end)
            self._places[pattern] = tuple(match.span() for match in found)
        return self._places[pattern]

    def last_before(self, pattern: re.Pattern[str], at: int) -> tuple[int, int] | None:
        """The last place of a pattern that begins before another place."""
        places = self.places(pattern)
        number = bisect_left(places, (at, at)) if places else 0
        return places[number - 1] if number else None

    @property
    def words(self) -> str:
        """The sentence in plain letters."""
        return self.plain[self.sentence.start : self.sentence.end]

    @property
    def mentions(self) -> list["Mention"]:
        """Each amount of the sentence, in its place."""
        return [Mention(self, number) for number in range(len(self.amounts))]


def clause(plain: str, sentence: Sentence, zone: Zone) -> Clause:
    """Find the amounts and the verbs of a sentence."""
    place = (plain, sentence.start, sentence.end)
    return Clause(plain, sentence, zone, amounts(*place), verbs(*place))


@dataclass(frozen=True)
class Mention:
    """One amount in its sentence."""

    clause: Clause
    number: int

    @property
    def amount(self) -> Amount:
        """The amount itself."""
        return self.clause.amounts[self.number]

    @property
    def before(self) -> str:
        """The words before it, with the label or head that leads into the sentence."""
        sentence = self.clause.sentence
        start = max(sentence.start, self.amount.start - _NEAR)
        lead = sentence.lead if start == sentence.start else ""
        return lead + self.clause.plain[start : self.amount.start]

    @property
    def after(self) -> str:
        """The words after it and its unit."""
        stop = min(self.clause.sentence.end, self.amount.end + _NEAR)
        return self.clause.plain[self.amount.end : stop]

    @property
    def behind_number(self) -> str:
        """The words after its digits, the unit among them."""
        stop = min(self.clause.sentence.end, self.amount.number_end + _NEAR)
        return self.clause.plain[self.amount.number_end : stop]

    @property
    def earlier(self) -> "Mention | None":
        """The amount before this one in the sentence."""
        return Mention(self.clause, self.number - 1) if self.number else None

    @property
    def later(self) -> "Mention | None":
        """The amount after this one in the sentence."""
        more = self.number + 1 < len(self.clause.amounts)
        return Mention(self.clause, self.number + 1) if more else None

    @property
    def gap_before(self) -> str:
        """What stands between the amount before and this one."""
        one = self.earlier
        start = one.amount.end if one else self.clause.sentence.start
        lead = "" if one else self.clause.sentence.lead
        return lead + self.clause.plain[max(start, self.amount.start - _NEAR) : self.amount.start]

    @property
    def gap_after(self) -> str:
        """What stands between this amount and the next one."""
        two = self.later
        stop = two.amount.start if two else self.clause.sentence.end
        return self.clause.plain[self.amount.end : min(stop, self.amount.end + _NEAR)]

    @property
    def governing(self) -> Governing | None:
        """The last verb before the amount; if there is none, the first after it.

        "Walk on your toes, keeping your back straight, for 30 seconds": what is done on the side
        ("keeping", "while standing") gives way to the verb before it.
        """
        before = [verb for verb in self.clause.verbs if verb.end <= self.amount.start]
        if not before:
            after = [verb for verb in self.clause.verbs if verb.start >= self.amount.end]
            return after[0] if after and not self._rests_later(after[0]) else None
        last = before[-1]
        if len(before) > 1 and last.verb in _ASIDE and self._is_aside(last):
            return before[-2]
        return last

    def _rests_later(self, verb: Governing) -> bool:
        """ "3 x 45 s, 30 s rest": the rest has a number of its own."""
        later = self.later
        return verb.verb is Verb.REST and later is not None and later.amount.end <= verb.start

    def _is_aside(self, verb: Governing) -> bool:
        plain = self.clause.plain
        if _NEXT_TO_IT.fullmatch(plain, verb.end, self.amount.start):
            return False
        led = plain[max(self.clause.sentence.start, verb.start - 7) : verb.start].rstrip()
        return plain[verb.start : verb.end].endswith("ing") and led.endswith((",", "while", "by"))

    @property
    def verb(self) -> Verb | None:
        """What kind of verb governs it."""
        return self.governing.verb if self.governing else None

    def start_of(self, words: str) -> int:
        """Where words that end just before the amount begin, as a place in the text."""
        return max(self.clause.sentence.start, self.amount.start - len(words))
