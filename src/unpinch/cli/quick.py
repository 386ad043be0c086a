"""The usual ways to say `serve`, read without loading what reads all the others.

A person waits for the first page; typer alone takes a sixth of that time. What
this cannot read, help and slips above all, goes the ordinary way. A test holds
that both ways understand the same.
"""

from pathlib import Path

from unpinch.cli.serve import LAST_PORT, PORT, Serving

_FLAGS = ("--no-browser", "--lan")


def plain_serve(words: list[str]) -> Serving | None:
    """What `serve` was asked for; None if the words need the ordinary way."""
    if words[0] != "serve":
        return None
    asked = Serving(host=None, port=PORT, browser=True, data=None)
    rest = iter(words[1:])
    for word in rest:
        value = "" if word in _FLAGS else next(rest, "")
        match word:
            case "--no-browser":
                asked = asked._replace(browser=False)
            case "--lan":
                asked = asked._replace(lan=True)
            case "--host" if _is_value(value):
                asked = asked._replace(host=value)
            case "--port" if _is_port(value):
                asked = asked._replace(port=int(value))
            case "--data" if _is_value(value):
                asked = asked._replace(data=Path(value))
            case _:
                return None
    return asked


def _is_port(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 7 and int(word) <= LAST_PORT


def _is_value(word: str) -> bool:
    return bool(word) and not word.startswith("-")
