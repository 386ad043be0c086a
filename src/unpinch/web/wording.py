"""Doses, days and outcomes in words, as the pages say them."""

from collections.abc import Sequence
from datetime import date, time

from unpinch.exercises.model import ANSWER, Exercise
from unpinch.exercises.plan import Part
from unpinch.session import ExerciseSummary
from unpinch.session.going import lasting
from unpinch.terms.dose import Dose, Kind, Range, Sides
from unpinch.terms.event import PainKind, PainPlace

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# What a reading is about, for people who do not read the file.
READS = {
    "hold": "How long",
    "repetitions": "How many times",
    "sets": "In how many sets",
    "rest": "Rest between sets",
    "counted": "How they are counted",
    "sides": "Which sides",
    "first": "Which side first",
    "at_most": "The most in all",
    "movement": "How fast",
    "activity": "How long",
    "words": "What is said",
    "start": "How to lie",
    "feel": "Where to feel it",
    "often": "How often",
    "parts": "How much of each",
}


def number(count: int) -> str:
    """Four, but 11."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def many(count: int, one: str, several: str | None = None) -> str:
    """ "One exercise", "2 exercises" with the number as a word."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"


def seconds(milliseconds: int) -> str:
    """15 seconds."""
    whole = milliseconds / 1000
    return f"{whole:g} second{'' if whole == 1 else 's'}"


def minutes(milliseconds: int) -> str:
    """About how long something takes: "about nine minutes"."""
    whole = round(milliseconds / 60_000)
    if whole < 1:
        return "less than a minute"
    return f"about {many(whole, 'minute')}"


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def dose(part: Part) -> str:
    """What is asked for today, in one line."""
    turn, many = part.turns[0], _count(part)
    match turn.kind:
        case Kind.HOLD:
            return f"Hold {seconds(turn.hold_ms)}, {many}."
        case Kind.MOVEMENT:
            return f"{many[:1].upper()}{many[1:]}, about {seconds(turn.hold_ms)} each."
        case Kind.ACTIVITY:
            again = f", {many}" if len(part.turns) > 1 else ""
            return f"Keep going for {lasting(turn.hold_ms)}{again}."


def _count(part: Part) -> str:
    """How many times, on which sides: "3 sets of 10 on each leg, right then left"."""
    turns = part.turns
    sides = {turn.side for turn in turns if turn.side is not None}
    many = _in_sets(part)
    if len(sides) < 2:
        return f"{many} with both legs" if part.moving == "leg" and sides else many
    if turns[0].of == len(turns):
        return f"{many}{'' if part.rest_after else ' in all'}, taking turns"
    leg = "leg" if part.moving == "leg" else "side"
    return f"{many} on each {leg}, {turns[0].side} then {turns[-1].side}"


def _in_sets(part: Part) -> str:
    """Where one side comes after the other, each has its own sets."""
    of = part.turns[0].of
    sets = len(part.rest_after) // (len(part.turns) // of) + 1
    if sets > 1:
        return f"{sets} sets of {of // sets}" if of % sets == 0 else f"{of} times in {sets} sets"
    alternating = of == len(part.turns) and len({turn.side for turn in part.turns}) > 1
    return str(of) if alternating else times(of)


# What one turn of each kind is called, where its length is shown.
TURNS = {Kind.HOLD: "Each hold", Kind.MOVEMENT: "Each takes", Kind.ACTIVITY: "Keep going for"}
ASK_TURN = TURNS | {Kind.HOLD: "Hold for"}


def handout_hold(own: Dose) -> str:
    """How long the handout allows: "15 to 60 seconds"; of a movement, its pace."""
    if own.kind is Kind.ACTIVITY and not (own.hold_ms.low % 60_000 or own.hold_ms.high % 60_000):
        span = _span(own.hold_ms, 60_000)
        return f"{span} minute{'' if span == '1' else 's'}"
    about = "about " if own.kind is Kind.MOVEMENT else ""
    return f"{about}{_span(own.hold_ms, 1000)} seconds"


def handout_times(own: Dose) -> str:
    """How many times, with what is counted: "20 in all, taking turns"."""
    count = _span(own.repetitions, 1)
    in_sets = "" if own.sets is None else f" in {_span(own.sets, 1)} sets"
    word = f"{count} time{'' if own.repetitions.high == 1 else 's'}"
    if size := own.in_each_set:
        word, in_sets = f"{_span(own.sets or size, 1)} sets of {_span(size, 1)}", ""
    match own.sides:
        case Sides.ALTERNATING:
            said = f"{count} in all, taking turns" if own.shared else f"{word} on each side"
        case Sides.ONE_THEN_OTHER:
            said = f"{count} in all" if own.shared else f"{word} on each side"
        case _:
            said = word
    return f"{said}{in_sets}"


def handout_rest(own: Dose) -> str:
    """How long the rest between sets is; empty where there are no sets."""
    return "" if own.rest_ms is None else seconds(own.rest_ms)


def _span(span: Range, unit: int) -> str:
    low, high = f"{span.low / unit:g}", f"{span.high / unit:g}"
    return low if span.single else f"{low} to {high}"


def whose(reading: str) -> str:
    """An answer of the person's own is no reading of ours."""
    return "your answer" if ANSWER in reading else "our reading"


def comes_from(exercise: Exercise, *fields: str) -> str:
    """Where a number comes from: the handout, our reading, or the person's answer."""
    reading = next((exercise.readings[f] for f in fields if f in exercise.readings), None)
    return whose(reading) if reading else "handout"


def read_by_us(exercise: Exercise) -> str:
    """Which part of the dose is our reading: "how many times"."""
    fields = ("repetitions", "counted", Kind.MOVEMENT.value)
    ours = [f for f in fields if f in exercise.readings and ANSWER not in exercise.readings[f]]
    return READS[ours[0]].lower() if ours else ""


_FROM = {"handout": "The handout", "our reading": "Our reading", "your answer": "Your answer"}


def times_hint(exercise: Exercise, own: Dose) -> str:
    """What may be chosen, and who says so."""
    who = f"{_FROM[comes_from(exercise, 'repetitions', 'counted')]} allows"
    most = f", {seconds(own.at_most_ms)} a side together" if own.at_most_ms else ""
    return f"{who} {handout_times(own)}{most}."


def day_name(day: date, today: date) -> str:
    """Today, yesterday, Thursday, or the date."""
    ago = (today - day).days
    if ago < 0 or ago > 6:
        return f"{_DAYS[day.weekday()]}, {day.day} {day:%B}"
    return {0: "today", 1: "yesterday"}.get(ago, _DAYS[day.weekday()])


def clock(at: time) -> str:
    """18:30."""
    return f"{at:%H:%M}"


def short_day(day: date) -> str:
    """4 Oct."""
    return f"{day.day} {day:%b}"


def weekday(day: date) -> str:
    """Mon, Tue."""
    return _DAYS[day.weekday()][:3]


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


# How each exercise came out: the mark beside it, its style, and its words.
_RESULTS = {
    "done": ("check", "done", "Done"),
    "part done": ("half", "part", "Part done"),
    "skipped": ("skip", "open", "Skipped"),
    "left out": ("leave", "open", "Left out"),
    "hurt": ("hand", "hurt", "It hurt"),
    "stopped": ("stop", "open", "Stopped"),
    "not reached": ("dash", "open", "Not reached"),
}


def result(told: ExerciseSummary) -> tuple[str, str, str]:
    """Icon, style and words for one exercise of a session."""
    icon, style, words = _RESULTS[told.result]
    if told.kind is Kind.ACTIVITY and told.of == 1:
        return icon, style, f"{words}."  # how long is told beside it
    if told.holds == told.of and told.result == "done":
        return icon, style, f"{words}: {_turns(told)}."
    if told.result == "hurt" and (told.holds or told.held_ms):
        return icon, style, f"{words}. Done before that: {told.holds} of {_turns(told)}."
    if told.holds or told.held_ms:
        return icon, style, f"{words}: {told.holds} of {_turns(told)}."
    return icon, style, f"{words}."


_ONE_TURN = {Kind.HOLD: "hold", Kind.MOVEMENT: "repetition", Kind.ACTIVITY: "time"}


def _turns(told: ExerciseSummary) -> str:
    return f"{told.of} {_ONE_TURN[told.kind]}{'' if told.of == 1 else 's'}"


def held(told: ExerciseSummary) -> str:
    """How long was held: "Held 45 seconds left, 90 seconds right"; of a movement nothing was."""
    if not told.held_ms or told.kind is Kind.MOVEMENT:
        return ""
    left, right = told.held_left_ms, told.held_right_ms
    if told.kind is Kind.ACTIVITY:
        return f"Kept going for {lasting(told.held_ms)}."
    if left == right == told.held_ms or not (left or right):
        return f"Held {_rounded(told.held_ms)}."
    return f"Held {_rounded(right)} on the right, {_rounded(left)} on the left."


def _rounded(milliseconds: int) -> str:
    return seconds(round(milliseconds / 1000) * 1000)


FELT = {
    PainKind.STRETCH: "only a strong stretch",
    PainKind.STRONGER: "leg pain or numbness got stronger",
    PainKind.SHARP: "sharp or electric",
    PainKind.SPREADING: "numbness or tingling went further down",
    PainKind.ALARM: "new weakness, bladder or bowel trouble, or numb between the legs",
}
PLACES = {
    PainPlace.BACK: "Back",
    PainPlace.BUTTOCK: "Buttock",
    PainPlace.THIGH: "Thigh",
    PainPlace.CALF: "Calf or shin",
    PainPlace.FOOT: "Foot",
    PainPlace.ELSEWHERE: "Somewhere else",
}
