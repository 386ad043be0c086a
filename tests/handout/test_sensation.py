import pytest

from unpinch.handout import read

ROOM = "Lie on your back and bend your knee. {} Repeat 3 times."


@pytest.mark.parametrize(
    ("words", "felt"),
    [
        ("Lean until you feel a stretch in your calf.", "until you feel a stretch in your calf"),
        ("Lean till you feel a pull behind the knee.", "till you feel a pull behind the knee"),
        ("You should feel this in your buttock.", "You should feel this in your buttock"),
        ("You’ll feel your back press into the bed.", "You’ll feel your back press into the bed"),
        ("Pull closer, feeling the stretch at the back.", "feeling the stretch at the back"),
        ("Reach forward to feel the stretch in your back.", "to feel the stretch in your back"),
        ("Lean over until a stretch is felt.", "until a stretch is felt"),
        (
            "Lean until you feel a stretch in your hip, then hold it there.",
            "until you feel a stretch in your hip",
        ),
        (
            "Lean until you feel a stretch in your hip without forcing it.",
            "until you feel a stretch in your hip",
        ),
    ],
)
def test_where_it_should_be_felt_is_kept_in_the_sheets_words(words: str, felt: str) -> None:
    one = read(ROOM.format(words)).exercises[0]
    assert one.sensation is not None
    assert one.sensation.text == felt


def test_a_labelled_sensation_is_read() -> None:
    one = read("Bridge\nLie on your back and lift your hips.\nFeel it: in the buttocks.").exercises[
        0
    ]
    assert one.sensation is not None
    assert one.sensation.text == "in the buttocks"


@pytest.mark.parametrize(
    "heading",
    [
        "Where to feel it\n",
        "Where to feel it:\n\n",
        "### Where to feel it\n",
        "**Where to feel it**\n\n- ",
        "WHERE TO FEEL IT\n",
        "Where you should feel the stretch:\n",
        "Where you will feel this\n\n",
        "Where should I feel it?\n",
        "What you should feel\n",
        "What you'll feel: ",
        "You should feel it here\n",
        "Where to feel it - ",
        "Feel it in\n",
    ],
)
def test_a_sensation_is_what_stands_under_its_heading(heading: str) -> None:
    text = (
        f"Calf stretch\nStand and lean forward.\nHold 30 seconds.\n\n{heading}The back of your leg."
    )
    one = read(text).exercises[0]
    assert one.sensation is not None
    assert one.sensation.text == "The back of your leg"


def test_a_heading_with_nothing_under_it_is_no_sensation() -> None:
    text = "Calf stretch\nStand and lean forward.\nHold 30 seconds.\n\nWhere to feel it\n"
    assert read(text).exercises[0].sensation is None


@pytest.mark.parametrize(
    "words",
    [
        "Stop if you feel a sharp pain.",
        "You should not feel any pain.",
        "If you feel the muscle cramp, let go.",
        "You may feel the benefit after a week.",
        "You will feel a difference soon.",
    ],
)
def test_a_warning_is_no_sensation(words: str) -> None:
    assert read(ROOM.format(words)).exercises[0].sensation is None
