"""Handouts as files: .txt, .md, .html, .docx and .pdf to plain text for the reader.

The files come from anywhere, so they are read in a child process with little time and memory; one
that is built to break its reader breaks only that. Lines, lists, headings and rows of tables are
kept as the reader wants them: "## Name", "- item", "1. item", "cell | cell".
"""

import subprocess
import sys
from pathlib import Path

import msgspec

from unpinch.runtime.extraction.found import Answer, Found
from unpinch.terms.refused import Refused

MOST_BYTES = 25_000_000
_SECONDS = 20  # and 10 of the processor's, where that can be limited
_CHILD = "unpinch.runtime.extraction.child"
_SMALLER = "save the pages with the exercises as a smaller file"


class ExtractError(Refused):
    """One line: which file, why it cannot be read, what to do."""


def extract(path: Path) -> Found:
    """The text of a file. Raises ExtractError."""
    try:
        if not path.is_file():
            raise ExtractError(_not_a_file(path))
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExtractError(f"{path}: cannot be read ({reason}).") from error
    if size > MOST_BYTES:
        raise ExtractError(f"{path}: {_too_large(size)}")
    return extract_bytes(data, str(path))


def extract_standard_input() -> Found:
    """The text of what is piped in. Raises ExtractError."""
    return extract_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), "standard input")


def extract_bytes(data: bytes, name: str) -> Found:
    """The text in the bytes of a file; `name` is what it is called. Raises ExtractError."""
    if len(data) > MOST_BYTES:
        raise ExtractError(f"{name}: {_too_large(len(data))}")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    answer = _answer(data, ending)
    if answer.unreadable:
        raise ExtractError(f"{name}: {answer.unreadable.why}; {answer.unreadable.do}.")
    if answer.found is None:
        raise ExtractError(f"{name}: is too tangled to be read; {_SMALLER}, or paste its text.")
    return answer.found


def _answer(data: bytes, ending: str) -> Answer:
    # -P: what lies in the working folder is not imported.
    words = [sys.executable, "-P", "-X", "utf8", "-m", _CHILD, ending]
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            words, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
        return msgspec.json.decode(ended.stdout, type=Answer)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        return Answer()


def _not_a_file(path: Path) -> str:
    if path.is_dir():
        return f"{path}: is a folder; name the file with your handout."
    if path.exists():
        return f"{path}: is not a file; name the file with your handout."
    return f"{path}: is not there; check the name."


def _too_large(size: int) -> str:
    return f"has {size / 1e6:.0f} MB, and {MOST_BYTES / 1e6:.0f} MB is the most; {_SMALLER}."
