"""An address that leads nowhere, and what the terminal is told."""

import logging

import pytest
from django.test import Client

from tests.web.page import words
from unpinch.runtime import diary as book


@pytest.mark.parametrize("address", ["/no/such/page/", "/exercise/", "/data/recordings/none/"])
def test_a_page_that_is_not_there_shows_the_way_back(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert "There is no such page." in words(answer)
    assert 'href="/">' in answer.content.decode()


@pytest.mark.parametrize("address", ["/static/unpinch/none.js", "/figure/none/-/-/"])
def test_a_part_of_a_page_is_refused_in_one_line(client: Client, address: str) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.content) == (404, b"There is no such file.")


def test_a_refused_form_and_a_missing_page_are_not_told_to_the_terminal(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.post("/settings/", {"pace": "flying"}).status_code == 422
    assert client.get("/no/such/page/").status_code == 404

    assert caplog.records == []


def test_a_mistake_of_ours_is_told_to_the_terminal(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(book, "today", broken)
    client.raise_request_exception = False

    assert client.get("/").status_code == 500
    assert [one.levelno for one in caplog.records] == [logging.ERROR]
