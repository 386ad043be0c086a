"""Before, after, and the next morning: what is asked, what is kept, and what may be left out."""

from uuid import uuid4

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.answered import answer_no
from tests.conftest import Clock
from tests.web.kept import keep
from tests.web.page import words
from unpinch.care.felt import Compared, Settled
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.exercises.choosing import Choice
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary, symptoms
from unpinch.terms.event import Stopped

BIRD_DOG, CHILD = "opposition-stretch", "childs-pose"
CALF = {"right_numb": [Patch.CALF.value], "right_tingling": [Patch.CALF.value, Patch.SOLE.value]}
MARKED = Leg(numb=(Patch.CALF,), tingling=(Patch.CALF, Patch.SOLE))


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, f"the page has no {selector}"
    return found


def kept(clock: Clock) -> list[Report | None]:
    return [one.record.report for one in symptoms.since(clock.at.date())]


def test_the_map_and_the_ratings_are_kept_and_what_is_left_open_stays_open(
    client: Client, clock: Clock
) -> None:
    answer = client.post("/before/", {**CALF, "leg_pain": "3", "numbness": "0"})

    assert answer.headers["Location"] == "/"
    assert kept(clock) == [Report(right=MARKED, leg_pain=3, numbness=0)]


def test_nothing_to_mark_is_an_answer_of_its_own(client: Client, clock: Clock) -> None:
    client.post("/before/", {"nothing": "on"})

    assert kept(clock) == [Report()]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Mark where it is, or tick that there is nothing to mark."),
        ({**CALF, "nothing": "on"}, "untick one"),
    ],
)
def test_a_map_without_an_answer_or_with_two_is_asked_again_and_nothing_is_lost(
    client: Client, clock: Clock, given: dict[str, object], says: str
) -> None:
    answer = client.post("/before/", {**given, "leg_pain": "7"})

    assert answer.status_code == 422
    assert says in words(answer)
    assert kept(clock) == []
    chosen = first(LexborHTMLParser(answer.content), '[name="leg_pain"][checked]')
    assert chosen.attributes["value"] == "7"


def test_a_form_that_is_sent_twice_is_kept_once(client: Client, clock: Clock) -> None:
    key = str(uuid4())
    for _ in range(2):
        client.post("/before/", {"nothing": "on", "key": key})

    assert len(kept(clock)) == 1


def test_the_map_can_be_filled_without_a_script_each_box_has_its_full_name(client: Client) -> None:
    tree = LexborHTMLParser(client.get("/before/").content)

    names = [one.attributes["aria-label"] for one in tree.css("#list input")]
    assert len(names) == len(set(names)) == 2 * 2 * len(Patch)
    assert "Left leg, back of the knee and calf: numb" in names
    assert first(tree, "#list").attributes.get("open", "no") is None
    for script_only in ("#tools", "#reach", "#map-keys"):
        assert "hidden" in first(tree, script_only).attributes


def test_the_last_marks_are_offered_again_but_never_the_ratings(
    client: Client, clock: Clock
) -> None:
    assert b"?as=last" not in client.get("/before/").content
    client.post("/before/", {**CALF, "leg_pain": "3"})
    assert b"?as=last" in client.get("/before/").content

    tree = LexborHTMLParser(client.get("/before/?as=last").content)

    assert len(tree.css("#list input[checked]")) == 3
    assert tree.css(".points input[checked]") == []


@pytest.mark.parametrize(("days", "is_asked"), [(0, False), (6, False), (7, True), (40, True)])
def test_how_it_is_on_the_whole_is_asked_once_there_is_a_week_to_look_back_on(
    client: Client, clock: Clock, days: int, is_asked: bool
) -> None:
    keep(clock)
    clock.pass_days(days)
    session = keep(clock)
    tree = LexborHTMLParser(client.get(f"/session/{session}/after/").content)

    assert bool(tree.css("#whole")) is is_asked
    assert bool(tree.css("input[name=overall]")) is is_asked


def test_after_a_session_everything_is_kept_with_it(client: Client, clock: Clock) -> None:
    session = keep(clock)

    client.post(
        f"/session/{session}/after/",
        {
            **CALF,
            "peak": "6",
            "overall": "-1",
            "activity_0": " Climbing  stairs ",
            "hard_0": "8",
            "activity_1": "Sleeping",
        },
    )

    [one] = symptoms.since(clock.at.date())
    assert one.session == session
    assert one.record.peak == 6
    assert one.record.report == Report(right=MARKED, activities=(8, None), overall=-1)
    assert symptoms.activities() == ("Climbing stairs", "Sleeping")
    shown = LexborHTMLParser(client.get(f"/session/{session}/after/").content)
    assert first(shown, "#id_activity_0").attributes["value"] == "Climbing stairs"


@pytest.mark.parametrize(
    ("left_out", "asks"),
    [((), True), ((BIRD_DOG,), True), ((CHILD,), True), ((BIRD_DOG, CHILD), False)],
)
def test_after_kneeling_it_is_asked_whether_a_shin_or_a_foot_is_newly_numb(
    client: Client, clock: Clock, left_out: tuple[str, ...], asks: bool
) -> None:
    diary.choose(tuple(Choice(exercise=one, left_out=True) for one in left_out))
    session = keep(clock)

    told = words(client.get(f"/session/{session}/after/"))

    assert ("is a shin or a foot newly numb?" in told) is asks


def test_what_was_not_knelt_is_not_asked_after(client: Client, clock: Clock) -> None:
    session = keep(clock, Stopped(60_000))  # in the first exercise, on the back

    assert "shin or a foot" not in words(client.get(f"/session/{session}/after/"))


def test_the_pages_say_where_a_persons_own_words_stay(client: Client, clock: Clock) -> None:
    session = keep(clock)

    told = words(client.get(f"/session/{session}/after/"))

    assert "Your words stay in your diary on this machine" in told


def test_a_session_that_is_not_there_has_no_questions(client: Client) -> None:
    assert client.get(f"/session/{uuid4()}/after/").status_code == 404
    assert client.get(f"/session/{uuid4()}/morning/").status_code == 404


def test_the_end_of_a_session_leads_to_the_questions_until_they_are_answered(
    client: Client, clock: Clock
) -> None:
    session = keep(clock)
    answer_no()
    assert f"/session/{session}/after/" in client.get(f"/session/{session}/done/").content.decode()

    symptoms.report(Moment.AFTER, Report(), session=session)

    told = client.get(f"/session/{session}/done/").content.decode()
    assert f"/session/{session}/after/" not in told


def test_today_asks_in_the_morning_in_three_words_and_then_no_more(
    client: Client, clock: Clock
) -> None:
    session = keep(clock)
    clock.pass_days(1)
    answer_no()
    assert "The morning after" in words(client.get("/"))

    answer = client.post(f"/session/{session}/morning/", {"compared": Compared.LESS.value})

    assert answer.headers["Location"] == f"/session/{session}/morning/"
    assert "The morning after" not in words(client.get("/"))
    kept_one = symptoms.of_session(session, Moment.MORNING)
    assert kept_one is not None
    assert kept_one.record.compared is Compared.LESS


def test_more_in_the_morning_leads_to_the_safety_questions(client: Client, clock: Clock) -> None:
    session = keep(clock)
    clock.pass_days(1)
    client.post(f"/session/{session}/morning/", {"compared": Compared.MORE.value})

    answer = client.get(f"/session/{session}/morning/")

    assert "Do less today, or nothing." in words(answer)
    assert b'href="/safety/"' in answer.content


def test_how_long_it_took_to_settle_is_asked_only_after_a_rise(
    client: Client, clock: Clock
) -> None:
    symptoms.report(Moment.BEFORE, Report(numbness=3))
    session = keep(clock)
    symptoms.report(Moment.AFTER, Report(numbness=3), session=session)
    assert "When was it back" not in words(client.get(f"/session/{session}/morning/"))

    clock.pass_ms(1)
    symptoms.report(Moment.AFTER, Report(numbness=4), session=session)
    assert "When was it back" in words(client.get(f"/session/{session}/morning/"))

    clock.pass_ms(1)
    client.post(f"/session/{session}/morning/", {"nothing": "on", "settled": Settled.DAY.value})
    kept_one = symptoms.of_session(session, Moment.MORNING)
    assert kept_one is not None
    assert kept_one.record.settled is Settled.DAY


@pytest.mark.parametrize("page", ["/before/", "/progress/", "after", "morning"])
def test_nothing_is_inline_and_every_id_is_used_once(
    client: Client, clock: Clock, page: str
) -> None:
    session = keep(clock)
    symptoms.report(Moment.BEFORE, Report(right=MARKED))
    address = page if page.startswith("/") else f"/session/{session}/{page}/"

    html = client.get(address).content.decode()

    assert " style=" not in html
    assert "<style" not in html
    ids = [one.attributes["id"] for one in LexborHTMLParser(html).css("[id]")]
    assert len(ids) == len(set(ids))
