"""When the text itself cannot be trusted: two columns run into each other, or no words at all."""

import re

from unpinch.handout.line import Kind, Line

_GAP = re.compile(r"\S {4,}\S")
_FEW_LINES = 8


def doubts(text: str, found: list[Line]) -> tuple[str, ...]:
    """What to say before anyone relies on the reading; nothing if all looks well."""
    written = [line for line in found if line.kind not in (Kind.BLANK, Kind.RULE, Kind.ROW)]
    said: list[str] = []
    gapped = sum(_GAP.search(text, line.start, line.end) is not None for line in written)
    if len(written) >= _FEW_LINES and gapped * 3 >= len(written):
        said.append(
            "The lines look like two columns read across. Check every exercise against the sheet, "
            "or paste the columns one after the other."
        )
    letters = sum(c.isalpha() or c.isspace() for c in text[:20000])
    if text and letters * 2 < len(text[:20000]):
        said.append("Less than half of this is letters. It may not be a text that can be read.")
    return tuple(said)
