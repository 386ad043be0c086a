"""Which doses of a heading go to the exercises under it.

"Strengthening, 3 times a week" says how often of what follows. "Ice pack twice a day" and "Foam
roller 2 x daily" say it of themselves.
"""

import re

from unpinch.handout.often import OFTEN
from unpinch.handout.passage import Claimed, Passage

_OF_EXERCISES = re.compile(
    r"\b(?:exercis\w*|stretch\w*|program\w*|routine|regime\w*|strength\w*|mobil\w+|flexib\w+"
    r"|balanc\w+|posture|stability|core|warm[- ]?ups?|cool[- ]?downs?|phases?|stage|level|part"
    r"|block|sessions?|sets?|circuit|workout|plan|movements?|moves|poses?|yoga|pilates|physio\w*|rehab\w*"
    r"|prehab|range|rom|activat\w+|loading|conditioning|cardio|aerobic|these|following|all|each"
    r"|every|below|do|perform|how often|frequency|home|gym|bed|chair|floor|lying|sitting|seated"
    r"|standing|kneeling|supine|prone|upper|lower|backs?|necks?|spine|hips?|knees?|legs?|ankles?"
    r"|foot|feet|arms?|shoulders?|elbows?|wrists?|hands?|calf|calves|hamstrings?|quads?|glutes?"
    r"|thighs?|trunk|pelvic|beginners?|easy|hard\w*|gentle|(?:day|week)s? ?\d)\b"
)
_WORD = re.compile(r"[a-z]{3,}")
_OF_DOSE = re.compile(
    r"\b(?:times|once|twice|per|and|for|the|mins?|minutes?|secs?|seconds?|days?|daily|weeks?|weekly"
    r"|mornings?|evenings?|nights?|hours?|hourly|one|two|three|four|five|six|reps?|repetitions?)\b"
)


def of_section(piece: Passage, plain: str) -> list[Claimed]:
    """The claims of a heading that hold for what stands under it."""
    if piece.name is None or _heads_exercises(plain[slice(*piece.name)]):
        return list(piece.heading)
    return [pair for pair in piece.heading if pair[1].field not in OFTEN]


def _heads_exercises(name: str) -> bool:
    """Whether a heading speaks of exercises, or says no more than how often."""
    said = _OF_DOSE.sub(" ", name)
    return _WORD.search(said) is None or _OF_EXERCISES.search(said) is not None
