"""The command line as typer reads it."""

from collections.abc import Mapping
from importlib import import_module

import typer


def app(first: str, commands: Mapping[str, str]) -> typer.Typer:
    """The command line, with the one command that is asked for, or else with all."""
    whole = typer.Typer(
        name="unpinch",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    whole.callback(help="A home physiotherapy coach, on your own machine.")(_whole)
    for name in [first] if first in commands else commands:
        module, _, function = commands[name].partition(":")
        whole.command(name)(getattr(import_module(module), function))
    return whole


def _whole(
    version: bool = typer.Option(
        False, "--version", help="Say which version this is.", callback=lambda on: _version(on)
    ),
) -> None:
    pass


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # slow, and seldom asked for

        typer.echo(f"unpinch {version('unpinch')}")
        raise typer.Exit
