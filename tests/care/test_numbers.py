"""Emergency numbers: one row a country with its source; what is not there is not guessed."""

import datetime
import re

import pytest

from unpinch.care.numbers import countries, emergency_number, read_numbers, typed_number
from unpinch.care.page import review_page
from unpinch.care.words import CareError

#  country  call     also     advice line
NUMBERS = [
    ("AT", "112", "144", "1450"),
    ("AU", "000", "112", "1800 022 222"),
    ("BE", "112", "", ""),
    ("BG", "112", "", ""),
    ("BR", "192", "", ""),
    ("CA", "911", "", "811"),
    ("CH", "144", "112", ""),
    ("CL", "131", "", ""),
    ("CN", "120", "", ""),
    ("CY", "112", "", ""),
    ("CZ", "112", "", ""),
    ("DE", "112", "", "116117"),
    ("DK", "112", "", ""),
    ("EE", "112", "", ""),
    ("ES", "112", "", ""),
    ("FI", "112", "", "116117"),
    ("FR", "112", "15", ""),
    ("GB", "999", "112", "111"),
    ("GR", "112", "", ""),
    ("HK", "999", "", ""),
    ("HR", "112", "", ""),
    ("HU", "112", "", ""),
    ("IE", "112", "999", ""),
    ("IL", "101", "", ""),
    ("IN", "112", "108", ""),
    ("IS", "112", "", ""),
    ("IT", "112", "", ""),
    ("JP", "119", "", ""),
    ("KR", "119", "", ""),
    ("LI", "144", "112", ""),
    ("LT", "112", "", ""),
    ("LU", "112", "", ""),
    ("LV", "112", "", ""),
    ("MT", "112", "", ""),
    ("MX", "911", "", ""),
    ("MY", "999", "", ""),
    ("NL", "112", "", ""),
    ("NO", "113", "112", "116117"),
    ("NZ", "111", "", "0800 611 116"),
    ("PL", "112", "", ""),
    ("PT", "112", "", "808 24 24 24"),
    ("RO", "112", "", ""),
    ("SE", "112", "", "1177"),
    ("SG", "995", "", ""),
    ("SI", "112", "", ""),
    ("SK", "112", "", ""),
    ("TR", "112", "", ""),
    ("TW", "119", "", ""),
    ("UA", "103", "112", ""),
    ("US", "911", "", ""),
    ("ZA", "10177", "112", ""),
]
# The 27 states that the directive binds.
UNION = set(
    re.findall(
        "..",
        "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK",
    )
)


def test_the_table_names_every_country_of_the_file() -> None:
    assert [row[0] for row in NUMBERS] == sorted(countries())


@pytest.mark.parametrize(("code", "number", "also", "advice"), NUMBERS)
def test_this_country_has_this_number_and_a_source(
    code: str, number: str, also: str, advice: str
) -> None:
    row = countries()[code]

    assert (row.number, " ".join(row.also), row.advice or "") == (number, also, advice)
    assert len(row.source) > 10
    assert ("2018/1972" in row.source) is (code in UNION)


def test_a_country_that_is_not_listed_has_no_number() -> None:
    assert emergency_number("AQ") is None
    assert emergency_number("") is None
    assert emergency_number(None) is None


def test_what_the_person_typed_wins() -> None:
    assert emergency_number("DE", " 112 ") == "112"
    assert emergency_number("DE", "+49 30 1234567") == "+49 30 1234567"
    assert emergency_number("AQ", "1-800-555") == "1-800-555"


@pytest.mark.parametrize("typed", ["", "1", "call me", "112; rm", "999 or 112", "+", "1" * 20])
def test_what_cannot_be_dialled_is_refused(typed: str) -> None:
    with pytest.raises(CareError, match="cannot be dialled; type digits only"):
        typed_number(typed)


ROW = """format = 1
[[country]]
code = "XX"
name = "X"
number = "112"
source = "s"
opened = true
on = 2026-03-07
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ROW + ROW.removeprefix("format = 1\n"), "a country has two rows"),
        (ROW.replace('"112"', '"help"'), "cannot be dialled"),
        (ROW.replace('"XX"', '"xx"'), "not a country code"),
        (ROW.replace("source", "sauce"), "sauce"),
        (ROW.replace("format = 1", "format = 2"), "format: 2 is not known"),
        (ROW.replace("on = 2026-03-07\n", ""), "XX: write opened = true and on, the day of it"),
        (ROW.replace("= true", "= false"), "XX: write opened = true and on, the day of it"),
    ],
)
def test_a_broken_row_is_refused(text: str, says: str) -> None:
    with pytest.raises(CareError, match=says):
        read_numbers(text, "numbers.toml")


def test_the_day_on_which_a_source_was_opened_is_kept_and_stands_on_the_page_of_all_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = read_numbers(ROW, "numbers.toml")
    assert rows["XX"].on == datetime.date(2026, 3, 7)

    monkeypatch.setattr("unpinch.care.page.countries", lambda: rows)

    (shown,) = review_page().sections[-1].rows
    assert dict(shown.cells)["Source"] == "s (opened on 7 March 2026)"
