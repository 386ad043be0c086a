import json
from pathlib import Path

from tests.cli.conftest import Command


def test_all_four_are_listed_with_doses_in_the_handouts_order(command: Command) -> None:
    shown = command("exercises").out

    names = ["Knees to chest", "Both knees", "Hamstring stretch", "Opposition stretch", "Child's"]
    places = [shown.index(name) for name in names]
    assert places == sorted(places)
    assert "15 s to 60 s" in shown
    assert "20 in all" in shown
    assert "right, then left" in shown


def test_how_we_read_the_handout_is_marked_as_ours(command: Command) -> None:
    shown = command("exercises").out

    assert "Knees to chest, our reading:" in shown
    assert "20 in all, ten on each side" in shown


def test_it_ends_with_where_our_files_lie(command: Command) -> None:
    place = Path(command("exercises").out.splitlines()[-1].partition(" are in ")[2])

    assert (place / "hamstring-stretch.toml").is_file()


def test_the_same_as_data(command: Command) -> None:
    found = json.loads(command("exercises", "--json").out)["exercises"]

    first = found[0]
    assert [each["id"] for each in found] == [
        "knees-to-chest",
        "hamstring-stretch",
        "opposition-stretch",
        "childs-pose",
    ]
    assert first["dose"] == {
        "hold_s": [15, 60],
        "repetitions": [1, 4],
        "sets": None,
        "rest_s": None,
        "sides": "one then the other",
        "first": "right",
        "counted": "on each side",
        "at_most_s": 60,
        "kind": "hold",
    }
    assert "repetitions" in first["readings"]
    assert first["variations"][0]["dose"]["sides"] == "together"
    assert found[3]["dose"]["sides"] is None


def test_programs_show_the_chosen_points_and_the_claims(command: Command) -> None:
    shown = command("programs").out

    assert "Numbness in the leg (leg-numbness), regularly" in shown
    assert "1 on each side *" in shown
    assert "* our reading" in shown
    assert shown.count("The handout says:") == shown.count("What is known:") == 4


def test_programs_as_data(command: Command) -> None:
    (program,) = json.loads(command("programs", "--json").out)["programs"]

    assert program["program"] == "leg-numbness"
    assert [
        (part["exercise"], part["hold_s"], part["repetitions"]) for part in program["parts"]
    ] == [
        ("knees-to-chest", 15, 1),
        ("hamstring-stretch", 30, 3),
        ("opposition-stretch", 3, 20),
        ("childs-pose", 15, 2),
    ]
    assert len(program["claims"]) == 4


def test_a_program_of_ones_own_is_shown_and_led_by_its_name_with_its_note(
    command: Command, own: Path
) -> None:
    file = own / "programs/counter.toml"
    file.write_text(f'{file.read_text("utf-8")}note = "Shoes off."\n', "utf-8")

    shown = command("programs", "--data", own).out
    data = json.loads(command("programs", "--json", "--data", own).out)["programs"]
    plan = json.loads(command("plan", "at the counter", "--json", "--data", own).out)

    assert "Heel raise, a note: Shoes off." in shown
    assert data[-1]["parts"][0]["note"] == "Shoes off."
    assert {turn["hold_s"] for turn in plan["turns"]} == {5}
    assert len(plan["turns"]) == 12


def test_a_note_with_a_dose_in_it_is_refused_with_file_and_place(
    command: Command, own: Path
) -> None:
    file = own / "programs/counter.toml"
    file.write_text(f'{file.read_text("utf-8")}note = "Hold 20 s."\n', "utf-8")

    line = 'counter.toml, [[part]] 1 note: says "Hold 20"; how long and how many belong into hold'
    assert command("check", file, "--data", own).refusal.startswith(line)
    assert command("plan", "counter", "--data", own).refusal.startswith(line)
