"""A number that looks like a dose gives a value, says one again, or is shown as not read."""

import pytest

from unpinch.handout import read


def unread(text: str) -> list[str]:
    return [span.text for span in read(text).unread]


def test_a_second_count_is_shown() -> None:
    text = "Bridge\nLie on your back and lift your hips. Repeat 10 times. Do 3 times on Sundays.\n"
    assert unread(text) == ["Do 3 times on Sundays."]


def test_a_line_that_belongs_to_nothing_is_shown_and_left_out() -> None:
    draft = read("Wobble 40 s\n\n## Bridge\nLie on your back and lift your hips 10 times.\n")
    assert [span.text for span in draft.unread] == ["Wobble 40 s"]
    assert "Wobble 40 s" in [span.text for span in draft.left_out]


@pytest.mark.parametrize(
    "again",
    [
        "Hold for 5 seconds on the other side too.",
        "Bend the knee to 90 degrees.",
        "Work up to 20 repetitions.",
        "Tip: do not lift more than 10 cm.",
        "Easier version: hold for 2 seconds.",
    ],
)
def test_what_says_it_again_or_is_no_dose_is_not(again: str) -> None:
    assert (
        unread(f"Bridge\nLie down and lift your hips. Hold for 5 seconds, 10 times. {again}") == []
    )


def test_doses_of_an_introduction_that_hold_for_all_are_read() -> None:
    text = "Do each exercise 10 times.\n\n## Bridge\nLie on your back and lift your hips.\n"
    assert unread(text) == []
