"""docs/how-it-felt.md tells of every rule, and of its numbers."""

from pathlib import Path

from unpinch.care.response_rules import response_rules

PAGE = (Path(__file__).parents[2] / "docs/how-it-felt.md").read_text("utf-8")
_WORDS = {2: "two", 3: "three"}


def test_every_rule_has_a_row() -> None:
    for row in response_rules().rows:
        assert f"\n| {row.id} |" in PAGE


def test_the_numbers_on_the_page_are_those_of_the_rules() -> None:
    rules = response_rules()

    assert f"{_WORDS[rules.colour.amber_rise]} points more" in PAGE
    assert f"{_WORDS[rules.colour.red_rise]} points more" in PAGE
    assert f"or above {rules.colour.red_peak_above} and above where it began" in PAGE
    assert f"{_WORDS[rules.dose.greens_for_a_step_up]} greens in a row" in PAGE
    assert f"{_WORDS[rules.dose.ambers_for_a_step_down]} ambers running" in PAGE
    assert f"more than {rules.spread.larger_percent} per cent larger" in PAGE
    assert f"on {_WORDS[rules.spread.mornings_further_down]} mornings" in PAGE
    assert f"({rules.irritable.rating_at_rest} or more at rest" in PAGE
    assert rules.unchanged.after_days == 6 * 7
    assert rules.review.statement == "No clinician has reviewed these rules yet."
    assert "No clinician has reviewed these rules yet" in PAGE
