"""Your diary: take it with you, copy it, erase it."""

import json
from pathlib import Path

from django.test import AsyncClient, Client

from tests.web.page import words
from tests.web.test_settings import FILLED
from unpinch.runtime import diary as book
from unpinch.runtime.keeping import restore


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

    assert restore(copy) == 1
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
