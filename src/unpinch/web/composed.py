"""A program in the making, as its page shows it: its exercises, and those that can be added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unpinch.care.allowed import Blocked
from unpinch.exercises import in_order
from unpinch.exercises.composing import Typed, TypedPart
from unpinch.exercises.model import MAIN, Exercise, Program
from unpinch.runtime import judged, own_exercises, safety
from unpinch.web import wording

Slips = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Field:
    """One field of a card. `only`: the sheet leaves no choice, and this is what it says."""

    id: str
    name: str
    value: str
    error: str
    hint: str = ""
    only: str = ""


@dataclass(frozen=True)
class Part:
    """One exercise of the program."""

    exercise: Exercise
    number: int
    first: bool
    last: bool
    ask_turn: str
    hold: Field
    repetitions: Field
    note: Field
    variation: str
    variation_error: str
    ways: tuple[tuple[str, str], ...]
    left_out: str

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Where something is wrong, and what; each with its place on the page."""
        fields = (self.hold, self.repetitions, self.note)
        found = [(one.id, one.error) for one in fields if one.error]
        if self.variation_error:
            found.append((f"e-{self.exercise.id}-variation", self.variation_error))
        return tuple(found)


@dataclass(frozen=True)
class Choosable:
    """One exercise of those there are."""

    exercise: Exercise
    dose: str


@dataclass(frozen=True)
class Owned:
    """One exercise of the person's own. `used_by` names the programs it cannot leave."""

    exercise: Exercise
    dose: str
    used_by: str


def parts(now: Typed, library: Mapping[str, Exercise], slips: Slips) -> list[Part]:
    """The exercises as they were typed, in their order."""
    held_back = _held_back(part.exercise for part in now.parts)
    return [
        _part(one, number, len(now.parts), library[one.exercise], slips, held_back)
        for number, one in enumerate(now.parts, start=1)
    ]


def _part(
    one: TypedPart,
    number: int,
    of: int,
    exercise: Exercise,
    slips: Slips,
    held_back: Mapping[str, str],
) -> Part:
    dose = exercise.dose_of(None if one.variation == MAIN else one.variation)

    def field(name: str, value: str, hint: str, only: str = "") -> Field:
        own = f"{exercise.id}-{name}"
        return Field(f"e-{own}", own, value, slips.get((exercise.id, name), ""), hint, only)

    hold, times = wording.handout_hold(dose), wording.handout_times(dose)
    ways = ((MAIN, "As described"), *((each.id, each.name) for each in exercise.variations))
    return Part(
        exercise=exercise,
        number=number,
        first=number == 1,
        last=number == of,
        ask_turn=wording.ASK_TURN[dose.kind],
        hold=field("hold", one.hold, f"The sheet allows {hold}.",
                   hold if dose.hold_ms.single else ""),
        repetitions=field("repetitions", one.repetitions, wording.times_hint(exercise, dose),
                          times if dose.repetitions.single else ""),
        note=field("note", one.note, "Said while you get into place. Two short sentences at most."),
        variation=one.variation,
        variation_error=slips.get((exercise.id, "variation"), ""),
        ways=ways if exercise.variations else (),
        left_out=held_back.get(exercise.id, ""),
    )  # fmt: skip


def _held_back(exercises: Iterable[str]) -> dict[str, str]:
    """Which of these the safety answers leave out now, and until when."""
    records = safety.records()
    return {
        own: " and ".join(ruling.until)
        for own, ruling in judged.rulings(exercises, records).items()
        if isinstance(ruling, Blocked) and records
    }


def choosable(
    library: Mapping[str, Exercise], programs: Iterable[Program], but: Iterable[str] = ()
) -> list[Choosable]:
    """What can be put into a program: ours as the handout has them, then the person's own."""
    gone = set(but)
    return [Choosable(one, _dose(one)) for one in in_order(library, programs) if one.id not in gone]


def owned() -> list[Owned]:
    """The person's own exercises."""
    return [
        Owned(
            one.exercise, _dose(one.exercise), wording.listed([f"“{name}”" for name in one.used_by])
        )
        for one in own_exercises.own()
    ]


def _dose(exercise: Exercise) -> str:
    return f"{wording.handout_hold(exercise.dose)}, {wording.handout_times(exercise.dose)}"
