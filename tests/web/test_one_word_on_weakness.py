"""A leg that gets weaker: the questions, the page and the sheet say the same."""

import re

from django.test import Client

from tests.web.page import words
from unpinch.care.rules import safety_rules
from unpinch.care.words import Action
from unpinch.handout import layout


def _sentences_on_one_leg(text: str) -> list[str]:
    sentences = re.split(r"(?<=[.])\s+", " ".join(text.split()))
    return [one for one in sentences if "weaker" in one]


def test_a_leg_that_gets_weaker_is_for_the_same_day_wherever_it_is_said(client: Client) -> None:
    item = safety_rules().item("E7")
    assert item is not None
    assert item.action is Action.SAME_DAY

    for text in (words(client.get("/about/")), vars(layout)["_STOP"]):
        told = _sentences_on_one_leg(text)
        assert told
        assert all("the same day" in one for one in told)
        assert not [one for one in told if "emergency" in one or "at once" in one]
