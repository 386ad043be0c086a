"""Every way to refuse, as plain lines that say what, where and what to do."""

from typing import TYPE_CHECKING

from unpinch.terms.refused import Refused

if TYPE_CHECKING:
    import typer


class Refusal(Refused):
    """One line: what cannot be done, and what can."""


def lines_of(error: Exception, command: str) -> tuple[str, ...] | None:
    """The lines to show; None if this is no refusal but a mistake of ours."""
    if isinstance(error, Refused):
        return error.lines
    import typer  # slow to load, and only a slip in the words needs it

    return (_usage(error, command),) if isinstance(error, typer.TyperException) else None


def _usage(error: "typer.TyperException", command: str) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else f"unpinch {command}"
    what = error.format_message().strip().rstrip(".").replace("Value error, ", "")
    end = "" if what.endswith("?") else "."
    return f'{path}: {what[:1].lower()}{what[1:]}{end} "{path} --help" shows what there is.'
