"""A diary of nobody (tools/simulated_weeks.py): every page says so, and what is taken along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from unpinch.runtime import folder


@pytest.fixture
def nobodys(client: Client, diary: Path) -> Iterator[Client]:
    """The diary of the tests, marked."""
    mark = diary / folder.SIMULATED
    mark.touch()
    yield client
    mark.unlink()


PAGES = ("/", "/progress/", "/data/", "/exercises/", "/settings/", "/no/such/page/")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_it_is_simulated(nobodys: Client, page: str) -> None:
    assert "Simulated: these weeks are of nobody." in nobodys.get(page).content.decode()


@pytest.mark.parametrize("file", ["/data/diary.csv", "/data/diary.json", "/data/backup/"])
def test_what_is_taken_along_is_named_so(nobodys: Client, file: str) -> None:
    answer = nobodys.get(file)

    assert answer.status_code == 200
    assert 'filename="simulated-unpinch' in answer.headers["Content-Disposition"]


def test_a_persons_own_diary_says_nothing_of_the_kind(client: Client) -> None:
    assert "Simulated" not in client.get("/").content.decode()
    assert "simulated" not in client.get("/data/diary.csv").headers["Content-Disposition"]
