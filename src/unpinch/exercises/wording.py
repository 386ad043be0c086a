"""The words that will be spoken: short, calm, and with nothing left to fill in."""

import re

from unpinch.exercises.quantity import shown
from unpinch.exercises.table import Table

LONGEST = 160  # ten to twelve seconds of calm speech
_SENTENCE_END = re.compile(r"[.?…]+(?=\s|$)")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DEGREES = re.compile(r"°|\bdegrees?\b")
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|hundred|dozen|few|several|half an?)"
)
_COUNTED = r"(?:secs?|seconds?|mins?|minutes?|times|reps?|repetitions?|sets?|holds?|breaths?)\b|×"
_DOSE = re.compile(
    rf"\b\d+ ?[sx]\b|\b{_NUMBER}(?: more| full)?[ -]?(?:{_COUNTED})|\btwice\b"
    r"|\b(?:count|hold)(?: \w+)? \d+",
    re.IGNORECASE,
)
PLACEHOLDERS = ("side", "opposite")


def spoken(table: Table, key: str, *, sided: bool, required: bool = True) -> str:
    """One spoken text of a table; slips are noted there."""
    if key not in table:
        if required:
            table.missing(key, f'write {key} = "..." with what is to be said')
        return ""
    value = table.data[key]
    if not isinstance(value, str):
        table.note(key, f"{shown(value)} is not words; write them in quotes")
        return ""
    text = " ".join(value.split())
    for slip in slips(text, sided=sided):
        table.note(key, slip)
    return text


def note(table: Table) -> str:
    """A program's note to one of its exercises, if there is one; slips are noted there."""
    text = spoken(table, "note", sided=False, required=False)
    if "note" in table and (slip := dose_in(text)):
        table.note("note", slip)
    return text


def dose_in(text: str) -> str | None:
    """A note is no way round the dose: no range and no rule would know of it."""
    found = _DOSE.search(text)
    if not found:
        return None
    return f'says "{found[0]}"; how long and how many belong into hold and repetitions'


def slips(text: str, *, sided: bool) -> list[str]:
    """What keeps these words from being spoken well."""
    if not text:
        return ["is empty; write what is to be said, or take the line out"]
    return [slip for slip in (_length(text), _tone(text), *_gaps(text, sided=sided)) if slip]


def _length(text: str) -> str | None:
    sentences = len(_SENTENCE_END.findall(text))
    if sentences > 2:
        return f"has {sentences} sentences; two is the most that can be followed by ear"
    if len(text) > LONGEST:
        return f"is {len(text)} letters long; {LONGEST} is the most that can be said in time"
    if not _SENTENCE_END.search(text[-1:]) and "!" not in text:
        return "does not end; put a full stop at the end"
    return None


def _tone(text: str) -> str | None:
    if "!" in text:
        return "has an exclamation mark; the voice stays calm, write a full stop"
    if _DEGREES.search(text):
        return "speaks of degrees; say it as one person to another, without numbers of degrees"
    return None


def _gaps(text: str, *, sided: bool) -> list[str]:
    found = _PLACEHOLDER.findall(text)
    unknown = [
        f"{{{name}}} cannot be filled in; write {{side}} or {{opposite}}"
        for name in found
        if name not in PLACEHOLDERS
    ]
    if not unknown and found and not sided:
        return [f"has {{{found[0]}}}, but [dose] sides does not take turns; write it without"]
    return unknown
