"""A program of one's own, put together and changed on its pages."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import conftest
from tests.answered import WORSE_WITH_BENDING, answer_no, answer_yes_to
from tests.conftest import KEEPS_A_FIXTURE
from tests.web.page import words
from tests.web.sheets import BRIDGE, confirmed
from unpinch.care.stops import Stop
from unpinch.exercises.choosing import Choice
from unpinch.exercises.point import refusals
from unpinch.journal.entry import Kind
from unpinch.runtime import composing, diary, judged, keeping, programs, proposals, safety
from unpinch.runtime import earlier as earlier_programs

EDIT = "/programs/evenings/edit/"


def begin(client: Client, *exercises: str, name: str = "Evenings") -> int:
    """Put a program together; the status of the answer."""
    return client.post("/programs/new/", {"name": name, "exercise": exercises}).status_code


def save(client: Client, do: str = "save", number: str = "evenings", **typed: str) -> int:
    """Send the page of a program as it stands, with these fields changed."""
    program = programs.as_led(number)
    sent: dict[str, object] = {
        "name": program.name,
        "often": program.often,
        "part": [part.exercise for part in program.parts],
        "do": do,
    }
    for part in program.parts:
        sent[f"{part.exercise}-hold"] = f"{part.hold_ms / 1000:g}"
        sent[f"{part.exercise}-repetitions"] = str(part.repetitions)
        sent[f"{part.exercise}-variation"] = part.variation or "main"
        sent[f"{part.exercise}-note"] = part.note
    sent |= {key.replace("_", "-"): value for key, value in typed.items()}
    return client.post(f"/programs/{number}/edit/", sent).status_code


def order(number: str = "evenings") -> list[str]:
    return [part.exercise for part in diary.programs()[number].parts]


def test_a_program_is_put_together_of_ours_and_of_ones_own(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")

    assert begin(client, "childs-pose", "bridge") == 302
    found = diary.programs()["evenings"]

    assert [(part.exercise, part.hold_ms, part.repetitions) for part in found.parts] == [
        ("childs-pose", 15_000, 2), ("bridge", 5_000, 10),
    ]  # fmt: skip
    assert diary.program().name == "From Ana"  # a new program is not followed by itself


@pytest.mark.parametrize(
    ("name", "exercises", "says"),
    [
        ("", ["childs-pose"], "Write a few words."),
        ("漢字", ["childs-pose"], "Write a name with letters."),
        ("Evenings", [], "Choose at least one exercise."),
        ("Evenings", ["nothing"], "Choose at least one exercise."),
        ("numbness IN the leg", ["childs-pose"], "Another program has this name already"),
        ("x" * 41, ["childs-pose"], "That has 41 letters; 40 is the most."),
    ],
)
def test_what_is_missing_is_said_and_what_was_chosen_stays(
    client: Client, name: str, exercises: list[str], says: str
) -> None:
    answer = client.post("/programs/new/", {"name": name, "exercise": exercises})

    assert answer.status_code == 422
    assert says in words(answer)
    assert answer.content.decode().count(" checked") == len(set(exercises) & {"childs-pose"})
    assert programs.own_ids() == frozenset()


def test_order_dose_and_note_are_changed_in_one_go(client: Client) -> None:
    begin(client, "knees-to-chest", "hamstring-stretch", "childs-pose")

    typed = {"childs_pose_hold": "20", "childs_pose_note": "Cushion under the hips"}
    assert save(client, "up childs-pose", **typed) == 302

    assert order() == ["knees-to-chest", "childs-pose", "hamstring-stretch"]
    point = diary.programs()["evenings"].parts[1]
    assert (point.hold_ms, point.note) == (20_000, "Cushion under the hips.")


def test_an_exercise_is_left_out_and_added_again(client: Client) -> None:
    begin(client, "knees-to-chest", "childs-pose")

    save(client, "out knees-to-chest")
    one = order()
    save(client, "add opposition-stretch")

    assert one == ["childs-pose"]
    assert order() == ["childs-pose", "opposition-stretch"]
    assert "Opposition stretch is at the end now." in words(
        client.get(f"{EDIT}?saved=add&about=opposition-stretch")
    )


def test_the_last_exercise_is_not_left_out(client: Client) -> None:
    begin(client, "childs-pose")

    assert save(client, "out childs-pose") == 422
    assert order() == ["childs-pose"]


def test_the_order_after_dragging_is_the_one_that_was_sent(client: Client) -> None:
    begin(client, "knees-to-chest", "hamstring-stretch", "childs-pose")

    sent = ["childs-pose", "knees-to-chest", "hamstring-stretch"]
    save(client, "order childs-pose", part=sent)  # type: ignore[arg-type]

    assert order() == sent


def test_what_cannot_be_saved_comes_back_as_typed_and_nothing_is_written(client: Client) -> None:
    begin(client, "knees-to-chest", "childs-pose")

    typed = {"childs-pose-hold": "90", "childs-pose-note": "Ten times", "name": "Evenings"}
    parts = ["childs-pose", "knees-to-chest"]
    answer = client.post(EDIT, {**typed, "part": parts, "often": "daily", "do": "save"})

    assert answer.status_code == 422
    assert "Nothing is saved yet." in words(answer)
    assert "90 s is longer than the handout allows" in words(answer)
    assert 'value="90"' in answer.content.decode()
    assert order() == ["knees-to-chest", "childs-pose"]


def test_every_change_can_be_taken_back_one_by_one(client: Client) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    before = diary.programs()["evenings"]
    save(client, "up childs-pose")
    save(client, childs_pose_hold="30")
    client.post("/programs/evenings/rename/", {"name": "Mornings"})

    for _ in range(3):
        assert client.post("/programs/evenings/undo/").status_code == 302
    assert diary.programs()["evenings"] == before
    assert client.post("/programs/evenings/undo/").status_code == 422
    assert "Undo" not in words(client.get(EDIT))


def test_saving_without_a_change_leaves_the_file_as_it_was_written(
    client: Client, diary: Path
) -> None:
    begin(client, "childs-pose")
    file = diary / "programs/evenings.toml"
    file.write_text(f"# from Ana\n{file.read_text('utf-8')}", "utf-8")

    save(client)

    assert file.read_text("utf-8").startswith("# from Ana")


def test_a_file_that_was_edited_by_hand_is_not_overwritten_by_an_undo(
    client: Client, diary: Path
) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    save(client, "up childs-pose")
    file = diary / "programs/evenings.toml"
    file.write_text(file.read_text("utf-8").replace("15 s", "20 s"), "utf-8")

    assert client.post("/programs/evenings/undo/").status_code == 422
    assert "20 s" in file.read_text("utf-8")


def test_taking_back_keeps_the_remarks_of_who_wrote_the_file(client: Client, diary: Path) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    file = diary / "programs/evenings.toml"
    file.write_text(f"# from Ana\n{file.read_text('utf-8')}", "utf-8")

    save(client, "up childs-pose")
    client.post("/programs/evenings/undo/")

    assert file.read_text("utf-8").startswith("# from Ana")


def test_what_is_ours_is_not_changed_here(client: Client) -> None:
    answer = client.get("/programs/leg-numbness/edit/")

    assert answer.status_code == 422
    assert "make a copy of this one" in words(answer)


def test_a_copy_begins_with_the_doses_that_are_led(client: Client) -> None:
    diary.choose((Choice(exercise="childs-pose", hold_ms=25_000),))

    answer = client.post("/programs/leg-numbness/duplicate/")

    assert answer.headers["Location"] == "/programs/numbness-in-the-leg-2/edit/?saved=begun"
    assert diary.programs()["numbness-in-the-leg-2"].parts[-1].hold_ms == 25_000


def test_the_dose_in_the_program_counts_over_one_that_was_chosen_before(client: Client) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    client.post("/programs/evenings/follow/")
    chosen = (
        Choice(exercise="childs-pose", hold_ms=25_000),
        Choice(exercise="knees-to-chest", left_out=True, hold_ms=20_000),
    )
    diary.choose(chosen)
    assert 'value="25"' in client.get(EDIT).content.decode()

    save(client, childs_pose_hold="30", knees_to_chest_hold="40")

    (part,) = diary.plan().parts
    assert (part.exercise, part.turns[0].hold_ms) == ("childs-pose", 30_000)
    assert diary.choices() == (Choice(exercise="knees-to-chest", left_out=True),)


def test_that_holds_too_for_a_program_that_is_not_followed(client: Client) -> None:
    begin(client, "childs-pose")
    client.post("/programs/evenings/follow/")
    diary.choose((Choice(exercise="childs-pose", hold_ms=25_000),))
    client.post("/programs/leg-numbness/follow/")

    save(client, childs_pose_hold="30")
    client.post("/programs/evenings/follow/")

    assert diary.plan().parts[0].turns[0].hold_ms == 30_000


def test_a_changed_dose_starts_the_sessions_for_a_proposal_anew() -> None:
    assert Kind.POINTS in proposals._SETTLES


def test_today_leads_the_program_that_was_chosen_with_its_note(client: Client) -> None:
    answer_no()
    begin(client, "childs-pose")
    save(client, childs_pose_note="Cushion under the hips")
    client.post("/programs/evenings/follow/")

    plan = safety.plan_to_start()

    assert [part.exercise for part in plan.parts] == ["childs-pose"]
    assert plan.parts[0].words.start.endswith("Cushion under the hips.")
    assert "Evenings" in words(client.get("/"))
    assert "Cushion under the hips." in words(client.get("/exercises/"))


def test_an_exercise_that_the_safety_answers_leave_out_is_marked(client: Client) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    answer_yes_to(WORSE_WITH_BENDING)

    shown = words(client.get(EDIT))
    assert shown.count("Left out of a session for your safety, until one trial hold has gone") == 2


def test_what_was_deleted_can_be_put_back_later_too(client: Client) -> None:
    begin(client, "childs-pose")
    client.post("/programs/evenings/away/")

    told = words(client.get("/handout/"))
    client.post("/programs/evenings/back/")

    assert "Deleted programs Evenings" in told
    assert "evenings" in diary.programs()
    assert "Deleted programs" not in words(client.get("/handout/"))


def test_a_deleted_programs_id_is_not_given_away(client: Client) -> None:
    begin(client, "childs-pose")
    client.post("/programs/evenings/away/")
    begin(client, "knees-to-chest")

    client.post("/programs/evenings/back/")

    assert {"evenings", "evenings-2"} <= set(diary.programs())


def test_a_half_written_memory_of_earlier_programs_is_none(client: Client, diary: Path) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    save(client, "up childs-pose")
    earlier_programs._file("evenings").write_text('[{"bef', "utf-8")

    assert not composing.can_take_back("evenings")


def test_a_program_comes_in_as_a_file(client: Client) -> None:
    begin(client, "childs-pose")
    with_note = client.get("/programs/evenings/files.zip").content
    client.post("/programs/evenings/away/")

    sent = SimpleUploadedFile("evenings.zip", with_note)
    answer = client.post("/programs/take-in/", {"file": sent}, follow=True)

    assert "Added. Nothing of it is led before you follow it." in words(answer)
    assert order("evenings-2") == ["childs-pose"]


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (None, "Choose a file first."),
        (SimpleUploadedFile("x.toml", b"name = 1"), "x.toml"),
        (SimpleUploadedFile("x.zip", b" " * 1_000_001), "x.zip is larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told_in_words(
    client: Client, file: SimpleUploadedFile | None, says: str
) -> None:
    answer = client.post("/programs/take-in/", {"file": file} if file else {})

    assert answer.status_code == 422
    assert says in words(answer)
    assert "Nothing was added." in words(answer)


def test_a_sheet_that_is_read_again_is_no_way_round_a_stop(client: Client) -> None:
    confirmed(client, BRIDGE, sides="none")
    confirmed(client, BRIDGE.replace("Bridge", "Hip lift"), sides="none")
    confirmed(client, BRIDGE.replace("Lift your hips", "Raise the hips"), sides="none")
    stop = Stop("any", "bridge", "It hurt.", None, safety.this_day(), ())

    reached = {one.exercise for one in judged.reaching([stop])}

    assert reached == {"bridge", "hip-lift", "bridge-2"}


_anything = st.dictionaries(
    st.sampled_from(
        ["name", "often", "do", "childs-pose-hold", "childs-pose-repetitions", "childs-pose-note",
         "childs-pose-variation", "bridge-hold", "part"]
    ),
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["up childs-pose", "out x", "add hamstring-stretch", "nothing", "0", "20"]),
    ),
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=KEEPS_A_FIXTURE)
@given(_anything, st.lists(st.sampled_from(["childs-pose", "hamstring-stretch", "x"]), max_size=4))
def test_anything_may_be_sent_to_the_page_of_a_program(
    client: Client, typed: dict[str, str], parts: list[str]
) -> None:
    conftest._empty()
    begin(client, "childs-pose")

    answer = client.post(EDIT, {"part": parts, **typed})

    assert answer.status_code in (302, 422)
    assert client.get("/handout/").status_code == 200
    for part in diary.programs()["evenings"].parts:
        assert not refusals(diary.library()[part.exercise], part.hold_ms, part.repetitions, None)


def test_erasing_takes_what_a_program_was_before_too(client: Client, diary: Path) -> None:
    begin(client, "knees-to-chest", "childs-pose")
    save(client, "up childs-pose")

    keeping.erase()

    assert not list(diary.rglob("*.earlier.json"))


def test_exercises_of_which_a_sheet_says_nothing_are_not_taken_for_one(client: Client) -> None:
    confirmed(client, "Bridge 2 x 10, 5 sec hold\nClamshell 3 x 30 sec\n", sides="none")

    own = set(diary.library()) - set(diary.shipped_exercises())

    assert len(own) == 2
    assert {diary.library()[one].like for one in own} == {""}


def test_a_choice_in_a_program_of_ones_own_goes_back_to_what_the_program_has(
    client: Client,
) -> None:
    begin(client, "childs-pose")
    save(client, childs_pose_hold="20")
    client.post("/programs/evenings/follow/")
    diary.choose((Choice(exercise="childs-pose", hold_ms=30_000),))

    told = words(client.get("/exercises/"))
    client.post("/exercises/childs-pose/", {"undo": "1"})

    assert "Back to the program’s dose" in told
    assert "The program has 20 seconds, twice." in told
    assert diary.plan().parts[0].turns[0].hold_ms == 20_000
