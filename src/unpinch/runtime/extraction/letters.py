"""Bytes to letters: UTF-8, UTF-16 and UTF-32 with their mark, or what Windows wrote for decades."""

import codecs
import re

from unpinch.runtime.extraction.found import UnreadableError

# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
# Stray marks of old word processors are let through; noise has one in ten.
_MOST_NOISE = 0.01
_SAMPLE = 200_000


def decoded(data: bytes) -> str:
    """The text in these bytes. Raises UnreadableError if it is none."""
    text = _decoded(data)
    sample = text[:_SAMPLE]
    noise = len(_NO_LETTER.findall(sample))
    if noise > len(sample) * _MOST_NOISE:
        raise UnreadableError(
            "is not text, whatever its name says",
            "save the handout as .txt, .docx or .pdf, or paste its text",
        )
    return _NO_LETTER.sub(" ", text)  # one for one: places in the text stay


def _decoded(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in (marked, _unmarked(data), "utf-8", _declared(data), "cp1252"):
        if name is None:
            continue
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of English is zero."""
    sample = data[:2_000]
    if sample.count(0) * 5 < len(sample) * 2:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4_000])
    return found[1].decode("ascii") if found else None
