"""What a number counts: seconds, breaths, times, sets, or something that is no dose at all."""

import re
from enum import StrEnum


class Unit(StrEnum):
    """What stands behind a number. NONE: nothing that we know."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    BREATH = "breath"
    COUNT = "count"
    TIME = "time"
    CROSS = "x"
    REP = "rep"
    MOVEMENT = "movement"
    SET = "set"
    SESSION = "session"
    MEASURE = "measure"
    QUOTE = "quote"
    NONE = "none"


SECONDS_IN = {Unit.SECOND: 1, Unit.QUOTE: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
TIMED = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)

# What a movement is called when it is counted: "12 squats", "5 small circles".
_MOVEMENTS = (
    "ones arches bends bridges chops circles clams clamshells climbs clenches contractions crosses"
    " crunches curls dips drops extensions flexions flicks grips heel-raises holds hops jacks jumps"
    " kicks lifts lowers lunges marches movements nods openings passes presses press-ups pull-ups"
    " pulls pulses pumps push-ups pushes pushups raises reaches releases rises rocks rolls"
    " rotations"
    " rows shrugs sit-ups situps slides squats squeezes steps strides stretches strokes sweeps"
    " swings scrunches glides hitches sit-to-stands stands drags taps tilts touches tucks turns"
    " twists waves wipers revolutions changes switches swaps hugs leans shifts hikes thrusts"
)
MOVEMENTS = frozenset(_MOVEMENTS.split())
_PATTERNS = {
    Unit.SECOND: r"seconds?(?:'s|')?|secs?\.(?=\s[a-z\d])|secs?|s|sec's",
    Unit.MINUTE: r"minutes?(?:'s|')?|mins?\.(?=\s[a-z\d])|mins?",
    Unit.HOUR: r"hours?|hourly|hrs?",
    Unit.DAY: r"days?|nights?|mornings?|evenings?",
    Unit.WEEK: r"weeks?|wks?|months?|years?|yrs?|decades?",
    Unit.BREATH: r"breaths?|rounds? of (?:your |the )?breath(?:ing|s)?"
    r"|breath cycles?|breathing cycles?|inhalations?|exhalations?",
    Unit.COUNT: r"counts?|beats?",
    Unit.TIME: r"times?|goes",
    Unit.CROSS: r"x",
    Unit.REP: r"reps?|repetitions?|cycles?|repeats?|repititions?|repetions?",
    Unit.SET: r"sets?|series|rounds?|circuits?|lots?(?= of \d)",
    Unit.SESSION: r"sessions?",
    Unit.MEASURE: (
        r"degrees?|deg|inch(?:es)?|cms?|mms?|centimet(?:er|re)s?|met(?:er|re)s?|m|feet|foot|ft"
        r"|yards?|miles?|kms?|lbs?|pounds?|kgs?|kilos?|kilograms?|oz|ounces?|grams?|g|percent"
        r"|per cent|pm|am|o'clock|litres?|liters?|cups?|glasses|pence|dollars?|steps? (?:back|away)"
    ),
    Unit.MOVEMENT: _MOVEMENTS.replace(" ", "|"),
}
_MANNER = (
    r"slow|deep|full|long|complete|even|gentle|easy|controlled|smooth|good|more|further|additional"
    r"|extra|separate|consecutive|total|quick|fast|rapid|small|large|big|little|tiny|steady|calm"
    r"|relaxed|normal|whole|individual|repeated|single|clockwise|anticlockwise|counterclockwise"
    r"|leg|arm|heel|knee|hip|toe|shoulder|ankle|wrist|neck|pelvic|calf|forward|backward"
    r"|hand|foot|finger|thumb|elbow|head|chin|chest|back|side|glute|hamstring|quad|thigh|spinal"
    r"|core|trunk|blade|wall|wood|jumping|seated|standing|lying|reverse|diagonal|alternate"
    r"|alternating|single"
)
# "-second", " seconds", " slow, deep breaths", '"', "°". The words between are a closed list.
_UNIT = re.compile(
    r"\s{0,3}(?:"
    + r"(?P<measure_sign>°|%)"
    + r"|(?P<quote>\"|'')"
    + r"|-?\s{0,3}(?P<manner>(?:(?:"
    + _MANNER
    + r")\b(?:,|\s+and|-)?\s{1,3}){0,4})(?:"
    + "|".join(f"(?P<{unit.name}>{words})" for unit, words in _PATTERNS.items())
    + r")(?:(?![a-z'])|(?<=\dx)(?=(?:day|week|wk)\b))"
    + r")"
)


def unit_after(text: str, at: int, end: int) -> tuple[Unit, int, str]:
    """The unit that follows before the end, where it ends, and the manner words before it."""
    found = _UNIT.match(text, at, end)
    if found is None:
        return Unit.NONE, at, ""
    if found["measure_sign"]:
        return Unit.MEASURE, found.end(), ""
    if found["quote"]:
        return Unit.QUOTE, found.end(), ""
    name = str(found.lastgroup)
    return Unit[name], found.end(), str(found["manner"])
