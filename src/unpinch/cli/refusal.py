"""Every way to refuse, as plain lines that say what, where and what to do."""

from typing import TYPE_CHECKING, Any

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


def _in_plain_words(error: "typer.TyperException") -> None:
    """Typer hands on what its library says of a number: that is for programmers."""
    slips: list[dict[str, Any]] = getattr(error.__cause__, "errors", list)()
    if slips and (says := _SAYS.get(slips[0]["type"])):
        most = next(iter(slips[0].get("ctx", {}).values()), "")
        given = str(slips[0]["input"])
        error.message = says.format(
            given=given[:_LONGEST] + "..." * (len(given) > _LONGEST), to=most
        )


_LONGEST = 40
_SAYS = {
    "int_parsing": '"{given}" is not a whole number',
    "int_parsing_size": '"{given}" is not a whole number',
    "float_parsing": '"{given}" is not a number',
    "greater_than_equal": "{given} is too little, {to:g} is the least",
    "less_than_equal": "{given} is too much, {to:g} is the most",
}


def _usage(error: "typer.TyperException", command: str) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else f"unpinch {command}"
    _in_plain_words(error)
    what = error.format_message().strip().rstrip(".").replace("Value error, ", "")
    end = "" if what.endswith("?") else "."
    return f'{path}: {what[:1].lower()}{what[1:]}{end} "{path} --help" shows what there is.'
