"""What became of a session, exercise by exercise. Told to the person, kept in the journal."""

import msgspec

from unpinch.session.script import Script
from unpinch.session.state import Outcome, Pain, Result, State
from unpinch.terms.cue import Phase
from unpinch.terms.dose import Kind
from unpinch.terms.side import Side


class ExerciseSummary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise: how it ended, holds finished of holds asked for, time held by side.

    Of a movement or an activity `holds` are its repetitions, and `held_ms` the time it went on.
    """

    exercise: str
    name: str
    variation: str | None
    result: str  # done, part done, skipped, left out, hurt, stopped, not reached
    holds: int
    of: int
    held_ms: int
    held_left_ms: int
    held_right_ms: int
    kind: Kind = Kind.HOLD

    @property
    def in_holds_ms(self) -> int:
        """The time that was really held: none, where nothing is."""
        return self.held_ms if self.kind is Kind.HOLD else 0


class Summary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole session. `ending` is finished, stopped or open."""

    ending: str
    lasted_ms: int
    exercises: tuple[ExerciseSummary, ...]
    pains: tuple[Pain, ...]


NOT_REACHED = "not reached"
_ENDINGS = {Phase.FINISHED: "finished", Phase.STOPPED: "stopped"}


def summary(plan: Script, state: State) -> Summary:
    """Sum up the outcomes so far; turns that were never begun count as not reached."""
    by_turn = {outcome.turn: outcome for outcome in state.outcomes}
    hurt = {plan.stations[pain.turn].part for pain in state.pains if plan.stations}
    return Summary(
        ending=_ENDINGS.get(state.phase, "open"),
        lasted_ms=state.at_ms,
        exercises=tuple(
            _exercise(plan, part, by_turn, hurt=part in hurt)
            for part in range(len(plan.plan.parts))
        ),
        pains=state.pains,
    )


def _exercise(
    plan: Script, part: int, by_turn: dict[int, Outcome], *, hurt: bool
) -> ExerciseSummary:
    numbers = [n for n, station in enumerate(plan.stations) if station.part == part]
    outcomes = [by_turn[n] for n in numbers if n in by_turn]
    held = dict.fromkeys((*Side, None), 0)
    for outcome in outcomes:
        held[plan.stations[outcome.turn].turn.side] += outcome.held_ms
    about = plan.plan.parts[part]
    return ExerciseSummary(
        exercise=about.exercise,
        name=about.name,
        variation=about.variation,
        result=Result.HURT if hurt else _result(outcomes, len(numbers)),
        holds=sum(o.result is Result.DONE for o in outcomes),
        of=len(numbers),
        held_ms=sum(held.values()),
        held_left_ms=held[Side.LEFT] + held[Side.BOTH],
        held_right_ms=held[Side.RIGHT] + held[Side.BOTH],
        kind=about.turns[0].kind if about.turns else Kind.HOLD,
    )


def _result(outcomes: list[Outcome], asked: int) -> str:
    """One word for several turns: all alike keep their word, anything mixed is part done."""
    if not outcomes:
        return NOT_REACHED
    kinds = {outcome.result for outcome in outcomes}
    if len(kinds) == 1 and len(outcomes) == asked:
        return kinds.pop().value
    if kinds == {Result.STOPPED} and not any(outcome.held_ms for outcome in outcomes):
        return Result.STOPPED.value
    return Result.PART_DONE.value
