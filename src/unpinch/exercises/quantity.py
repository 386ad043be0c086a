"""Quantities as people write them: "15 s to 60 s", "1 min", "2 to 3", 3.

Times become whole milliseconds. A number without its unit is refused, never
guessed, and so is "1:30": minutes or hours, the reader cannot know.
"""

import re

from unpinch.terms.dose import Kind, Range

_UNIT_MS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1_000),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60_000),
}
_NUMBER = r"\d+(?:\.\d+)?"
_TO = re.compile(r"\s*(?:\bto\b|-|–|—)\s*")  # and the dashes of word processors
_TIME = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[a-z]*)")
_CLOCK = re.compile(r"\d:\d")
_COUNT = re.compile(r"\d+")


class QuantityError(ValueError):
    """What is wrong with a quantity, and what to write instead."""


def time_range(written: object) -> Range:
    """A time or a range of times, in milliseconds."""
    if not isinstance(written, str):
        raise QuantityError(_no_unit(written))
    if _CLOCK.search(written):
        raise QuantityError(f'"{written}" may be minutes or hours; write seconds, such as "90 s"')
    parts = [part.strip() for part in _TO.split(written.strip().lower())]
    if not 1 <= len(parts) <= 2:
        raise QuantityError(f'"{written}" is not a time; write "30 s" or "15 s to 60 s"')
    unit = _TIME.fullmatch(parts[-1])
    low = _milliseconds(parts[0], written, unit["unit"] if unit else "")
    return _ordered(low, _milliseconds(parts[-1], written, ""), written)


def time(written: object) -> int:
    """One time, in milliseconds."""
    found = time_range(written)
    if not found.single:
        raise QuantityError(f'"{written}" is a range; write one time, such as "30 s"')
    return found.low


def count_range(written: object) -> Range:
    """A number or a range of numbers: 3, "2 to 3"."""
    if isinstance(written, int) and not isinstance(written, bool):
        return _ordered(written, written, str(written))
    parts = _TO.split(written.strip().lower()) if isinstance(written, str) else []
    if not 1 <= len(parts) <= 2 or not all(_COUNT.fullmatch(part) for part in parts):
        raise QuantityError(f'{shown(written)} is not a number; write 3 or "2 to 3"')
    return _ordered(int(parts[0]), int(parts[-1]), str(written))


def count(written: object) -> int:
    """One number."""
    found = count_range(written)
    if not found.single:
        raise QuantityError(f'"{written}" is a range; write one number, such as {found.low}')
    return found.low


def say_time(milliseconds: int) -> str:
    """15000 -> "15 s"; the way the files write it."""
    seconds, rest = divmod(milliseconds, 1_000)
    return f"{seconds} s" if not rest else f"{milliseconds / 1_000:g} s"


def say_times(times: Range) -> str:
    """A range of times as the files write it."""
    if times.single:
        return say_time(times.low)
    return f"{say_time(times.low)} to {say_time(times.high)}"


def say_turn(kind: Kind, turn_ms: Range) -> str:
    """How long one turn lasts; of an activity in minutes where they are whole."""
    if kind is not Kind.ACTIVITY or turn_ms.low % 60_000 or turn_ms.high % 60_000:
        return say_times(turn_ms)
    ends = dict.fromkeys((turn_ms.low, turn_ms.high))
    return " to ".join(f"{end // 60_000} min" for end in ends)


def say_counts(counts: Range) -> str:
    """A range of numbers as the files write it."""
    return str(counts.low) if counts.single else f"{counts.low} to {counts.high}"


def shown(written: object) -> str:
    """A value the way it stands in the file."""
    if isinstance(written, bool):
        return "true" if written else "false"
    return f'"{written}"' if isinstance(written, str) else str(written)


def _milliseconds(part: str, written: str, fallback_unit: str) -> int:
    found = _TIME.fullmatch(part)
    if not found:
        raise QuantityError(f'"{written}" is not a time; write "30 s" or "15 s to 60 s"')
    unit = found["unit"] or fallback_unit
    if not unit:
        raise QuantityError(_no_unit(written))
    if unit not in _UNIT_MS:
        raise QuantityError(f'"{written}" has the unit "{unit}"; write "30 s" or "1 min"')
    return round(float(found["number"]) * _UNIT_MS[unit])


def _no_unit(written: object) -> str:
    numbers = re.findall(_NUMBER, str(written)) or ["30"]
    example = " to ".join(f"{number} s" for number in numbers[:2])
    return f'{shown(written)} has no unit; write "{example}"'


def _ordered(low: int, high: int, written: str) -> Range:
    if low > high:
        raise QuantityError(f'"{written}" is upside down; write the smaller number first')
    return Range(low, high)
