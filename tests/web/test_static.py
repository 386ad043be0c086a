"""Our own files go out as what they are, on any system."""

import mimetypes

import pytest
from django.test import Client

from unpinch.web.views.static import FOLDER

FILES = sorted(file.name for file in FOLDER.iterdir() if file.is_file())


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_called_what_it_is_even_where_the_system_is_mistaken(
    client: Client, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mimetypes, "guess_type", lambda *_given, **_named: ("text/plain", None))
    kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}

    answer = client.get(f"/static/unpinch/{name}")

    assert answer["Content-Type"].split(";")[0] == kinds[name.rpartition(".")[2]]
