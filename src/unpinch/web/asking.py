"""The parts of the question pages: the map, its list of boxes, and the scales."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField, Form
from django.utils.safestring import SafeString

from unpinch.care.symptoms import LEGS, ZONE_NAMES, ZONE_OF, Feeling, Leg, Patch, Report, furthest
from unpinch.figure import legmap
from unpinch.terms.side import Side
from unpinch.web.forms_symptoms import POINTS, marks_field

MAP = "map"
FEELS = {Feeling.NUMBNESS: "numb", Feeling.TINGLING: "tingling"}
SCALE_WORDS = {
    "leg_pain": "Leg pain",
    "back_pain": "Back pain",
    "numbness": "Numbness: less feeling than it should have",
    "tingling": "Tingling, pins and needles",
    "peak": "At its strongest during the session",
}


@dataclass(frozen=True)
class Box:
    """One box of the list: its field, its value, its name in full, and whether it is ticked."""

    field: str
    value: str
    says: str
    on: bool


@dataclass(frozen=True)
class Row:
    """One area of one leg, with a box for each feeling."""

    area: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Scale:
    """A rating from 0 to 10, or a choice of a few words."""

    field: str
    words: str
    points: tuple[tuple[str, str], ...]
    chosen: str
    low: str = "none"
    high: str = "as bad as it can be"


def legend(side: Side) -> str:
    """ "Left leg"."""
    return f"{side.value.capitalize()} leg"


def rows(form: Form, side: Side) -> tuple[Row, ...]:
    """The list of one leg: every area, from the back down."""
    ticked = {feeling: _ticked(form[marks_field(side, feeling)]) for feeling in Feeling}
    return tuple(
        Row(
            patch.value,
            tuple(
                Box(
                    marks_field(side, feeling),
                    patch.value,
                    f"{legend(side)}, {patch.value}: {FEELS[feeling]}",
                    patch.value in ticked[feeling],
                )
                for feeling in Feeling
            ),
        )
        for patch in Patch
    )


def lists(form: Form) -> list[tuple[str, tuple[Row, ...]]]:
    """The lists of both legs."""
    return [(legend(side), rows(form, side)) for side in LEGS]


def drawn(form: Form) -> SafeString:
    """The map, with what is ticked; scripts make it a way to tick."""
    legs = {
        side: Leg(
            numb=_patches(form[marks_field(side, Feeling.NUMBNESS)]),
            tingling=_patches(form[marks_field(side, Feeling.TINGLING)]),
        )
        for side in LEGS
    }
    return SafeString(legmap.draw(legs, uid=MAP, tappable=True))


def swatches() -> dict[str, SafeString]:
    """A sample of each pattern."""
    return {name: SafeString(legmap.swatch(name, uid=MAP)) for name in FEELS.values()}


def scale(form: Form, field: str) -> Scale:
    """One rating from 0 to 10."""
    return Scale(field, SCALE_WORDS.get(field, ""), POINTS, _value(form[field]))


def zones() -> dict[str, list[object]]:
    """For the script: how far down each area is, and what that is called."""
    return {patch.value: [int(zone), ZONE_NAMES[zone]] for patch, zone in ZONE_OF.items()}


def initial(report: Report | None) -> dict[str, object]:
    """The same marks again; ratings are always given anew."""
    if report is None:
        return {}
    marks: dict[str, object] = {
        marks_field(side, feeling): [patch.value for patch in report.leg(side).marked(feeling)]
        for side in LEGS
        for feeling in Feeling
    }
    return {**marks, "nothing": all(furthest(report.leg(side)) is None for side in LEGS)}


def _ticked(field: BoundField) -> set[str]:
    return {patch.value for patch in _patches(field)}


def _patches(field: BoundField) -> tuple[Patch, ...]:
    given: Iterable[str] = field.value() or ()
    known = {patch.value for patch in Patch}
    return tuple(Patch(value) for value in dict.fromkeys(given) if value in known)


def _value(field: BoundField) -> str:
    found = field.value()
    return "" if found is None else str(found)
