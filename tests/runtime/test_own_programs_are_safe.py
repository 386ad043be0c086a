"""No program of one's own gets round a lock, a blocked exercise or an exercise's range.

Programs are put together at random of ours and of the person's own exercises, then changed,
copied, renamed and followed; any answers are given. Then what a session would lead is looked at.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests import conftest
from tests.answered import WORSE_WITH_BENDING, answer_no, answer_yes_to
from tests.conftest import KEEPS_A_FIXTURE, Clock
from unpinch import exercises
from unpinch.care.allowed import Allowed, Blocked, Modified, Ruling, allowed_exercises
from unpinch.care.movement import movement
from unpinch.care.response_rules import response_rules
from unpinch.care.rules import safety_rules
from unpinch.care.stops import Stop
from unpinch.exercises import composing as making
from unpinch.exercises.choosing import Choice, ChoiceError
from unpinch.exercises.composing import ComposeError, Typed, TypedPart
from unpinch.exercises.model import Exercise
from unpinch.exercises.writing import exercise_file
from unpinch.journal.decisions import StopRecord
from unpinch.journal.entry import Kind
from unpinch.runtime import composing, diary, judged, own_exercises, programs, safety
from unpinch.runtime.importing import take_in
from unpinch.runtime.own_exercises import OwnExerciseError
from unpinch.runtime.own_files import own_folder
from unpinch.terms.dose import Range

LIBRARY = exercises.library()
ITEMS = sorted({item for row in safety_rules().conditions for item in row.when})
LOCKING = sorted(item.id for item in safety_rules().items if item.tier.locks)


def own(of: str, name: str, **more: object) -> Exercise:
    """An exercise of the person's own with the movement of one of ours."""
    plain = replace(LIBRARY[of], id=name.lower().replace(" ", "-"), name=name, aliases=())
    ways = tuple(replace(one, aliases=()) for one in plain.variations)
    return replace(plain, variations=ways, **more)


SHORTER = replace(LIBRARY["hamstring-stretch"].dose, hold_ms=Range(10_000, 20_000))
OWN = {
    one.id: one
    for one in (
        own("hamstring-stretch", "My hamstring", like="hamstring-stretch", dose=SHORTER),
        own("knees-to-chest", "Unnamed", like=""),  # ours, but for its name
        own("childs-pose", "In disguise", like="opposition-stretch"),  # drawn as it is not called
        own("childs-pose", "Copy of a copy", like="my-fold"),
        own("childs-pose", "My fold", like="childs-pose"),
        own("childs-pose", "Guided", neutral=True, accept={}, form=(), cautions=()),
    )
}
ALL = sorted([*LIBRARY, *OWN])
STRICT = {Allowed: 0, Modified: 1, Blocked: 2}


def strictness(ruling: Ruling) -> int:
    return STRICT[type(ruling)]


typings = st.one_of(st.integers(0, 130).map(str), st.sampled_from(["15", "30", "3", "20", "2 min"]))
parts = st.builds(
    TypedPart,
    exercise=st.sampled_from(ALL),
    hold=typings,
    repetitions=typings,
    variation=st.sampled_from(["main", "both"]),
    note=st.sampled_from(["", "Breathe out.", "Hold 60 s."]),
)
steps = st.one_of(
    st.tuples(st.just("type"), parts),
    st.tuples(st.sampled_from(["up", "down", "out", "add"]), st.sampled_from(ALL)),
    st.tuples(st.sampled_from(["copy", "rename", "undo", "again"]), st.just("")),
    st.tuples(st.sampled_from(["delete", "put back"]), st.sampled_from(sorted(OWN))),
    st.tuples(st.just("choose"), st.builds(
        Choice, exercise=st.sampled_from(ALL), hold_ms=st.integers(0, 130_000),
        repetitions=st.integers(0, 30), left_out=st.booleans(),
    )),
)  # fmt: skip


def do(now: str, step: str, about: object) -> str:
    """One step of somebody who tries everything; which program it is about then."""
    typed = making.typed(programs.as_led(now))
    match step, about:
        case "copy", _:
            return programs.duplicate(now).id
        case "rename", _:
            programs.rename(now, f"Also {now}"[:40])
        case "undo", _:
            composing.take_back(now)
        case "again", _:
            found = take_in("x.zip", programs.packed(now)).programs
            return found[0].id if found else now
        case "delete", str():
            own_exercises.take_away(about)
        case "put back", str():
            own_exercises.put_back(about)
        case "choose", Choice():
            diary.follow(now)
            diary.choose((about,))
        case _:
            composing.change(now, _typed(typed, step, about))
    return now


def _exercise(about: object) -> str:
    return about.exercise if isinstance(about, TypedPart) else str(about)


def _typed(typed: Typed, step: str, about: object) -> Typed:
    match step, about:
        case "type", TypedPart():
            others = tuple(one for one in typed.parts if one.exercise != about.exercise)
            return replace(typed, parts=(*others, about))
        case "add", str():
            return making.with_exercise(typed, diary.library()[about])
        case "out", str():
            return making.without(typed, about)
        case _:
            return making.moved(typed, str(about), -1 if step == "up" else 1)


@settings(max_examples=60, suppress_health_check=KEEPS_A_FIXTURE)
@given(st.lists(steps, max_size=8), st.lists(st.sampled_from(ITEMS), max_size=2, unique=True),
       st.booleans())  # fmt: skip
def test_whatever_is_done_to_a_program_its_session_stays_within(
    diary_folder: Path, many: list[tuple[str, object]], yes: list[str], locked: bool
) -> None:
    conftest._empty()
    for one in OWN.values():
        (own_folder("exercises") / f"{one.id}.toml").write_text(exercise_file(one), "utf-8")
    now = composing.begin("Mine", ["childs-pose", "in-disguise"]).id
    for step, about in many:
        if step in ("type", "add") and _exercise(about) not in diary.library():
            continue  # the page drops what is gone
        try:
            now = do(now, step, about)
        except (ComposeError, ChoiceError, programs.ProgramError, OwnExerciseError):
            continue
    diary.follow(now)
    answer_yes_to(*yes, *(LOCKING[:1] if locked else ()), locks=locked)

    if locked:
        with pytest.raises(safety.LockedError):
            safety.plan_to_start()
        return
    try:
        plan = safety.plan_to_start()
    except (safety.NothingLeftError, ChoiceError):  # left out by the answers, or by the person
        return
    _is_within_every_dose(plan.turns)
    _has_nothing_that_is_blocked([part.exercise for part in plan.parts])


def _is_within_every_dose(turns: tuple) -> None:  # type: ignore[type-arg]
    library = diary.library()
    for turn in turns:
        exercise = library[turn.exercise]
        doses = [exercise.dose, *(one.dose for one in exercise.variations)]
        assert any(turn.hold_ms in dose.hold_ms for dose in doses)
        assert turn.hold_ms <= turn.ceiling_ms
        assert turn.of <= max(dose.repetitions.high for dose in doses)


def _has_nothing_that_is_blocked(led: list[str]) -> None:
    """By the row it belongs to, and by what it does: neither may be blocked."""
    records, library = safety.records(), diary.library()
    for each in led:
        one = library[each]
        row = judged.row_of(each)
        poses = None if one.neutral else [pose.angles for pose in one.poses.values()]
        by_movement = movement("any", one.posture, poses)
        found = allowed_exercises(records, [row, by_movement] if row in LIBRARY else [by_movement])
        blocked = {name for name, ruling in found.items() if isinstance(ruling, Blocked)}
        exempt = {"any"} if row in LIBRARY and _drawn_alike(one, LIBRARY[row]) else set()
        assert not blocked - exempt, (each, blocked)


def _drawn_alike(one: Exercise, ours: Exercise) -> bool:
    return (one.posture, one.neutral) == (ours.posture, ours.neutral) and all(
        one.poses[pose].angles == ours.poses[pose].angles for pose in ("start", "hold")
    )


@pytest.fixture
def diary_folder(diary: Path, clock: Clock) -> Path:
    return diary


@pytest.fixture
def all_of_them(diary_folder: Path) -> None:
    for one in OWN.values():
        (own_folder("exercises") / f"{one.id}.toml").write_text(exercise_file(one), "utf-8")
    composing.begin("Everything", ALL)
    diary.follow("everything")


@pytest.mark.parametrize("item", ITEMS)
def test_an_own_exercise_is_never_freer_than_the_one_it_is_like(
    all_of_them: None, item: str
) -> None:
    answer_yes_to(item)
    rulings = safety.standing().rulings

    for one in OWN.values():
        row = judged.row_of(one.id)
        if row in LIBRARY:
            assert strictness(rulings[one.id]) >= strictness(rulings[row]), one.id


@pytest.mark.parametrize("item", ITEMS)
def test_a_name_that_is_borrowed_frees_no_movement(all_of_them: None, item: str) -> None:
    answer_yes_to(item)
    disguised = OWN["in-disguise"]
    poses = [pose.angles for pose in disguised.poses.values()]
    as_drawn = movement("any", disguised.posture, poses)

    ruling = safety.standing().rulings["in-disguise"]

    drawn = allowed_exercises(safety.records(), [as_drawn])["any"]
    assert strictness(ruling) >= strictness(drawn)


def test_worse_with_bending_leaves_out_everything_that_bends(all_of_them: None) -> None:
    answer_yes_to(WORSE_WITH_BENDING)

    assert [part.exercise for part in safety.plan_to_start().parts] == [
        "hamstring-stretch", "my-hamstring", "opposition-stretch",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stopped", "reached"),
    [
        ("childs-pose", {"childs-pose", "my-fold", "copy-of-a-copy"}),
        ("copy-of-a-copy", {"childs-pose", "my-fold", "copy-of-a-copy"}),
        ("hamstring-stretch", {"hamstring-stretch", "my-hamstring"}),
        ("guided", {"guided"}),
        ("gone", {"gone"}),
    ],
)
def test_a_stop_reaches_every_copy_of_the_movement(
    all_of_them: None, stopped: str, reached: set[str]
) -> None:
    stop = Stop("any", stopped, "It hurt.", None, safety.this_day(), ())

    assert {one.exercise for one in judged.reaching([stop])} == reached


@pytest.mark.parametrize("stopped", [*LIBRARY, *OWN])
def test_no_copy_of_what_was_stopped_is_led(all_of_them: None, stopped: str) -> None:
    answer_no()
    stop = Stop("R6b", stopped, "It hurt.", None, safety.this_day(), ())
    before = {part.exercise for part in safety.plan_to_start().parts}
    alike = {each for each in before if judged.row_of(each) == judged.row_of(stopped)}
    assert stopped in alike

    diary.write(Kind.STOPPED, StopRecord(stop, response_rules().rules))

    now = safety.standing()
    assert {each for each, one in now.rulings.items() if isinstance(one, Blocked)} == alike
    assert {part.exercise for part in safety.plan(now).parts} == before - alike


@pytest.mark.parametrize("deleted", ["copy-of-a-copy", "my-fold"])
def test_a_stop_reaches_every_copy_when_one_of_them_is_deleted(
    all_of_them: None, deleted: str
) -> None:
    composing.begin("Others", ["childs-pose"])
    diary.follow("others")
    programs.take_away("everything")
    own_exercises.take_away(deleted)
    stop = Stop("any", "copy-of-a-copy", "It hurt.", None, safety.this_day(), ())

    assert {"childs-pose", "my-fold", "copy-of-a-copy"} <= {
        one.exercise for one in judged.reaching([stop])
    }


def test_exercises_that_name_each_other_end_no_session(all_of_them: None) -> None:
    for one, other in (("guided", "my-fold"), ("my-fold", "guided")):
        text = exercise_file(replace(OWN[one], like=other))
        (own_folder("exercises") / f"{one}.toml").write_text(text, "utf-8")
    answer_no()

    assert judged.row_of("guided") == judged.row_of("my-fold")
    assert safety.plan_to_start().parts
