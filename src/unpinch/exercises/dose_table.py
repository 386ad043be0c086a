"""The [dose] of an exercise, and what a variation makes of it.

How long one turn lasts is written under its kind: `hold`, `movement` (once there and back) or
`activity` (all of it).
"""

from msgspec.structs import replace

from unpinch.exercises.quantity import count_range, say_time, time, time_range
from unpinch.exercises.table import Table
from unpinch.terms.dose import Counted, Dose, Kind, Range, Sides
from unpinch.terms.side import Side

KINDS = tuple(each.value for each in Kind)
KEYS = (*KINDS, "repetitions", "sets", "rest", "sides", "first", "counted", "at_most")
SIDES = tuple(each.value for each in Sides)
# A slip of the pen, not a dose: nobody holds a stretch for a quarter of an hour.
LONGEST_MS = {Kind.HOLD: 600_000, Kind.MOVEMENT: 60_000, Kind.ACTIVITY: 7_200_000}
SHORTEST_MS, MOST_REPETITIONS, LONGEST_REST_MS = 1_000, 100, 600_000
_UNREAD = Range(1, 1)
NO_DOSE = Dose(hold_ms=_UNREAD, repetitions=_UNREAD)  # stands in until the file is refused


def dose(table: Table) -> Dose:
    """Read [dose]. Nothing in it is guessed: what is missing is asked for."""
    table.only(KEYS)
    kind = kind_written(table)
    hold = table.quantity(kind, time_range, '"30 s" or "15 s to 60 s"')
    repetitions = table.quantity("repetitions", count_range, '3 or "2 to 3"')
    at_most = table.quantity("at_most", time, '"60 s"', required=False)
    sides = table.word("sides", SIDES, required=False)
    sets, rest = _sets(table)
    first, counted = (None, None) if "sides" in table and not sides else _turns(table, sides)
    found = Dose(
        hold_ms=hold or _UNREAD,
        repetitions=repetitions or _UNREAD,
        kind=kind,
        sides=Sides(sides) if sides else None,
        first=first,
        counted=counted or Counted.IN_TOTAL,
        at_most_ms=at_most,
        sets=sets,
        rest_ms=rest,
    )
    if hold and repetitions:
        _sensible(table, found)
        _sensible_sets(table, found)
    return found


def kind_written(table: Table) -> Kind:
    """What one turn is, by the word under which its length stands; a hold without any."""
    written = [each for each in Kind if each.value in table]
    for one in written[1:]:
        table.note(one, f"does not go with {written[0]}; write one of them")
    return written[0] if written else Kind.HOLD


def sides_unread(table: Table | None, dose: Dose) -> bool:
    """The sides are given in words we do not know, which is noted already."""
    return table is not None and "sides" in table and dose.sides is None


def varied(dose: Dose, sides: Sides | None, table: Table) -> Dose:
    """The dose of a variation with other sides."""
    if sides is None or sides is dose.sides:
        return dose
    if sides is Sides.TOGETHER:
        if dose.shared:
            table.note(
                "sides",
                '"together" is unclear where repetitions are counted in total for two sides; '
                "make it an exercise of its own",
            )
        return replace(dose, sides=sides, first=None, counted=Counted.IN_TOTAL)
    if not dose.two_sided:
        table.note(
            "sides",
            f'"{sides}" needs to know which side is first; say first and counted in [dose]',
        )
        return dose
    return replace(dose, sides=sides)


def _turns(table: Table, sides: str | None) -> tuple[Side | None, Counted | None]:
    """Which side is first and what is counted: needed with sides, senseless without."""
    if sides in (Sides.ONE_THEN_OTHER, Sides.ALTERNATING):
        first = table.word("first", (Side.RIGHT.value, Side.LEFT.value))
        counted = table.word("counted", tuple(each.value for each in Counted))
        return Side(first or Side.RIGHT), Counted(counted or Counted.EACH_SIDE)
    if "first" in table:
        table.note("first", "needs sides that take turns; say sides in [dose] or leave it out")
    if "counted" in table and table.data["counted"] != Counted.IN_TOTAL:
        table.word("counted", (Counted.IN_TOTAL.value,))
    return None, None


def _sets(table: Table) -> tuple[Range | None, int | None]:
    """In how many sets, and the rest between them: one needs the other."""
    sets = table.quantity("sets", count_range, '3 or "2 to 3"', required=False)
    rest = table.quantity("rest", time, '"60 s"', required="sets" in table)
    if "rest" in table and "sets" not in table:
        table.note("rest", "needs sets; say sets in [dose] or leave it out")
    return (sets, rest) if sets and rest else (None, None)


def _sensible_sets(table: Table, dose: Dose) -> None:
    if dose.sets is None or dose.rest_ms is None:
        return
    if dose.sets.low < 1 or dose.sets.high < 2:
        table.note("sets", "have to be 2 or more; leave it out where everything is one set")
    elif dose.sets.high > dose.on_each_side(dose.repetitions.high):
        table.note("sets", "are more than there are repetitions; repetitions count all sets")
    if not 1_000 <= dose.rest_ms <= LONGEST_REST_MS:
        table.note(
            "rest", f'has to lie between 1 s and 10 min; "{say_time(dose.rest_ms)}" does not'
        )


def _sensible(table: Table, dose: Dose) -> None:
    hold, repetitions, longest = dose.hold_ms, dose.repetitions, LONGEST_MS[dose.kind]
    if hold.low < SHORTEST_MS or hold.high > longest:
        table.note(
            dose.kind,
            f'has to lie between 1 s and {longest // 60_000} min; "{say_time(hold.high)}" does not',
        )
    if repetitions.low < 1 or repetitions.high > MOST_REPETITIONS:
        table.note("repetitions", f"have to lie between 1 and {MOST_REPETITIONS}")
    if dose.shared and repetitions.single and repetitions.low % 2:
        table.note(
            "repetitions",
            f"{repetitions.low} in total cannot be shared fairly by two sides; "
            'write an even number, or counted = "on each side"',
        )
    least = hold.low * dose.on_each_side(repetitions.low)
    if dose.at_most_ms is not None and dose.at_most_ms < least:
        table.note("at_most", f"is less than the least dose, {say_time(least)}; write more")
