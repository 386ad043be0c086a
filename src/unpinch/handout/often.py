"""How often, put together: the numbered phrases, and the words that hold no number.

"Daily", "every morning", "BD" (twice a day, as prescriptions have it), "hourly", "every other day".
"""

import re
from collections.abc import Iterator

from unpinch.handout.claim import Claim, Field
from unpinch.handout.draft import Ends, Frequency, span_of, whole
from unpinch.handout.mention import Clause
from unpinch.handout.zone import Zone

_NOT_LIFE = r"(?!,? (?:activit|life|living|routine|task|lives|chores|use))"
_WORDS: tuple[tuple[re.Pattern[str], Field, float, float], ...] = tuple(
    (re.compile(pattern), field, low, high)
    for pattern, field, low, high in (
        (
            r"\bmornings?,? (?:and )?(?:noon|lunch(?:time)?|midday|afternoons?),? and"
            r" (?:night|evening|bedtime)s?\b",
            Field.PER_DAY,
            3,
            3,
        ),
        (
            r"\b(?:in the )?mornings? and (?:again |once )?(?:in the |at |every |before )?"
            r"(?:night|evening|bed(?:time)?|afternoon)s?\b",
            Field.PER_DAY,
            2,
            2,
        ),
        (r"(?<!\d)(?<!\d )\bam ?(?:\+|&|and|/) ?pm\b", Field.PER_DAY, 2, 2),
        (r"\bevery (?:other|second) day\b|\b(?:on )?alternate days\b", Field.PER_WEEK, 3, 4),
        (
            rf"\b(?:once )?(?:daily|every ?day|each day|per day)\b{_NOT_LIFE}"
            r"|\b(?:every|each) (?:morning|evening|night)\b|\bnightly\b|\bonce a day\b",
            Field.PER_DAY,
            1,
            1,
        ),
        (r"\bevery (?:waking )?hour or two\b", Field.EVERY_HOURS, 1, 2),
        (r"\bevery couple of hours\b", Field.EVERY_HOURS, 2, 2),
        (r"\bq ?1 ?h(?:rs?)?\b", Field.EVERY_HOURS, 1, 1),
        (r"\bq ?2 ?h(?:rs?)?\b", Field.EVERY_HOURS, 2, 2),
        (r"\bq ?3 ?h(?:rs?)?\b", Field.EVERY_HOURS, 3, 3),
        (r"\bq ?4 ?h(?:rs?)?\b", Field.EVERY_HOURS, 4, 4),
        (
            r"\b(?:every|each) (?:waking )?(?:hour|hr)\b|/ ?(?:hour|hr)\b(?! or two)|\bhourly\b"
            # "Walk for half an hour" and "wait an hour" say nothing of how often.
            r"|(?:(?<=times )|(?<=reps )|(?<=minutes )|(?<=mins )|(?<=min )|(?<=seconds ))"
            r"(?:an|per) hour\b|\bonce (?:an|per) hour\b",
            Field.EVERY_HOURS,
            1,
            1,
        ),
        (r"\b(?:once )?weekly\b|\b(?:every|each) week\b", Field.PER_WEEK, 1, 1),
    )
)
# Short forms of a prescription stand in capitals; in small letters they would be other words.
_SHORT = re.compile(r"(?<![A-Za-z.])(?:(BD|BID|[Bb]\.[Ii]\.[Dd]\.?|[Bb]\.[Dd]\.?)"
                    r"|(TDS|TID|[Tt]\.[Ii]\.[Dd]\.?|[Tt]\.[Dd]\.[Ss]\.?)"
                    r"|(QDS|QID|[Qq]\.[Ii]\.[Dd]\.?|[Qq]\.[Dd]\.[Ss]\.?)"
                    r"|(OD|QD))(?![A-Za-z])")  # fmt: skip
OFTEN = (Field.PER_DAY, Field.PER_WEEK, Field.EVERY_HOURS)
# "A movement you do every day", "the stairs you climb daily": how often something else is done.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?!(?:exercise|stretche?|routine|programme?|sure|that|if|when|and|then|so|as|until|because"
    r"|how|where|once|whenever|what|before|after|or|but|day|week|times?|which|this|these|it|them"
    r"|here|ones?)s?\b)[a-z]{3,16} (?:that |which )?(?:you|we|people|most people|most of us"
    r"|everyone|everybody)(?: all| probably| already| may| might)?"
    r" (?!should|can|must|will|may|need)"
    r"[a-z]{2,12}"
    r"(?: (?:in|on|up|with|for|to do|without thinking|over and over|again and again)){0,2} $"
)
# "Increase the weight by 0.1 kg weekly": how often more is added.
_ADDS = re.compile(
    r"^\W{0,3}(?:increas|add|progress|rais)(?:e|es|ing)?\b.{0,40}\b(?:by|of)\b"
    r"|\badd(?:ing)? (?:an? )?(?:\d|one|two|three|five|more|additional|another|extra|further)\b"
)
# "A few times every day" is daily, but not once.
_UNCOUNTED = re.compile(
    r"\b(?:few|several|many|multiple|numerous|various|number of|couple(?: of)?) (?:more )?times"
    r" (?:a|per|each|every|through(?:out)?|during|over|in) (?:the |a )?(?:day|week)?"
)
_ASIDE = (Zone.GOAL, Zone.VARIATION, Zone.WHY)
_NEAR = 60


def frequency(text: str, claimed: list[tuple[Clause, Claim]]) -> Frequency | None:
    """How often the claims say, or None."""
    found: dict[Field, Claim] = {}
    for _, claim in claimed:
        if claim.field in OFTEN and not claim.goal:
            found.setdefault(claim.field, claim)
    return _together(text, found) if found else None


def worded(
    text: str, clauses: list[Clause], claimed: list[tuple[Clause, Claim]]
) -> list[tuple[Clause, Claim]]:
    """Claims by words that hold no number, where no number has claimed the same words."""
    taken: dict[int, list[Claim]] = {}
    for place, claim in claimed:
        if claim.field in OFTEN:
            taken.setdefault(id(place), []).append(claim)
    return [
        (clause, claim)
        for clause in clauses
        if clause.zone not in _ASIDE
        for claim in _worded(text, clause)
        if not any(
            claim.start < one.end and one.start < claim.end for one in taken.get(id(clause), ())
        )
    ]


def of_something_else(before: str) -> bool:
    """Whether the words before "every day" or "twice a day" say that of something else."""
    return _OF_SOMETHING_ELSE.search(before[-_NEAR:]) is not None


def _together(text: str, found: dict[Field, Claim]) -> Frequency:
    first = min(found.values(), key=lambda claim: claim.start)
    end = first.end
    for claim in found.values():
        if first.end <= claim.start <= first.end + _NEAR:
            end = max(end, claim.end)
    return Frequency(
        span=span_of(text, first.start, end),
        per_day=_ends(found.get(Field.PER_DAY)),
        per_week=_ends(found.get(Field.PER_WEEK)),
        every_hours=_ends(found.get(Field.EVERY_HOURS)),
    )


def _ends(claim: Claim | None) -> Ends | None:
    return (whole(claim.low), whole(claim.high)) if claim else None


def _worded(text: str, clause: Clause) -> Iterator[Claim]:
    sentence = clause.sentence
    if _ADDS.search(clause.words) or _UNCOUNTED.search(clause.words):
        return
    for pattern, field, low, high in _WORDS:
        match = pattern.search(clause.plain, sentence.start, sentence.end)
        if match and not of_something_else(clause.plain[sentence.start : match.start()]):
            yield Claim(field, low, high, match.start(), match.end())
    if short := _SHORT.search(text, sentence.start, sentence.end):
        a_day = {1: 2.0, 2: 3.0, 3: 4.0, 4: 1.0}[short.lastindex or 4]
        yield Claim(Field.PER_DAY, a_day, a_day, short.start(), short.end())
