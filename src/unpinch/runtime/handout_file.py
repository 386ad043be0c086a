"""The text of a sheet: from a plain text file, or from what is piped in.

Line ends stay as they are, so that places in the text count in what was given.
"""

import sys
from pathlib import Path

from unpinch.terms.refused import Refused

LARGEST = 2_000_000
_KINDS = (".txt", ".text", ".md", ".markdown", "")
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


class HandoutFileError(Refused):
    """One line: which file, what is wrong, what to do."""


def text_of(place: str) -> str:
    """The text of a file, or of standard input for "-". Raises HandoutFileError."""
    if place == "-":
        return _decoded("standard input", sys.stdin.buffer.read(LARGEST + 1))
    path = Path(place)
    if path.suffix.lower() not in _KINDS:
        raise HandoutFileError(
            f"{path}: only .txt and .md can be read; copy the sheet's words into a text file."
        )
    try:
        with path.open("rb") as file:
            return _decoded(place, file.read(LARGEST + 1))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise HandoutFileError(f"{path}: cannot be read ({reason}).") from error


def _decoded(place: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise HandoutFileError(
            f"{place}: is larger than {LARGEST // 1_000_000} MB; keep only the pages with"
            f" exercises."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(c) in _CONTROL for c in text):
            return text
    raise HandoutFileError(f"{place}: is not plain text; save the sheet as text in UTF-8.")
