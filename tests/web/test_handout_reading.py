"""My handout: a sheet is read and put right, and nothing of it runs before it is confirmed."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from selectolax.lexbor import LexborHTMLParser

from tests.web.page import words
from tests.web.sheets import BRIDGE, HAMSTRING, answer_all, asked, card
from unpinch.runtime import diary, sitting
from unpinch.terms.dose import Range

SEED = Path(__file__).parents[3] / "shared/seed/000_1813ff4050e29abf.txt"


def test_what_was_typed_comes_back_when_it_is_refused(client: Client) -> None:
    answer = client.post("/handout/read/", {"text": "Dear Ana, see you on Monday."})

    assert answer.status_code == 422
    assert "No exercise was found in it." in words(answer)
    assert "Dear Ana, see you on Monday." in answer.content.decode()
    assert sitting.in_hand() is None


def test_an_empty_sheet_says_what_to_do(client: Client) -> None:
    assert "Paste or type your handout, or add a file." in words(
        client.post("/handout/read/", {"text": "  "})
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("noise.txt", bytes(range(256)) * 40),
        ("broken.pdf", b"%PDF-1.7 and then nothing"),
        ("broken.docx", b"PK\x03\x04 and then nothing"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("empty.txt", b""),
        ("../../etc/passwd", b"\0\1\2\3" * 30),
    ],
)
def test_a_file_that_is_no_handout_is_refused_in_one_line(
    client: Client, name: str, content: bytes
) -> None:
    answer = client.post("/handout/read/", {"file": SimpleUploadedFile(name, content)})

    assert answer.status_code in (302, 422)
    assert answer.status_code == 422 or name == "empty.txt"
    assert "Traceback" not in answer.content.decode()


def test_a_file_beyond_the_limit_is_refused_unread(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unpinch.runtime.extracting.MOST_BYTES", 1000)

    answer = client.post("/handout/read/", {"file": SimpleUploadedFile("a.txt", b"x" * 2000)})

    assert "is the most; save the pages with the exercises as a smaller file." in words(answer)


def test_text_and_a_file_at_once_are_not_guessed_between(client: Client) -> None:
    answer = client.post(
        "/handout/read/", {"text": BRIDGE, "file": SimpleUploadedFile("a.txt", b"Bridge")}
    )

    assert answer.status_code == 422
    assert "Which one?" in words(answer)
    assert "Lift your hips" in answer.content.decode()


def test_a_file_is_read_like_typed_text(client: Client) -> None:
    client.post("/handout/read/", {"file": SimpleUploadedFile("sheet.md", BRIDGE.encode())})

    page = words(client.get("/handout/check/"))

    assert "Bridge" in page
    assert "“Hold for 5 seconds”" in page


def test_values_stand_beside_the_words_they_came_from(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    html = client.get("/handout/check/").content.decode()

    place = BRIDGE.index("Hold for 5 seconds")
    assert f'<a class="quote" href="#s{place}">“Hold for 5 seconds”</a>' in html
    assert f'id="s{place}">Hold for 5 seconds' in html


@pytest.mark.skipif(not SEED.exists(), reason="the seed handout is not beside this checkout")
def test_the_seed_handout_asks_its_questions_one_at_a_time(client: Client) -> None:
    client.post("/handout/read/", {"text": SEED.read_text("utf-8")})
    told = []
    for value in ("1", "one then the other", "3 to 3", "in total", "2 to 3", "once a day"):
        ask, about = asked()
        assert ask is not None
        assert ask.text in words(client.get("/handout/check/"))
        told.append((about, ask.text))
        typed = {"exercise": ask.exercise, "field": ask.field, "value": value}
        client.post("/handout/answer/", typed)

    assert told == [
        ("Knees to Chest", "How many times? The sheet does not say."),
        ("Knees to Chest", "The other knee too? The sheet speaks of one only."),
        ("Hamstring Stretch", "Three in all, or one and three more?"),
        ("Opposition Stretch", "20 in all, or 20 on each side?"),
        ("Child’s Pose", "Two to three in all, or one and two to three more?"),
        ("", "How often? The sheet does not say."),
    ]
    client.post("/handout/confirm/", {"program": "The seed"})
    assert diary.program().name == "The seed"
    assert diary.program().parts == diary.shipped_program().parts


def test_silence_stays_unknown_until_it_is_answered(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    client.post("/handout/confirm/", {"program": "Too early"})

    assert diary.program().id == diary.PROGRAM
    assert "On which sides?" in words(client.get("/handout/check/"))


def test_an_answer_can_be_taken_back_and_a_reload_keeps_the_rest(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})
    answer_all(client)
    answered, _ = asked()

    client.post("/handout/undo/")

    assert answered is None
    assert "How often?" in words(client.get("/handout/check/"))
    assert "A sheet is waiting for you" in words(client.get("/handout/"))


def test_an_answer_that_is_no_number_is_refused_and_stays_in_the_field(client: Client) -> None:
    client.post("/handout/read/", {"text": "Calf stretch\nStand at a wall and lean in.\n"})
    ask, _ = asked()
    assert ask is not None

    answer = client.post(
        "/handout/answer/",
        {"exercise": ask.exercise, "field": ask.field, "value": "a <few>"},
    )

    assert answer.status_code == 422
    assert "Write a number or a range" in words(answer)
    assert 'value="a &lt;few&gt;"' in answer.content.decode()


def test_an_old_answer_sent_twice_changes_nothing(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})
    typed = {"exercise": 0, "field": "sides", "value": "none"}
    client.post("/handout/answer/", typed)
    before = sitting.in_hand()

    client.post("/handout/answer/", typed)

    assert sitting.in_hand() == before


def test_a_value_is_put_right_with_a_form_and_only_what_changed_is_an_edit(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})
    shown = card(0)
    typed = {entry.name: entry.value for entry in (*shown.entries, *shown.words)}

    client.post("/handout/exercise/0/", {**typed, "hold_ms": "8 to 10"})

    now = sitting.in_hand()
    assert now is not None
    assert [edit.changes for edit in now.edits] == [{"hold_ms": "8 to 10"}]
    assert "8 to 10 seconds" in words(client.get("/handout/check/"))


def test_a_wrong_correction_comes_back_with_everything_that_was_typed(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    answer = client.post(
        "/handout/exercise/0/", {"hold_ms": "long", "move": "Turn 45 degrees.", "name": "Hips up"}
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="long"' in html
    assert 'value="Hips up"' in html
    assert "Turn 45 degrees." in html
    assert "speaks of degrees" in html
    assert sitting.in_hand() is not None
    assert sitting.in_hand().edits == ()  # type: ignore[union-attr]


def test_an_exercise_is_left_out_and_taken_in_again(client: Client) -> None:
    client.post("/handout/read/", {"text": f"{BRIDGE}\n{HAMSTRING}"})

    client.post("/handout/exercise/0/", {"kept": "no"})
    without = card(0).one.kept
    client.post("/handout/exercise/0/", {"kept": "yes"})

    assert not without
    assert card(0).one.kept


def test_markup_in_a_sheet_is_only_text(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE.replace("squeeze", "<script>alert(1)</script>")})

    assert "<script>alert(1)" not in client.get("/handout/check/").content.decode()


def test_a_sheet_is_thrown_away(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    client.post("/handout/drop/")

    assert sitting.in_hand() is None
    assert client.get("/handout/check/").status_code == 302


LETTER = """Dear Margaret,

it was good to see you on Tuesday, and I hope that the stairs are easier now.

1. Bridge
Lie on your back with your knees bent. Lift your hips. Hold for 5 seconds. 3 sets of 10.

Our new bands are at the front desk.
"""


def test_what_was_left_out_is_marked_on_the_sheet(client: Client) -> None:
    client.post("/handout/read/", {"text": LETTER})

    answer = client.get("/handout/check/")
    left = LexborHTMLParser(answer.content).css(".sheet .left")

    assert "it was good to see you on Tuesday" in " ".join(one.text() for one in left)
    assert "Is there an exercise in it?" in words(answer)
    sheet = LexborHTMLParser(answer.content).css(".sheet")[0]
    for caption in [*sheet.css(".caption"), *sheet.css(".unseen")]:
        caption.decompose()
    assert " ".join(sheet.text().split()) == " ".join(LETTER.split())


def test_a_sheet_of_which_all_was_read_speaks_of_nothing_left_out(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    assert "left out" not in words(client.get("/handout/check/"))


def test_sets_are_shown_and_put_right_and_counted_through(client: Client) -> None:
    client.post("/handout/read/", {"text": LETTER})
    assert "3 sets of 10" in words(client.get("/handout/check/"))

    client.post("/handout/exercise/0/", {"sets": "2"})
    answer_all(client, sides="none")
    client.post("/handout/confirm/", {"program": "Sets"})

    assert diary.program().parts[0].repetitions == 20
    told = words(client.get("/exercises/"))
    assert "handout 2 sets of 10" in told
    assert "Rest between sets our reading 30 seconds" in told
    assert "The sheet gives no rest between its sets." in told
    assert "Hold 5 seconds, 2 sets of 10." in words(client.get("/"))


def test_a_rest_between_sets_is_shown_with_its_words_and_can_be_put_right(client: Client) -> None:
    sheet = LETTER.replace("3 sets of 10.", "3 sets of 10. Rest 1 minute between sets.")
    client.post("/handout/read/", {"text": sheet})
    as_read = words(client.get("/handout/check/"))
    client.post("/handout/exercise/0/", {"rest_ms": "90"})
    put_right = words(client.get("/handout/check/"))
    refused = client.post("/handout/exercise/0/", {"rest_ms": "700"})

    assert "Rest between sets 60 seconds" in as_read
    assert "Rest between sets 90 seconds (change it) your answer" in put_right
    assert "A rest lies between 1 second and 10 minutes." in words(refused)


def test_a_rest_that_the_sheet_does_not_give_is_shown_as_ours(client: Client) -> None:
    client.post("/handout/read/", {"text": LETTER})

    assert "Rest between sets 30 seconds (change it) ours" in words(client.get("/handout/check/"))


@pytest.mark.parametrize("sets", ["0", "-1", "many", "1.5", "9" * 400])
def test_sets_that_are_no_number_are_refused_or_never_written(client: Client, sets: str) -> None:
    client.post("/handout/read/", {"text": LETTER})

    status = client.post("/handout/exercise/0/", {"sets": sets}).status_code
    answer_all(client, sides="none")
    client.post("/handout/confirm/", {"program": "Sets"})

    assert status == 422 or sitting.in_hand() is not None
    assert diary.program().id == diary.PROGRAM or diary.program().parts[0].repetitions == 30


def test_an_exercise_that_was_missed_is_added_asked_about_and_led(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    typed = {"name": "Pelvic tilt", "exercise": "guided", "move": "Lie on your back and flatten it"}
    answer = client.post("/handout/add/", typed)
    assert answer.headers["Location"] == "/handout/check/#exercise-1"
    assert "Added by you." in words(client.get("/handout/check/"))
    answer_all(client, sides="none")
    client.post("/handout/confirm/", {"program": "Two"})

    added = diary.library()["pelvic-tilt"]
    assert [part.exercise for part in diary.program().parts] == ["bridge", "pelvic-tilt"]
    assert (added.posture, added.neutral) == ("on the back", True)
    assert "Lie on your back and flatten it." in (added.text.start, added.text.move)


def test_one_of_ours_that_was_missed_needs_no_words(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    client.post("/handout/add/", {"name": "", "exercise": "childs-pose", "move": "Ten times!"})
    answer_all(client, sides="none", hold_ms="15 to 30", repetitions="2 to 3")
    client.post("/handout/confirm/", {"program": "Two"})

    assert [part.exercise for part in diary.program().parts] == ["bridge", "childs-pose"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": "", "exercise": "guided"}, "Write a few words."),
        ({"name": "x" * 41, "exercise": "guided"}, "That has 41 letters; 40 is the most."),
        ({"name": "Tilt", "move": "One. Two. Three."}, "This has 3 sentences"),
    ],
)
def test_what_is_added_wrongly_comes_back_as_typed(
    client: Client, typed: dict[str, str], says: str
) -> None:
    client.post("/handout/read/", {"text": BRIDGE})

    answer = client.post("/handout/add/", typed)

    assert answer.status_code == 422
    assert says in words(answer)
    assert all(value in answer.content.decode() for value in typed.values())


def test_the_last_change_is_undone_where_it_was_made(client: Client) -> None:
    client.post("/handout/read/", {"text": f"{BRIDGE}\n{HAMSTRING}"})
    client.post("/handout/exercise/1/", {"hold_ms": "25"})

    page = LexborHTMLParser(client.get("/handout/check/").content)
    assert [one.attributes["id"] for one in page.css("article:has(.saved)")] == ["exercise-1"]
    answer = client.post("/handout/undo/", {"back": "exercise-1"})

    assert answer.headers["Location"] == "/handout/check/#exercise-1"
    assert card(1).one.hold_ms == Range(20_000, 20_000)


def test_a_question_shows_what_the_sheet_says_of_the_exercise(client: Client) -> None:
    client.post("/handout/read/", {"text": BRIDGE.replace("Hold for 5 seconds, then s", "S")})

    page = LexborHTMLParser(client.get("/handout/check/").content)

    quote = page.css_first("#next blockquote")
    assert quote is not None
    assert "Lift your hips off the floor" in quote.text()


def test_an_answer_that_cannot_be_shared_fairly_is_refused_at_the_question(client: Client) -> None:
    text = BRIDGE.replace("Repeat 10 times", "Do 5 repetitions")
    client.post("/handout/read/", {"text": text})
    typed = {"exercise": 0, "field": "sides", "value": "one then the other"}
    client.post("/handout/answer/", typed)

    counted = {"exercise": 0, "field": "counted", "value": "in total"}
    answer = client.post("/handout/answer/", counted)

    assert answer.status_code == 422
    assert "5 in all cannot be shared fairly by two sides." in words(answer)
    counted["value"] = "on each side"
    assert client.post("/handout/answer/", counted).status_code == 302


def test_a_text_that_is_far_too_long_is_refused_in_one_line_and_stays(client: Client) -> None:
    text = "Bridge. Lift your hips. Hold for 5 seconds.\n" * 80_000

    answer = client.post("/handout/read/", {"text": text})

    assert answer.status_code == 422
    assert f"That has {len(text):,} letters, and 100,000 is the most" in words(answer)
    field = LexborHTMLParser(answer.content).css_first("#text")
    assert field is not None
    assert field.text().strip() == text.strip()
    assert "maxlength" not in field.attributes  # which would cut a sheet without a word


def test_more_than_is_taken_in_at_all_is_said_in_one_line_too(client: Client) -> None:
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1_000_000):
        answer = client.post("/handout/read/", {"text": "x" * 2_000_000})

    assert "That is more than 1 MB of text; leave only the pages with the exercises." in words(
        answer
    )
    assert answer.status_code == 422


def test_a_range_can_be_typed_on_a_phone(client: Client) -> None:
    """A keypad of digits has no "to"."""
    client.post("/handout/read/", {"text": "Wall sit\n\nStand at a wall. Slide down. 3 times.\n"})
    while (asked_now := asked()[0]) and asked_now.choices:
        typed = {"exercise": asked_now.exercise, "field": asked_now.field}
        client.post("/handout/answer/", {**typed, "value": asked_now.choices[0][0]})

    field = LexborHTMLParser(client.get("/handout/check/").content).css_first("#value")

    assert asked_now
    assert asked_now.unit == "seconds"
    assert field is not None
    assert field.attributes.get("inputmode") is None
