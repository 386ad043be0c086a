"""A browser of the page tests: it asks Django without a socket."""

from collections.abc import Iterator

import pytest
from django.test import AsyncClient, Client, override_settings

from unpinch.runtime.hub import Hub


@pytest.fixture
def client(diary: object, clock: object) -> Client:
    """Asks for pages, with a diary of its own and a clock that stands still."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def session_client(
    diary: object, clock: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AsyncClient]:
    """Asks for the session's pages, with a hub of its own."""
    monkeypatch.setattr("unpinch.web.views.session.hub", Hub())
    with override_settings(ALLOWED_HOSTS=["testserver"]):  # the name that Django's client gives
        yield AsyncClient()
