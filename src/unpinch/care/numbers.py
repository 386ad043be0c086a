"""Emergency numbers by country, from `emergency_numbers.toml`.

A country that is not in the file has no number here: the person types it in, and
what they typed always wins. Nothing is guessed, not even the 112 of many phones.
"""

import datetime
import re
from functools import cache

import msgspec

from unpinch.care.data import text_of
from unpinch.care.words import CareError

FORMAT = 1
DIALLED = re.compile(r"\+?[0-9](?:[ -]?[0-9]){1,14}")


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who to call in one country. `opened`: somebody has looked at the source, `on` that day."""

    code: str
    name: str
    number: str
    source: str
    opened: bool
    on: datetime.date | None = None
    also: tuple[str, ...] = ()
    advice: str | None = None
    advice_name: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for number in (self.number, *self.also, *([self.advice] if self.advice else [])):
            typed_number(number)
        if not re.fullmatch("[A-Z]{2}", self.code):
            raise CareError(f"{self.code!r} is not a country code of two capital letters")
        if self.opened is not (self.on is not None):
            raise CareError(f"{self.code}: write opened = true and on, the day of it, or neither")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    countries: tuple[Country, ...] = msgspec.field(name="country")


def read_numbers(text: str, name: str) -> dict[str, Country]:
    """The countries in `text` by their code. `name` is the file's name, for the message."""
    try:
        found = msgspec.toml.decode(text.encode(), type=_File)
    except ValueError as error:
        raise CareError(f"{name}: {error}; correct that entry") from error
    if found.format != FORMAT:
        raise CareError(f"{name}, format: {found.format} is not known; this reads {FORMAT}")
    by_code = {country.code: country for country in found.countries}
    if len(by_code) != len(found.countries):
        raise CareError(f"{name}: a country has two rows; keep one")
    return by_code


@cache
def countries() -> dict[str, Country]:
    """The rows that come with the program, by country code."""
    name = "emergency_numbers.toml"
    return read_numbers(text_of(name), name)


def typed_number(typed: str) -> str:
    """A number as the person typed it, if it can be dialled."""
    number = typed.strip()
    if not DIALLED.fullmatch(number):
        raise CareError(f"emergency number: {typed!r} cannot be dialled; type digits only")
    return number


def emergency_number(country: str | None, own: str | None = None) -> str | None:
    """What to call: the person's own entry first; None means that they must be asked."""
    if own:
        return typed_number(own)
    row = countries().get(country or "")
    return row.number if row else None
