"""Reads the prose in `prose/`: what a sheet says, and what is to be read from it.

A line `%%% ...` names a way of writing. `%% ...` opens a sheet. A line that begins with `=>` says
what one exercise of it has, with its name first where the sheet is a whole page:

    => Bridge: hold 3-5; times 10 each side; sets 2; rest 30; sides each; day 2; feel your thigh

hold and rest in seconds, going is a time to go on, breaths are a hold, times are repetitions (each
side, each way, in all, cycle), day, week and hours say how often. "up to 10" and "at least 10" are
open. What is not said there must stay unknown. `scope ?`, `sides ?` and `often ?` are not judged.
A sheet marked `%% not read yet` may be missed, but nothing may be invented in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from unpinch.handout.draft import Draft, DraftExercise

FOLDER = Path(__file__).parent / "prose"
NUMBERED = {
    "hold": "hold_s", "breaths": "hold_breaths", "going": "duration_s", "times": "reps",
    "sets": "sets", "rest": "rest_s",
}  # fmt: skip
SCOPE = {
    "each side": "per_side", "each way": "per_direction", "in all": "total", "cycle": "cycle",
    "": "unspecified",
}  # fmt: skip
SIDES = {
    "each": "each_side", "alternating": "alternating", "both": "both_together",
    "affected": "affected_only",
}  # fmt: skip
OFTEN = {"day": "per_day", "week": "per_week", "hours": "every_hours"}
_AMOUNT = re.compile(r"((?:up to |at least )?[\d.]+(?:-[\d.]+)?)( goal)?\s*(.*)")
_NAMED = re.compile(r"([^;:]+): ")

Ends = tuple[float | None, float | None]


@dataclass
class Wanted:
    """What one exercise is to have; what is not in here is to stay unknown."""

    name: str = ""
    values: dict[str, Ends] = field(default_factory=dict)
    often: dict[str, Ends] = field(default_factory=dict)
    scope: str = ""
    sides: str | None = None
    tempo: bool = False
    feel: str = ""
    open: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Case:
    """One sheet, with the way in which it is written."""

    style: str
    text: str
    wanted: tuple[Wanted, ...]
    read: bool

    @property
    def label(self) -> str:
        """The style and the first words, by which a failing sheet is found."""
        return f"{self.style}: {' '.join(self.text.split()[:6])}"


def cases() -> list[Case]:
    """Every sheet of the folder, in order."""
    return [case for file in sorted(FOLDER.glob("*.txt")) for case in _of(file.read_text("utf-8"))]


def _of(written: str) -> Iterator[Case]:
    style = ""
    for block in re.split(r"(?m)^(?=%%)", written):
        head, _, body = block.partition("\n")
        if head.startswith("%%%"):
            style = head.strip("% ")
        elif head.startswith("%%"):
            lines = body.split("\n")
            text = "\n".join(line for line in lines if not line.startswith("=>")).strip("\n")
            wanted = tuple(_wanted(line[2:].strip()) for line in lines if line.startswith("=>"))
            yield Case(style, text, wanted, read=head.strip("% ") != "not read yet")


def _wanted(said: str) -> Wanted:
    one = Wanted()
    if named := _NAMED.match(f"{said} "):
        one.name, said = named[1], f"{said} "[named.end() :].strip()
    for part in said.split(";"):
        key, _, value = part.strip().partition(" ")
        if key not in ("", "silent"):
            _put(one, key, value)
    return one


def _put(one: Wanted, key: str, value: str) -> None:
    if value == "?":
        one.open.add(key)
    elif key in NUMBERED:
        found = _AMOUNT.fullmatch(value)
        assert found, value
        one.values[NUMBERED[key]] = _ends(found[1])
        one.scope = SCOPE[found[3]] if key == "times" else one.scope
    elif key in OFTEN:
        one.often[OFTEN[key]] = _ends(value)
    elif key == "sides":
        one.sides = SIDES[value]
    elif key == "tempo":
        one.tempo = True
    else:
        assert key == "feel", key
        one.feel = value


def _ends(said: str) -> Ends:
    for word, low in (("up to ", False), ("at least ", True)):
        if said.startswith(word):
            end = float(said.removeprefix(word))
            return (end, None) if low else (None, end)
    first, _, second = said.partition("-")
    return float(first), float(second or first)


def values(one: DraftExercise) -> dict[str, Ends]:
    """The numbers that were read."""
    found = {name: getattr(one, name) for name in NUMBERED.values()}
    return {name: (dose.min, dose.max) for name, dose in found.items() if dose is not None}


def faults(case: Case, draft: Draft) -> list[str]:
    """What is not as wanted, in words."""
    if len(draft.exercises) != len(case.wanted):
        names = [one.name for one in draft.exercises]
        return [f"{len(names)} exercises for {len(case.wanted)}: {names}"]
    return [
        f"{one.name}: {fault}"
        for one, wanted in zip(draft.exercises, case.wanted, strict=True)
        for fault in _faults(one, wanted)
    ]


def _faults(one: DraftExercise, wanted: Wanted) -> Iterator[str]:
    given = values(one)
    for name in NUMBERED.values():
        if given.get(name) != wanted.values.get(name):
            yield f"{name} {given.get(name)} for {wanted.values.get(name)}"
    if (one.tempo is not None) != wanted.tempo:
        yield f"tempo {one.tempo}"
    if wanted.name and one.name.lower() != wanted.name.lower():
        yield f"called so for {wanted.name}"
    if wanted.feel and (one.sensation is None or wanted.feel not in one.sensation.text.lower()):
        yield f"felt {one.sensation}"
    yield from _unlike(one, wanted)


def _unlike(one: DraftExercise, wanted: Wanted) -> Iterator[str]:
    scope = one.reps.scope if one.reps else ""
    if "scope" not in wanted.open and "reps" in wanted.values and scope != wanted.scope:
        yield f"scope {scope} for {wanted.scope}"
    sides = one.sides.value if one.sides else None
    if "sides" not in wanted.open and sides != wanted.sides:
        yield f"sides {sides} for {wanted.sides}"
    often = {key: getattr(one.frequency, key) for key in OFTEN.values() if one.frequency}
    often = {key: ends for key, ends in often.items() if ends}
    if "often" not in wanted.open and often != wanted.often:
        yield f"often {often} for {wanted.often}"


def invented(case: Case, draft: Draft) -> list[str]:
    """The values that were read and stand nowhere in what is wanted of the sheet."""
    allowed = {(name, ends) for one in case.wanted for name, ends in one.values.items()}
    return [
        f"{one.name}: {name} {ends}"
        for one in draft.exercises
        for name, ends in values(one).items()
        if (name, ends) not in allowed
    ]
