"""Where to begin and what to work up to: the first is the dose, the second is not.

A cue word switches the rest of the sentence, up to the next cue: "start with 5 and build up to
10", "work up to 20, beginning with 10".
"""

import re

from unpinch.handout.mention import Mention
from unpinch.handout.zone import Zone

_GOAL = re.compile(
    r"\b(?:work(?:s|ing)?|build(?:s|ing)?|progress(?:es|ing)?)"
    r"(?: (?:your way|yourself|it|this|them|slowly|gradually|steadily|on|the \w+|your \w+)){0,2}"
    r" (?:up to|up|towards?|to)\b"
    r"|\bmov(?:e|ing) (?:up|on) to\b"
    r"|\b(?:advance|advancing|aim to reach|go up|move on|increase) to\b"
    r"|\bgradual(?:ly)?\b|\bslowly (?:increase|build|work)"
    r"|\bincreas(?:e|es|ing)\b(?!,? (?:the |your )?(?:stretch|flexib|mobil|strength|movement"
    r"|knee|hip"
    r"|range|circulation|blood|muscle|ankle|shoulder|back))"
    r"|\b(?:lengthen|extend|add)(?:ing)? (?:the |your |to the )?(?:time|hold|number|duration)"
    r"|\beventually\b|\bover time\b|\bas you (?:get|become|progress|improve|feel|build|gain|grow)\b"
    r"|\bas (?:it|this) (?:gets|becomes|feels)\b|\bonce (?:you|this|it|that)\b"
    r"|\bwhen (?:you can|you're able|you are able|this|it|that) \w+"
    r"|\buntil you(?: can|'re able| are able)\b|\bultimate(?:ly)?\b|\byour goal\b|\bthe goal\b"
    r"|\bgoal is\b|\bif (?:able|you are able|possible)\b|\bwith practi[sc]e\b|\bin time\b"
    r"|\bas (?:able|tolerated)\b|\bup to (?:a goal|a target)\b|\bmore advanced\b"
)
_START = re.compile(
    r"\b(?:start|starting|starts|begin|beginning|initially|at first|to begin with|to start with)\b"
)


def is_goal(mention: Mention, *, often: bool) -> bool:
    """Whether the number is what to work up to.

    `often`: it says how often. "Work up to 10 reps, 3 times a day" works up to the ten.
    """
    if mention.clause.zone is Zone.GOAL:
        return True
    goal = mention.clause.last_before(_GOAL, mention.amount.start)
    if often and goal and mention.earlier and mention.earlier.amount.start > goal[0]:
        return False
    start = mention.clause.last_before(_START, mention.amount.start)
    return goal is not None and (start is None or goal > start)
