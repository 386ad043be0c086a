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
    answers = tuple(given)
    rested, night = at_rest(answers), _of_the_night(answers)
    last = next((one for one in reversed(history) if one.day < day), None)
    why = why_irritable(
        rested.record.report if rested else None,
        last,
        woken=night.record.woken if night else None,
    )
    if not why:
        return None
    sources = dict.fromkeys(str(one.key) for one in (rested, night) if one)
    return Stirred(why, (*sources, *([last.session] if last else [])))


def _of_the_night(given: Iterable[Kept]) -> Kept | None:
    """The last answer about it: another set of answers that does not ask leaves it standing."""
    asked = [one for one in given if one.record.woken is not None]
    return max(asked, key=lambda one: (one.at, one.key), default=None)
