"""The diary as the pages use it: settings, choices, what is due, what was done. Synchronous."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID, uuid4

import msgspec

from unpinch import exercises
from unpinch.exercises.choosing import Choice, at_least
from unpinch.exercises.choosing import plan as plan_of
from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.plan import Plan
from unpinch.exercises.reading import read_exercise
from unpinch.journal.day import day_of, week_until
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Session, sessions
from unpinch.journal.store import shelf
from unpinch.runtime import clock
from unpinch.runtime.own_files import (
    Stamp,
    exercises_away,
    exercises_away_stamp,
    own_files,
    own_files_stamp,
)

PROGRAM = "leg-numbness"
TRIAL = "trial-hold"  # the program of a session that is one single hold (trial.py)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the person wants to be led. `voice` is a voice's name; empty: the page picks one."""

    voice: str = ""
    rate: float = 0.95
    speech: bool = True
    tones: bool = True
    vibration: bool = True
    flash: bool = True
    pace: str = "calm"
    text_size: str = "normal"
    theme: str = "auto"
    camera: bool = False  # on from the beginning of each session
    which_camera: str = ""  # a camera's name; empty: the one that looks at the person
    record: bool = False  # keep the landmarks


class Followed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which program the person follows from now on."""

    program: str


class Changed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """These exercises of a program have other doses now; choices made before are over."""

    program: str
    exercises: tuple[str, ...]


class Day(msgspec.Struct, frozen=True):
    """One of the person's days and its sessions."""

    day: date
    sessions: tuple[Session, ...]


class Today(msgspec.Struct, frozen=True):
    """What the first page says. Trial holds of the week stand apart: they are no session done."""

    now: datetime
    day: date
    done_today: tuple[Session, ...]
    week: tuple[Day, ...]
    last: Session | None
    running: Session | None
    trials: tuple[Session, ...] = ()


def settings() -> Settings:
    """The settings in force; the first ones if nothing was ever chosen."""
    entry = shelf.newest(Kind.SETTINGS)
    return msgspec.json.decode(entry.body, type=Settings) if entry else Settings()


def change_settings(new: Settings) -> None:
    """From now on these settings."""
    write(Kind.SETTINGS, new)


def choices() -> tuple[Choice, ...]:
    """The points the person chose inside the handout's ranges, of the program that is followed."""
    return choices_of(program())


def choices_of(one: Program) -> tuple[Choice, ...]:
    """The points the person chose inside the ranges when they followed this program."""
    there = {point.exercise for point in one.parts}
    return tuple(choice for choice in _latest(one.id) if choice.exercise in there)


def _latest(following: str) -> tuple[Choice, ...]:
    """Of years of choices only the newest is looked at, unless the program was changed since."""
    chosen = shelf.newest(Kind.CHOICES)
    if chosen is None:
        return ()
    since = [one.at for kind in (Kind.PROGRAM, Kind.POINTS) if (one := shelf.newest(kind))]
    if followed_now() == following and all(chosen.at > at for at in since):
        return msgspec.json.decode(chosen.body, type=tuple[Choice, ...])
    entries = shelf.all_of(Kind.CHOICES, Kind.PROGRAM, Kind.POINTS)
    return chosen_by_program(entries).get(following, ())


def chosen_by_program(entries: Iterable[Entry]) -> dict[str, tuple[Choice, ...]]:
    """The latest choices of each program: they belong to the one that was followed then."""
    current, found = PROGRAM, dict[str, tuple[Choice, ...]]()
    for entry in entries:
        if entry.kind is Kind.PROGRAM:
            current = msgspec.json.decode(entry.body, type=Followed).program
        elif entry.kind is Kind.POINTS:
            new = msgspec.json.decode(entry.body, type=Changed)
            there = found.get(new.program, ())
            found[new.program] = tuple(_over(there, new.exercises))
        else:
            found[current] = msgspec.json.decode(entry.body, type=tuple[Choice, ...])
    return found


def _over(there: Iterable[Choice], changed: tuple[str, ...]) -> Iterator[Choice]:
    """What still counts of these choices; an exercise that was left out stays out."""
    for choice in there:
        if choice.exercise not in changed:
            yield choice
        elif choice.left_out:
            yield Choice(exercise=choice.exercise, left_out=True)


def choose(new: tuple[Choice, ...]) -> None:
    """From now on these points. Raises `ChoiceError` if one is outside the handout."""
    following = program()
    plan_of(following, library(), new, settings().pace)
    if followed_now() != following.id:
        follow(following.id)  # the file of the other one is gone
    write(Kind.CHOICES, new)


def library() -> dict[str, Exercise]:
    """Every exercise there is, the person's own files too."""
    return _files(own_files_stamp())[0]


def programs() -> dict[str, Program]:
    """Every program there is, the person's own files too."""
    return _files(own_files_stamp())[1]


@lru_cache(maxsize=1)
def _files(_stamp: Stamp) -> tuple[dict[str, Exercise], dict[str, Program]]:
    """Read again only when a file has changed."""
    own = own_files()
    there = exercises.library(own.exercises)
    return there, exercises.programs(own.programs, there)


def known() -> dict[str, Exercise]:
    """Every exercise there is, and those that were taken away: the diary speaks of them still,
    and what the safety rules hold against one of them holds for all that are like it.
    """
    return {**library(), **exercises_taken_away()}


def exercises_taken_away() -> dict[str, Exercise]:
    """What can be put back; a file that cannot be read any more, or has a twin, is none."""
    there = library()
    return {each: one for each, one in _away(exercises_away_stamp()).items() if each not in there}


@lru_cache(maxsize=1)
def _away(_stamp: Stamp) -> dict[str, Exercise]:
    found = {}
    for file, text in exercises_away().items():
        with suppress(exercises.FileError):
            one = read_exercise(text, file)
            found[one.id] = one
    return found


def shipped_exercises() -> dict[str, Exercise]:
    """The exercises that come with Unpinch."""
    return exercises.library()


def shipped_program() -> Program:
    """The program of the handout that Unpinch was made for."""
    return exercises.programs()[PROGRAM]


def program() -> Program:
    """The program that is followed; the shipped one if none was chosen or its file is gone."""
    there = programs()
    return there.get(followed_now(), there[PROGRAM])


def followed_now() -> str:
    """The id of the program that was chosen, whether its file is still there or not."""
    entry = shelf.newest(Kind.PROGRAM)
    return msgspec.json.decode(entry.body, type=Followed).program if entry else PROGRAM


def follow(number: str) -> None:
    """From now on this program. Raises `KeyError` if there is none of this id."""
    write(Kind.PROGRAM, Followed(programs()[number].id))


def changed(number: str, exercises: tuple[str, ...]) -> None:
    """These exercises of a program have got other doses: choices made before count no more."""
    if exercises:
        write(Kind.POINTS, Changed(number, exercises))


def plan() -> Plan:
    """Today's plan: the program at the points that were chosen. Raises `ChoiceError`."""
    return plan_of(program(), library(), choices(), settings().pace)


def least_plan() -> Plan:
    """Today's plan at the low end of the handout's ranges. Raises `ChoiceError`."""
    following, there = program(), library()
    return plan_of(following, there, at_least(following, there, choices()), settings().pace)


def today() -> Today:
    """What is due, what was done today and in the last seven days."""
    now = clock.local_now()
    week = week_until(day_of(now))
    told = sessions(shelf.sessions_since(week[0]))
    newest = told[-1] if told else _last_session()
    running = newest if newest and newest.ending == "open" and newest.day == week[-1] else None
    own = tuple(s for s in told if s.program != TRIAL)
    days = tuple(Day(day, tuple(s for s in own if s.day == day)) for day in week)
    return Today(
        now=now,
        day=week[-1],
        done_today=days[-1].sessions,
        week=days,
        last=own[-1] if own else _last_session(),
        running=running,
        trials=tuple(s for s in told if s.program == TRIAL),
    )


def session(number: UUID) -> Session | None:
    """One session of the diary."""
    return next(iter(sessions(shelf.of_session(number))), None)


def _last_session() -> Session | None:
    newest = shelf.newest_session()
    return session(newest) if newest else None


def write(
    kind: Kind, body: object, *, key: UUID | None = None, of_session: UUID | None = None
) -> bool:
    """Append one entry, now. False if an entry with this key was already there."""
    return shelf.append(
        Entry(
            key=key or uuid4(),
            kind=kind,
            at=clock.now(),
            day=day_of(clock.local_now()),
            session=of_session,
            body=msgspec.Raw(msgspec.json.encode(body)),
        )
    )
