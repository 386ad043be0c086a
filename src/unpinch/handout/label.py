"""The labels that sheets put before a value or a paragraph: "Repetitions:", "Starting position".

Each has a kind. DOSE labels lead into numbers. HARDER labels open what is for later, VARIATION
labels what is another way; their numbers are not the dose. A GOAL is the dose only where there is
no other. A label is never an exercise's name.
"""

import re
from enum import StrEnum


class LabelKind(StrEnum):
    """What a label says about the words after it."""

    DOSE = "dose"
    PART = "part"
    FEEL = "feel"
    NOTE = "note"
    CAUTION = "caution"
    EASIER = "easier"
    HARDER = "harder"
    GOAL = "goal"
    WHY = "why"
    VARIATION = "variation"


_WORDS = {
    LabelKind.DOSE: (
        r"(?:target |number of |no\.? of |suggested |recommended )?"
        r"(?:repetitions?|reps?|repeats|sets?)(?: (?:and|&) (?:repetitions?|reps?|sets?))?"
        r"|(?:repetitions?|reps?|sets?)(?: ?(?:/|and|&|x) ?)(?:repetitions?|reps?|sets?)"
        r"|(?:repetitions?|reps?|sets?) per (?:set|session|day|side|leg)"
        r"|hold(?: (?:time|for|position|each))?(?: \(?(?:secs?|seconds|s|in seconds)\)?)?"
        r"|holding time|hold duration|time held"
        r"|freq(?:uency)?\.?|how often|how many(?: times)?|how long(?: for)?|how much|dose|dosage"
        r"|days per week|days a week|days/week|times (?:per|a) (?:day|week)|times/(?:day|week)"
        r"|(?:sessions?|sets) (?:per|a) (?:day|week)|per day|per week|daily|weekly"
        r"|duration|time|rest(?:ing)?(?: time| period| between sets)?|tempo|speed|breaths"
        r"|repetition,? sets? and frequency|side|sides|goal reps"
    ),
    LabelKind.PART: (
        r"start(?:ing)?(?: position)?|begin(?:ning)?(?: position)?|position|set[- ]?up|action"
        r"|movement|method|technique|instructions?|directions?|step[- ]by[- ]step(?: directions?)?"
        r"|how(?: to (?:do|perform)(?: it| this(?: exercise| stretch| movement)?)?| to)?|what to do"
        r"|do(?: this)?"
        r"|exercise|steps?(?: \d{1,2})?|aim|targets?"
        r"|target(?:ed)? (?:area|muscles?)|main muscles worked|muscles(?: worked)?"
        r"|equipment(?: needed)?"
        r"|you will need|what you need|end(?:ing)? position|finish"
        r"|inhale|exhale|breathe in|breathe out|breathing|right(?: side| leg| arm)?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mornings?|afternoons?|evenings?|nights?"
        r"|midday"
        r"|(?:day|week|weeks|month|phase|stage) \d{1,2}|am|pm"
        r"|left(?: side| leg| arm)?|right and left|up|down|name|image|picture|video|description"
        r"|(?:instructions? )?key movements?|comments?|details?|remember to|key points?|focus|easy"
    ),
    LabelKind.FEEL: r"feel(?: it)?(?: here| in)?|feelings?|sensations?|stretch felt(?: in)?"
    r"|you(?:'ll| should| will| may)? feel(?: (?:it|this|the stretch))?(?: at| in| here)?"
    r"|(?:where|what|how) (?:to|(?:you|it|this)(?:'ll| will| should| may| might| can)?"
    r"|(?:should|will|do|can|might|may) (?:you|i|it)) (?:be )?(?:feel(?:ing)?|felt)"
    r"(?: (?:it|this|that|(?:the|a|this) (?:\w{1,12} )?(?:stretch|exercise|pull|work)))?\??",
    LabelKind.NOTE: r"notes?|tips?|top tip|hints?|remember|reminder|important(?: note)?|n\.?b\.?"
    r"|please note|checks?|points to note|coaching points|form|quick tip|trainer'?s? tip|pro tip",
    LabelKind.CAUTION: r"cautions?|warnings?|precautions?|stop if|avoid(?: if)?|do not|don'?t"
    r"|safety|contra-?indications?|be careful|take care|skip(?: it)? if|common mistakes",
    LabelKind.EASIER: r"easier(?: version| option)?|to make (?:it|this)(?: exercise)? easier"
    r"|make it easier|regressions?|beginners?|if this is too (?:hard|difficult)|modified version",
    LabelKind.HARDER: r"progressions?|to progress|progress(?: this exercise)?(?: by)?|harder"
    r"(?: version| option)?|to make (?:it|this)(?: exercise)? (?:harder|more difficult"
    r"|more challenging)|make it harder|advanced|intermediate|challenge|next level|level [2-9]"
    r"|more challenge|moving on|to advance|to increase (?:the )?(?:difficulty|challenge)",
    LabelKind.WHY: r"purpose|benefits?|why(?: it works| do it)?|what it does|good for|helps with",
    LabelKind.GOAL: r"goals?|targets?",
    LabelKind.VARIATION: r"variations?|modifications?|modify|alternatives?|alternatively|options?"
    r"|another way|adaptations?|variant",
}
_TAIL = r"(?: \d{1,2}| \([^)\n]{1,30}\))?"
_END = r"\s{0,3}(?:[:=]\s?-?|-(?=\s)|(?=\|)|\.(?=\s)|$)"
_LABEL = {
    kind: re.compile(rf"(?:{words}){_TAIL}{_END}", re.IGNORECASE) for kind, words in _WORDS.items()
}
_NEEDS_COLON = (LabelKind.DOSE, LabelKind.PART)


def label_at(plain: str, start: int, end: int) -> tuple[LabelKind, int] | None:
    """The label that begins here, and where the words it leads into begin."""
    window = plain[start : min(end, start + 60)].replace("**", "  ")
    for kind, pattern in _LABEL.items():
        found = pattern.match(window)
        if found and not (found.group().rstrip().endswith(".") and kind in _NEEDS_COLON):
            return kind, start + found.end()
    return None


def is_label_only(line: str) -> bool:
    """Whether a line is a label that leads into the next line: "Repetitions", "Hold:"."""
    return len(line) <= 60 and not line.endswith(".") and is_dose_label(line)


def is_feel_label(line: str) -> bool:
    """Whether a line only says that where it is felt comes next: "Where to feel it"."""
    found = _LABEL[LabelKind.FEEL].match(line) if len(line) <= 60 else None
    return found is not None and not line[found.end() :].strip()


def is_dose_label(words: str) -> bool:
    """Whether a cell or line is a dose label and nothing else."""
    found = _LABEL[LabelKind.DOSE].match(words)
    return found is not None and not words[found.end() :].strip()
