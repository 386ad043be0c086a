"""From a confirmed sheet to files: they read back, and nothing of the sheet is exceeded."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unpinch import exercises
from unpinch.care.movement import POSTURES
from unpinch.exercises.choosing import plan
from unpinch.exercises.reading import read_exercise
from unpinch.figure import draw
from unpinch.handout import read
from unpinch.handout.asking import asks
from unpinch.handout.confirming import ALL, Edit, EntryError, Sitting, edited, settle, undone
from unpinch.handout.posture import NEUTRAL
from unpinch.handout.settled import SIDED
from unpinch.handout.spoken import tidy
from unpinch.handout.writing import NotReadyError, Written, write

SEED = Path(__file__).parents[3] / "shared/seed/000_1813ff4050e29abf.txt"
BRIDGE = """Bridge
Lie on your back with your knees bent. Lift your hips off the floor and squeeze! Hold for
5 seconds, then slowly lower your hips. Repeat 10 times. Stop if your back hurts.
"""
HAMSTRING = """Hamstring stretch
Lie on your back. Straighten your leg and bring it up; grasp the back of the thigh and pull it
closer until you feel a stretch in the back of the leg. Hold for 20 seconds, 5 times on each leg.
"""


def sitting(text: str) -> Sitting:
    return Sitting(text=text, draft=read(text))


def answered(now: Sitting, **answers: str) -> Sitting:
    """Every question answered, by field, or with its first choice."""
    library = exercises.library()
    for _ in range(40):
        open_ones = asks(now, library)
        if not open_ones:
            return now
        ask = open_ones[0]
        given_ = answers.get(ask.field) or (ask.choices[0][0] if ask.choices else "1")
        now = edited(now, Edit(ask.exercise, {ask.field: given_}))
    raise AssertionError("the questions do not end")


def written(now: Sitting) -> Written:
    return write(now, exercises.library(), exercises.programs())


@pytest.mark.skipif(not SEED.exists(), reason="the seed handout is not beside this checkout")
def test_the_seed_handout_asks_its_six_questions_and_gives_the_program() -> None:
    begun = sitting(SEED.read_text("utf-8"))

    asked = [(ask.exercise, ask.field) for ask in asks(begun, exercises.library())]
    files = written(answered(begun, often="regularly"))

    assert asked == [
        (0, "repetitions"), (0, "sides"), (1, "repetitions"), (2, "counted"), (3, "repetitions"),
        (ALL, "often"),
    ]  # fmt: skip
    assert files.exercises == {}
    assert files.program.parts == exercises.programs()["leg-numbness"].parts


def test_a_dose_of_its_own_keeps_our_movement_and_its_place_in_the_safety_rules() -> None:
    files = written(answered(sitting(HAMSTRING)))

    own = files.library["hamstring-stretch-my-sheet"]
    assert own.like == "hamstring-stretch"
    assert not own.neutral
    assert (own.dose.hold_ms.high, own.dose.repetitions.high) == (20_000, 5)
    assert own.accept == exercises.library()["hamstring-stretch"].accept
    assert own.variations == ()


def test_an_unknown_exercise_is_guided_by_its_own_words_without_a_camera() -> None:
    files = written(answered(sitting(BRIDGE), sides="none"))

    own = files.library["bridge"]
    assert own.neutral
    assert own.accept == {}
    assert own.text.move == "Lift your hips off the floor and squeeze."
    assert own.poses["hold"] == NEUTRAL["on the back"]
    assert [(each.says, each.ours) for each in own.cautions] == [
        ("Stop if your back hurts.", False)
    ]


def test_what_the_sheet_warns_of_in_general_stands_with_each_exercise_of_ones_own() -> None:
    begun = sitting(f"Stop if you feel dizzy.\n\n{HAMSTRING}\n{BRIDGE}")
    general = {tidy(span.text) for span in begun.draft.cautions}

    files = written(answered(begun, sides="none"))

    for point in files.program.parts:
        said = {each.says for each in files.library[point.exercise].cautions if not each.ours}
        assert general <= said


def test_how_often_keeps_what_the_sheet_says_of_single_exercises() -> None:
    calf = "Calf stretch\nStand facing a wall. Lean in. Hold 30 seconds, 3 times, twice a day.\n"

    mixed = written(answered(sitting(f"{BRIDGE}\n{calf}"), sides="none", often="on weekdays"))
    alone = written(answered(sitting(calf), sides="none"))

    assert mixed.program.often == "Calf stretch: twice a day; the others: on weekdays"
    assert alone.program.often == "twice a day"


def test_nothing_is_written_while_a_question_is_open() -> None:
    with pytest.raises(NotReadyError):
        written(sitting("Wall sit\nLean against the wall and slide down.\n"))


def test_what_was_answered_can_be_taken_back() -> None:
    begun = sitting(BRIDGE)

    changed = edited(begun, Edit(0, {"hold_ms": "8"}))

    assert settle(changed).exercises[0].hold_ms != settle(begun).exercises[0].hold_ms
    assert undone(changed) == begun


@pytest.mark.parametrize(
    ("field", "typed"),
    [("hold_ms", "long"), ("repetitions", "some"), ("sides", "up"), ("move", "Turn 45 degrees."),
     ("posture", "upside down"), ("name", " "), ("nothing", "1")],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_in_one_line(field: str, typed: str) -> None:
    with pytest.raises(EntryError) as refused:
        edited(sitting(BRIDGE), Edit(0, {field: typed}))

    assert refused.value.field == field
    assert "\n" not in str(refused.value)


def test_every_posture_has_a_figure_that_can_be_drawn() -> None:
    assert set(NEUTRAL) == set(POSTURES)
    for posture in NEUTRAL:
        now = answered(sitting(BRIDGE), sides="none")
        own = written(edited(now, Edit(0, {"posture": posture}))).library["bridge"]
        assert draw(own, "hold", None, theme="light", uid="x").startswith("<svg")


@settings(max_examples=60)
@given(
    hold=st.tuples(st.integers(1, 600), st.integers(1, 600)),
    count=st.tuples(st.integers(1, 100), st.integers(1, 100)),
    sides=st.sampled_from(sorted(SIDED)),
    counted=st.sampled_from(["in total", "on each side"]),
    posture=st.sampled_from(sorted(NEUTRAL)),
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    text=st.sampled_from([BRIDGE, HAMSTRING]),
)
def test_what_is_confirmed_is_what_the_files_say(
    hold: tuple[int, int],
    count: tuple[int, int],
    sides: str,
    counted: str,
    posture: str,
    name: str,
    text: str,
) -> None:
    now = answered(sitting(text))
    changes = {
        "hold_ms": f"{min(hold)} to {max(hold)}",
        "repetitions": f"{min(count)} to {max(count)}",
        "sides": sides,
        "counted": counted,
        "posture": posture,
    }
    try:
        now = edited(now, Edit(0, changes))
        now = edited(now, Edit(0, {"name": name}))
        files = written(now)
    except (EntryError, NotReadyError):
        return

    (point,) = files.program.parts
    own, one = files.library[point.exercise], settle(now).exercises[0]
    dose = own.dose_of(point.variation)
    for file, words in files.exercises.items():
        assert read_exercise(words, file) == files.library[file.removesuffix(".toml")]
    assert (dose.hold_ms, dose.repetitions) == (one.hold_ms, one.repetitions)
    turns = plan(files.program, files.library).turns
    assert all(min(hold) * 1000 <= turn.hold_ms <= max(hold) * 1000 for turn in turns)
    assert point.repetitions <= max(count)
