"""A sheet that was confirmed -> exercise and program files of the person's own.

A known exercise stays ours only if the sheet allows exactly what our file allows, so that no
number of the sheet can be exceeded later. With another dose it is written as an exercise of the
person's own with our movement (`like`), and so with its figure and its camera. Anything else is a
guided exercise: the sheet's own words, a neutral figure, no camera. A sheet's cautions are kept,
so an exercise that has some is always one of the person's own.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from unpinch.exercises.dose_table import LONGEST_MS, LONGEST_REST_MS, SHORTEST_MS
from unpinch.exercises.model import Caution, Exercise, Point, Program, Text
from unpinch.exercises.naming import called, names_of
from unpinch.exercises.problems import FileError
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise
from unpinch.exercises.wording import slips
from unpinch.exercises.writing import exercise_file, program_file
from unpinch.handout.as_read import shortened
from unpinch.handout.confirming import ALL, Sitting, reads, settle
from unpinch.handout.draft import Draft, DraftExercise
from unpinch.handout.either import for_either_side
from unpinch.handout.left_open import readings
from unpinch.handout.likeness import named_only
from unpinch.handout.posture import NEUTRAL, PLACE
from unpinch.handout.settled import (
    LONGEST_NAME,
    MOST_TIMES,
    OUR_REST_MS,
    TWO_SIDED,
    WORDS,
    Settled,
    Sheet,
    too_long,
)
from unpinch.handout.spoken import AS_IT_SAYS, ours, tidy
from unpinch.terms.dose import Counted, Dose, Kind, Range, Sides
from unpinch.terms.refused import Refused
from unpinch.terms.side import Side

_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")
_MOST_IN_ID = 40
SOURCE = "Your own sheet"
_LONGEST_OFTEN = 380
_FIRST = Side.RIGHT  # as in the handout, where the sheet does not say
_OF_SHEET = ", my sheet"


class Written(msgspec.Struct, frozen=True):
    """The files by name, ready to be kept, and what they come to."""

    exercises: dict[str, str]
    program_name: str
    program_text: str
    program: Program
    library: dict[str, Exercise]


class NotReadyError(Refused, ValueError):
    """Why a sheet cannot become a program yet; one line for each reason."""

    def __init__(self, reasons: Iterable[tuple[int, str]]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(why for _, why in self.reasons))


def write(sitting: Sitting, library: Mapping[str, Exercise], programs: Iterable[str]) -> Written:
    """The files of a sheet whose questions are all answered. Raises NotReadyError."""
    sheet, read = settle(sitting), reads(sitting)
    known, own = dict(library), dict[str, str]()
    points, wrong = list[Point](), list[tuple[int, str]]()
    for number, one in enumerate(sheet.exercises):
        if not one.kept:
            continue
        try:
            exercise, variation, dose = _exercise(read[number], sitting.draft, one, known)
            if exercise.id not in known:
                file = f"{exercise.id}.toml"
                own[file] = exercise_file(exercise)
                known[exercise.id] = read_exercise(own[file], file)
            points.append(_point(exercise, variation, dose))
        except FileError as error:
            wrong += [(number, line.partition(": ")[2] or line) for line in error.lines]
        except NotReadyError as error:
            wrong += [(number, why) for _, why in error.reasons]
    twice = [each.exercise for each in points]
    wrong += [
        (ALL, f"{known[each].name} is on the sheet twice with the same dose; leave one out.")
        for each in dict.fromkeys(twice)
        if twice.count(each) > 1
    ]
    if not points and not wrong:
        wrong.append((ALL, "No exercise is left; keep at least one."))
    if wrong:
        raise NotReadyError(wrong)
    return _written(sheet.name, how_often(sitting, sheet), tuple(points), own, known, programs)


def _written(
    name: str,
    often: str,
    points: tuple[Point, ...],
    own: dict[str, str],
    known: dict[str, Exercise],
    programs: Iterable[str],
) -> Written:
    program = Program(
        id=free_id(name, programs, "my-handout"), name=name, source=SOURCE, often=often,
        claims=(), readings={}, parts=points,
    )  # fmt: skip
    file, text = f"{program.id}.toml", program_file(program)
    try:
        read = read_program(text, file, known)
    except FileError as error:
        raise NotReadyError((ALL, line) for line in error.lines) from None
    return Written(own, file, text, read, known)


def free_id(name: str, taken: Iterable[str], fallback: str) -> str:
    """An id that nothing has yet."""
    wanted = _NOT_IN_AN_ID.sub("-", name.lower().replace("’", "").replace("'", ""))
    wanted = wanted.strip("-")[:_MOST_IN_ID].strip("-") or fallback
    there, number, found = set(taken), 2, wanted
    while found in there:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _exercise(
    read: DraftExercise, draft: Draft, one: Settled, known: Mapping[str, Exercise]
) -> tuple[Exercise, str | None, Dose]:
    """The exercise with the way it is done, and what the sheet allows of it."""
    dose = _dose(one)
    cautious = replace(read, cautions=(*read.cautions, *draft.cautions))
    mine = known.get(one.exercise or "")
    if mine is None:
        return _guided(cautious, one, dose, known), None, dose
    for variation in (None, *(each.id for each in mine.variations)):
        if same_dose(mine.dose_of(variation), one) and not read.cautions:
            return mine, variation, dose
    if dose.kind is not Kind.HOLD or mine.dose.two_sided != dose.two_sided:
        # The camera counts holds, and our words speak of one.
        placed = replace(one, posture=one.posture or mine.posture)
        return _guided(cautious, placed, dose, known, mine), None, dose
    return _like(cautious, mine, one, dose, known), None, dose


def same_dose(ours: Dose, one: Settled) -> bool:
    """Whether our file allows exactly what the sheet does.

    Where the sheet is silent and the person has answered, the answer only has to be inside.
    """
    if one.hold_ms is None or one.in_all is None or one.done is not ours.kind:
        return False
    typed = one.said_by_person
    sides = (ours.sides.value if ours.sides else "none") == (one.sides or "none")
    counted = not ours.two_sided or ours.counted.value == (one.counted or "on each side")
    hold = _fits(one.hold_ms, ours.hold_ms, loosely=False)
    silent = "repetitions" in typed and ours.at_most_ms is not None
    if (ours.sets, ours.rest_ms) != (_sets(one), _rest_ms(one)):
        return False
    return sides and counted and hold and _fits(one.in_all, ours.repetitions, loosely=silent)


def _sets(one: Settled) -> Range | None:
    return one.sets if one.several_sets else None


def _rest_ms(one: Settled) -> int | None:
    """The longer one of a range: nobody is hurried."""
    if not one.several_sets:
        return None
    return OUR_REST_MS if one.rest_ms is None else one.rest_ms.high


def _fits(sheet: Range, ours: Range, *, loosely: bool) -> bool:
    return (sheet.low in ours and sheet.high in ours and sheet.single) if loosely else sheet == ours


def _dose(one: Settled) -> Dose:
    turn_ms, done = one.turn_ms, one.done
    if turn_ms is None or done is None or one.in_all is None:
        raise NotReadyError([(ALL, f"{one.name}: how long and how many is not answered yet.")])
    if not (turn_ms.low >= SHORTEST_MS and turn_ms.high <= LONGEST_MS[done]):
        raise NotReadyError([(ALL, too_long(done))])
    if not (one.in_all.low >= 1 and one.in_all.high <= MOST_TIMES):
        raise NotReadyError(
            [(ALL, f"The number of times lies between 1 and {MOST_TIMES}, all sets together.")]
        )
    rest = _rest_ms(one)
    if rest is not None and not SHORTEST_MS <= rest <= LONGEST_REST_MS:
        raise NotReadyError([(ALL, "A rest lies between 1 second and 10 minutes.")])
    counts = one.in_all
    in_all = one.sides in TWO_SIDED and one.counted == "in total"
    if in_all and counts.single and counts.low % 2:
        raise NotReadyError([(
            ALL,
            f"{counts.low} in all cannot be shared fairly by two sides; "
            "choose “on each side”, or an even number.",
        )])  # fmt: skip
    sides = Sides(one.sides) if one.sides and one.sides != "none" else None
    two_sided = one.sides in TWO_SIDED
    return Dose(
        hold_ms=turn_ms,
        repetitions=counts,
        kind=done,
        sides=sides,
        first=_FIRST if two_sided else None,
        counted=Counted(one.counted or "on each side") if two_sided else Counted.IN_TOTAL,
        sets=_sets(one),
        rest_ms=rest,
    )


def _point(exercise: Exercise, variation: str | None, dose: Dose) -> Point:
    """The low end; where two sides share a count, the lowest that is fair."""
    low = dose.repetitions.low
    allowed = exercise.dose_of(variation)
    if allowed.shared and low % 2:
        low += 1
        if low not in dose.repetitions:
            raise NotReadyError([(
                ALL, f"{exercise.name}: {low - 1} in all cannot be shared fairly by two sides.",
            )])  # fmt: skip
    return Point(
        exercise=exercise.id, hold_ms=dose.hold_ms.low, repetitions=low, kind=dose.kind,
        variation=variation,
    )  # fmt: skip


def _of_sheet(name: str) -> str:
    """The sheet's own name, told from ours: "Bird dog, my sheet"."""
    return f"{shortened(name, LONGEST_NAME - len(_OF_SHEET))}{_OF_SHEET}"


def _like(
    read: DraftExercise, ours: Exercise, one: Settled, dose: Dose, known: Mapping[str, Exercise]
) -> Exercise:
    wanted = _of_sheet(one.name)
    name = free_name(wanted, known)
    made = replace(
        ours,
        id=free_id(name, known, "exercise"),
        name=name,
        aliases=(),
        source=SOURCE,
        dose=dose,
        text=replace(ours.text, aim="", known="", deeper=""),
        readings={key: says for key, says in readings(one).items() if key != "words"},
        variations=(),
        poses={key: pose for key, pose in ours.poses.items() if key in ("start", "hold")},
        accept={key: taken for key, taken in ours.accept.items() if key in ("start", "hold")},
        cautions=(*_cautions(read), *(replace(each, ours=True) for each in ours.cautions)),
        like=ours.like or ours.id,
    )
    return _kept_before(made, wanted, known) or made


def _guided(
    read: DraftExercise,
    one: Settled,
    dose: Dose,
    known: Mapping[str, Exercise],
    movement_of: Exercise | None = None,
) -> Exercise:
    """By the sheet's own words; where it has none by ours, which is told."""
    if one.posture is None:
        raise NotReadyError([(ALL, f"{one.name}: the position is not answered yet.")])
    said = ours(one.done, one.posture) | {
        key: getattr(one, key) for key in WORDS if getattr(one, key)
    }
    if one.sides in TWO_SIDED:
        said = for_either_side(said, _FIRST)
    # Beside one of ours with the same name, this one is the sheet's.
    wanted = one.name if named_only(one.name, known) is None else _of_sheet(one.name)
    name, same = free_name(wanted, known), movement_of or _read_before(said, one, known)
    feel = tidy(read.sensation.text) if read.sensation else ""
    made = Exercise(
        id=free_id(name, known, "exercise"),
        name=name,
        aliases=(),
        source=SOURCE,
        posture=one.posture,
        place=PLACE[one.posture],
        moving="whole body",
        text=Text(
            start=said["start"],
            move=said["move"],
            hold=said["hold_words"],
            release=said["release"],
            feel=feel if feel and feel.startswith("You") and not slips(feel, sided=False) else "",
        ),
        dose=dose,
        readings=readings(one),
        poses={"start": NEUTRAL[one.posture], "hold": NEUTRAL[one.posture]},
        accept={},
        form=(),
        variations=(),
        cautions=tuple(_cautions(read)),
        like=(same.like or same.id) if same else "",
        neutral=True,
    )
    return _kept_before(made, wanted, known) or made


def _kept_before(made: Exercise, wanted: str, known: Mapping[str, Exercise]) -> Exercise | None:
    """The very same exercise from an earlier reading: its history goes on."""
    for each in known.values():
        same = replace(made, id=each.id, name=each.name, like=each.like)
        if called(each.name) == called(wanted) and each == same:
            return each
    return None


def _read_before(
    said: Mapping[str, str], one: Settled, known: Mapping[str, Exercise]
) -> Exercise | None:
    """A guided exercise of an earlier sheet that is this one by its name or by its words.

    What a stop rule holds against it then holds for this one: a new sheet is no way round it.
    """
    for each in known.values():
        words = (each.text.start, each.text.move, each.text.hold, each.text.release)
        told_alike = words == tuple(said.values()) and said["move"] != AS_IT_SAYS
        if each.neutral and (called(each.name) == called(one.name) or told_alike):
            return each
    return None


def _cautions(read: DraftExercise) -> Iterable[Caution]:
    for span in read.cautions:
        says = tidy(span.text)
        if says and not slips(says, sided=False):
            yield Caution(says=says, because="It stands on the sheet.", ours=False)


def how_often(sitting: Sitting, sheet: Sheet) -> str:
    """How often, with the exercise's name where the sheet speaks of one only."""
    pairs = [
        (one.name, read.frequency and " ".join(read.frequency.span.text.split()))
        for read, one in zip(sitting.draft.exercises, sheet.exercises, strict=False)
        if one.kept
    ]
    said = list(dict.fromkeys(words for _, words in pairs if words))
    if not said:
        return sheet.often or ""
    if len(said) == 1 and all(words for _, words in pairs):
        return said[0][:_LONGEST_OFTEN]
    parts = [f"{name}: {words}" for name, words in pairs if words]
    if not all(words for _, words in pairs):
        parts.append(f"the others: {sheet.often}")
    return "; ".join(parts)[:_LONGEST_OFTEN]


def free_name(name: str, known: Mapping[str, Exercise]) -> str:
    """A name that no exercise has, as like this one as can be."""
    taken = {each for one in known.values() for each in names_of(one)}
    name, number = shortened(name, LONGEST_NAME), 2
    found = name
    while called(found) in taken or not called(found):
        ending = f" {number}"
        found, number = f"{shortened(name, LONGEST_NAME - len(ending))}{ending}", number + 1
    return found
