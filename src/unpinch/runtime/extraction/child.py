"""The child process: bytes in, an answer as JSON out, within limits it sets itself first.

On POSIX the limits are memory, processor time, files and cores; a system that does not know one of
them leaves it out. Elsewhere there is only the time that the parent gives.
"""

import sys

import msgspec

from unpinch.runtime.extraction.found import (
    MOST_LETTERS,
    Answer,
    Found,
    Unreadable,
    UnreadableError,
)
from unpinch.runtime.extraction.kind import Kind, kind_of

_MEMORY, _SECONDS, _OPEN_FILES = 1 << 30, 10, 64
_SMALLER = "save the pages with the exercises as a smaller file"


def main(ending: str) -> None:
    """Answer on standard output."""
    _limit()
    try:
        answer = Answer(found=_found(sys.stdin.buffer.read(), ending))
    except UnreadableError as refused:
        answer = Answer(unreadable=refused.answer)
    except MemoryError:
        answer = Answer(unreadable=Unreadable("needs far more memory than a handout", _SMALLER))
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not POSIX
        return
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def _found(data: bytes, ending: str) -> Found:
    if not data.strip():
        raise UnreadableError("is empty", "choose the file with your handout")
    found = _read(data, kind_of(data, ending))
    _refuse_long(found.text)
    if found.kind not in (Kind.TEXT, Kind.MARKDOWN):
        from unpinch.runtime.extraction.tidy import tidied

        found = msgspec.structs.replace(found, text=tidied(found.text))
    if not found.text.strip():
        raise UnreadableError("has no words in it", "type the exercises, or paste their text")
    return found


def _refuse_long(text: str) -> None:
    if len(text) > MOST_LETTERS:
        raise UnreadableError(f"has more than {MOST_LETTERS:,} letters", _SMALLER)


def _read(data: bytes, kind: Kind) -> Found:
    """Only what this kind needs is loaded."""
    if kind is Kind.PDF:
        from unpinch.runtime.extraction import pdf

        return pdf.lines_of(data)
    if kind is Kind.WORD:
        from unpinch.runtime.extraction import word

        return word.lines_of(data)
    from unpinch.runtime.extraction.letters import decoded

    text = decoded(data)
    if kind is Kind.HTML:
        from unpinch.runtime.extraction import html

        return Found(html.lines_of(text), kind)
    if kind is Kind.MARKDOWN:
        from unpinch.runtime.extraction import markdown

        _refuse_long(text)
        return Found(markdown.plainer(text), kind)
    return Found(text, kind)


if __name__ == "__main__":
    main(sys.argv[1])
