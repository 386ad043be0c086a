"""Whether words speak of all exercises of a sheet: "each exercise", "your programme"."""

import re

# "Do these 2-3 times daily": how often is said of the sheet; how many, of the movement before.
_DO_THEM = r"\b(?:do|perform|practi[sc]e|complete) (?:these|them|all|everything)"
_FOR_ALL = re.compile(
    r"\b(?:each|every|all|all of|these|the following|the above|following|both) (?:the |these "
    r"|of the "
    r"|of these |\d{1,2} |\w{3,10}ing )?(?:exercises?|stretch(?:es)?|movements?|poses?)\b"
    r"|\bexercises (?:\w+ ){0,2}(?:to|should|must|can) be (?:performed|done|carried out"
    r"|completed|repeated|practi[sc]ed)\b"
    r"|\b(?:repeating|performing|doing) each\b|\bthem all\b|\b(?:do|perform|repeat|practi[sc]e"
    r"|complete) (?:the"
    r"|your) (?:\w+ )?(?:exercises|stretches)\b"
    rf"|{_DO_THEM}(?: all)? (?:\w+ ?(?:-|to|or)? ?){{1,3}}times (?:a|per|each|every) day\b"
    rf"|{_DO_THEM} (?:[\w-]+ (?:times )?)?(?:daily|(?:a|every|each) day)\b"
    r"|\b(?:the|this) exercise \d{1,2} (?:times|x) (?:a|per|each|every) day\b"
    r"|\b(?:do|perform|complete|practi[sc]e) the (?:following|above)\b"
    r"|\b(?:home|full|whole|exercise) circuit\b"
    r"|\b(?:repeat|do|perform|go through) (?:the|this) (?:whole|entire|full|complete) (?:set"
    r"|sequence|list|series|lot)\b"
    r"|\b(?:this|the|your) (?:whole |entire |home )?(?:exercise )?(?:programme|program|routine"
    r"|circuit)\b"
)


def speaks_of_all(words: str) -> bool:
    """Whether plain words speak of each or all exercises, or of the whole programme."""
    return _FOR_ALL.search(words) is not None
