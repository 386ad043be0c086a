"""The same text in plain letters, one for one, so that every offset still counts in the source.

The grammar below is written for lower case, one kind of dash and one kind of quote. Sheets use
several, and Markdown puts stars round a number. Each character is replaced by exactly one other,
never removed, so a place found in the plain text is the place in the source.
"""

import re

_SAME = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("‘’ʼ′`´", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\ufeff", " "),
    **dict.fromkeys("×✕✖╳", "x"),
    "º": "°",
    "˚": "°",
    "⁄": "/",
    "∕": "/",
}
_TABLE = str.maketrans(_SAME)
# Emphasis hugs its word; a bullet stands apart from it, and 3*10 is a count.
_EMPHASIS = re.compile(
    r"(?<!\d)\*+(?=[^\s*])|(?<=[^\s\d*])\*+|(?<=\d)\*+(?!\d|\s?\d)|(?<!\w)_{1,2}(?=[^\W_])"
    r"|(?<=[^\W_])_{1,2}(?!\w)"
)


def plain(text: str) -> str:
    """Lower case with plain dashes, quotes and spaces; always as long as what was given."""
    swapped = _EMPHASIS.sub(lambda marks: " " * len(marks[0]), text.translate(_TABLE))
    lower = swapped.lower()
    if len(lower) == len(text):
        return lower
    # A few letters grow when lowered; those stay as they are.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in swapped)
