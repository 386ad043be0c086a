import re
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM, Command

BROKEN = Path(__file__).parents[1] / "exercises/broken"
SHIPPED = Path(__file__).parents[2] / "src/unpinch/exercises"


@pytest.mark.parametrize("name", sorted(path.name for path in (SHIPPED / "library").iterdir()))
def test_every_shipped_exercise_is_fine(command: Command, name: str) -> None:
    ended = command("check", SHIPPED / "library" / name)

    assert ended.code == 0
    assert ended.out.startswith(f"{name} is an exercise, and fine.")
    for part in (
        "hold",
        "What is said",
        "What the camera remarks on",
        "Cautions",
        "our reading",
        "⣀",
    ):
        assert part in ended.out


def test_the_shipped_program_is_fine(command: Command) -> None:
    ended = command("check", SHIPPED / "programs/leg-numbness.toml")

    assert ended.code == 0
    assert ended.out.startswith("leg-numbness.toml is a program, and fine.")


def test_every_slip_of_a_broken_file_is_said_on_its_own_line(command: Command) -> None:
    ended = command("check", BROKEN / "three-slips.toml")

    assert ended.code == 2
    assert not ended.out
    assert ended.err.splitlines() == [
        line
        for line in (BROKEN / "EXPECTED.txt").read_text("utf-8").splitlines()
        if line.startswith("three-slips")
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("quotes-curly.toml", "line 15: these are curly quotation marks"),
        ("name-taken.toml", '"Hamstring Stretch" is taken by hamstring-stretch; change it.'),
        ("program-hold-too-long.toml", "61 s is longer than the handout allows"),
    ],
)
def test_a_broken_file_is_refused(command: Command, name: str, line: str) -> None:
    assert line in command("check", BROKEN / name).refusal


def test_a_program_is_checked_against_the_persons_own_exercises(
    command: Command, own: Path
) -> None:
    program = own / "programs/counter.toml"

    assert '"heel-raise" is not known' in command("check", program).refusal
    assert "is a program, and fine." in command("check", program, "--data", own).out


def test_a_file_with_a_name_that_is_shipped_is_refused(command: Command, tmp_path: Path) -> None:
    copy = tmp_path / "leg-numbness.toml"
    copy.write_text(PROGRAM.replace("heel-raise", "childs-pose").replace('"5 s"', '"15 s"')
                    .replace("6", "2"), "utf-8")  # fmt: skip

    assert command("check", copy).refusal == (
        "leg-numbness.toml: there already is a program leg-numbness; rename the file."
    )


def test_a_copy_of_a_library_file_is_told_in_two_lines_what_to_change(
    command: Command, tmp_path: Path
) -> None:
    shipped = SHIPPED / "library" / "hamstring-stretch.toml"
    copy = tmp_path / "wall-stretch.toml"
    copy.write_bytes(shipped.read_bytes())

    name, aliases = command("check", copy).err.splitlines()
    assert name.endswith('name: "Hamstring stretch" is taken by hamstring-stretch; change it.')
    assert re.search(
        r'"[^"]+" and \d+ more are taken by hamstring-stretch; leave them out', aliases
    )


def test_a_file_that_word_saved_with_a_mark_at_its_head_is_read(
    command: Command, own: Path
) -> None:
    file = own / "exercises/heel-raise.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert command("check", file).code == 0


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "is not there; check the name."),
        (b"\xff\xfe\x00", "is not plain text; save it as UTF-8."),
        (b"#" * 300_000, "is too large to be an exercise or a program."),
    ],
)
def test_what_is_no_such_file_is_refused(
    command: Command, tmp_path: Path, content: bytes | None, line: str
) -> None:
    file = tmp_path / "x.toml"
    if content is not None:
        file.write_bytes(content)

    assert command("check", file).refusal == f"{file}: {line}"
