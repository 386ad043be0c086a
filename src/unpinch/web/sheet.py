"""A sheet in confirmation, as the page shows it: marked words, cards, and one question."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from unpinch.body.vocabulary import POSTURES
from unpinch.exercises.model import Exercise
from unpinch.handout.asking import Ask, asks
from unpinch.handout.confirming import ADDED, ALL, Sitting, reads, settle
from unpinch.handout.draft import Draft, DraftExercise, Span
from unpinch.handout.settled import COUNTED, GUIDED, OUR_REST_MS, SIDED, TWO_SIDED, WORDS, Settled
from unpinch.handout.spoken import ours as our_words
from unpinch.terms.dose import Kind, Range
from unpinch.web import wording

NOT_SAID = "not said yet"
_SHOWN = 320
SIDES_IN_WORDS = {
    "none": "no sides, or only one",
    "one then the other": "one side, then the other",
    "alternating": "left and right in turn",
    "together": "both sides together",
}
KINDS_IN_WORDS = {
    Kind.HOLD: "held",
    Kind.MOVEMENT: "a movement",
    Kind.ACTIVITY: "goes on, as walking does",
}
_TURN = {Kind.HOLD: "Each hold", Kind.MOVEMENT: "Each takes", Kind.ACTIVITY: "Keep going for"}
_TURN_LABELS = {
    Kind.HOLD: ("Hold for, in seconds", "A number, or a range such as 15 to 60."),
    Kind.MOVEMENT: ("Seconds for each", "A number, such as 4."),
    Kind.ACTIVITY: ("Keep going for", "With its unit, such as 10 min or 90 s."),
}
_COUNTED = {"in total": "in all", "on each side": "on each side"}
_LABELS = {
    "start": "Getting into position",
    "move": "What to do",
    "hold_words": "Said while it is held",
    "release": "Letting go",
}
_UNHELD = {"hold_words": "Said with it", "release": "At the end"}
_MARKED = (
    ("name_span", "name"),
    ("hold_s", "hold"),
    ("hold_breaths", "hold"),
    ("duration_s", "hold"),
    ("reps", "count"),
    ("sets", "count"),
    ("sides", "sides"),
    ("frequency", "often"),
    ("rest_s", "rest"),
    ("tempo", "tempo"),
    ("sensation", "feel"),
)
_CAPTIONS = {
    "hold": "how long", "count": "how many", "sides": "sides", "often": "how often",
    "rest": "rest", "tempo": "tempo", "feel": "where to feel it", "care": "take care",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A stretch of the sheet; `kind` is empty where nothing was read from it."""

    text: str
    kind: str = ""
    caption: str = ""
    place: int = 0
    asked: bool = False
    left_out: bool = False


@dataclass(frozen=True)
class Fact:
    """One value, and the words of the sheet that it came from."""

    about: str
    field: str
    value: str
    known: bool
    quotes: tuple[Span, ...] = ()
    typed: bool = False
    ours: bool = False


@dataclass(frozen=True)
class Entry:
    """One field of the form: what stands in it, and what is wrong with it."""

    name: str
    label: str
    value: str
    error: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Card:
    """One exercise of the sheet."""

    number: int
    one: Settled
    ours: Exercise | None
    facts: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    words: tuple[Entry, ...]
    open: bool
    asked: bool
    added: bool
    just_changed: bool


@dataclass(frozen=True)
class Refused:
    """What could not be taken: where, and everything that was typed there."""

    exercise: int
    errors: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


def pieces(text: str, draft: Draft, ask: Ask | None) -> list[Piece]:
    """The sheet cut into marked and unmarked stretches."""
    found, at = list[Piece](), 0
    for span, kind in sorted(_spans(draft), key=lambda one: one[0].start):
        if span.start < at:
            continue
        if span.start > at:
            found.append(Piece(text[at : span.start]))
        asked = ask is not None and ask.end > ask.start and _meet(span, ask)
        found.append(Piece(span.text, kind, _CAPTIONS.get(kind, ""), span.start, asked))
        at = span.end
    return list(_with_left_out([*found, Piece(text[at:])], draft.left_out))


def _with_left_out(whole: Iterable[Piece], left_out: Iterable[Span]) -> Iterator[Piece]:
    """The same; what the reader has left out of the exercises is marked as such."""
    spans, begins = sorted(left_out, key=lambda one: one.start), 0
    for piece in whole:
        text, at = piece.text, 0
        for span in [] if piece.kind else spans:
            start, stop = max(span.start - begins, at), min(span.end - begins, len(text))
            if start < stop:
                yield Piece(text[at:start])
                yield Piece(text[start:stop], left_out=True)
                at = stop
        yield piece if piece.kind else Piece(text[at:])
        begins += len(text)


def _spans(draft: Draft) -> list[tuple[Span, str]]:
    found, taken = list[tuple[Span, str]](), list[Span]()
    wanted = [
        (span, kind)
        for name, kind in _MARKED
        for one in draft.exercises
        if (span := _span(one, name)) is not None
    ]
    wanted += [(span, "care") for one in draft.exercises for span in one.cautions]
    wanted += [(span, "care") for span in draft.cautions]
    for span, kind in wanted:
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            found.append((span, kind))
    return found


def _span(one: DraftExercise, name: str) -> Span | None:
    value = getattr(one, name)
    return value if isinstance(value, Span) or value is None else value.span


def _meet(span: Span, ask: Ask) -> bool:
    return span.start < ask.end and ask.start < span.end


def cards(
    sitting: Sitting, library: Mapping[str, Exercise], ask: Ask | None, refused: Refused | None
) -> list[Card]:
    """The exercises as they stand."""
    sheet = settle(sitting)
    return [
        _card(number, read, one, library, ask, refused, sitting)
        for number, (read, one) in enumerate(zip(reads(sitting), sheet.exercises, strict=True))
    ]


def _card(
    number: int,
    read: DraftExercise,
    one: Settled,
    library: Mapping[str, Exercise],
    ask: Ask | None,
    refused: Refused | None,
    sitting: Sitting,
) -> Card:
    # A movement of ours that the sheet does not hold is led by the sheet's words.
    ours = library.get(one.exercise or "") if one.done in (None, Kind.HOLD) else None
    mine = refused if refused and refused.exercise == number else None
    return Card(
        number=number,
        one=one,
        ours=ours,
        facts=tuple(_facts(read, one, ours)),
        entries=tuple(_entries(one, ours, library, mine)),
        words=tuple(
            _word(name, one, mine) for name in WORDS
        ) if ours is None else (),
        open=mine is not None,
        asked=ask is not None and ask.exercise == number,
        added=number >= len(sitting.draft.exercises),
        just_changed=number == _last_changed(sitting),
    )  # fmt: skip


def _last_changed(sitting: Sitting) -> int | None:
    """Which exercise the last answer or change was about; undoing it is offered there."""
    if not sitting.edits:
        return None
    about = sitting.edits[-1].exercise
    return len(reads(sitting)) - 1 if about == ADDED else about


def _facts(read: DraftExercise, one: Settled, ours: Exercise | None) -> list[Fact]:
    def quotes(*names: str) -> tuple[Span, ...]:
        found = [span for name in names if (span := _span(read, name)) is not None]
        return tuple(one for one in found if not any(_within(one, other) for other in found))

    typed = one.said_by_person
    done = one.done
    facts = [
        Fact("How", "kind", KINDS_IN_WORDS[done] if done else NOT_SAID, done is not None, (),
             "kind" in typed),
        Fact(_TURN[done or Kind.HOLD], "hold_ms", lasting(one), one.turn_ms is not None,
             quotes("hold_s", "hold_breaths", "duration_s", "tempo"), "hold_ms" in typed,
             one.hold_ms is None and one.turn_ms is not None),
        Fact("How many", "repetitions", _how_many(one), one.repetitions is not None,
             quotes("reps", "sets"), bool({"repetitions", "sets"} & typed)),
    ]  # fmt: skip
    if one.several_sets:
        facts.append(_rest(one, quotes("rest_s")))
    sides = SIDES_IN_WORDS[one.sides] if one.sides else NOT_SAID
    if one.sides or (ours is not None and ours.dose.sides):
        facts.append(Fact("Sides", "sides", sides, one.sides is not None, quotes("sides"),
                          "sides" in typed))  # fmt: skip
    if ours is None:
        known = one.posture is not None
        facts.append(Fact("Position", "posture", one.posture or NOT_SAID, known, (),
                          "posture" in typed))  # fmt: skip
    return facts


def _within(one: Span, other: Span) -> bool:
    return one != other and other.start <= one.start and one.end <= other.end


def _how_many(one: Settled) -> str:
    """10 times on each side, 3 sets."""
    if one.repetitions is None:
        return NOT_SAID
    counted = f" {_COUNTED[one.counted]}" if one.counted and one.sides in TWO_SIDED else ""
    several = one.sets is not None and one.sets.high > 1
    if several:
        return f"{span(one.sets)} sets of {span(one.repetitions)}{counted}"
    return f"{_times(one.repetitions)}{counted}"


def _rest(one: Settled, quotes: tuple[Span, ...]) -> Fact:
    """Between sets. Where the sheet gives none it is ours, and says so."""
    rest = one.rest_ms or Range(OUR_REST_MS, OUR_REST_MS)
    said = one.rest_ms is not None
    return Fact("Rest between sets", "rest_ms", f"{seconds(rest)} seconds", True,
                quotes if said else (), "rest_ms" in one.said_by_person, not said)  # fmt: skip


def _times(counts: Range) -> str:
    return wording.times(counts.low) if counts.single else f"{span(counts)} times"


def span(counts: Range | None, unit: int = 1) -> str:
    """ "2 to 3", as it is typed."""
    if counts is None:
        return ""
    low, high = f"{counts.low / unit:g}", f"{counts.high / unit:g}"
    return low if counts.single else f"{low} to {high}"


def seconds(times: Range | None) -> str:
    """ "15 to 60", as it is typed."""
    return span(times, 1000)


def lasting(one: Settled) -> str:
    """How long one turn lasts: "4 seconds", "10 to 15 minutes"."""
    if one.turn_ms is None:
        return NOT_SAID
    if one.done is Kind.ACTIVITY and _in_minutes(one.turn_ms):
        return f"{span(one.turn_ms, 60_000)} minutes".replace("1 minutes", "1 minute")
    return f"{seconds(one.turn_ms)} seconds"


def _in_minutes(times: Range) -> bool:
    return not times.low % 60_000 and not times.high % 60_000


def _turn_typed(one: Settled) -> str:
    """How long one turn lasts, as it is typed."""
    if one.turn_ms is None or one.done is not Kind.ACTIVITY:
        return seconds(one.turn_ms)
    if _in_minutes(one.turn_ms):
        return f"{span(one.turn_ms, 60_000)} min"
    return f"{seconds(one.turn_ms)} s"


def _entries(
    one: Settled, ours: Exercise | None, library: Mapping[str, Exercise], mine: Refused | None
) -> list[Entry]:
    known: tuple[tuple[str, str], ...] = ((GUIDED, "another, by the sheet’s words"),)
    known += tuple((each.id, each.name) for each in library.values() if not each.neutral)
    unknown = (("", NOT_SAID),)
    turn, turn_hint = _TURN_LABELS[one.done or Kind.HOLD]
    entries = [
        _entry("name", "Name", one.name, mine),
        _entry("exercise", "Which exercise is it?", one.exercise or GUIDED, mine, choices=known),
        _entry("kind", "How is it done?", one.done or "", mine,
               choices=(*(() if one.done else unknown),
                        *((each.value, KINDS_IN_WORDS[each]) for each in Kind))),
        _entry("hold_ms", turn, _turn_typed(one), mine, hint=turn_hint),
        _entry("repetitions", "How many times", span(one.repetitions), mine,
               hint="A number, or a range such as 2 to 3."),
        _entry("sets", "In how many sets", span(one.sets) or "1", mine,
               hint="1 if the sheet speaks of none."),
        *(_rest_entry(one, mine) if one.several_sets else ()),
        _entry("sides", "Sides", one.sides or "", mine,
               choices=(*(() if one.sides else unknown),
                        *((each, SIDES_IN_WORDS[each]) for each in SIDED))),
    ]  # fmt: skip
    if one.sides in TWO_SIDED:
        counts = tuple((each, _COUNTED[each]) for each in COUNTED)
        entries.append(
            _entry("counted", "Counted", one.counted or "", mine,
                   choices=(*(() if one.counted else unknown), *counts))
        )  # fmt: skip
    if ours is None:
        choices = tuple((each, each) for each in POSTURES)
        entries.append(
            _entry("posture", "Position", one.posture or "", mine,
                   choices=(*(() if one.posture else unknown), *choices))
        )  # fmt: skip
    return entries


def _rest_entry(one: Settled, mine: Refused | None) -> tuple[Entry, ...]:
    rest = one.rest_ms or Range(OUR_REST_MS, OUR_REST_MS)
    hint = "A number, or a range such as 60 to 90; of a range the longer time is led."
    return (_entry("rest_ms", "Rest between sets, in seconds", seconds(rest), mine, hint=hint),)


def _entry(
    name: str,
    label: str,
    value: str,
    mine: Refused | None,
    *,
    hint: str = "",
    choices: tuple[tuple[str, str], ...] = (),
) -> Entry:
    shown = mine.typed.get(name, value) if mine else value
    return Entry(name, label, shown, mine.errors.get(name, "") if mine else "", hint, choices)


def _word(name: str, one: Settled, mine: Refused | None) -> Entry:
    """What is said: the sheet's words, or ours where it has none."""
    said = getattr(one, name)
    label = _LABELS[name] if one.done in (None, Kind.HOLD) else _UNHELD.get(name, _LABELS[name])
    hint = "" if said else "Our words: the sheet has none for this."
    return _entry(name, label, said or our_words(one.done, one.posture)[name], mine, hint=hint)


def on_the_sheet(sitting: Sitting, ask: Ask | None) -> str:
    """What the sheet says of the exercise that is asked about, if that is not shown already."""
    if ask is None or ask.exercise == ALL or ask.end > ask.start:
        return ""
    read = reads(sitting)[ask.exercise]
    words = " ".join(read.span.text.split()).removeprefix(read.name).lstrip(" .:-–—|")
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def first_question(
    sitting: Sitting, library: Mapping[str, Exercise]
) -> tuple[Ask | None, int, str]:
    """The question to ask now, how many there still are, and which exercise it is about."""
    open_ones = asks(sitting, dict(library))
    if not open_ones:
        return None, 0, ""
    ask = open_ones[0]
    about = "" if ask.exercise == ALL else settle(sitting).exercises[ask.exercise].name
    return ask, len(open_ones), about
