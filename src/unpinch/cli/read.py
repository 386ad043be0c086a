"""`unpinch read`: a sheet of exercises, and the draft program that is in it."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from msgspec.structs import replace

from unpinch.cli.options import Data, Json, all_exercises
from unpinch.cli.output import indented, screen, table, write_json
from unpinch.handout import Draft, DraftExercise, read
from unpinch.handout.draft import Dose, Frequency
from unpinch.runtime.extracting import extract, extract_standard_input

_FIELDS = {
    "hold_s": ("hold", "s"),
    "hold_breaths": ("hold", "breaths"),
    "duration_s": ("duration", "s"),
    "reps": ("repetitions", ""),
    "sets": ("sets", ""),
    "rest_s": ("rest", "s"),
}
_OFTEN = {"per_day": "a day", "per_week": "a week", "every_hours": "hours between"}


def read_command(
    file: Annotated[
        str, typer.Argument(help="As .txt, .md, .html, .docx or .pdf; - for standard input.")
    ],
    json: Json = False,
    data: Data = None,
) -> None:
    """Read a sheet of exercises into a draft, every number with its words."""
    found = extract_standard_input() if file == "-" else extract(Path(file))
    draft = read(found.text, all_exercises(data))
    draft = replace(draft, doubts=(*found.remarks, *draft.doubts))
    if json:
        write_json({**msgspec.to_builtins(draft), "text": found.text})
        return
    _show(draft)


def _show(draft: Draft) -> None:
    out = screen()
    if not draft.exercises:
        out.print("No exercise was found in this text.")
    for one in draft.exercises:
        _show_exercise(one)
    for title, lines in (
        ("To ask", [question.text for question in draft.questions]),
        ("Looks like a dose, but was not read", [_quoted(span.text) for span in draft.unread]),
        ("Warnings on the sheet", [span.text for span in draft.cautions]),
        ("Take care", list(draft.doubts)),
    ):
        if lines:
            out.print(f"\n[bold]{title}[/bold]")
            for line in lines:
                out.print(indented(line))


def _show_exercise(one: DraftExercise) -> None:
    out = screen()
    known = f" ({one.exercise})" if one.exercise else ""
    out.print()
    out.print(f"{one.name}{known}", style="bold", markup=False)
    shown = table("", "read as", "in the words")
    for row in _rows(one):
        shown.add_row(*(cell.replace("[", r"\[") for cell in row))
    if shown.row_count:
        out.print(shown)
    for question in one.questions:
        out.print(indented(f"? {question.text}"))


def _rows(one: DraftExercise) -> list[tuple[str, str, str]]:
    rows = []
    for name, (title, unit) in _FIELDS.items():
        value: Dose | None = getattr(one, name)
        if value is not None:
            rows.append((title, _dose(value, unit), _quoted(value.span.text)))
    if one.tempo is not None:
        rows.append(("tempo", one.tempo.value, _quoted(one.tempo.span.text)))
    if one.sides is not None:
        rows.append(("sides", one.sides.value.replace("_", " "), _quoted(one.sides.span.text)))
    if one.frequency is not None:
        rows.append(("how often", _often(one.frequency), _quoted(one.frequency.span.text)))
    if one.sensation is not None:
        rows.append(("to feel", "", _quoted(one.sensation.text)))
    return rows + [("no number", "", _quoted(span.text)) for span in one.vague_dose]


def _dose(value: Dose, unit: str) -> str:
    said = [_ends(value.min, value.max), unit]
    if value.scope not in (None, "unspecified"):
        said.append(str(value.scope).replace("_", " "))
    if value.goal:
        said.append("(as a goal)")
    return " ".join(part for part in said if part)


def _often(value: Frequency) -> str:
    given = {name: getattr(value, name) for name in _OFTEN}
    return ", ".join(f"{_ends(*ends)} {_OFTEN[name]}" for name, ends in given.items() if ends)


def _ends(low: float | None, high: float | None) -> str:
    if low is None:
        return f"up to {high:g}"
    if high is None:
        return f"at least {low:g}"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"
