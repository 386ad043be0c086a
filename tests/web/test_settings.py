"""Settings: one plain form."""

from django.test import Client

from tests.web.page import words
from unpinch.runtime import diary as book
from unpinch.runtime.diary import Settings

FILLED = {
    "voice": "Ada", "rate": "0.85", "speech": "on", "tones": "on", "pace": "slow",
    "text_size": "largest", "theme": "dark", "camera": "on", "which_camera": "Desk camera",
    "record": "on",
}  # fmt: skip


def test_all_settings_are_kept_and_the_page_says_so(client: Client) -> None:
    answer = client.post("/settings/", FILLED, follow=True)

    assert "Saved." in words(answer)
    assert book.settings() == Settings(
        voice="Ada", rate=0.85, speech=True, tones=True, vibration=False, flash=False,
        pace="slow", text_size="largest", theme="dark", camera=True, which_camera="Desk camera",
        record=True,
    )  # fmt: skip


def test_theme_and_text_size_are_on_every_page(client: Client) -> None:
    client.post("/settings/", FILLED)
    for page in ("/", "/exercises/", "/settings/", "/about/"):
        assert b'<html lang="en" data-theme="dark" data-text="largest">' in client.get(page).content


def test_the_chosen_voice_is_in_the_list_without_scripts(client: Client) -> None:
    client.post("/settings/", FILLED)

    assert b'<option value="Ada" selected>' in client.get("/settings/").content


def test_the_camera_is_off_and_nothing_is_recorded_unless_somebody_asks(client: Client) -> None:
    first = client.get("/settings/").content.decode()

    assert (Settings().camera, Settings().record) == (False, False)
    assert 'name="camera" checked' not in first
    assert 'name="record" checked' not in first
    client.post("/settings/", FILLED)
    assert 'name="record" checked' in client.get("/settings/").content.decode()


def test_a_value_that_is_not_offered_is_refused_and_the_rest_stays(client: Client) -> None:
    answer = client.post("/settings/", {**FILLED, "theme": "pink"})

    assert answer.status_code == 422
    assert "Choose one of those that are listed." in words(answer)
    assert book.settings() == Settings()
    assert b'value="largest" checked' in answer.content


def test_a_speed_from_elsewhere_shows_the_nearest_one(client: Client) -> None:
    book.change_settings(Settings(rate=1.3))

    assert b'value="1.1" checked' in client.get("/settings/").content
