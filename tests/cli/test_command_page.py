"""docs/command.md has every command and every option, and its examples work."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_group

from tests.cli.conftest import Command
from unpinch.cli.app import app
from unpinch.cli.main import COMMANDS

PAGE = (Path(__file__).parents[2] / "docs/command.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## unpinch (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = re.findall(r"^unpinch (plan .*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_is_explained(name: str) -> None:
    options = [
        word for each in get_group(app(name, COMMANDS)).commands[name].params for word in each.opts
    ]

    assert name in SECTIONS
    assert [word for word in options if word[0] == "-" and word not in SECTIONS[name]] == []


def test_the_page_explains_no_command_that_is_not_there() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_work(command: Command, example: str) -> None:
    assert command(*shlex.split(example)).code == 0
