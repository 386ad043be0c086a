"""From a program and the person's choices to a plan; never beyond the handout."""

from collections.abc import Iterable, Mapping

import msgspec

from unpinch.exercises.model import MAIN, Exercise, Point, Program
from unpinch.exercises.plan import PACES, Correction, Part, Plan, rests, turns, words
from unpinch.exercises.point import refusals
from unpinch.exercises.problems import remedy
from unpinch.terms.refused import Refused


class ChoiceError(Refused, ValueError):
    """A choice that cannot be made; one line that says why and what can."""


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a person changes about one exercise. None leaves it as the program has it."""

    exercise: str
    hold_ms: int | None = None
    repetitions: int | None = None
    variation: str | None = None
    left_out: bool = False


def plan(
    program: Program,
    library: Mapping[str, Exercise],
    choices: Iterable[Choice] = (),
    pace: str = "calm",
) -> Plan:
    """Every turn of the program with the choices made. Raises ChoiceError."""
    if pace not in PACES:
        raise ChoiceError(f'pace "{pace}" is not known; {remedy(pace, PACES)}')
    chosen = _by_exercise(program, choices)
    parts = [
        _part(library[point.exercise], point, chosen.get(point.exercise))
        for point in program.parts
        if not _left_out(chosen.get(point.exercise))
    ]
    if not parts:
        raise ChoiceError(f"{program.name}: every exercise is left out; keep at least one")
    return Plan(program=program.id, name=program.name, pace=pace, parts=tuple(parts))


def chosen_in(
    told: Plan, program: Program, library: Mapping[str, Exercise]
) -> tuple[Choice, ...] | None:
    """The choices by which the program gives exactly this plan; None if it does not by any.

    A plan that was changed for safety, or whose exercise or program is another by now, has none.
    """
    parts = {part.exercise: part for part in told.parts}
    choices = []
    for point in program.parts:
        part = parts.get(point.exercise)
        choices.append(
            _chosen(library[point.exercise], point, part)
            if part
            else Choice(exercise=point.exercise, left_out=True)
        )
    needed = tuple(one for one in choices if one != Choice(exercise=one.exercise))
    try:
        return needed if plan(program, library, needed, told.pace) == told else None
    except ChoiceError:
        return None


def _chosen(exercise: Exercise, point: Point, part: Part) -> Choice:
    """By which choice the point becomes this part, if by any."""
    variation = part.variation or MAIN
    known = (MAIN, *(one.id for one in exercise.variations))
    dose = exercise.dose_of(part.variation if variation in known else None)
    hold_ms = part.turns[0].hold_ms
    each_side = dose.two_sided and not dose.shared
    repetitions = len(part.turns) // 2 if each_side else len(part.turns)
    return Choice(
        exercise=exercise.id,
        hold_ms=None if hold_ms == point.hold_ms else hold_ms,
        repetitions=None if repetitions == point.repetitions else repetitions,
        variation=None if variation == (point.variation or MAIN) else variation,
    )


def at_least(
    program: Program, library: Mapping[str, Exercise], choices: Iterable[Choice] = ()
) -> tuple[Choice, ...]:
    """The low end of every range, in the program's own variations; left out stays left out."""
    chosen = _by_exercise(program, choices)
    found = []
    for point in program.parts:
        dose = library[point.exercise].dose_of(point.variation)
        found.append(
            Choice(
                exercise=point.exercise,
                hold_ms=dose.hold_ms.low,
                repetitions=dose.repetitions.low,
                left_out=_left_out(chosen.get(point.exercise)),
            )
        )
    return tuple(found)


def _by_exercise(program: Program, choices: Iterable[Choice]) -> dict[str, Choice]:
    known = [point.exercise for point in program.parts]
    chosen: dict[str, Choice] = {}
    for choice in choices:
        if choice.exercise not in known:
            hint = remedy(choice.exercise, known)
            raise ChoiceError(f'"{choice.exercise}" is not in the program {program.id}; {hint}')
        if choice.exercise in chosen:
            raise ChoiceError(f"{choice.exercise} is chosen twice; choose once, with everything")
        chosen[choice.exercise] = choice
    return chosen


def _left_out(choice: Choice | None) -> bool:
    return choice is not None and choice.left_out


def _part(exercise: Exercise, point: Point, choice: Choice | None) -> Part:
    point = chosen_point(exercise, point, choice)
    variation = exercise.variation(point.variation)
    dose, text = exercise.dose_of(point.variation), variation.text if variation else exercise.text
    return Part(
        exercise=exercise.id,
        name=exercise.name,
        posture=exercise.posture,
        variation=point.variation,
        moving=exercise.moving,
        turns=turns(exercise.id, dose, point.hold_ms, point.repetitions),
        words=words(text, point.note),
        form=tuple(Correction(rule.fault, rule.say) for rule in exercise.form),
        rest_after=rests(dose, point.repetitions),
        rest_ms=dose.rest_ms or 0,
    )


def chosen_point(exercise: Exercise, point: Point, choice: Choice | None) -> Point:
    """The program's point with a choice over it, refused if it is outside the handout."""
    if choice is None:
        return point
    variation = point.variation if choice.variation is None else choice.variation
    if variation == MAIN:
        variation = None
    known = [each.id for each in exercise.variations]
    if variation is not None and variation not in known:
        hint = remedy(variation, known) if known else "it has no variations"
        raise ChoiceError(f'{exercise.id}: the variation "{variation}" is not known; {hint}')
    chosen = Point(
        exercise=exercise.id,
        hold_ms=point.hold_ms if choice.hold_ms is None else choice.hold_ms,
        repetitions=point.repetitions if choice.repetitions is None else choice.repetitions,
        kind=exercise.dose.kind,
        variation=variation,
        note=point.note,
    )
    refused = refusals(exercise, chosen.hold_ms, chosen.repetitions, variation)
    if refused:
        raise ChoiceError(f"{exercise.id}: {'; '.join(reason for _, reason in refused)}")
    return chosen
