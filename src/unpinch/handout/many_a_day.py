"""How many times a day an exercise is done, from what a program says of how often."""

from unpinch.handout.reader import read

_MOST = 4  # more boxes than that find no room in a day of the printed week


def times_a_day(name: str, often: str) -> int:
    """The most on one day: two of "once or twice a day"; once where it does not say."""
    sheet = read(f"Bridge\nLift your hips. Repeat 5 times. {_said_of(name, often)}.")
    found = next((one.frequency for one in sheet.exercises if one.frequency), None)
    ends = found.per_day if found else None
    most = max((end for end in ends or () if end is not None), default=1)
    return max(1, min(round(most), _MOST))


def _said_of(name: str, often: str) -> str:
    """ "Walking: twice a day; the others: once a day" has a part for each."""
    parts = dict(part.split(": ", 1) for part in often.split("; ") if ": " in part)
    own = next((says for of, says in parts.items() if name.startswith(of)), None)
    return own or parts.get("the others") or often
