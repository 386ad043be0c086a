"""The page for the reviewer: all of the rule set, nothing left out."""

import msgspec

from unpinch.care.numbers import countries
from unpinch.care.page import ReviewPage, review_page
from unpinch.care.response_rules import response_rules
from unpinch.care.rules import safety_rules


def everything(page: ReviewPage) -> str:
    cells = [text for part in page.sections for row in part.rows for _, text in row.cells]
    cells += [part.intro for part in page.sections]
    ids = [row.id for part in page.sections for row in part.rows]
    return "\n".join([page.statement, *page.notes, *cells, *ids])


def texts(found: object) -> list[str]:
    """Every text in the rule set, however deep."""
    if isinstance(found, str):
        return [found]
    if isinstance(found, dict):
        return [text for value in found.values() for text in texts(value)]
    if isinstance(found, list):
        return [text for value in found for text in texts(value)]
    return []


def test_it_says_first_that_no_clinician_has_reviewed_it_and_which_version_it_is() -> None:
    page = review_page()

    assert page.statement == "No clinician has reviewed these questions and rules yet."
    assert page.rules == 2


def test_nothing_that_stands_in_the_file_is_missing_from_the_page() -> None:
    shown = everything(review_page())
    rules = msgspec.to_builtins(safety_rules())
    del rules["part"]  # headings of the form, shown there

    rules["response"] = msgspec.to_builtins(response_rules())

    assert [text for text in texts(rules) if text not in shown] == []


def test_every_country_is_on_it() -> None:
    shown = everything(review_page())

    assert [row.name for row in countries().values() if row.name not in shown] == []


def test_a_reviewer_can_read_it_in_an_hour() -> None:
    words = len(everything(review_page()).split())

    assert words < 60 * 130  # a slow, careful pace
