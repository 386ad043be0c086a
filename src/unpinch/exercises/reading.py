"""An exercise file's text -> an Exercise, or every slip in it at once.

Nothing is filled in that the file leaves out: a dose, a side or a reason that
is missing is asked for. Adding an exercise is adding a file, so this room is
where a physiotherapist's slips have to be caught, and kindly.
"""

import re

from unpinch.body.vocabulary import MOVING, POSTURES
from unpinch.exercises import dose_table, pose_table, syntax
from unpinch.exercises.model import (
    FORMAT,
    MAIN,
    Accept,
    Caution,
    Exercise,
    FormRule,
    Pose,
    Text,
    Variation,
)
from unpinch.exercises.problems import FileError, Problems
from unpinch.exercises.table import LONGEST_NAME, Table
from unpinch.exercises.wording import spoken
from unpinch.terms.dose import Dose, Sides

HEAD = ("format", "name", "aliases", "source", "posture", "place", "moving")
FROM_A_SHEET = ("like", "neutral")  # what a handout that was read writes beside these
TABLES = ("text", "dose", "reading", "pose", "accept", "form", "variation", "caution")
_SPOKEN = ("start", "move", "hold", "release")
_SPOKEN_IF_THERE = ("feel", "deeper", "breathe")
_READ = ("aim", "known")
TEXT = (*_SPOKEN, *_SPOKEN_IF_THERE, *_READ)
_READINGS = (*dose_table.KEYS, *TEXT, "place", "words")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


def read_exercise(text: str, file: str) -> Exercise:
    """Read one exercise. Raises FileError with a line for every slip."""
    data = syntax.tables(text, file)
    problems = Problems(file)
    found = _exercise(Table(problems, "", data), identity(file, problems))
    problems.raise_if_any()
    return found


def identity(file: str, problems: Problems) -> str:
    """The id is the file's name: "Calf stretch.toml" is calf-stretch."""
    stem = file.removesuffix(".toml").lower().replace("'", "").replace("’", "")
    found = _NOT_IN_AN_ID.sub("-", stem).strip("-")
    if not found:
        problems.add("", "has no name to go by; name it with letters, such as calf-stretch.toml")
    return found


def check_format(head: Table) -> None:
    """A file from a newer Unpinch is refused, never half understood."""
    written = head.data.get("format")
    if head.missing("format", f"write format = {FORMAT} at the top"):
        return
    if not isinstance(written, int) or isinstance(written, bool) or written < 1:
        head.note("format", f"has to be a whole number; write format = {FORMAT}")
    elif written > FORMAT:
        head.note(
            "format", f"{written} is newer than this Unpinch, which reads {FORMAT}; update Unpinch"
        )
        head.problems.raise_if_any()


def readings(head: Table, known: tuple[str, ...]) -> dict[str, str]:
    """[reading]: what the sheet leaves open, and how we read it."""
    table = head.table("reading")
    if table is None:
        return {}
    table.only(known)
    return {key: table.remark(key, "how we read it") for key in table.data if key in known}


def _exercise(head: Table, own_id: str) -> Exercise:
    check_format(head)
    head.only((*HEAD, *FROM_A_SHEET), TABLES)
    words, dose = head.table("text", required=True), head.table("dose", required=True)
    if words:
        words.only(TEXT)
    read_dose = dose_table.dose(dose) if dose else None
    sided = read_dose is None or read_dose.two_sided or dose_table.sides_unread(dose, read_dose)
    variations = head.tables("variation")
    names = pose_table.pose_names([str(each.data.get("id", "")) for each in variations])
    poses, taken, rules = _seen(head, names, sided=sided)
    return Exercise(
        id=own_id,
        name=head.remark("name", "Calf stretch", longest=LONGEST_NAME),
        aliases=head.remarks("aliases"),
        source=head.remark("source", "Where it is from"),
        posture=head.word("posture", POSTURES) or "",
        place=head.remark("place", "floor or bed"),
        moving=head.word("moving", MOVING) or "",
        text=_text(words, sided=sided) if words else _NO_TEXT,
        dose=read_dose or _NO_DOSE,
        readings=readings(head, _READINGS),
        poses=poses,
        accept=taken,
        form=rules,
        variations=_variations(variations, words, read_dose),
        cautions=_cautions(head.tables("caution")),
        like=head.remark("like", "hamstring-stretch", required=False, longest=LONGEST_NAME),
        neutral="neutral" in head and head.flag("neutral"),
    )


def _seen(
    head: Table, names: tuple[str, ...], *, sided: bool
) -> tuple[dict[str, Pose], dict[str, Accept], tuple[FormRule, ...]]:
    """What is drawn, what the camera takes and what it remarks on, and that they agree."""
    pose, accept = head.table("pose", required=True), head.table("accept")
    form = head.tables("form")
    poses = pose_table.poses(pose, names) if pose else {}
    taken = pose_table.accepts(accept, names) if accept else {}
    rules = pose_table.form(form, sided=sided)
    if accept:
        tables = {name: each for name in taken if (each := accept.table(name))}
        pose_table.contradictions(tables, poses, taken)
    pose_table.faults_drawn(form, rules, poses)
    return poses, taken, rules


def _text(table: Table, *, sided: bool) -> Text:
    if ("aim" in table) != ("known" in table):
        there, gone = ("aim", "known") if "aim" in table else ("known", "aim")
        table.note(there, f"stands alone; write {gone} too: a claim, and what is known about it")
    said = {key: spoken(table, key, sided=sided) for key in _SPOKEN}
    said |= {key: spoken(table, key, sided=sided, required=False) for key in _SPOKEN_IF_THERE}
    said |= {key: table.remark(key, "what the handout claims", required=False) for key in _READ}
    return Text(**said)


def _variations(
    tables: list[Table], words: Table | None, dose: Dose | None
) -> tuple[Variation, ...]:
    found: list[Variation] = []
    for table in tables:
        one = _variation(table, words, dose)
        if one.id and one.id in [each.id for each in found]:
            table.note("id", f'"{one.id}" is there twice; give each variation its own')
        found.append(one)
    return tuple(found)


def _variation(table: Table, words: Table | None, dose: Dose | None) -> Variation:
    table.only(("id", "name", "aliases", "sides", *TEXT))
    own_id = table.remark("id", "both")
    if own_id and _NOT_IN_AN_ID.search(own_id):
        table.note("id", f'"{own_id}" has more than small letters and digits; write one word')
    must = bool(dose and dose.sides)
    if own_id == MAIN:
        table.note("id", f'"{MAIN}" stands for the exercise itself; choose another word')
    sides = table.word("sides", dose_table.SIDES, required=must)
    varied = dose_table.varied(dose, Sides(sides) if sides else None, table) if dose else _NO_DOSE
    own = {key: value for key, value in table.data.items() if key in TEXT}
    merged = {**(words.data if words else {}), **own}
    text = _NO_TEXT
    if words and dose and (sides or not must):
        text = _text(_Inheriting(table, merged, own), sided=varied.two_sided)
    return Variation(
        id=own_id,
        name=table.remark("name", "Both knees", longest=LONGEST_NAME),
        aliases=table.remarks("aliases"),
        text=text,
        dose=varied,
    )


class _Inheriting(Table):
    """A variation's words over the exercise's. Slips of the latter were noted there already."""

    def __init__(self, table: Table, merged: dict[str, object], own: dict[str, object]) -> None:
        super().__init__(table.problems, table.place, merged)
        self._own = own

    def note(self, key: str, what: str) -> None:
        if key in self._own:
            super().note(key, what)
        elif what.startswith("has {"):
            super().note(
                key,
                "is missing; write it here, the words in [text] speak of one side at a time",
            )


def _cautions(tables: list[Table]) -> tuple[Caution, ...]:
    found = []
    for table in tables:
        table.only(("says", "because", "ours"))
        found.append(
            Caution(
                says=spoken(table, "says", sided=False),
                because=table.remark("because", "why"),
                ours=table.flag("ours"),
            )
        )
    return tuple(found)


_NO_TEXT = Text(start="", move="", hold="", release="")
_NO_DOSE = dose_table.NO_DOSE

__all__ = ["FileError", "check_format", "identity", "read_exercise", "readings"]
