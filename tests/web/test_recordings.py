"""Recordings in the pages: listed, shown again, taken along, deleted."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from tests.runtime.listening import film
from tests.web.page import words
from unpinch.runtime import recordings
from unpinch.runtime.frame import BYTES
from unpinch.runtime.simulating import write_simulated

NAME = "2026-11-22-093000"
PAGE = f"/data/recordings/{NAME}/"


@pytest.fixture(autouse=True)
def kept(diary: Path) -> Iterator[Path]:
    """One recording."""
    growing = recordings.new_path(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    path = recordings.tape_of(growing.with_suffix(recordings.WHOLE))
    write_simulated(path, film("hamstring-stretch", repetitions=1))
    yield path
    recordings.delete_all()


def test_a_recording_is_listed_with_its_day_and_settings_count_it(client: Client) -> None:
    assert "22 November 2026, 09:30" in words(client.get("/data/"))
    assert "1 recording: look at them, delete them" in words(client.get("/settings/"))


def test_a_recording_can_be_shown_again_with_what_the_coach_saw(client: Client, kept: Path) -> None:
    frames = client.get(f"{PAGE}frames").content
    found = client.get(f"{PAGE}found").json()["found"]

    assert client.get(PAGE).status_code == 200
    assert len(frames) % BYTES == 0
    assert len(frames) > 100 * BYTES
    assert [(each["exercise"], each["side"]) for each in found] == [
        ("Hamstring stretch", "right"), ("Hamstring stretch", "left")
    ]  # fmt: skip
    assert client.get(f"{PAGE}tape").content == kept.read_bytes()


def test_one_that_was_cut_short_says_so_and_a_whole_one_does_not(
    client: Client, kept: Path
) -> None:
    assert "cut short" not in words(client.get("/data/")) + words(client.get(PAGE))

    kept.rename(kept.with_name(f"{NAME}-cut-short.npz"))
    page = f"/data/recordings/{NAME}-cut-short/"

    assert "cut short" in words(client.get("/data/"))
    assert "It is cut short: Unpinch ended while it was being made." in words(client.get(page))
    assert client.post(f"{page}delete/").status_code == 302
    assert recordings.kept() == []


def test_a_recording_that_is_deleted_is_gone(client: Client, kept: Path) -> None:
    client.post(f"{PAGE}delete/")

    assert not kept.exists()
    assert "There is none." in words(client.get("/data/"))
    assert client.get(PAGE).status_code == 404


def test_all_of_them_can_be_deleted_at_once(client: Client, kept: Path) -> None:
    client.post("/data/recordings/delete/")

    assert not kept.exists()


def test_a_file_that_is_no_tape_breaks_nothing(client: Client, kept: Path) -> None:
    kept.write_bytes(b"no tape")

    assert client.get(PAGE).status_code == 200
    assert client.get(f"{PAGE}frames").status_code == 404
    assert client.get(f"{PAGE}found").status_code == 404


def test_nothing_else_in_the_data_folder_can_be_asked_for(client: Client) -> None:
    for name in ("diary", "signing-key", "2026-11-22-093001"):
        assert client.get(f"/data/recordings/{name}/tape").status_code == 404
