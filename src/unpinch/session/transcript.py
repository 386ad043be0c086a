"""A session as text that a physiotherapist can read, and the engine can replay.

    # A comment.
    plan: leg-numbness
    choose: knees-to-chest, hold 20 s, 2 times
    choose: hamstring-stretch, left out
    pace: calm
       0.000  > started
       0.000  < welcome         If anything hurts, just let go. ...
      12.350  > hurts           thigh, stretch

Lines with ">" went in, lines with "<" came out. What the pacer sent carries
"by the clock"; replaying passes over it, because the pacer will send it again.
A plan that no choices give has a line "led:" with the whole of it, which then counts.
After the last event the session runs on by itself until nothing more happens.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from unpinch.exercises.choosing import Choice
from unpinch.exercises.plan import Plan
from unpinch.session.engine import step
from unpinch.session.project import advance, next_event
from unpinch.session.script import Script
from unpinch.session.state import State
from unpinch.terms.cue import Cue
from unpinch.terms.event import Event, FormFault, Hurts, PainKind, PainPlace
from unpinch.terms.refused import Refused
from unpinch.terms.side import Side

BY_THE_CLOCK = "by the clock"

_LINE = re.compile(r"^\s*(?P<s>\d+)(?:\.(?P<ms>\d{1,3}))?\s+(?P<way>[<>])\s+(?P<rest>.+?)\s*$")
_HEADER = re.compile(r"^(?P<key>plan|choose|pace|led):\s*(?P<value>.+?)\s*$")
_KINDS = {str(kind.__struct_config__.tag): kind for kind in Event.__args__}


class TranscriptError(Refused, ValueError):
    """One line: which line of the transcript, and what to do."""


class Transcript(msgspec.Struct, frozen=True):
    """What a transcript file says. `lines` are the cue lines it recorded, to compare with.

    `led`: the plan itself, where program and choices alone do not give it.
    """

    plan: str
    choices: tuple[Choice, ...]
    pace: str
    events: tuple[Event, ...]
    head: tuple[str, ...]
    lines: tuple[str, ...]
    led: Plan | None = None


def read_transcript(text: str) -> Transcript:
    """Read a transcript. Raises `TranscriptError` with the line that cannot be read."""
    events: list[Event] = []
    lines: list[str] = []
    head: list[str] = []
    said: dict[str, str] = {"pace": "calm"}
    choices: list[Choice] = []
    led: Plan | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        if line := _LINE.match(raw):
            lines.append(raw.rstrip())
            if line["way"] == ">" and not line["rest"].endswith(BY_THE_CLOCK):
                events.append(_event(line, number))
        elif header := _HEADER.match(raw):
            head.append(raw.rstrip())
            said[header["key"]] = header["value"]
            choices += _choices(header, number)
            led = _led(header, number) or led
        elif raw.startswith("#"):
            head.append(raw.rstrip())
        elif raw.strip():
            raise TranscriptError(
                f'line {number}: "{raw.strip()[:40]}" is not a transcript line; '
                'write a time, ">" and an event, as in "4.200 > paused".'
            )
    if "plan" not in said:
        raise TranscriptError('no program: begin with a line such as "plan: leg-numbness".')
    return Transcript(
        plan=said["plan"],
        choices=tuple(choices),
        pace=said["pace"],
        events=tuple(sorted(events, key=lambda event: event.at_ms)),
        head=tuple(head),
        lines=tuple(lines),
        led=led,
    )


def _led(header: re.Match[str], number: int) -> Plan | None:
    if header["key"] != "led":
        return None
    try:
        return msgspec.json.decode(header["value"], type=Plan)
    except msgspec.DecodeError as error:
        raise TranscriptError(
            f"line {number}: the plan of this session cannot be read ({error}); export it again."
        ) from error


def _choices(header: re.Match[str], number: int) -> list[Choice]:
    """A choice as one writes it: the exercise, then what is different about it."""
    if header["key"] != "choose":
        return []
    exercise, *details = (part.strip() for part in header["value"].split(","))
    choice = Choice(exercise=exercise)
    for detail in details:
        if hold := re.fullmatch(r"hold (\d+) s", detail):
            choice = replace(choice, hold_ms=int(hold[1]) * 1000)
        elif times := re.fullmatch(r"(\d+) times?", detail):
            choice = replace(choice, repetitions=int(times[1]))
        elif variation := re.fullmatch(r"variation ([a-z0-9-]+)", detail):
            choice = replace(choice, variation=variation[1])
        elif detail == "left out":
            choice = replace(choice, left_out=True)
        else:
            raise TranscriptError(
                f'line {number}: "{detail}" is not a choice; write "hold 20 s", "2 times", '
                '"variation both" or "left out".'
            )
    return [choice]


def _event(line: re.Match[str], number: int) -> Event:
    at_ms = int(line["s"]) * 1000 + int((line["ms"] or "0").ljust(3, "0"))
    name, _, details = line["rest"].partition("  ")
    kind = _KINDS.get(name.strip())
    if kind is None:
        known = ", ".join(sorted(_KINDS))
        raise TranscriptError(f'line {number}: "{name}" is not an event; write one of {known}.')
    if kind is Hurts:
        return _hurts(at_ms, details, number)
    if kind is FormFault:
        return _fault(at_ms, details, number)
    event: Event = kind(at_ms)
    return event


def _hurts(at_ms: int, details: str, number: int) -> Hurts:
    where: PainPlace | None = None
    kind: PainKind | None = None
    for word in (w.strip() for w in details.split(",") if w.strip()):
        if word in set(PainPlace):
            where = PainPlace(word)
        elif word in set(PainKind):
            kind = PainKind(word)
        else:
            known = ", ".join([*PainPlace, *PainKind])
            raise TranscriptError(f'line {number}: "{word}" is not known; write one of {known}.')
    return Hurts(at_ms, where=where, kind=kind)


def _fault(at_ms: int, details: str, number: int) -> FormFault:
    fault, _, side = (word.strip() for word in details.partition(","))
    if not fault or side not in ("", *Side):
        raise TranscriptError(
            f'line {number}: "{details.strip()}" is not a fault; '
            'write its name and perhaps the side, as in "form fault  knee bent, right".'
        )
    return FormFault(at_ms, fault, Side(side) if side else None)


def head_lines(told: Plan, choices: Iterable[Choice] | None) -> Iterator[str]:
    """How a transcript of this plan begins; without choices that give it, with all of the plan."""
    yield f"plan: {told.program}"
    for choice in choices or ():
        yield ", ".join((f"choose: {choice.exercise}", *_details(choice)))
    yield f"pace: {told.pace}"
    if choices is None:
        yield f"led: {msgspec.json.encode(told).decode()}"


def _details(choice: Choice) -> Iterator[str]:
    if choice.hold_ms is not None:
        yield f"hold {choice.hold_ms // 1000} s"
    if choice.repetitions is not None:
        yield f"{choice.repetitions} time{'' if choice.repetitions == 1 else 's'}"
    if choice.variation is not None:
        yield f"variation {choice.variation}"
    if choice.left_out:
        yield "left out"


def transcript_lines(plan: Script, events: Iterable[Event]) -> list[str]:
    """Run events through pacer and engine; the lines of all that went in and came out."""
    state = State()
    lines: list[str] = []
    for event in events:
        state, cues, sent = advance(plan, state, event.at_ms)
        lines += _by_the_clock(cues, sent)
        state, cues = step(plan, state, event)
        lines += [_event_line(event), *map(_cue_line, cues)]
    while (later := next_event(plan, state)) is not None:
        state, cues, sent = advance(plan, state, later.at_ms)
        lines += _by_the_clock(cues, sent)
    return lines


def _by_the_clock(cues: tuple[Cue, ...], sent: tuple[Event, ...]) -> list[str]:
    both = sorted((*sent, *cues), key=lambda one: (one.at_ms, isinstance(one, Cue)))
    return [
        _cue_line(one) if isinstance(one, Cue) else _event_line(one, BY_THE_CLOCK) for one in both
    ]


def _time(at_ms: int) -> str:
    return f"{at_ms / 1000:9.3f}"


def _cue_line(cue: Cue) -> str:
    return f"{_time(cue.at_ms)}  < {cue.kind.value:<14}  {cue.say}".rstrip()


def _event_line(event: Event, details: str = "") -> str:
    name = str(event.__struct_config__.tag)
    if isinstance(event, Hurts):
        details = ", ".join(str(w) for w in (event.where, event.kind) if w is not None)
    if isinstance(event, FormFault):
        details = ", ".join(word for word in (event.fault, event.side) if word)
    return f"{_time(event.at_ms)}  > {name:<14}  {details}".rstrip()
