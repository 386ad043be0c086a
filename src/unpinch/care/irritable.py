"""A day on which it is easily stirred up: the least dose, and fewer exercises.

Known before the session, from what was said at rest today and from how long the last
session took to settle. What was not answered is not held against anybody, but one of the
three is enough.
"""

from collections.abc import Collection, Mapping, Sequence

from unpinch.care.felt import Felt, strongest
from unpinch.care.movement import Movement
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.symptoms import Report
from unpinch.care.words import Trait


def why_irritable(
    at_rest: Report | None,
    last: Felt | None,
    *,
    woken: bool | None = None,
    rules: ResponseRules | None = None,
) -> str:
    """Why it is so today, in one sentence; empty if it is not.

    `at_rest`: what was rated today before a session. `last`: the last session before
    today. `woken`: whether it broke the night's sleep.
    """
    rules = rules or response_rules()
    rated = None if at_rest is None else strongest(at_rest, rules)
    if rated is not None and rated >= rules.irritable.rating_at_rest:
        return f"At rest it is {rated} of 10."
    if last is not None and last.settled is not None and last.settled.slow:
        return "Last time it took more than two hours to settle."
    return "It woke you last night." if woken else ""


def left_out_when_irritable(
    judged: Mapping[str, Sequence[Movement]],
    free: Collection[str],
    rules: ResponseRules | None = None,
) -> tuple[str, ...]:
    """What is left out of these: all that stretches a leg, and all that bends but one.

    `judged`: the exercises of a program, and as which movements the rules see each. `free`:
    which of them may be done otherwise; the one that is kept is among those.
    """
    rules = rules or response_rules()
    stretching = {own for own, many in judged.items() if any(_stretches(m, rules) for m in many)}
    bending = {own: many for own, many in judged.items() if any(_bends(m, rules) for m in many)}
    may_stay = [own for own in bending if own in free and own not in stretching]
    kept = min(may_stay, key=lambda own: _turn(bending[own], rules), default=None)
    return tuple(own for own in judged if own in stretching or (own in bending and own != kept))


def _turn(many: Sequence[Movement], rules: ResponseRules) -> int:
    """The earlier it is named, the rather it is kept."""
    named = rules.irritable.bends
    return min(named.index(one.id) if one.id in named else len(named) for one in many)


def _stretches(one: Movement, rules: ResponseRules) -> bool:
    return one.id in rules.irritable.stretches_a_leg or _does(one, Trait.PULLS_LEG, rules)


def _bends(one: Movement, rules: ResponseRules) -> bool:
    return one.id in rules.irritable.bends or _does(one, Trait.BENDS, rules)


def _does(one: Movement, trait: Trait, rules: ResponseRules) -> bool:
    """What an exercise does that the rules do not name."""
    return one.id not in rules.irritable.named and trait in one.traits
