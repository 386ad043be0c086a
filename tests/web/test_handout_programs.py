"""Programs of the person's own: followed, judged by the safety rules, renamed, deleted, printed."""

import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.answered import WORSE_WITH_BENDING, answer_no, answer_yes_to
from tests.web.page import words
from tests.web.sheets import BRIDGE, HAMSTRING, confirmed
from unpinch.care.allowed import Blocked
from unpinch.care.rules import safety_rules
from unpinch.exercises.choosing import Choice
from unpinch.exercises.program_file import read_program
from unpinch.exercises.reading import read_exercise
from unpinch.runtime import diary, keeping, safety, sitting


def test_the_confirmed_program_is_followed_everywhere(client: Client) -> None:
    answer_no()

    status = confirmed(client, f"{BRIDGE}\n{HAMSTRING}", sides="none")

    assert status == 302
    assert diary.program().name == "From Ana"
    assert "Bridge" in words(client.get("/"))
    assert "Lift your hips off the floor" in words(client.get("/exercises/"))
    assert "Hamstring stretch, my sheet" in [part.name for part in safety.plan_to_start().parts]
    assert client.get("/figure/bridge/-/-/").status_code == 200
    assert sitting.in_hand() is None


def test_the_files_lie_in_the_data_folder_and_pass_the_check(client: Client, diary: Path) -> None:
    confirmed(client, BRIDGE, sides="none")

    text = (diary / "exercises/bridge.toml").read_text("utf-8")
    found = read_exercise(text, "bridge.toml")
    program = (diary / "programs/from-ana.toml").read_text("utf-8")

    assert found.neutral
    assert read_program(program, "from-ana.toml", {"bridge": found}).parts[0].hold_ms == 5_000


@pytest.mark.parametrize(
    "condition", [row for row in safety_rules().conditions if row.when], ids=lambda row: row.id
)
def test_the_safety_matrix_holds_for_a_sheet_of_ones_own(client: Client, condition: object) -> None:
    confirmed(client, f"{BRIDGE}\n{HAMSTRING}", sides="none")
    item = condition.when[0]  # type: ignore[attr-defined]
    answer_yes_to(item)
    own = safety.standing().rulings
    diary.follow(diary.PROGRAM)
    ours = safety.standing().rulings

    assert own["hamstring-stretch-my-sheet"] == ours["hamstring-stretch"]
    if all(isinstance(one, Blocked) for one in ours.values()):
        assert isinstance(own["bridge"], Blocked)


def test_a_movement_that_nobody_knows_counts_as_one_that_bends(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")
    answer_yes_to(WORSE_WITH_BENDING)

    assert isinstance(safety.standing().rulings["bridge"], Blocked)


def test_choices_belong_to_the_program_they_were_made_in(client: Client) -> None:
    diary.choose((Choice(exercise="childs-pose", hold_ms=20_000),))
    confirmed(client, HAMSTRING)
    among_own = diary.choices()
    client.post("/programs/leg-numbness/follow/")

    assert among_own == ()
    assert [one.exercise for one in diary.choices()] == ["childs-pose"]


def test_a_program_is_copied_renamed_deleted_and_put_back(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")
    client.post("/programs/from-ana/duplicate/")
    client.post("/programs/from-ana-2/rename/", {"name": "For the holidays"})
    renamed = diary.programs()["from-ana-2"]

    client.post("/programs/from-ana-2/away/")
    gone = "from-ana-2" not in diary.programs()
    client.post("/programs/from-ana-2/back/")

    assert renamed.name == "For the holidays"
    assert renamed.parts == diary.programs()["from-ana"].parts
    assert gone
    assert diary.programs()["from-ana-2"] == renamed


def test_what_is_followed_is_not_deleted_and_what_is_ours_is_not_changed(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")

    assert client.post("/programs/from-ana/away/").status_code == 422
    assert client.post("/programs/leg-numbness/rename/", {"name": "Mine"}).status_code == 422
    assert client.post("/programs/nothing/follow/").status_code == 422
    taken = client.post("/programs/from-ana/rename/", {"name": "numbness in the LEG"})
    assert "Another program has this name already" in words(taken)


def test_the_same_sheet_twice_gives_two_programs_of_the_same_exercises(client: Client) -> None:
    sheet = f"{BRIDGE}\n{HAMSTRING}"
    confirmed(client, sheet, sides="none")
    first = diary.program()
    confirmed(client, sheet, sides="none")

    assert diary.program().name == "From Ana 2"
    assert diary.program().parts == first.parts
    assert set(diary.library()) - set(diary.shipped_exercises()) == {
        "bridge", "hamstring-stretch-my-sheet",
    }  # fmt: skip


def test_another_dose_makes_another_exercise(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")
    confirmed(client, BRIDGE.replace("5 seconds", "6 seconds"), sides="none")

    assert diary.library()["bridge-2"].like == "bridge"


def test_following_another_program_is_undone_where_it_was_done(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")

    answer = client.post("/programs/leg-numbness/follow/", follow=True)
    page = LexborHTMLParser(answer.content)
    undo = page.css("#p-leg-numbness form:has(button.link)")

    assert [one.attributes["action"] for one in undo] == ["/programs/from-ana/follow/"]
    assert client.get("/handout/?saved=followed&before=nothing").status_code == 200


def test_the_files_can_be_taken_along(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")

    with zipfile.ZipFile(io.BytesIO(client.get("/programs/from-ana/files.zip").content)) as pack:
        names = pack.namelist()

    assert names == ["exercises/bridge.toml", "programs/from-ana.toml"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_program_goes_on_paper(client: Client, paper: str) -> None:
    confirmed(client, BRIDGE, sides="none")

    answer = client.get(f"/programs/from-ana/paper.pdf?paper={paper}")

    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="from-ana.pdf"'


def test_erasing_takes_the_sheet_in_hand_and_what_was_deleted(client: Client, diary: Path) -> None:
    confirmed(client, BRIDGE, sides="none")
    client.post("/programs/leg-numbness/follow/")
    client.post("/programs/from-ana/away/")
    client.post("/handout/read/", {"text": HAMSTRING})

    keeping.erase()

    assert sitting.in_hand() is None
    assert not list(diary.rglob("from-ana.toml"))


def test_a_file_that_was_edited_counts_at_once(client: Client, diary: Path) -> None:
    confirmed(client, BRIDGE, sides="none")
    file = diary / "exercises/bridge.toml"
    file.write_text(file.read_text("utf-8").replace("Lift your hips", "Raise your hips"), "utf-8")

    assert "Raise your hips off the floor" in words(client.get("/exercises/"))


def test_a_file_that_was_edited_wrongly_is_named_and_nothing_is_led(
    client: Client, diary: Path
) -> None:
    answer_no()
    confirmed(client, BRIDGE, sides="none")
    file = diary / "exercises/bridge.toml"
    file.write_text(file.read_text("utf-8").replace('hold = "5 s"', 'hold = "5"'), "utf-8")

    answer = client.get("/")

    assert answer.status_code == 409
    assert "bridge.toml" in words(answer)
    assert str(diary) in words(answer)


def test_without_its_file_ours_is_followed_and_keeps_its_own_choices(
    client: Client, diary: Path
) -> None:
    from unpinch.runtime import diary as book

    confirmed(client, HAMSTRING)
    (diary / "programs/from-ana.toml").unlink()
    book.choose((Choice(exercise="childs-pose", hold_ms=25_000),))

    assert book.program().id == book.PROGRAM
    assert [one.hold_ms for one in book.choices()] == [25_000]


PUMPS = """Ankle pumps
Lie on your back. Bend your ankle up and down slowly. Keep it moving, do not hold.
3 sets of 10, both sides.

Walking
Walk on level ground for 10 minutes twice a day.
"""


def test_what_is_not_held_is_told_as_what_it_is_and_whose_words_and_numbers_are(
    client: Client,
) -> None:
    assert confirmed(client, PUMPS, counted="on each side", often="once a day") == 302

    today, own = words(client.get("/")), words(client.get("/exercises/"))

    assert "3 sets of 10 on each side, right then left, about 4 seconds each." in today
    assert "Keep going for 10 minutes." in today
    assert "our reading how fast" in today
    assert "Each takes our reading About 4 seconds" in own
    assert "Keep going for handout 10 minutes" in own
    assert "How they are counted your answer" in own
    assert "Come back to the start, and rest. our words" in own
    for page in (today, own):
        assert "Hold 4 seconds" not in page
        assert "Hold 600" not in page
        assert "Stay there" not in page
