"""What a browser keeps of Unpinch says nothing about anybody."""

from pathlib import Path

import pytest
from django.test import Client

from tests.web.page import words
from tests.web.test_settings import FILLED
from unpinch.web.for_everybody import ICONS
from unpinch.web.views.static import FOLDER

VENDOR = FOLDER.parent / "vendor"


def test_the_page_that_is_kept_is_the_same_for_everybody(client: Client) -> None:
    before = client.get("/offline/").content
    client.post("/settings/", {**FILLED, "theme": "dark", "text_size": "largest"})

    assert client.get("/offline/").content == before
    assert "Unpinch is not running on your computer" in words(client.get("/offline/"))


def test_the_worker_answers_for_every_address_and_is_asked_for_anew(client: Client) -> None:
    answer = client.get("/offline.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.skipif(not VENDOR.is_dir(), reason="set-up has not been run")
def test_every_icon_of_the_manifest_is_there_and_as_large_as_it_says(client: Client) -> None:
    icons = client.get("/manifest.webmanifest").json()["icons"]

    assert {icon["src"] for icon in icons} < ICONS
    for icon in icons:
        width, height = _size(VENDOR / icon["src"].removeprefix("/static/vendor/"))
        assert f"{width}x{height}" == icon["sizes"]


def _size(png: Path) -> tuple[int, int]:
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
