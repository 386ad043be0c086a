"""The safety check as pages: one question a screen, back and change, and what comes of it."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Clock
from tests.web.asked import answer, begin, lock, question, walk
from tests.web.page import value, words, words_of
from unpinch.care.rules import safety_rules
from unpinch.care.screening import Screening, asked
from unpinch.care.shape import Item
from unpinch.care.words import Form, Tier
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.runtime import safety
from unpinch.runtime.answering import answering

RULES = safety_rules()
FIRST = [item for item in RULES.items if Form.FIRST in item.forms]
EMERGENCIES = [item for item in FIRST if item.tier is Tier.EMERGENCY]
CLINICIAN = [item for item in FIRST if item.tier is Tier.CLINICIAN]
CARE = [item for item in FIRST if item.tier is Tier.CARE]
LIKELY_SECRETS = ("answer", "not sure", '"yes"', '"no"', "genital", "cancer")


def _bodies() -> str:
    return " ".join(bytes(entry.body).decode() for entry in shelf.everything())


# ---------------------------------------------------------------- before the first question


def test_the_first_start_leads_on_at_once_and_tells_why_we_ask(client: Client) -> None:
    asked = words(client.get("/"))
    answer = client.post("/session/start/")
    told = words(client.get(answer.headers["Location"]))

    assert "Start: 37 safety questions" in asked
    assert answer.headers["Location"] == "/safety/number/"
    assert "safety questions" not in told, "the button that was pressed does not come once more"
    assert "A careful physiotherapist would ask these" in told
    assert "Your answers are not kept" in told
    assert "No clinician has reviewed these questions and rules yet." in told


def test_who_comes_to_the_safety_check_without_pressing_start_is_told_the_same(
    client: Client,
) -> None:
    told = words(client.get("/safety/"))

    assert "A careful physiotherapist would ask these" in told
    assert "Your answers are not kept" in told
    assert "Start: 37 safety questions" in told


def test_who_changes_the_number_later_is_told_nothing_about_a_first_question(
    client: Client,
) -> None:
    client.post("/safety/number/", {"country": "GB"})
    client.post("/safety/begin/", {"form": "first"})

    assert "What to expect" not in words(client.get("/safety/number/"))


def test_whom_to_call_is_asked_before_the_first_question_and_never_guessed(client: Client) -> None:
    answer = client.post("/safety/begin/")
    page = client.get(answer.headers["Location"])

    assert answer.headers["Location"] == "/safety/number/"
    assert " selected" not in page.content.decode()
    assert client.post("/safety/number/", {}).status_code == 422
    assert client.post("/safety/number/", {"country": "XX"}).status_code == 422
    assert safety.number_to_call() is None
    chosen = client.post("/safety/number/", {"country": "GB"}, follow=True)
    assert safety.number_to_call() == "999"
    assert "Question 1 of" in words(chosen)


def test_a_number_of_ones_own_wins_and_is_digits_only(client: Client) -> None:
    refused = client.post("/safety/number/", {"country": "GB", "own": "my sister Eve"})

    assert refused.status_code == 422
    assert value(refused, "own") == "my sister Eve"
    client.post("/safety/number/", {"country": "GB", "own": "+44 1632 960001"})
    assert safety.number_to_call() == "+44 1632 960001"
    assert "Eve" not in _bodies()


def test_the_number_stands_with_its_source(client: Client) -> None:
    client.post("/safety/number/", {"country": "DE"})
    told = words(client.get("/safety/"))

    assert "112 , Germany." in told
    assert "From: " in told


# ---------------------------------------------------------------- one question a screen


def test_one_question_stands_on_a_screen_with_its_place_and_three_answers(client: Client) -> None:
    page = client.get(begin(client))
    told = words(page)

    assert f"Question 1 of {safety.asks(Form.FIRST)}." in told
    assert RULES.items[0].ask in told
    assert RULES.items[1].ask not in told
    assert told.count("No Yes Not sure") == 1
    assert "no-store" in page.headers["Cache-Control"]


def test_the_address_and_the_title_do_not_tell_what_was_asked(client: Client) -> None:
    address = walk(client, "E6", until=("E1b",))
    page = client.get(address)

    assert question(client, address) == "E1b"
    assert "E1b" not in address
    title = words_of(page.content.decode(), "title")
    assert title.startswith("Question 7 of")
    assert "touch" not in title


def test_a_reload_shows_the_same_question(client: Client) -> None:
    address = walk(client, until=("E7",))

    assert question(client, address) == "E7"
    assert client.get("/safety/now/").headers["Location"] == address
    assert question(client, address) == "E7"


def test_going_back_shows_what_was_answered_and_it_can_be_changed(client: Client) -> None:
    here = walk(client, "C1", until=("C2",))
    number = int(here.split("/")[-2])
    back = f"/safety/question/{number - 1}/"

    assert "You answered “yes”. You can change it." in words(client.get(back))
    assert answer(client, back, "no") == here
    assert walk(client, start=here) == "/safety/outcome/"
    assert not safety.is_locked()


def test_no_question_is_skipped_by_its_address(client: Client) -> None:
    begin(client)

    for number in (0, 2, 30, 999):
        asked = client.get(f"/safety/question/{number}/")
        assert asked.headers["Location"] == "/safety/question/1/"


def test_an_answer_to_what_was_not_asked_changes_nothing(client: Client) -> None:
    address = begin(client, "short")
    for sent in ({"question": "C1", "answer": "yes"}, {"question": "S1", "answer": "maybe"}, {}):
        assert client.post(address, sent).headers["Location"] == address

    assert shelf.newest(Kind.SCREEN) is None


def test_a_form_that_lay_for_more_than_an_hour_begins_anew(client: Client, clock: Clock) -> None:
    address = walk(client, until=("E7",))
    clock.pass_ms(61 * 60_000)

    assert client.get(address).headers["Location"] == "/safety/"
    assert begin(client) == "/safety/question/1/"


def test_without_a_form_its_pages_lead_to_the_overview(client: Client) -> None:
    for page in ("question/1/", "confirm/", "outcome/", "now/", "stop/", "clearance/"):
        assert client.get(f"/safety/{page}").headers["Location"] == "/safety/", page


# ---------------------------------------------------------------- the three tiers


@pytest.mark.parametrize("item", EMERGENCIES, ids=lambda item: item.id)
def test_each_emergency_locks_with_an_action_of_its_own(client: Client, item: Item) -> None:
    parents = (item.id, item.after) if item.after else (item.id,)
    assert lock(client, *parents) == "/safety/stop/"
    page = client.get("/safety/stop/")
    action = item.action_alone or item.action
    assert action is not None
    screen = RULES.screen_of(action)
    html = page.content.decode()

    assert screen.heading in words(page)
    assert item.tell in words(page)
    assert client.post("/session/start/").headers["Location"] == "/safety/stop/"
    if screen.number_only:
        assert 'href="tel:112"' in html
        assert html.count("<a ") == 1
        assert "<nav" not in html
        assert "<form" not in html
    else:
        assert "<nav" in html


def test_not_sure_counts_as_yes(client: Client) -> None:
    assert walk(client, "E13", given="not-sure") == "/safety/confirm/"
    assert "You answered “not sure” here. Is that right?" in words(client.get("/safety/confirm/"))


def test_an_ambulance_answer_ends_the_form_at_once(client: Client) -> None:
    address = walk(client, until=("E8",))

    assert answer(client, address, "yes") == "/safety/confirm/"


@pytest.mark.parametrize("item", CLINICIAN, ids=lambda item: item.id)
def test_each_clinician_item_locks_until_somebody_has_looked(client: Client, item: Item) -> None:
    assert lock(client, item.id) == "/safety/stop/"
    told = words(client.get("/safety/stop/"))

    assert item.says in told
    assert "A clinician has examined me" in told
    assert "No exercises for now." in words(client.get("/"))
    assert client.post("/session/start/").headers["Location"] == "/safety/stop/"


@pytest.mark.parametrize("item", CARE, ids=lambda item: item.id)
def test_each_care_item_says_what_it_changes_and_locks_nothing(client: Client, item: Item) -> None:
    assert walk(client, item.id) == "/safety/outcome/"
    assert item.says in words(client.get("/safety/outcome/"))
    assert not safety.is_locked()


def test_all_answered_with_no_lets_a_session_start(client: Client) -> None:
    assert walk(client) == "/safety/outcome/"
    assert "You can start." in words(client.get("/safety/outcome/"))
    assert safety.standing().due is None


# ---------------------------------------------------------------- the confirmation


def test_before_a_lock_it_is_asked_once_whether_that_is_right(client: Client) -> None:
    walk(client, "E1")
    told = words(client.get("/safety/confirm/"))

    assert "You answered “yes” here. Is that right?" in told
    assert RULES.items[0].ask in told
    assert "Yes, that is right No, I pressed it by mistake" in told


def test_a_mistake_is_asked_once_more_and_noted(client: Client) -> None:
    walk(client, "E1")
    again = client.post("/safety/confirm/", {"right": "no"}).headers["Location"]
    shown = words(client.get(again))
    assert "Once more, because you said that it was a mistake." in shown
    assert "Question 1 of" not in shown

    assert question(client, again) == "E1"
    assert walk(client, start=again) == "/safety/outcome/"
    record = safety.standing().screened[-1]
    assert record.corrected == ("E1",)
    assert not safety.is_locked()


def test_the_second_yes_stands_without_asking_again(client: Client) -> None:
    walk(client, "E1")
    again = client.post("/safety/confirm/", {"right": "no"}).headers["Location"]

    assert walk(client, "E1", start=again) == "/safety/stop/"
    assert safety.is_locked()


def test_closing_the_page_before_the_confirmation_loses_no_emergency(client: Client) -> None:
    walk(client, "E1", until=("E2",))
    answering.forget()  # as when the program was ended

    assert "One of your answers waits: is it right?" in words(client.get("/"))
    assert client.post("/session/start/", follow=True).redirect_chain[-1][0] == "/safety/confirm/"
    assert begin(client) == "/safety/confirm/"
    client.post("/safety/confirm/", {"right": "yes"})
    assert "Stop. Go to an emergency department now." in words(client.get("/safety/stop/"))


# ---------------------------------------------------------------- a lock stays


def test_a_lock_cannot_be_answered_away(client: Client) -> None:
    lock(client, "E1")
    for form in ("first", "short", "worse"):
        walk(client, form=form)
        assert client.post("/session/start/").headers["Location"] == "/safety/stop/"
    assert client.post("/safety/confirm/", {"right": "no"}).headers["Location"] == "/safety/stop/"

    assert safety.is_locked()


def _cleared(client: Client, **changed: object) -> int:
    sent = {"items": ["C1"], "examined_on": "2026-11-24", "said_so": "on", **changed}
    return client.post("/safety/clearance/", sent).status_code


def test_only_a_dated_clearance_for_that_very_item_opens_a_lock(
    client: Client, clock: Clock
) -> None:
    lock(client, "C1", "C10")
    clock.pass_days(2)

    assert _cleared(client, said_so="") == 422
    assert _cleared(client, items=[]) == 422
    assert _cleared(client, items=["E1"]) == 422
    assert _cleared(client, examined_on="") == 422
    assert _cleared(client, examined_on="2026-11-21") == 422  # the day before it was reported
    assert _cleared(client, examined_on="2026-11-25") == 422  # tomorrow
    assert _cleared(client, exercises=["handstand"]) == 422
    assert _cleared(client) == 302
    assert safety.is_locked(), "the other item is still locked"
    assert _cleared(client, items=["C10"], examined_on="2026-11-23") == 302
    assert not safety.is_locked()
    assert '"examined_on":"2026-11-24"' in _bodies()


def test_a_refused_clearance_says_why_beside_the_field(client: Client, clock: Clock) -> None:
    lock(client, "C1")
    clock.pass_days(1)
    sent = {"items": ["C1"], "examined_on": "2026-11-21", "said_so": "on"}
    told = words(client.post("/safety/clearance/", sent))

    assert "The day is before you reported it (2026-11-22)" in told


# ---------------------------------------------------------------- what the diary keeps


def test_the_diary_keeps_the_outcome_and_never_an_answer(client: Client) -> None:
    address = walk(client, "C2", "G2", until=("C3",))
    client.post(address, {"question": "C3", "answer": "no", "note": "free text of mine"})
    walk(client, "G2", given="not-sure", start=address)
    client.post("/safety/confirm/", {"right": "yes", "why": "free text of mine"})
    kept = _bodies()

    assert '"items":["C2","G2"]' in kept
    assert '"rules":2' in kept
    for secret in (*LIKELY_SECRETS, "free text"):
        assert secret not in kept, secret


# ---------------------------------------------------------------- the rule set


def test_the_whole_rule_set_can_be_read_and_says_who_has_not_reviewed_it(client: Client) -> None:
    told = words(client.get("/safety/rules/"))

    assert "No clinician has reviewed these questions and rules yet." in told
    ids = [item.id for item in RULES.items] + [group.id for group in RULES.groups]
    ids += [condition.id for condition in RULES.conditions]
    for row_id in ids:
        assert f"{row_id} " in told
    for item in RULES.items:
        assert item.ask in told
        assert " ".join(item.source.split()) in told


def _listed(client: Client) -> list[tuple[str, str]]:
    """Each answer of the list: where it leads, and what was answered."""
    page = LexborHTMLParser(client.get("/safety/answers/").content.decode())
    rows = page.css(".answered a")
    return [(row.attributes["href"] or "", row.css("strong")[0].text()) for row in rows]


def test_any_answer_is_changed_from_one_list(client: Client) -> None:
    assert walk(client) == "/safety/outcome/"
    assert "/safety/answers/" in client.get("/safety/outcome/").content.decode()
    listed = _listed(client)
    asked_third = question(client, listed[2][0])

    assert [address for address, _ in listed] == [
        f"/safety/question/{number}/" for number in range(1, len(listed) + 1)
    ]
    assert len(listed) == len(asked(_in_hand()))
    assert {given for _, given in listed} == {"No"}
    middle = next(address for address, _ in listed if question(client, address) == "G1")
    assert answer(client, middle, "not-sure") == "/safety/outcome/"
    assert [one for one in _listed(client) if one[1] != "No"] == [(middle, "Not sure")]
    assert question(client, listed[2][0]) == asked_third


def test_on_the_way_the_list_has_what_was_answered_and_leads_on(client: Client) -> None:
    third = answer(client, answer(client, begin(client), "no"), "no")
    assert "/safety/answers/" in client.get(third).content.decode()

    assert [address for address, _ in _listed(client)] == [
        "/safety/question/1/", "/safety/question/2/",
    ]  # fmt: skip
    assert client.get("/safety/now/").headers["Location"] == third


def test_the_list_leads_elsewhere_without_a_form_and_before_a_confirmation(client: Client) -> None:
    assert client.get("/safety/answers/").headers["Location"] == "/safety/"
    assert walk(client, "E2") == "/safety/confirm/"
    assert client.get("/safety/answers/").headers["Location"] == "/safety/confirm/"


def test_the_list_is_kept_nowhere(client: Client) -> None:
    walk(client)

    assert "no-store" in client.get("/safety/answers/").headers["Cache-Control"]


def _in_hand() -> Screening:
    found = answering.now()
    assert found is not None
    return found
