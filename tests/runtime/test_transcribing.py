"""A session of the diary as a transcript, and the same session from it again."""

from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from tests.conftest import Clock
from tests.session.plans import plan as small_plan
from unpinch.exercises.choosing import Choice
from unpinch.exercises.plan import Plan
from unpinch.journal.entry import Kind
from unpinch.runtime import diary as book
from unpinch.runtime.keeping import KeepingError
from unpinch.runtime.live import Live
from unpinch.runtime.transcribing import write_transcript
from unpinch.session import script
from unpinch.session.transcript import read_transcript, transcript_lines
from unpinch.terms.event import Event, FormFault, Hurts, PainKind, PainPlace, Started
from unpinch.terms.side import Side

EVENTS: tuple[Event, ...] = (
    Started(0),
    FormFault(30_123, "knee bent", Side.RIGHT),
    Hurts(50_007, where=PainPlace.THIGH, kind=PainKind.STRETCH),
)


def done(plan: Plan, clock: Clock, *, ended: bool = True) -> Live:
    """A session in the diary, as the coach writes one down."""
    number = uuid4()
    book.write(Kind.SESSION_STARTED, plan, of_session=number)
    live = Live.begun(number, plan)
    for event in EVENTS:
        book.write(Kind.SESSION_EVENT, event, of_session=number)
        live.apply(event)
    clock.pass_ms(20 * 60_000)
    live.catch_up()
    if ended:
        book.write(Kind.SESSION_ENDED, live.summary(), of_session=number)
    return live


@pytest.mark.parametrize(
    "choices",
    [
        (),
        (Choice(exercise="knees-to-chest", hold_ms=20_000, repetitions=2, variation="both"),),
        (
            Choice(exercise="childs-pose", repetitions=3),
            Choice(exercise="opposition-stretch", left_out=True),
        ),
    ],
)
def test_what_replay_plays_is_what_was_led(
    diary: Path, clock: Clock, tmp_path: Path, choices: tuple[Choice, ...]
) -> None:
    book.choose(choices)
    live = done(book.plan(), clock)
    file = tmp_path / "session.txt"

    write_transcript(None, file)

    told = read_transcript(file.read_text("utf-8"))
    assert told.events == EVENTS
    assert told.led is None, "the choices alone give this plan"
    assert {one.exercise for one in told.choices} == {one.exercise for one in choices}
    assert [*told.lines] == transcript_lines(script(live.plan), EVENTS)


def test_a_plan_that_no_choices_give_is_carried_whole(
    diary: Path, clock: Clock, tmp_path: Path
) -> None:
    today = book.plan()
    words = msgspec.structs.replace(today.parts[0].words, move="Changed for safety.")
    part = msgspec.structs.replace(today.parts[0], words=words)
    changed = msgspec.structs.replace(today, parts=(part, *today.parts[1:]))
    for number, plan in enumerate((changed, small_plan())):
        done(plan, clock)
        file = tmp_path / f"{number}.txt"

        write_transcript(None, file)

        told = read_transcript(file.read_text("utf-8"))
        assert told.led == plan
        assert [*told.lines] == transcript_lines(script(plan), told.events)


def test_a_session_is_named_by_its_day_or_by_how_its_id_begins(
    diary: Path, clock: Clock, tmp_path: Path
) -> None:
    first = done(book.plan(), clock)
    second = done(book.plan(), clock)
    clock.pass_days(1)
    done(book.plan(), clock)

    told = write_transcript(str(first.id)[:13], tmp_path / "id.txt")
    assert told.id == first.id
    assert write_transcript("2026-11-23", tmp_path / "day.txt").day.day == 23
    with pytest.raises(KeepingError, match=f'"2026-11-22" is several; .*{str(second.id)[:8]}'):
        write_transcript("2026-11-22", tmp_path / "two.txt")
    with pytest.raises(KeepingError, match='"yesterday" is no session of the diary; write its day'):
        write_transcript("yesterday", tmp_path / "none.txt")
    assert not (tmp_path / "two.txt").exists()


def test_one_that_was_left_open_says_how_far_it_got(
    diary: Path, clock: Clock, tmp_path: Path
) -> None:
    done(book.plan(), clock, ended=False)

    write_transcript(None, tmp_path / "open.txt")

    text = (tmp_path / "open.txt").read_text("utf-8")
    assert "# It was left open at 50.0 s; the rest would have come.\n" in text


def test_an_empty_diary_and_a_file_that_is_there_are_refused(
    diary: Path, clock: Clock, tmp_path: Path
) -> None:
    with pytest.raises(KeepingError, match="no session yet"):
        write_transcript(None, tmp_path / "session.txt")
    done(book.plan(), clock)
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(KeepingError, match="is there already"):
        write_transcript(None, tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"
