"""A program to a printed handout: typst source, and the files it asks for by name.

The source (`layout`) is the same for every sheet. Everything that comes from a program or an
exercise goes into one JSON file beside it, so nothing a person wrote is ever read as typst, and
the figures go in as SVG. Turning all this into a PDF is for the room that may load typst.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from unpinch.exercises import choosing
from unpinch.exercises.choosing import Choice
from unpinch.exercises.model import Exercise, Point, Program
from unpinch.figure import draw
from unpinch.handout.layout import LAYOUT
from unpinch.handout.many_a_day import times_a_day
from unpinch.handout.prescribed import (
    as_we_read_it,
    count_sentence,
    hold_sentence,
    on_the_handout,
    pace_sentence,
)
from unpinch.handout.printed import Figure, PrintedExercise, PrintedSheet, Said, legible
from unpinch.session.words import fill
from unpinch.terms.dose import Dose
from unpinch.terms.side import Side

Paper = Literal["a4", "letter"]
SHEET = "sheet.json"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TYPST_NAME = {"a4": "a4", "letter": "us-letter"}


class Printout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Typst source, and the files it reads, by name."""

    source: str
    files: dict[str, bytes]


def printout(
    program: Program,
    library: Mapping[str, Exercise],
    choices: Iterable[Choice] = (),
    paper: Paper = "a4",
) -> Printout:
    """The program with the choices made, ready for typst. Raises ChoiceError and PoseError."""
    choices = list(choices)
    points = _chosen(program, library, choices)
    files: dict[str, bytes] = {}
    printed = tuple(
        _exercise(library[point.exercise], point, number, files, program.often)
        for number, point in enumerate(points, start=1)
    )
    sheet = PrintedSheet(
        paper=_TYPST_NAME[paper],
        name=legible(program.name),
        source=legible(program.source),
        often=legible(program.often),
        readings=_legible(_still_true(program, choices)),
        claims=tuple(Said(legible(each.says), legible(each.known)) for each in program.claims),
        exercises=printed,
    )
    return Printout(LAYOUT, {SHEET: msgspec.json.encode(sheet), **files})


def _still_true(program: Program, choices: list[Choice]) -> Iterable[str]:
    """The program's readings; where it begins in the ranges is not so once that was chosen."""
    return (says for of, says in program.readings.items() if of != "parts" or not choices)


def _chosen(
    program: Program, library: Mapping[str, Exercise], choices: list[Choice]
) -> list[Point]:
    kept = {part.exercise for part in choosing.plan(program, library, choices).parts}
    by_exercise = {choice.exercise: choice for choice in choices}
    return [
        choosing.chosen_point(library[point.exercise], point, by_exercise.get(point.exercise))
        for point in program.parts
        if point.exercise in kept
    ]


def _exercise(
    exercise: Exercise, point: Point, number: int, files: dict[str, bytes], often: str
) -> PrintedExercise:
    variation = exercise.variation(point.variation)
    text = variation.text if variation else exercise.text
    dose = exercise.dose_of(point.variation)
    side = dose.first
    again = _later(text.deeper) if dose.on_each_side(point.repetitions) > 1 else ""
    return PrintedExercise(
        name=legible(exercise.name),
        a_day=times_a_day(exercise.name, often),
        variation=legible(variation.name) if variation else "",
        place=legible(_place(exercise)),
        hold=hold_sentence(point),
        count=count_sentence(exercise, point),
        pace=pace_sentence(exercise, point),
        handout=on_the_handout(exercise, point.variation),
        reading=as_we_read_it(exercise, point.variation),
        reader=_reader(exercise),
        settled=_SETTLED if _is_from_a_sheet(exercise) else _OUR_READING,
        steps=_legible(
            fill(words, side) + (_OURS if exercise.adds(words) else "")
            for words in (text.start, text.move, text.hold, text.breathe, text.release)
        ),
        again=legible(fill(again, side)),
        note=legible(point.note),
        feel=legible(fill(text.feel, side)),
        cautions=_legible(each.says for each in exercise.cautions if not each.ours),
        additions=_legible(each.says for each in exercise.cautions if each.ours),
        readings=_legible(says for of, says in exercise.readings.items() if of != "words"),
        aim=legible(text.aim),
        known=legible(text.known),
        source=legible(exercise.source),
        start=_figure(exercise, point, "start", f"{number}-start.svg", files),
        held=_figure(exercise, point, "hold", f"{number}-hold.svg", files),
        position_only=exercise.neutral,
    )


_OURS = " (our words)"
_OUR_READING = "Our reading of what the handout leaves open."
_SETTLED = "What your sheet leaves open, and how it is settled."


def _is_from_a_sheet(exercise: Exercise) -> bool:
    """What such a sheet left open was answered by the person, not read by us."""
    return bool(exercise.like) or exercise.neutral


def _reader(exercise: Exercise) -> str:
    return "As you answered" if _is_from_a_sheet(exercise) else "As we read it"


def _place(exercise: Exercise) -> str:
    """On the back; floor or bed. With its full stop, or it would be read as a name."""
    return f"{exercise.posture[:1].upper()}{exercise.posture[1:]}; {exercise.place}."


def _later(deeper: str) -> str:
    return f"{deeper.rstrip('.')} (from the second time on)." if deeper else ""


def _figure(
    exercise: Exercise, point: Point, pose: str, name: str, files: dict[str, bytes]
) -> Figure:
    dose = exercise.dose_of(point.variation)
    svg = draw(
        exercise,
        pose,
        _drawn(dose),
        variation=point.variation,
        theme="light",
        uid="figure",
        trimmed=True,
    )
    files[name] = _NOT_XML.sub("", svg).encode()
    width, height = svg.split('viewBox="', 1)[1].split('"', 1)[0].split()[2:]
    return Figure(name, legible(f"{exercise.name}, {pose}"), round(int(width) / int(height), 3))


def _drawn(dose: Dose) -> Side | None:
    return dose.first or (Side.BOTH if dose.sides else None)


def _legible(many: Iterable[str]) -> tuple[str, ...]:
    return tuple(words for words in map(legible, many) if words)
