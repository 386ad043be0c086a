"""Each frame on its own: which hold it shows, with which side, or none, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from unpinch.body.landmarks import Frames
from unpinch.body.sight import measure, visible
from unpinch.exercises.model import Exercise
from unpinch.terms.side import Side
from unpinch.watch.judge import Verdict, judge
from unpinch.watch.rules import Posture, pack, postures

NOBODY = "nobody is seen"


@dataclass(frozen=True)
class Recognised:
    """What one frame shows. `exercise` is None if it is no hold."""

    exercise: str | None
    side: Side | None
    why: str


def holds(exercises: Iterable[Exercise]) -> tuple[Posture, ...]:
    """Every hold there is: each exercise, each variation, each side."""
    return tuple(
        posture
        for exercise in exercises
        for variation in (None, *(each.id for each in exercise.variations))
        for posture in postures(exercise, "hold", variation)
    )


def recognise(frames: Frames, exercises: Iterable[Exercise]) -> list[Recognised]:
    """Judge every frame (rows of landmarks) by itself."""
    exercises = tuple(exercises)
    known = holds(exercises)
    if not known:
        return [Recognised(None, None, "no exercise to look for")] * len(frames.visibility)
    names = {each.id: each.name for each in exercises}
    verdict = judge(measure(frames), visible(frames), pack([each.columns for each in known]))
    seen = frames.seen
    return [
        _one(known, names, verdict, row) if seen[row] else Recognised(None, None, NOBODY)
        for row in range(len(seen))
    ]


def _one(known: Sequence[Posture], names: dict[str, str], verdict: Verdict, row: int) -> Recognised:
    slack = np.where(verdict.seen[row], verdict.slack[row], -np.inf)
    best = int(slack.argmax())
    if slack[best] >= 0.0:
        found = known[best]
        return Recognised(found.exercise, found.side, f"all that {names[found.exercise]} asks for")
    nearest = int(verdict.slack[row].argmax())
    found = known[nearest]
    called = names[found.exercise] + (f", {found.side}" if found.side else "")
    if verdict.slack[row, nearest] >= 0.0:
        return Recognised(None, None, f"could be {called}, but what moves is hidden")
    column = found.columns[int(verdict.worst[row, nearest])]
    what = column.measure.replace("_", " ")
    return Recognised(None, None, f"nearest is {called}, but for {what}. {column.because}")
