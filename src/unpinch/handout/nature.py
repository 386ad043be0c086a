"""A time without a verb: is it held, or is it how long to go on? The exercise itself decides.

"A minute each leg" under a calf stretch is a hold; under marching on the spot it is a duration.
Only claims that nothing beside the number supports are looked at again.
"""

import re
from dataclasses import replace

from unpinch.handout.claim import WEAK, Claim, Field
from unpinch.handout.mention import Clause

Claimed = tuple[Clause, Claim]

_STILL = re.compile(
    r"\b(?:legs?[- ]up[- ](?:the|a)[- ]wall|savasana|constructive rest|corpse|forward (?:bend"
    r"|fold)|stretch(?:es"
    r"|ing)?|pose|plank|prop|propped|prone (?:lying|on elbows)|wall[- ]?sits?"
    r"|isometric|static|child's|cobra|sphinx|pigeon|hug|one[- ]leg(?:ged)?|single[- ]leg stan\w+"
    r"|balance|tandem|knees? to (?:the |your )?chest|figure (?:4|four)|figure-four|twists?|sag"
    r"|passive)\b"
)
_MOVING = re.compile(
    r"\b(?:march(?:ing)?|walk(?:s|ing)?|bike|bicycle|cycl(?:e|ing)|pedal(?:s|ling)?|jog(?:ging)?"
    r"|step[- ]?ups?"
    r"|swings?|swinging|circles?|circling|pendulums?|alphabet|shuffle|pumps?|pumping"
    r"|flutter(?:ing)?|tread"
    r"|treadmill|swim(?:ming)?|skip(?:ping)?|jacks|row(?:ing)?|massage|roll(?:s|ing)?"
    r"|rock(?:ing)?|up and down"
    r"|back and forth|side to side|in and out|sit[- ]to[- ]stands?|breathing|tapp?(?:s|ing)?"
    r"|shak(?:e|ing))\b"
)
_TIMED = (Field.HOLD, Field.DURATION)


def weighed(claimed: list[Claimed], name: str, clauses: list[Clause]) -> list[Claimed]:
    """The same claims, those times that no verb governs given to what the exercise is."""
    if not any(_is_loose(claim) for _, claim in claimed):
        return claimed
    opening = clauses[0].words if clauses else ""
    field = nature(name) or nature(opening) or nature(" ".join(one.words for one in clauses))
    if field is None:
        return claimed
    return [
        (clause, replace(claim, field=field) if _is_loose(claim) else claim)
        for clause, claim in claimed
    ]


def _is_loose(claim: Claim) -> bool:
    return claim.field in _TIMED and claim.strength == WEAK and not claim.note


def nature(words: str) -> Field | None:
    """Hold or duration, if plain words say plainly enough which of the two."""
    still, moving = _STILL.search(words), _MOVING.search(words)
    if (still is None) == (moving is None):
        return None
    return Field.HOLD if still else Field.DURATION
