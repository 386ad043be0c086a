"""The verb that governs a number: holding, staying, moving, coming in or out, resting.

"Hold the back of the thigh and stay here for 30 seconds": the nearest verb before the number
says what the 30 seconds are for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What a verb says of the time that follows it."""

    HOLD = "hold"
    STAY = "stay"
    TENSE = "tense"
    MOVE = "move"
    UP = "up"
    DOWN = "down"
    BREATHE = "breathe"
    REST = "rest"
    REPEAT = "repeat"


_HERE = (
    r"(?=\s{1,3}(?:here|there|in|into|on|up|along|over|under|between|with|against|like"
    r"|your weight)\b)"
)
_PATTERNS = (
    # "Hold your breath" is never a hold; the number then belongs to the verb before it.
    (None, r"hold(?:ing)? (?:your|the) breath|breath holds?"),
    # "Make small circles", "draw letters in the air": a movement, whatever the verb is elsewhere.
    (
        Verb.MOVE,
        r"(?:make|making|draw|drawing|trace|tracing|write|writing)(?: [a-z'-]{1,12},?){0,4}?"
        r" (?:circles?"
        r"|kicks?|taps?|waves?|rolls?|rotations?|swings?|marches|steps|letters|alphabet"
        r"|figures?(?: of)?(?: |-)(?:8|eight)s?|loops?|arcs?|pulses?|movements?|motions?)",
    ),
    (Verb.REPEAT, r"keep (?:going|doing|moving|repeating|walking|marching|alternating)"),
    (Verb.HOLD, r"hold|holds|holding|held|huld|hole?d"),
    (
        Verb.STAY,
        r"stay|stays|staying|remain|remains|remaining|keep|keeping|kept|maintain|maintaining|sag"
        r"|dangle|dangling|droop|let (?:it|your|the|gravity)"
        r"|maintained|pause|pausing|hang|hanging|sustain|linger|lie|lying|sit(?! back down)|sitting"
        r"|stand(?! (?:back )?up(?! (?:straight|tall)))"
        r"|standing|kneel|kneeling|balance|balancing|wait|freeze|leave|settle|plank|prop|propped"
        r"|be still"
        rf"|(?:rest|resting|relax|relaxing){_HERE}"
        # "Relax while breathing evenly for five minutes" goes on; a rest between is only a rest.
        r"|(?:rest|resting|relax|relaxing)(?= (?:while|and|as you) breath)"
        # "Rest your forehead on your hands for 30 seconds" is a place to stay.
        r"|rest(?:ing)?(?= (?:your|the|both|it)\b[^.;,]{0,40}? (?:on|against|in|into|over)\b)",
    ),
    (
        Verb.TENSE,
        r"squeeze|squeezing|squeezes|tighten|tightening|tightened|clench|clenching|tense|tensing"
        r"|contract|contracting|contracted|brace|bracing|press|pressing|push|pushing|pull|pulling"
        r"|stretch|stretches|stretching|stretched|resist|engage|engaging|pinch|grip|draw|lean"
        r"|leaning|lengthen|reach|hug|hugging|elongate|isometric|apply",
    ),
    (Verb.BREATHE, r"inhal(?:e|es|ing)|exhal(?:e|es|ing)|breath(?:e|ing) (?:in|out)(?! and)"),
    (
        Verb.DOWN,
        r"lower|lowers|lowering|lowered|return|returning|come back|coming back|go down|going down"
        r"|descend"
        r"|release back|let it down|ease down|sit back down",
    ),
    (
        Verb.UP,
        r"lift|lifts|lifting|raise|raises|raising|rise|rising|curl|bend|bending|straighten"
        r"|straightening|extend|extending|tilt|tilting|turn|turning|twist|arch|tuck|drop|slide"
        r"|flex|point|go up|come up|stand (?:back )?up(?! (?:straight|tall))",
    ),
    (
        Verb.MOVE,
        r"walk|walking|march|marching|cycle|cycling|pedal|pedalling|roll|rolling|rock|rocking"
        r"|circle|circling|rotate|rotating|swing|swinging|jog|jogging|run|running|tap|tapping"
        r"|massage|massaging|rub|pump|pumping|alternate|alternating|flap|spend|exercise"
        r"|exercising|bounce|move|moving"
        r"|step(?! (?:level|height|edge|stool|box|behind|below|above|itself))|stepping"
        r"|swim|jump|jumping|shake|scrunch|wiggle"
        r"|sway|swaying|flow|flutter|fluttering|march in place|up and down|back and forth|skip"
        r"|row|rowing|dance|climb|jiggle",
    ),
    (
        Verb.REPEAT,
        r"repeat|repeated|repeating|continue|continuing|do|doing|perform|performing|practi[sc]e"
        r"|practi[sc]ing|carry on|complete|try",
    ),
    (Verb.REST, r"rest|resting|rests|relax|relaxing|release|releasing|recover|break|let go"),
)
_ALL = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<v{n}>{words})" for n, (_, words) in enumerate(_PATTERNS) if words)
    + r")\b"
)


# "After your walk" is no walking.
_NAMES_IT = re.compile(
    r"\b(?:your|the|a|each|every|this|daily|my|during|on|off|of|bottom|low|one"
    r"|below|onto|over|small|high|sturdy|single)\s$"
)


@dataclass(frozen=True)
class Governing:
    """A verb and its place."""

    verb: Verb
    start: int
    end: int


def verbs(plain: str, start: int, end: int) -> list[Governing]:
    """Every verb that says something of time, in order."""
    found: list[Governing] = []
    for match in _ALL.finditer(plain, start, end):
        verb = _PATTERNS[int(str(match.lastgroup)[1:])][0]
        noun = verb is Verb.MOVE and _NAMES_IT.search(
            plain, max(start, match.start() - 9), match.start()
        )
        if verb is not None and not noun:
            found.append(Governing(verb, match.start(), match.end()))
    return found
