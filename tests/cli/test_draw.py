from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Command

SHIPPED = Path(__file__).parents[2] / "src/unpinch/exercises/library"
FOUR = ("knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose")


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


@pytest.mark.parametrize("name", FOUR)
@pytest.mark.parametrize("pose", ["start", "hold"])
def test_every_exercise_is_drawn(command: Command, name: str, pose: str) -> None:
    ended = command("draw", name, "--pose", pose)

    assert ended.code == 0
    assert parsed(ended.out).tag.endswith("svg")


def test_an_alias_is_as_good_as_an_id(command: Command) -> None:
    assert command("draw", "Bird-Dog").out == command("draw", "opposition-stretch").out


def test_the_first_side_is_drawn_unless_another_is_asked_for(command: Command) -> None:
    right = command("draw", "hamstring-stretch", "--side", "right").out

    assert command("draw", "hamstring-stretch").out == right
    assert command("draw", "hamstring-stretch", "--side", "left").out != right


def test_the_variation_and_the_themes(command: Command) -> None:
    both = command("draw", "knees-to-chest", "--variation", "both").out

    assert both == command("draw", "knees-to-chest", "--variation", "both", "--side", "both").out
    assert both != command("draw", "knees-to-chest").out
    assert both != command("draw", "knees-to-chest", "--variation", "both", "--theme", "dark").out


def test_it_is_written_to_a_file(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "figure.svg"

    ended = command("draw", "childs-pose", "-o", file)

    assert (ended.code, ended.out) == (0, f"Child's pose, hold, is in {file}.\n")
    assert parsed(file.read_text("utf-8")).tag.endswith("svg")


def test_a_file_is_drawn_too(command: Command) -> None:
    assert command("draw", SHIPPED / "childs-pose.toml").out == command("draw", "childs-pose").out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["hamstring-strech"], 'did you mean "hamstring-stretch"?'),
        (["knee"], 'did you mean "knees-to-chest"?'),
        (["stretch"], 'did you mean "hamstring-stretch" or "opposition-stretch"?'),
        (["squats"], "there is childs-pose, hamstring-stretch, knees-to-chest and"),
        (["childs-pose", "--side", "left"], "--side: childs-pose has no sides here; leave"),
        (["hamstring-stretch", "--side", "both"], "one side at a time; write left or right."),
        (
            ["knees-to-chest", "--variation", "both", "--side", "left"],
            "--side: knees-to-chest has no sides here",
        ),
        (["knees-to-chest", "--variation", "bth"], 'did you mean "both"?'),
        (["childs-pose", "--variation", "both"], "it has none."),
        (["childs-pose", "--pose", "middle"], "unpinch draw: invalid value for '--pose'"),
        (["childs-pose", "-o", "/nowhere/x.svg"], "/nowhere/x.svg: cannot be written (No such"),
        (["nothere.toml"], "nothere.toml: is not there; check the name."),
        (["childs-pose", "-o", "x.png"], '-o: "x.png" does not end in .svg; write x.svg.'),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(
    command: Command, words: list[str], line: str
) -> None:
    assert line in command("draw", *words).refusal
