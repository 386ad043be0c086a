"""A sheet's own names, and which exercise of ours they mean."""

import pytest

from tests.handout.test_writing import answered, sitting, written
from unpinch import exercises
from unpinch.handout import read
from unpinch.handout.as_read import shortened
from unpinch.handout.asking import asks
from unpinch.handout.confirming import Edit, edited, settle

DOSE = "Hold for 30 seconds. Repeat 3 times on each leg."
LYING = "Lie on your back. Straighten your right leg and bring it in. Hold it behind the thigh."


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (LYING, "hamstring-stretch"),
        ("Lying on your back, lift one leg up straight and hold the back of the thigh.",
         "hamstring-stretch"),
        ("Sit on a chair with one leg straight. Lean forward.", None),
        ("Stand and put your heel on a step with a straight leg. Lean forward.", None),
        ("Lie on your back in a doorway with one leg straight up the wall.", None),
    ],
)  # fmt: skip
def test_a_hamstring_stretch_is_ours_by_its_name_and_position(told: str, meant: str | None) -> None:
    (one,) = read(f"Hamstring stretch\n\n{told} {DOSE}\n").exercises

    assert one.exercise == meant


def test_our_name_with_our_dose_becomes_our_exercise() -> None:
    files = written(answered(sitting(f"Hamstring stretch\n\n{LYING} {DOSE}\n"), often="daily"))

    assert [part.exercise for part in files.program.parts] == ["hamstring-stretch"]
    assert files.exercises == {}


def test_a_name_of_ours_without_a_position_is_asked_about() -> None:
    begun = sitting(f"Hamstring stretch\n\n{DOSE}\n")
    ask = asks(begun, exercises.library())[0]

    ours = written(answered(edited(begun, Edit(0, {"exercise": "hamstring-stretch"}))))
    other = written(answered(edited(begun, Edit(0, {"exercise": "guided"}))))

    assert (ask.field, ask.choices[0]) == ("exercise", ("hamstring-stretch", "yes, this one"))
    assert ask.text.startswith("Is it this one? Lie on your back")
    assert ours.exercises == {}
    assert list(other.exercises) == ["hamstring-stretch-my-sheet.toml"]
    assert other.library["hamstring-stretch-my-sheet"].neutral


def test_another_dose_keeps_the_name_that_the_sheet_has() -> None:
    text = (
        "Bird dog\n\nOn hands and knees, reach one arm forward and the opposite leg back. "
        "Hold 5 seconds. 10 times in all, alternating sides.\n"
    )
    files = written(answered(sitting(text)))

    own = files.library[files.program.parts[0].exercise]
    assert (own.name, own.like) == ("Bird dog, my sheet", "opposition-stretch")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Heel raises standing at the kitchen worktop", "Heel raises standing at the kitchen"),
        ("Heel raises", "Heel raises"),
        ("Calf stretch with both hands placed on the wall", "Calf stretch with both hands placed"),
        ("W" * 60, "W" * 40),
    ],
)  # fmt: skip
def test_a_name_that_is_too_long_is_cut_between_words(name: str, short: str) -> None:
    assert shortened(name, 40) == short


def test_a_long_name_is_not_cut_in_a_word() -> None:
    sheet = f"Heel raises standing at the kitchen worktop\n\nStand tall. Rise up. {DOSE}\n"

    assert settle(sitting(sheet)).exercises[0].name == "Heel raises standing at the kitchen"


@pytest.mark.parametrize(
    ("told", "posture"),
    [
        ("Piriformis stretch\n\nLying on your back, ankle over the opposite knee. Hold 20 seconds. "
         "3 times.\n", "on the back"),
        ("Piriformis stretch (lying on your back, ankle over the other knee)\n\nPull the thigh "
         "closer. Hold 20 seconds. 3 times.\n", "on the back"),
        ("Blade squeeze\n\nTall on a chair. Draw your shoulder blades together. Hold 5 seconds. "
         "10 times.\n", "sitting"),
        ("Blade squeeze\n\nSqueeze your shoulder blades. Hold 5 seconds. 10 times.\n", None),
    ],
)  # fmt: skip
def test_a_position_that_the_sheet_names_anywhere_is_not_asked_for(
    told: str, posture: str | None
) -> None:
    begun = sitting(told)

    assert settle(begun).exercises[0].posture == posture
    fields = [ask.field for ask in asks(begun, exercises.library())]
    assert ("posture" in fields) == (posture is None)
