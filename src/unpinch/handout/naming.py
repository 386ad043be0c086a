"""What looks like the name of an exercise: short, no label, no dose, no order, no sentence."""

import re

from unpinch.handout.instruction import goes_on, starts_with_order
from unpinch.handout.label import label_at

LONGEST, FEW_WORDS = 80, 4
_MOST_WORDS = 12
NUMBERED_NAME = re.compile(
    r"(?:exercise|stretch|pose|position|figure|fig\.?|no\.?|movement|move|drill|posture|asana"
    r"|ex\.?)\s?#?\s?(?:\d{1,2}[a-z]?\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?=\s{0,3}(?:[.:)-]|$)))"
    r"\s{0,3}[.:)-]?\s{0,3}"
    r"|\d{1,2}\s{0,2}[.:)-]\s{1,3}"
)
_NOT_A_NAME = re.compile(
    r"^(?:stretches|strengthens|mobili[sz]es|improves|helps|works|targets|loosens|relieves"
    r"|builds|good for"
    r"|great for) (?:and|the|your|to|out|\w+ (?:and|strength|muscles|balance))\b|^(?:keeping"
    # "At first stay in the pose for"
    r"|at first|first of all|initially|to begin with|to start with|finally|eventually|later|next"
    r"|holding|using|while|with|and|then|also)\b|\b(?:you|your|you'll|yourself|is|are"
    r"|was|will|should|can|may|must|www|https?|email|please"
    r"|contact|copyright|©|until|while|when|if|because|this|these|don't|do not|it|them)\b"
    r"|\b(?:stay|remain) (?:in|here|there|for|like|with|up|down)\b"
    r"|\bhold (?:it|this|the (?:pose|position|stretch))\b|@|\.com"
    r"|\b(?:tel|fax)\b|\d{4}|[!?;]|,.*,"
)
# "Rolling your knees" is a name, "Keeping your knees bent" is not.
_DOING = re.compile(
    r"(?!keeping|holding|using|making|having|being|taking|doing"
    r"|getting)[a-z]{3,10}ing your \w{3,12}s?(?: \w{2,12}){0,2}"
)
DOSE_WORDS = re.compile(
    r"^\W{0,3}(?:x ?\d|\d[\d\s/-]{0,5}(?:(?:to|or) \d{1,3} ?)?(?:x|sets?|reps?|times"
    r"|secs?|seconds|minutes|mins|repetitions"
    r"|days|breaths|\Z)|hold\b|repeat\b|repetitions?\b|reps\b|days (?:per|a)\b"
    r"|do \d|sets? of"
    r"|rest\b|\d{1,3} ?$|once |twice |daily\b"
    r"|every "
    r"|perform\b|complete \d|(?:one|two|three|four|five|six|eight|ten)"
    r" (?:(?:to|or) \w{3,6} )?(?:sets?|reps?|times"
    r"|seconds))"
)
# The words under a picture that say whose it is, or who is doing what.
_CREDIT = re.compile(
    r"\b(?:images?|photos?|pictures?|getty|i?stock|shutterstock|courtesy of|credits?)$|©"
    r"|\b(?:images?|photos?|picture|illustration) (?:by|from|credits?|courtesy|:)|\bgetty images\b"
    r"|^(?:an? |the )?(?:[a-z]{3,8} )?(?:man|woman|person|lady|patient|people|therapist)"
    r" [a-z]{2,10}ing\b"
)
_ANY_WORD = re.compile(r"\b(?!to\b|or\b|and\b|x\b)[a-z]")
OWN = re.compile(r"\b(?:your|the)\b")
_KNOWN = re.compile(
    r"\b(?:stretch(?:es)?|raises?|lifts?|curls?|squats?|bridges?|bridging|tilts?|twists?|rolls?"
    r"|pose"
    r"|press(?:es|-?ups?)?|push-?ups?|circles?|rotations?|slides?|squeezes?|tucks?|extensions?"
    r"|flexions?"
    r"|kicks?|lunges?|planks?|rows?|shrugs?|crunch(?:es)?|clams?|clamshells?|bugs?|dogs?|cats?"
    r"|cows?|camels?"
    r"|cobra|superman|chest|marching|march|walks?|walking|balance|steps?|step-?ups?|hug|rocks?"
    r"|drops?"
    r"|bends?|pulls?|glides?|dips?|abduction|adduction|stand|hold|exercise|knees?|hips?|legs?|arms?|ankles?"
    r"|rolling|twisting|bending|lifting|raising|squeezing|stretching|turning|tilting|bracing"
    r"|openings?"
    r"|turns?|nods?|retractions?|swings?|pendulums?|pumps?|alphabet|scrunch(?:es)?|bike|cycling"
    r"|jog(?:ging)?|swim"
    r"|prone (?:on|lying|props?)|wipers|bicycles?|thread the needle|figure (?:four|4)|pigeon"
    r"|hinges?|deadlifts?|taps?"
    r"|reach(?:es)?"
    r"|arches|sit[- ]to[- ]stands?|good mornings?|breathing|breaths|clench(?:es)?|neck|shoulders?"
    r"|calf|calves"
    r"|hamstrings?|quads?|glutes?|thigh|heel|toe|wall|child's|sphinx|warrior|folds?|locust|boat"
    r"|butterfly|happy baby|stance|salutations?|windmills?|(?:wood)?chops?|crawls?|grapevines?"
    r"|hops?|side-?steps?|pedals?|pedalling|leans?|shifts?|hikes?|kickbacks?|fl(?:y|ies)"
    r"|thrusts?|pinches|spreads?|flossing|sliders?|gliders?|climbers?|sways?|punches)\b"
)


def is_name(raw: str, words: str) -> bool:
    """Whether words look like the name of an exercise."""
    if not raw or len(raw) > LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    if raw[-1] in ".,;" or not (opens_like_name(raw) or _is_small_name(raw)):
        return False
    if NUMBERED_NAME.match(words):
        return True
    if not _ANY_WORD.search(words) or goes_on(words):
        return False
    if _NOT_A_NAME.search(words) and not _DOING.fullmatch(words):
        return False
    return label_at(words, 0, len(words)) is None and not DOSE_WORDS.match(words)


def is_credit(words: str) -> bool:
    """Whether a plain line only says what a picture shows, or where it comes from."""
    return len(words) <= LONGEST and _CREDIT.search(words) is not None


def opens_like_name(raw: str) -> bool:
    """Whether words begin with a capital, a number or a quotation mark."""
    return raw[0].isupper() or raw[0].isdigit() or raw[0] in "\"'“‘"


def _is_small_name(raw: str) -> bool:
    """A name all in small letters has to be short and one by which exercises are called."""
    few = len(raw.split()) <= FEW_WORDS and raw[0].isalpha()
    return few and not starts_with_order(raw) and names_movement(raw) and not OWN.search(raw)


def names_movement(name: str) -> bool:
    """Whether a plain name holds a word by which exercises are called."""
    return _KNOWN.search(name) is not None
