"""Whether words are a dose and little else: "hold 15 to 60 seconds", "3 x 10 on each leg".

Many sheets give a name and a dose and leave the orders to a picture or to what was shown.
"""

import re

from unpinch.handout.amount import amounts
from unpinch.handout.instruction import orders
from unpinch.handout.unit import Unit

_OPENS = re.compile(
    r"\W{0,3}(?:please |then |and )?(?:hold|stay|keep|remain|repeat|do|perform|complete|try|aim for"
    r"|(?:start|begin)(?:ing)? (?:off )?with|spend (?=(?:about )?\d)|walk(?= (?:for )?\d)|go for"
    r"|for|x ?\d|at least|up to|about|between|reps?|repetitions|sets?|every (?:other "
    r"|second )?(?:day|morning|evening|\d|hour)|daily|tempo|once|twice|three times|\d"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty)\b)"
)
# "Total time: 20 minutes" and "Contractions: 10" are labels of doses, no names of exercises.
_LABELS = re.compile(
    r"\b(?:time|times|length|duration|total|sessions?"
    r"|(?<!quad )(?<!quads )(?<!quadriceps )(?<!glute )(?<!gluteal )"
    r"(?<!ham )(?<!hamstring )(?<!muscle )(?<!blade )(?<!abdominal )sets?|reps?|repetitions"
    r"|contractions"
    r"|frequency"
    r"|goal|target|weeks?|months?|day|days|daily|level|number|count|per|seconds|minutes|minimum"
    r"|maximum|dose|dosage|prescription|intensity|speed|hours?|programme|program|routine"
    r"|exercises|stretches|appointment|page|class|workout|circuit|phone|tel|start|week"
    r"|both sides|each side)\b"
    r"|^\W{0,3}(?:on the|in (?:all|total)|as (?:we|you)|notes?|tips?|we|you|your|our|if|when|after"
    r"|before)\b"
    r"|^\W{0,3}(?:on |with )?(?:the )?(?:each|every|left|right|both|other|opposite|per)"
    r" \w{3,9}\W{0,3}$"
)
# "Stretches - hold each for 30 seconds": the dose of what follows.
_OF_SEVERAL = re.compile(
    r"\b(?:hold|do|repeat|perform|complete) (?:each|every|all|these|them|both)"
    r"(?: one| of (?:these|them))?\b(?! (?:side|leg|arm|knee|hand|foot|ankle|hip|shoulder))"
)
_WITHOUT_NUMBER = re.compile(
    r"\b(?:a few|several) (?:seconds|moments|breaths|times|reps|repetitions)\b"
    r"|\bas long as you can\b"
)
_NO_DOSE = (Unit.NONE, Unit.MEASURE, Unit.WEEK)
_FIRST_SENTENCE = re.compile(r"[.;](?:\s|$)")


def is_dose(words: str) -> bool:
    """Whether plain words open with a dose and give no order to the body."""
    if _OF_SEVERAL.search(words):
        return False
    return _OPENS.match(words) is not None and not orders(words)


def opens_with_dose(words: str) -> bool:
    """Whether the first sentence of plain words is a dose: a number of something, or "a few"."""
    stop = _FIRST_SENTENCE.search(words)
    first = words[: stop.start()] if stop else words
    if not is_dose(first):
        return False
    counted = any(one.unit not in _NO_DOSE for one in amounts(first, 0, len(first)))
    return counted or _WITHOUT_NUMBER.search(first) is not None


def labels_dose(name: str) -> bool:
    """Whether a plain name is the label of a dose or of a whole programme."""
    return _LABELS.search(name) is not None
