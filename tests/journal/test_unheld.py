"""What is not held is not called held, in any export."""

import csv
from datetime import UTC, datetime
from uuid import UUID

from unpinch.journal.export import csv_lines
from unpinch.journal.fhir import resources
from unpinch.journal.sessions import Session
from unpinch.session.summary import ExerciseSummary, Summary
from unpinch.terms.dose import Kind

AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def done(name: str, kind: Kind) -> ExerciseSummary:
    """Four of five, eight seconds left and twelve right."""
    return ExerciseSummary(
        exercise=name.lower().replace(" ", "-"),
        name=name,
        variation=None,
        result="part done",
        holds=4,
        of=5,
        held_ms=20_000,
        held_left_ms=8_000,
        held_right_ms=12_000,
        kind=kind,
    )


EXERCISES = (
    done("Bridge", Kind.HOLD),
    done("Heel slides", Kind.MOVEMENT),
    done("Walking", Kind.ACTIVITY),
)
SESSION = Session(UUID(int=7), AT, AT.date(), "home", Summary("finished", 90_000, EXERCISES, ()))


def test_the_table_says_what_was_held_and_what_only_went_on() -> None:
    bridge, slides, walking = csv.DictReader("".join(csv_lines([SESSION], {})).splitlines())
    held = ("held_s", "held_left_s", "held_right_s")
    went_on = ("went_on_s", "went_on_left_s", "went_on_right_s")

    assert [one["kind"] for one in (bridge, slides, walking)] == ["hold", "movement", "activity"]
    assert [bridge[column] for column in held] == ["20.0", "8.0", "12.0"]
    assert {bridge[column] for column in went_on} == {"0.0"}
    for unheld in (slides, walking):
        assert {unheld[column] for column in held} == {"0.0"}
        assert [unheld[column] for column in went_on] == ["20.0", "8.0", "12.0"]
        assert (unheld["holds"], unheld["of"]) == ("4", "5")


def test_the_bundle_says_what_was_held_and_what_only_went_on() -> None:
    told = [
        {part["code"]["text"] for part in one["component"]}
        for one in resources([SESSION], {}, (), (), None, AT)
        if one["resourceType"] == "Observation" and "valueCodeableConcept" in one
    ]

    held = {"held", "held left", "held right", "holds done", "holds asked for", "result"}
    assert told == [
        held,
        *[{"went on", "went on left", "went on right", "repetitions done",
           "repetitions asked for", "result"}] * 2,
    ]  # fmt: skip
