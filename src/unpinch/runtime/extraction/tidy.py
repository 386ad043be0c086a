"""The last touch, the same for every kind: no invisible letters, words that were broken made whole.

A hyphen at the end of a line is taken out only where the text itself shows that the word has none;
"knee-" over "to-chest" stays as it is. Page numbers and running heads are left where they stand.
"""

import re

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SOFT_HYPHEN = re.compile("\u00ad[ \t]*\n?[ \t]*")
_BROKEN = re.compile(r"\b([A-Za-z]{2,15})-[ \t]*\n[ \t]*([a-z]{2,15})\b(?!-)")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}")
# Words of any dose, in case the sheet has each of them only once, and broken.
_OF_A_DOSE = frozenset((
    "seconds", "second", "minutes", "minute", "repetitions", "repetition", "repeat",
    "exercise", "exercises", "position", "stretch", "stretches", "alternate", "alternating",
    "opposite", "shoulder", "shoulders", "slowly", "gently", "forward", "straight",
    "straighten", "several", "between", "breathing", "breaths", "standing", "sitting",
    "starting", "fifteen", "twenty", "thirty",
))  # fmt: skip


def tidied(text: str) -> str:
    """The text as the reader wants it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\v", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\u0085", "\n")
    text = _INVISIBLE.sub("", _SOFT_HYPHEN.sub("", text.translate(_LIGATURES)))
    text = _rejoined(text)
    text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _rejoined(text: str) -> str:
    if "-" not in text:
        return text
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", _BROKEN.sub(" ", text))}
    known = words | _OF_A_DOSE

    def whole(found: re.Match[str]) -> str:
        word = found[1] + found[2]
        return word if word.lower() in known else found[0]

    return _BROKEN.sub(whole, text)
