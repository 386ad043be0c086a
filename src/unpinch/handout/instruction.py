"""Whether a sentence tells the body what to do, and from which position.

Instructions are what makes a piece of text an exercise. Introductions describe, adverts invite;
neither says "bend", "lift" or "lie on your back".
"""

import re

_DO = (
    r"lie|lay|sit|stand|kneel|squat|crouch|get|come|go|bend|straighten|flatten|touch|lift|raise|lower|bring"
    r"|pull|push"
    r"|press|draw|hug|grasp|grab|hold|place|put|position|rest|relax|turn|twist|rotate|roll|tilt"
    r"|lean"
    r"|reach|extend|stretch|squeeze|tighten|clench|contract|swing|step|walk|march|slide|cross|clasp"
    r"|interlace|drop|tuck|arch|round|rock|curl|point|flex|hinge|lunge|wrap|loop|open|close|spread"
    r"|shift|rise|engage|pinch|shrug|inhale|exhale|breathe|tense|circle|pump|tap|nod|hang|grip|cup"
    r"|shake|spin|crawl|balance|lengthen|lace|fold|bow|release|return|let|allow|keep|stay|move"
    r"|start"
    r"|begin|slowly|gently|support|make|take|pretend|imagine|brace|bridge|kick|jog|hop|jump|dip"
    r"|scrunch|wiggle|clap|punch|hitch|flutter|drag|massage|using|use|with|while|facing|look"
    r"|gaze|chin"
    r"|perform|repeat|do|face|pick|trace|write|sweep|wave|pedal|cycle|bounce|sway|peel|splay"
    r"|separate|stack|scoot|sink|elevate|retract|skip|climb|uncurl|unroll|tilt|lock|oppose"
)
# An order stands at the head of a clause: after nothing, a comma, "and", "then", "slowly".
_ORDER = re.compile(
    rf"(?:^\s{{0,4}}|[,:;.(•-]\s{{0,3}}|\b(?:and|then|now|next|slowly|gently|carefully|to|you|or"
    rf"|should|can"
    rf"|by)\s{{1,3}})(?:\W{{0,3}}(?:slowly|gently|carefully|now|then|next|first|simply|please"
    rf"|try to)"
    rf",?\s{{1,3}}){{0,2}}(?P<verb>{_DO})\b"
)
# "Makes it easier to walk" promises and orders nothing.
_ENABLES = re.compile(
    r"\b(?:easier|harder|safer|able|ability|possible|difficult|helps? you|enables? you|strength"
    r"|without having) to\s{1,3}$"
)
_PREFIX = re.compile(
    r"(?:[\s,:;.(•-]|\b(?:slowly|gently|carefully|now|then|next|first|simply|please|try|to|and)\b)*"
)
_MOVES = re.compile(
    r"\b(?:come|bend|straighten|flatten|touch|lift|raise|lower|bring|pull|push|press|draw|hug|turn|twist"
    r"|rotate|roll|tilt"
    r"|lean|reach|extend|stretch|squeeze|tighten|clench|contract|swing|step|walk|march|slide|cross"
    r"|drop|tuck|arch|round|rock|curl|flex|hinge|lunge|squat|shrug|tense|circle|pump|inhale"
    r"|exhale|tap"
    r"|nod|hang|kick|clap|punch|hitch|flutter|grab|grasp|interlace|clasp|place|move|point|rise"
    r"|stand"
    r"|kneel|lie|lay|sit|open"
    r"|spread|shift|massage|breathe|balance|scrunch|fold|hop|jump|dip|put|pick|trace|write|sweep"
    r"|wave|pedal|cycle|bounce|sway|peel|splay|separate|stack|scoot|sink|elevate|retract|climb"
    r"|uncurl|unroll|oppose)(?:ing)?\b"
)
# "Let both knees fall to one side" orders; "let us know if your knee swells" does not.
_LETS = re.compile(
    r"\blet(?:ting)? (?:your|the|both|one|each)(?: [a-z]{3,10}){1,3}? (?:fall|drop|sink|hang|roll"
    r"|swing|slide|float|open|dangle)\b"
)
_BODY = re.compile(
    r"\b(?:knees?|legs?|arms?|hands?|feet|foot|back|hips?|shoulders?|elbows?|wrists?|ankles?|heels?"
    r"|toes?|head|neck|chin|chest|thighs?|calf|calves|buttocks?|bottom|glutes?|stomach|tummy"
    r"|abdomen"
    r"|abdominals?|abs|core|spine|pelvis|pelvic|torso|trunk|body|fingers?|thumbs?|palms?|forearms?"
    r"|forehead|hamstrings?|quads?|muscles?|fist|fours|side|ears?|nose|mouth|lungs|eyes?|tongue"
    r"|jaw|shins?|soles?|waist|ribs?|lips|knuckles?|fingertips?|joints?|bed|step|door(?:way|frame)?|floor|wall|chair|mat|towel|ball|band)\b"
)
# What is done with the whole body needs no part of it named.
_WHOLE_BODY = re.compile(r"\b(?:walk|march|cycle|pedal|jog|swim|climb|skip|dance|row)\b")
_POSITION = re.compile(
    r"\b(?:lie|lying|lay|laying|sit|sitting|seated|stand|standing|kneel|kneeling|all fours"
    r"|hands and knees|on your (?:back|side|front|stomach|tummy|abdomen))\b"
)
_SPEAKS_OF_IT = re.compile(
    r"\b(?:this|these|the following|regular) (?:exercises?|stretch(?:es)?|leaflet|booklet|sheet"
    r"|page"
    r"|programme|program|information)\b (?:is|are|will|can|should|helps?|may|takes?|has|have"
    r"|contains"
    r"|gives?|shows?|provides?)\b"
)


def orders(words: str) -> int:
    """How many orders for the body a plain sentence gives."""
    if not (_BODY.search(words) or _WHOLE_BODY.search(words)):
        return 0
    let = sum(1 for _ in _LETS.finditer(words))
    return let + sum(
        _MOVES.match(found["verb"]) is not None
        and _ENABLES.search(words, 0, found.start("verb")) is None
        for found in _ORDER.finditer(words)
    )


# How a step goes on from the one before. "Reverse crunch" and "Alternate toe taps" are names,
# "Reverse the motion" and "Switch legs and" are not.
_GOES_ON = re.compile(
    r"(?:gradually|slowly|gently|carefully|then|now|finally|(?:and |next )?(?:"
    r"(?:switch|swap|change|alternate)(?:ing)? (?:the |your )?(?:legs?|sides?|feet|foot|arms?"
    r"|hands?|knees?|directions?|positions?|over|to|and)"
    r"|progress(?: to| by| when| with|$)|reverse (?:the|your|directions?|and)|continue|attempt"
    r"|increase|decrease|advance to|maintain|remain))\b"
)


def goes_on(words: str) -> bool:
    """Whether the words only take up the step before them."""
    return _GOES_ON.match(words) is not None


def starts_with_order(words: str) -> bool:
    """Whether the words open with an order."""
    found = _ORDER.match(words)
    return found is not None and _PREFIX.fullmatch(words, 0, found.start("verb")) is not None


def tells(words: str) -> bool:
    """Whether a plain sentence opens with an order of any kind that names a part of the body."""
    return starts_with_order(words) and _BODY.search(words) is not None


def has_position(words: str) -> bool:
    """Whether the words say how to lie, sit, stand or kneel."""
    return _POSITION.search(words) is not None


def describes(words: str) -> bool:
    """Whether the words only speak about exercises."""
    return _SPEAKS_OF_IT.search(words) is not None
