"""A diary that cannot be written is said plainly."""

import pytest
from django.db import OperationalError
from django.test import Client

from tests.web.test_settings import FILLED
from unpinch.journal.store import shelf


def test_a_full_disk_is_said_in_words_and_nothing_is_pretended(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_entry: object) -> bool:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(shelf, "append", full)
    answer = client.post("/settings/", FILLED)

    assert answer.status_code == 507
    assert b"The diary cannot be written." in answer.content
    assert b"database or disk is full" in answer.content


def test_another_mistake_is_not_taken_for_a_full_disk(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("unpinch.runtime.diary.today", broken)

    with pytest.raises(ZeroDivisionError):
        client.get("/")
