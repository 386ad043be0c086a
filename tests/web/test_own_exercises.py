"""Exercises of the person's own: which there are, deleted, and put back."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.answered import answer_no
from tests.web.page import words
from tests.web.sheets import BRIDGE, HAMSTRING, confirmed
from tests.web.test_composing import save
from unpinch.care.stops import Stop
from unpinch.exercises.writing import exercise_file
from unpinch.runtime import composing, diary, judged, keeping, own_exercises, programs, safety
from unpinch.runtime.hub import Hub
from unpinch.runtime.own_files import AWAY, own_folder

LIFT = BRIDGE.replace("Bridge", "Hip lift").replace("10 times", "12 times")


@pytest.fixture
def free(client: Client) -> Client:
    """Two exercises of the person's own, in no program any more; theirs is deleted."""
    confirmed(client, f"{BRIDGE}\n{HAMSTRING}", sides="none")
    diary.follow(diary.PROGRAM)
    programs.take_away("from-ana")
    return client


def own() -> list[str]:
    return [one.exercise.id for one in own_exercises.own()]


def section(client: Client) -> str:
    """What the page says of the person's own exercises."""
    told = words(client.get("/handout/"))
    return told.partition("Exercises of your own")[2].partition("Add a program from a file")[0]


def test_one_that_no_program_uses_is_deleted_and_the_undo_puts_it_back(free: Client) -> None:
    was = diary.library()["bridge"]
    told = words(free.post("/exercises/bridge/away/", follow=True))
    without = own()
    back = words(free.post("/exercises/bridge/back/", follow=True))

    assert "Deleted. What you did of it stays in your diary. Undo" in told
    assert "Deleted exercises Bridge Put it back" in told
    assert without == ["hamstring-stretch-my-sheet"]
    assert "It is back." in back
    assert "Deleted exercises" not in back
    assert diary.library()["bridge"] == was


def test_one_that_a_program_uses_says_by_which_and_stays(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")
    confirmed(client, BRIDGE, sides="none")

    told = section(client)
    answer = client.post("/exercises/bridge/away/")

    assert "Bridge 5 seconds, 10 times" in told
    assert "Used in “From Ana” and “From Ana 2”" in told
    assert "Delete " not in told.replace("Deleted", "")
    assert answer.status_code == 422
    assert "“From Ana” and “From Ana 2” still have it. Leave it out there first." in words(answer)
    assert own() == ["bridge"]


def test_without_any_of_ones_own_the_page_says_nothing_of_them(client: Client) -> None:
    assert section(client) == ""


@pytest.mark.parametrize("number", ["childs-pose", "nothing"])
def test_what_is_ours_or_not_there_is_not_deleted(free: Client, number: str) -> None:
    before = set(diary.library())

    assert free.post(f"/exercises/{number}/away/").status_code == 422
    assert free.post(f"/exercises/{number}/back/").status_code == 422 or number in before
    assert set(diary.library()) == before


def test_what_was_deleted_is_offered_nowhere(free: Client) -> None:
    free.post("/exercises/bridge/away/")

    assert "Bridge" not in words(free.get("/programs/new/"))
    assert free.get("/figure/bridge/-/-/").status_code == 404


def test_a_session_that_is_not_over_keeps_its_exercises(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unpinch.web.views.session.hub", Hub())
    answer_no()
    confirmed(client, BRIDGE, sides="none")
    client.post("/session/start/")
    diary.follow(diary.PROGRAM)
    programs.take_away("from-ana")

    answer = client.post("/exercises/bridge/away/")

    assert "A session that is not over has it. Finish that first." in words(answer)
    assert own() == ["bridge"]


def test_a_program_that_is_put_back_brings_its_exercises_back(free: Client) -> None:
    free.post("/exercises/bridge/away/")
    free.post("/exercises/hamstring-stretch-my-sheet/away/")
    told = words(free.get("/handout/"))

    free.post("/programs/from-ana/back/")

    assert "Deleted programs From Ana" in told
    assert own() == ["bridge", "hamstring-stretch-my-sheet"]
    assert "from-ana" in diary.programs()


def test_taking_back_a_change_brings_the_exercise_back_that_it_left_out(client: Client) -> None:
    confirmed(client, f"{BRIDGE}\n{HAMSTRING}", sides="none")
    save(client, "out bridge", number="from-ana")
    client.post("/exercises/bridge/away/")

    client.post("/programs/from-ana/undo/", {"from": "list"})

    assert [part.exercise for part in diary.programs()["from-ana"].parts] == [
        "bridge", "hamstring-stretch-my-sheet",
    ]  # fmt: skip


def test_the_same_sheet_read_again_brings_the_same_exercise_back(free: Client) -> None:
    was = diary.library()["bridge"]
    free.post("/exercises/bridge/away/")
    confirmed(free, BRIDGE, sides="none")

    assert diary.program().parts[0].exercise == "bridge"
    assert diary.library()["bridge"] == was
    assert own_exercises.away() == ()


def test_a_file_that_is_taken_in_brings_the_same_exercise_back(free: Client) -> None:
    programs.put_back("from-ana")
    pack = SimpleUploadedFile("x.zip", programs.packed("from-ana"))
    programs.take_away("from-ana")
    free.post("/exercises/bridge/away/")

    free.post("/programs/take-in/", {"file": pack})

    assert own() == ["bridge", "hamstring-stretch-my-sheet"]
    assert len(diary.programs()["from-ana-2"].parts) == 2


def test_another_exercise_does_not_get_the_id_of_one_that_was_deleted(free: Client) -> None:
    free.post("/exercises/bridge/away/")
    confirmed(free, BRIDGE.replace("10 times", "15 times"), sides="none")

    assert diary.program().parts[0].exercise == "bridge-2"
    assert free.post("/exercises/bridge/back/").status_code == 302


def test_what_went_by_its_name_since_then_stays_and_is_named(free: Client, diary: Path) -> None:
    free.post("/exercises/bridge/away/")
    text = (diary / "exercises" / AWAY / "bridge.toml").read_text("utf-8")
    (own_folder("exercises") / "by-hand.toml").write_text(text, "utf-8")

    answer = free.post("/exercises/bridge/back/")

    assert answer.status_code == 422
    assert "Bridge cannot be put back: Bridge goes by its name now; nothing" in words(answer)
    assert words(free.get("/handout/"))  # and every page can be read as before
    refused = words(free.post("/programs/from-ana/back/"))
    assert "From Ana cannot be put back now. Bridge cannot be put back" in refused


def test_a_stop_reaches_all_that_are_like_one_that_was_deleted(free: Client) -> None:
    confirmed(free, LIFT, sides="none")
    stop = Stop("any", "hamstring-stretch-my-sheet", "It hurt.", None, safety.this_day(), ())
    free.post("/exercises/hamstring-stretch-my-sheet/away/")

    assert "hamstring-stretch" in {one.exercise for one in judged.reaching([stop])}


def test_a_sheet_that_is_read_again_after_deleting_is_no_way_round_a_stop(free: Client) -> None:
    free.post("/exercises/bridge/away/")
    confirmed(free, LIFT, sides="none")
    stop = Stop("any", "bridge", "It hurt.", None, safety.this_day(), ())

    assert "hip-lift" in {one.exercise for one in judged.reaching([stop])}


def test_a_backup_carries_what_was_deleted_and_erasing_takes_it(
    free: Client, diary: Path, tmp_path: Path
) -> None:
    free.post("/exercises/bridge/away/")
    keeping.back_up(tmp_path / "copy")
    keeping.erase()
    gone = not (diary / "exercises" / AWAY).exists()

    keeping.restore(tmp_path / "copy")

    assert gone
    assert [one.id for one in own_exercises.away()] == ["bridge"]


def test_a_deleted_file_that_cannot_be_read_any_more_is_none(free: Client, diary: Path) -> None:
    free.post("/exercises/bridge/away/")
    (diary / "exercises" / AWAY / "bridge.toml").write_text("name = ", "utf-8")

    assert own_exercises.away() == ()
    assert free.get("/handout/").status_code == 200
    assert free.post("/exercises/bridge/back/").status_code == 422


def test_a_file_by_another_name_than_its_id_is_found(free: Client) -> None:
    folder = own_folder("exercises")
    (folder / "bridge.toml").rename(folder / "Bridge .toml")
    free.post("/exercises/bridge/away/")
    deleted = own()
    free.post("/exercises/bridge/back/")

    assert deleted == ["hamstring-stretch-my-sheet"]
    assert exercise_file(diary.library()["bridge"])
    assert composing.begin("Mine", ["bridge"]).parts[0].exercise == "bridge"
