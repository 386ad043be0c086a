"""Which exercise a recording is watched for, and the report as plain data."""

from collections.abc import Iterable, Sequence

from unpinch.exercises.model import Exercise
from unpinch.watch.recording import Recording, Report, Task, watch


def reports(recordings: Sequence[Recording], exercises: Iterable[Exercise]) -> list[Report]:
    """For each recording the exercise, or variation, with most time that counts.

    With one exercise it is that one, whether or not anything counted.
    """
    exercises = list(exercises)
    ways = [
        (exercise, variation)
        for exercise in exercises
        for variation in (None, *(each.id for each in exercise.variations))
    ]
    found = watch([Task(each, *way) for each in recordings for way in ways])
    many = len(ways)
    return [
        _best(found[number * many : (number + 1) * many], sure=len(exercises) == 1)
        for number in range(len(recordings))
    ]


def _best(found: Sequence[Report], *, sure: bool) -> Report:
    if not found:
        return Report(None, None)
    first = max(found, key=lambda report: report.held_ms)
    if sure or first.held_ms:
        return first
    return Report(None, None, unseen_ms=min(report.unseen_ms for report in found))


def as_data(report: Report) -> dict[str, object]:
    """As `unpinch watch --json` writes it."""
    return {
        "exercise": report.exercise,
        "variation": report.variation,
        "repetitions": report.repetitions,
        "holds": [
            {
                "start_s": _seconds(each.start_ms),
                "end_s": _seconds(each.end_ms),
                "side": each.side,
                "counted": each.counted,
            }
            for each in report.holds
        ],
        "faults": [
            {"fault": each.fault, "at_s": _seconds(each.at_ms), "side": each.side}
            for each in report.faults
        ],
        "unseen_s": _seconds(report.unseen_ms),
    }


def _seconds(ms: float) -> float:
    return round(ms / 1_000.0, 3)
