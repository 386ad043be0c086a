"""What holds for every page: links that lead somewhere, nothing inline, nothing from elsewhere."""

import re

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.web.page import words

PAGES = (
    "/",
    "/exercises/",
    "/handout/",
    "/programs/new/",
    "/settings/",
    "/about/",
    "/safety/",
    "/safety/number/",
    "/safety/rules/",
    "/reminders/",
    "/before/",
    "/progress/",
    "/data/",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page(client: Client, page: str) -> None:
    for link in LexborHTMLParser(client.get(page).content).css("a[href]"):
        href = link.attributes["href"] or ""
        assert href.startswith(("/", "#")), href
        target = href.split("#")[0] or page
        assert client.get(target).status_code == 200, href


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client: Client, page: str) -> None:
    html = client.get(page).content.decode()

    assert not re.search(r"\sstyle=|\son\w+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)
    addresses = set(re.findall(r"https?://[^\"'\s<]+", html))
    assert addresses <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_used_once(client: Client, page: str) -> None:
    ids = [one.attributes["id"] for one in LexborHTMLParser(client.get(page).content).css("[id]")]

    assert len(ids) == len(set(ids))


def test_about_says_where_the_diary_is_that_it_is_open_and_who_has_not_reviewed(
    client: Client, diary: object
) -> None:
    told = words(client.get("/about/"))

    assert str(diary) in told
    assert "not encrypted" in told
    assert "No clinician has reviewed the safety questions and rules yet." in told
    assert "sends nothing to anyone" in told
