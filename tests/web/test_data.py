"""Your diary: take it with you, copy it, erase it."""

import json
from pathlib import Path

from django.test import AsyncClient, Client

from tests.conftest import Clock
from tests.web.history import weeks
from tests.web.page import words
from tests.web.test_settings import FILLED
from unpinch.runtime import days
from unpinch.runtime import diary as book
from unpinch.runtime.keeping import restore
from unpinch.web import tables
from unpinch.web.views.data import _forget_what_was_worked_out


def test_the_page_says_where_the_diary_lies(client: Client, diary: Path) -> None:
    assert str(diary) in words(client.get("/data/"))


def test_the_diary_can_be_taken_along(client: Client) -> None:
    client.post("/settings/", FILLED)
    answer = client.get("/data/diary.json")

    assert answer["Content-Disposition"] == 'attachment; filename="unpinch-diary.json"'
    assert json.loads(answer.content)["entries"][0]["body"]["voice"] == "Ada"
    assert client.get("/data/diary.csv").content.startswith(b"day,started,session")
    bundle = client.get("/data/diary.fhir")
    assert bundle["Content-Disposition"] == 'attachment; filename="unpinch-diary.fhir.json"'
    assert json.loads(bundle.content)["resourceType"] == "Bundle"
    assert client.get("/data/diary.exe").status_code == 404


def test_a_copy_from_the_page_can_be_put_back(client: Client, tmp_path: Path) -> None:
    client.post("/settings/", FILLED)
    copy = tmp_path / "copy"
    copy.write_bytes(client.get("/data/backup/").content)
    client.post("/settings/", {**FILLED, "voice": "Berta"})

    assert restore(copy).entries == 1
    assert book.settings().voice == "Ada"


def test_nothing_is_erased_without_the_word(client: Client) -> None:
    client.post("/settings/", FILLED)
    answer = client.post("/data/erase/", {"word": "yes"})

    assert answer.status_code == 422
    assert "Nothing was erased" in words(answer)
    assert book.settings().voice == "Ada"


async def test_the_word_erases_everything(session_client: AsyncClient, diary: Path) -> None:
    await session_client.post("/settings/", FILLED)
    answer = await session_client.post("/data/erase/", {"word": " Erase "})

    assert answer.status_code == 200
    assert "Your diary is erased." in words(answer)
    assert not any(b"Ada" in file.read_bytes() for file in diary.rglob("*") if file.is_file())


def test_what_was_worked_out_of_the_diary_goes_with_it(client: Client, clock: Clock) -> None:
    weeks(clock, [3, 3])
    client.get("/progress/")
    assert days._known.days
    assert tables.drawn.cache_info().currsize

    _forget_what_was_worked_out()

    assert days._known.days == {}
    assert tables.drawn.cache_info().currsize == 0
