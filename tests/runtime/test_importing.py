"""Files from somebody else: checked as `unpinch check` does, all taken in or nothing."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import KEEPS_A_FIXTURE
from unpinch.exercises import library
from unpinch.exercises import programs as shipped_programs
from unpinch.exercises.model import Exercise, Program
from unpinch.exercises.writing import exercise_file, program_file
from unpinch.runtime import diary, programs
from unpinch.runtime.importing import MOST_BYTES, ImportingError, TakenIn, take_in
from unpinch.terms.refused import Refused

SHIPPED = shipped_programs()["leg-numbness"]


@pytest.fixture(autouse=True)
def _own_diary(diary: Path, clock: object) -> None:
    """Each test has a folder of its own."""


def bridge(move: str = "Lift your hips.", **more: object) -> Exercise:
    """A guided exercise, as a sheet makes one."""
    pose = library()["childs-pose"]
    made = replace(
        pose, id="bridge", name="Bridge", aliases=(), posture="on the back", neutral=True,
        variations=(), accept={}, form=(), cautions=(), text=replace(pose.text, move=move),
        poses={key: replace(each, glow=()) for key, each in pose.poses.items()},
    )  # fmt: skip
    return replace(made, **more)


def program(*exercises: str, name: str = "From Ana", hold: str = "15 s") -> str:
    head = f'format = 1\nname = "{name}"\nsource = "Ana"\noften = "daily"\n'
    part = '[[part]]\nexercise = "{}"\nhold = "{}"\nrepetitions = 2\n'
    return head + "".join(part.format(each, hold) for each in exercises)


def packed(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        for name, text in files.items():
            pack.writestr(name.replace("__", "/") + ".toml", text)
    return made.getvalue()


def refused(name: str, content: bytes) -> list[str]:
    before = (diary.library(), diary.programs())
    with pytest.raises(Refused) as why:
        take_in(name, content)
    assert (diary.library(), diary.programs()) == before
    return list(why.value.lines)


def test_a_program_by_itself_is_taken_in_and_not_followed() -> None:
    found = take_in("from-ana.toml", program("childs-pose").encode())

    assert [one.id for one in found.programs] == ["from-ana"]
    assert diary.programs()["from-ana"].parts[0].exercise == "childs-pose"
    assert diary.program().id == diary.PROGRAM


def test_what_was_taken_along_comes_back_as_it_was() -> None:
    sent = packed(exercises__bridge=exercise_file(bridge()), programs__mine=program("bridge"))
    take_in("mine.zip", sent)
    before = (diary.programs()["mine"], diary.library()["bridge"])

    again = take_in("mine.zip", programs.packed("mine"))

    assert again == TakenIn((), ())
    assert (diary.programs()["mine"], diary.library()["bridge"]) == before


def test_an_exercise_that_was_edited_stands_beside_the_one_that_is_there() -> None:
    first = packed(exercises__bridge=exercise_file(bridge()), programs__mine=program("bridge"))
    take_in("mine.zip", first)

    edited = exercise_file(bridge("Lift your hips slowly."))
    found = take_in("mine.zip", packed(bridge=edited, mine=program("bridge", name="Mine")))

    (exercise,), (made,) = found.exercises, found.programs
    assert (exercise.id, exercise.name, exercise.like) == ("bridge-2", "Bridge 2", "bridge")
    assert (made.id, made.parts[0].exercise) == ("mine-2", "bridge-2")
    assert diary.programs()["mine"].parts[0].exercise == "bridge"


def test_one_of_ours_that_was_edited_is_judged_as_ours() -> None:
    longer = exercise_file(library()["childs-pose"]).replace("15 s to 30 s", "15 s to 45 s")

    found = take_in("childs-pose.toml", longer.encode())

    (exercise,) = found.exercises
    assert (exercise.id, exercise.like) == ("childs-pose-2", "childs-pose")
    assert diary.library()["childs-pose"] == library()["childs-pose"]


def test_a_name_that_is_taken_gets_a_number() -> None:
    found = take_in("holidays.toml", program("childs-pose", name=SHIPPED.name).encode())

    assert found.programs[0].name == "Numbness in the leg 2"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        (
            "x.toml",
            program("childs-pose", hold="90 s").encode(),
            "x.toml, [[part]] 1 hold: 90 s is longer than the handout allows, 15 s to 30 s; "
            "choose 30 s or less.",
        ),
        (
            "x.toml",
            program("bridge").encode(),
            'x.toml, [[part]] 1 exercise: "bridge" is not known; write "childs-pose", '
            '"knees-to-chest", "opposition-stretch" or "hamstring-stretch".',
        ),
        ("x.toml", b"hold: 30", 'x.toml, line 1: there is a colon after "hold"; '
         "write hold = and the value."),
        ("x.toml", b"\xff\xfe\x00", "x.toml is not plain text; save it as UTF-8."),
        ("x.pdf", b"%PDF-1.7", "x.pdf is neither a .toml nor a .zip with such files in it. "
         "Choose a file that was taken along from here."),
        ("x.zip", packed(), "x.zip is neither a .toml nor a .zip with such files in it. "
         "Choose one that was taken along from here."),
        ("x.zip", packed(a__one="x = 1", b__one="x = 1"),
         "x.zip has two files one.toml; rename one of them."),
        ("x.toml", b" " * (MOST_BYTES + 1), "x.toml has 1.0 MB, and 1 MB is the most "
         "for programs and exercises. Choose another file."),
        ("x.toml", b"#" * 300_000, "x.toml is too large to be an exercise or a program."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_clear_line_and_nothing_is_written(
    name: str, content: bytes, line: str
) -> None:
    (found,) = refused(name, content)

    assert sorted(found) == sorted(line) if "is not known; write" in line else found == line


def test_one_broken_file_keeps_the_whole_pack_out() -> None:
    broken = exercise_file(bridge()).replace('hold = "15 s to 30 s"', 'hold = "15"')

    lines = refused("x.zip", packed(a=program("childs-pose"), bridge=broken))

    assert lines == ['bridge.toml, [dose] hold: "15" has no unit; write "15 s".']


def test_an_exercise_that_cannot_be_drawn_is_refused() -> None:
    pose = library()["childs-pose"]
    bent = {key: replace(each, angles={"hip_flexion": 200}) for key, each in pose.poses.items()}

    assert refused("x.toml", exercise_file(bridge(poses=bent, neutral=False)).encode())


def test_a_zip_that_unpacks_to_far_more_is_refused_before_it_is_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("bomb.toml", b"#" * 500_000_000)

    assert refused("x.zip", made.getvalue()) == [
        "bomb.toml is too large to be an exercise or a program."
    ]


def test_a_path_in_a_zip_leads_nowhere_else(diary: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        pack.writestr("../../../outside.toml", program("childs-pose"))
        pack.writestr("__MACOSX/._outside.toml", b"\x00")

    take_in("x.zip", made.getvalue())

    assert (diary / "programs/outside.toml").exists()
    assert not list(diary.parent.glob("outside.toml"))


def test_a_file_with_a_name_without_end_gets_a_short_one() -> None:
    found = take_in(f"{'x' * 180}.toml", exercise_file(bridge()).encode())

    assert found.exercises[0].id == "bridge"


@settings(max_examples=60, suppress_health_check=KEEPS_A_FIXTURE)
@given(st.binary(max_size=300), st.integers(0, 5_000), st.sampled_from(["x.zip", "x.toml"]))
def test_any_damage_is_refused_in_words(noise: bytes, at: int, name: str) -> None:
    whole = packed(exercises__bridge=exercise_file(bridge()), programs__mine=program("bridge"))
    lines: tuple[str, ...] = ()
    try:
        take_in(name, whole[:at] + noise + whole[at + len(noise) :])
    except Refused as why:
        lines = why.lines
    assert all(line and line.isprintable() for line in lines)


def test_the_same_file_twice_changes_nothing_the_second_time() -> None:
    made: Program = replace(SHIPPED, id="mine", name="Mine")
    take_in("mine.toml", program_file(made).encode())

    assert take_in("mine.toml", program_file(made).encode()) == TakenIn((), ())
    assert set(diary.programs()) == {diary.PROGRAM, "mine"}
    assert ImportingError("x").lines == ("x",)
