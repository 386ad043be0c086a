import json
from itertools import pairwise
from typing import Any

import pytest

from tests.cli.conftest import Command


def planned(command: Command, *words: str) -> dict[str, Any]:
    ended = command("plan", *words, "--json")
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_every_turn_of_the_program(command: Command) -> None:
    plan = planned(command, "leg-numbness")

    turns = [
        (turn["exercise"], turn["side"], turn["repetition"], turn["of"], turn["hold_s"])
        for turn in plan["turns"]
    ]
    assert plan["program"] == "leg-numbness"
    assert turns == [
        ("knees-to-chest", "right", 1, 1, 15),
        ("knees-to-chest", "left", 1, 1, 15),
        *(("hamstring-stretch", "right", n, 3, 30) for n in (1, 2, 3)),
        *(("hamstring-stretch", "left", n, 3, 30) for n in (1, 2, 3)),
        *(("opposition-stretch", "right" if n % 2 else "left", n, 20, 3) for n in range(1, 21)),
        ("childs-pose", None, 1, 2, 15),
        ("childs-pose", None, 2, 2, 15),
    ]


def test_times_are_the_holds_own_and_follow_each_other(command: Command) -> None:
    plan = planned(command)

    for turn in plan["turns"]:
        assert turn["end_s"] - turn["start_s"] == pytest.approx(turn["hold_s"])
    for before, after in pairwise(plan["turns"]):
        assert before["end_s"] < after["start_s"]
    assert plan["total_s"] > plan["turns"][-1]["end_s"]


def test_a_person_can_choose_inside_the_handout(command: Command) -> None:
    plan = planned(
        command,
        "--hold", "knees-to-chest=30", "--repetitions", "knees-to-chest=2",
        "--variation", "knees-to-chest=both", "--hold", "child's pose=20 s",
        "--leave-out", "hamstring-stretch", "--leave-out", "bird dog", "--pace", "slow",
    )  # fmt: skip

    assert [(t["exercise"], t["side"], t["of"], t["hold_s"]) for t in plan["turns"]] == [
        ("knees-to-chest", "both", 2, 30),
        ("knees-to-chest", "both", 2, 30),
        ("childs-pose", None, 2, 20),
        ("childs-pose", None, 2, 20),
    ]
    assert plan["pace"] == "slow"


def test_a_slower_pace_takes_longer_and_holds_the_same(command: Command) -> None:
    slow, brisk = planned(command, "--pace", "slow"), planned(command, "--pace", "brisk")

    assert slow["total_s"] > brisk["total_s"]
    assert [t["hold_s"] for t in slow["turns"]] == [t["hold_s"] for t in brisk["turns"]]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["--hold", "knees-to-chest=61"],
            "knees-to-chest: 61 s is longer than the handout allows, 15 s to 60 s; "
            "choose 60 s or less.",
        ),
        (
            ["--hold", "knees-to-chest"],
            '--hold: "knees-to-chest" is not EXERCISE=VALUE; write --hold knees-to-chest=30.',
        ),
        (["--hold", "childs-pose=long"], '--hold: "long" is not a time; write "30 s" or'),
        (["--hold", "childs-pose=15 to 20"], '--hold: "15 to 20" has no unit; write "15 s to'),
        (["--repetitions", "childs-pose=x"], '--repetitions: "x" is not a number; write 3 or'),
        (["--variation", "knees-to-chest=bth"], 'the variation "bth" is not known; did you mean'),
        (["--pace", "quick"], '--pace: "quick" is not known; write "slow", "calm" or "brisk".'),
        (["--leave-out", "hamstrng"], 'exercise; did you mean "hamstring-stretch"?'),
        (["leg-numbnes"], 'is not the name of a program; did you mean "leg-numbness"?'),
        (["squats"], '"squats" is not the name of a program; there is leg-numbness.'),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_line(
    command: Command, words: list[str], line: str
) -> None:
    assert line in command("plan", *words).refusal


def test_for_people_it_is_a_table(command: Command) -> None:
    shown = command("plan").out

    assert "calm pace" in shown
    assert "20 of 20" in shown
    assert "Our reading of the handout is in" in shown
