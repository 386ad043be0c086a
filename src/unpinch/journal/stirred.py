"""Whether a day was one on which it is easily stirred up, and from what that is known. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from unpinch.care.felt import Felt
from unpinch.care.irritable import why_irritable
from unpinch.journal.symptoms import Kept, at_rest


class Stirred(msgspec.Struct, frozen=True):
    """Why, in one sentence, and the ids of what it is from."""

    why: str
    sources: tuple[str, ...]


def stirred_on(day: date, given: Iterable[Kept], history: Sequence[Felt]) -> Stirred | None:
    """None if it was not so. `given`: that day's answers; `history`: the sessions in order."""
    rested = at_rest(given)
    last = next((one for one in reversed(history) if one.day < day), None)
    why = why_irritable(
        rested.record.report if rested else None,
        last,
        woken=rested.record.woken if rested else None,
    )
    if not why:
        return None
    sources = [str(rested.key)] if rested else []
    return Stirred(why, (*sources, *([last.session] if last else [])))
