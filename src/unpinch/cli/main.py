"""The command: finds what was asked for, and turns every refusal into one plain line.

Each command is a module of its own, imported only when it is called, so that
`unpinch serve` does not wait for what the others need. A command without a
name is `serve`. Exit codes: 0 done, 2 refused, 130 stopped with Ctrl-C.
"""

import io
import os
import sys
from collections.abc import Sequence

from unpinch.cli.quick import plain_serve
from unpinch.cli.refusal import lines_of
from unpinch.cli.serve import serve

# The order of `unpinch --help`.
COMMANDS = {
    "serve": "unpinch.cli.opening:serve",
    "exercises": "unpinch.cli.exercises:exercises",
    "programs": "unpinch.cli.programs:programs",
    "plan": "unpinch.cli.plan:plan",
    "check": "unpinch.cli.check:check",
    "draw": "unpinch.cli.draw:draw",
    "print": "unpinch.cli.print:print_program",
    "read": "unpinch.cli.read:read_command",
    "watch": "unpinch.cli.watch:watch",
    "recognise": "unpinch.cli.recognise:recognise",
    "simulate": "unpinch.cli.simulate:simulate",
    "score": "unpinch.cli.score:score",
    "replay": "unpinch.cli.replay:replay",
    "progress": "unpinch.cli.progress:progress",
    "export": "unpinch.cli.keeping:export",
    "backup": "unpinch.cli.keeping:backup",
    "restore": "unpinch.cli.keeping:restore",
    "erase": "unpinch.cli.keeping:erase",
}
_OF_THE_WHOLE = ("--help", "-h", "--version")
_REFUSED, _BROKEN_PIPE, _STOPPED = 2, 1, 130


def run(words: Sequence[str] | None = None) -> int:
    """Do what the words say; the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    _write_utf8()
    if not words or (words[0].startswith("-") and words[0] not in _OF_THE_WHOLE):
        words.insert(0, "serve")
    try:
        code = _do(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as error:
        refused = lines_of(error, words[0])
        if refused is None or os.environ.get("UNPINCH_TRACEBACK"):
            return _our_mistake(error)
        for line in refused:
            _complain(line)
        return _REFUSED
    return code or 0


def _do(words: list[str]) -> int | None:
    asked = plain_serve(words)
    if asked is not None:
        serve(asked)
        return 0
    from unpinch.cli.app import app  # reads every command; slow to load

    code: int | None = app(words[0], COMMANDS)(words, prog_name="unpinch", standalone_mode=False)
    return code


def _write_utf8() -> None:
    """Whatever the system thinks: on Windows a pipe would get the letters of the last century."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _complain(line: str) -> None:
    """On stderr, as one line, whatever was in the words that were given."""
    line = "".join(c if c.isprintable() else " " for c in line).strip()
    sys.stderr.write(line + ("" if line.endswith((".", "?")) else ".") + "\n")


def _pipe_closed() -> int:
    """The reader went away, as `head` does. Python would complain once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _BROKEN_PIPE


def _our_mistake(error: Exception) -> int:
    if os.environ.get("UNPINCH_TRACEBACK"):
        raise error
    _complain(
        f"Unpinch made a mistake ({type(error).__name__}: {error}); "
        "set UNPINCH_TRACEBACK=1 to see where, and report it."
    )
    return 1
