"""Exercises: the handout's facts, our readings, and choosing inside the ranges."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.web.page import value, words
from tests.web.sheets import BRIDGE, confirmed
from unpinch.runtime import diary as book

KNEES = "/exercises/knees-to-chest/"


def _knees(hold: str, repetitions: str, **more: str) -> dict[str, str]:
    filled = {"hold": hold, "repetitions": repetitions, "variation": "main", **more}
    return {f"knees-to-chest-{name}": words for name, words in filled.items()}


def test_every_exercise_is_told_with_steps_feeling_dose_and_readings(client: Client) -> None:
    told = words(client.get("/exercises/"))

    assert "Take hold behind the knee with both hands." in told
    assert "back of the upper thigh" in told
    assert "handout 15 to 60 seconds" in told
    assert "our reading 1 to 4 times on each side" in told
    assert "ours Leave your foot relaxed" in told
    assert "From the second time on: Go a little deeper this time, if you can." in told


def test_what_the_handout_claims_stands_beside_what_is_known(client: Client) -> None:
    told = words(client.get("/exercises/"))

    for claim in book.program().claims:
        assert f"handout {claim.says} what is known {claim.known}" in told


def test_another_point_inside_the_range_is_kept(client: Client) -> None:
    answer = client.post(KNEES, _knees("20", "2"))

    assert answer.status_code == 302
    part = book.plan().parts[0]
    assert [turn.hold_ms for turn in part.turns] == [20_000] * 4
    assert "Saved." in words(client.get(answer["Location"]))


def test_sixty_one_seconds_are_refused_beside_the_field_and_nothing_is_lost(
    client: Client,
) -> None:
    answer = client.post(KNEES, _knees("61", "1", variation="both"))

    assert answer.status_code == 422
    assert "61 s is longer than the handout allows, 15 s to 60 s; choose 60 s or less." in words(
        answer
    )
    assert value(answer, "knees-to-chest-hold") == "61"
    assert book.choices() == ()


def test_a_refused_field_is_marked_for_those_who_cannot_see_it(client: Client) -> None:
    page = client.post(KNEES, _knees("61", "1")).content.decode()

    assert 'aria-invalid="true"' in page
    assert 'id="id_knees-to-chest-hold-error"' in page


def test_more_than_the_most_in_all_is_refused(client: Client) -> None:
    told = words(client.post(KNEES, _knees("30", "3")))

    assert "3 times 30 s is 90 s on each side, and 60 s is the most" in told


@pytest.mark.parametrize("written", ["soon", "15.5", "-3", "", "99999999"])
def test_what_is_no_whole_number_is_refused_in_one_line(client: Client, written: str) -> None:
    answer = client.post(KNEES, _knees(written, "1"))

    assert answer.status_code == 422
    assert value(answer, "knees-to-chest-hold") == written


def test_the_variation_and_leaving_out_are_kept(client: Client) -> None:
    client.post(KNEES, _knees("15", "1", variation="both"))
    client.post("/exercises/childs-pose/", {
        "childs-pose-hold": "15", "childs-pose-repetitions": "2", "childs-pose-left_out": "on",
    })  # fmt: skip
    parts = {part.exercise: part for part in book.plan().parts}

    assert parts["knees-to-chest"].variation == "both"
    assert "childs-pose" not in parts


def test_one_undo_goes_back_to_the_low_end(client: Client) -> None:
    client.post(KNEES, _knees("40", "1"))
    assert "Back to the handout’s low end" in words(client.get("/exercises/"))

    client.post(KNEES, {"undo": "1"})
    assert book.plan().parts[0].turns[0].hold_ms == 15_000
    assert "Back to the handout’s low end" not in words(client.get("/exercises/"))


def test_leaving_out_everything_is_refused(client: Client) -> None:
    for exercise in ("hamstring-stretch", "opposition-stretch"):
        client.post(f"/exercises/{exercise}/", {f"{exercise}-left_out": "on"})
    client.post("/exercises/childs-pose/", {
        "childs-pose-hold": "15", "childs-pose-repetitions": "2", "childs-pose-left_out": "on",
    })  # fmt: skip
    answer = client.post(KNEES, _knees("15", "1", left_out="on"))

    assert answer.status_code == 422
    assert "every exercise is left out; keep at least one" in words(answer)
    assert len(book.plan().parts) == 1


def _page_as_sent(client: Client) -> dict[str, list[str]]:
    """Every field of the page as it is, as a browser sends it."""
    fields: dict[str, list[str]] = {}
    form = LexborHTMLParser(client.get("/exercises/").content.decode()).css_first("main form")
    assert form is not None
    for field in form.css("input"):
        told = field.attributes
        if told.get("type") in ("radio", "checkbox") and "checked" not in told:
            continue
        fields.setdefault(told["name"] or "", []).append(told.get("value") or "")
    return fields


def test_saving_one_card_saves_what_was_typed_on_the_others(client: Client) -> None:
    typed = _page_as_sent(client) | {
        "knees-to-chest-hold": ["40"], "childs-pose-hold": ["25"], "pace": ["slow"],
    }  # fmt: skip
    answer = client.post(KNEES, typed)

    assert answer.status_code == 302
    holds = {part.exercise: part.turns[0].hold_ms for part in book.plan().parts}
    assert (holds["knees-to-chest"], holds["childs-pose"]) == (40_000, 25_000)
    assert book.settings().pace == "slow"
    assert "Saved, with what you changed on the other cards." in words(
        client.get(answer["Location"])
    )
    assert {one.exercise for one in book.choices()} == {"knees-to-chest", "childs-pose"}


def test_a_slip_on_another_card_saves_nothing_loses_nothing_and_is_named(client: Client) -> None:
    typed = _page_as_sent(client) | {
        "knees-to-chest-hold": ["40"], "childs-pose-hold": ["99"], "pace": ["slow"],
    }  # fmt: skip
    answer = client.post(KNEES, typed)

    assert answer.status_code == 422
    assert book.choices() == ()
    assert book.settings().pace == "calm"
    assert value(answer, "knees-to-chest-hold") == "40"
    assert value(answer, "childs-pose-hold") == "99"
    assert "Nothing is saved yet. Look at Child's pose first." in words(answer)
    page = LexborHTMLParser(answer.content.decode())
    assert page.css_first("input[name=pace][value=slow][checked]"), "the pace is not lost either"


def test_back_to_the_low_end_keeps_what_was_typed_on_the_others(client: Client) -> None:
    client.post(KNEES, _knees("40", "1"))
    client.post(KNEES, _page_as_sent(client) | {"childs-pose-hold": ["25"], "undo": ["1"]})

    holds = {part.exercise: part.turns[0].hold_ms for part in book.plan().parts}
    assert (holds["knees-to-chest"], holds["childs-pose"]) == (15_000, 25_000)


def test_the_enter_key_saves_the_page(client: Client) -> None:
    answer = client.post("/exercises/", _page_as_sent(client) | {"childs-pose-hold": ["25"]})

    assert [one.exercise for one in book.choices()] == ["childs-pose"]
    assert "Saved. It counts" in words(client.get(answer["Location"]))


def test_the_pace_is_kept_for_the_whole_program(client: Client) -> None:
    client.post("/pace/", {"pace": "brisk"})

    assert book.settings().pace == "brisk"
    assert book.plan().pace == "brisk"


def test_an_exercise_that_is_not_in_the_program_is_not_found(client: Client) -> None:
    assert client.post("/exercises/push-ups/", {}).status_code == 404


@pytest.mark.parametrize(
    ("written", "said"), [("0", "too small"), ("-5", "too small"), ("99999", "too large")]
)
def test_a_number_far_off_is_refused_in_our_words(client: Client, written: str, said: str) -> None:
    answer = client.post(KNEES, _knees(written, "1"))

    assert f"That is {said}; write a number such as" in words(answer)


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        (KNEES, {"knees-to-chest-hold": "", "knees-to-chest-repetitions": ""}),
        (KNEES, {"knees-to-chest-hold": "0", "knees-to-chest-repetitions": "-5"}),
        (KNEES, {"knees-to-chest-hold": "1e9", "knees-to-chest-repetitions": "\0"}),
        (KNEES, {"knees-to-chest-hold": "15", "knees-to-chest-repetitions": "1",
                 "knees-to-chest-variation": "upside down"}),
        (KNEES, {}),
        ("/pace/", {}),
        ("/pace/", {"pace": "hurried"}),
        ("/settings/", {}),
        ("/settings/", {"voice": "x" * 500, "rate": "9", "pace": "?", "theme": "x"}),
    ],
)  # fmt: skip
def test_bad_input_is_answered_in_our_words_and_never_in_djangos(
    client: Client, address: str, typed: dict[str, str]
) -> None:
    answer = client.post(address, typed)

    errors = [one.text(strip=True) for one in LexborHTMLParser(answer.content).css(".error")]
    assert answer.status_code == 422
    assert errors
    ours = ("Write a ", "That is too ", "Choose one of ", "Choose a voice ")
    assert all(one.startswith(ours) and one.endswith(".") for one in errors)


def test_an_exercise_may_be_called_pace(client: Client) -> None:
    confirmed(client, BRIDGE.replace("Bridge", "Pace", 1), sides="none")

    answer = client.post("/exercises/pace/", {"pace-left_out": ""})

    assert answer.headers["Location"] == "/exercises/?saved=pace#pace"
