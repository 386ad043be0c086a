from hypothesis import given
from hypothesis import strategies as st

from unpinch.handout import read
from unpinch.handout.draft import Span
from unpinch.handout.unwrap import unwrap


def whole(text: str) -> str:
    return unwrap(text).text


def test_a_wrapped_line_goes_on() -> None:
    assert (
        whole("Hold for 30\nseconds and\n  10 times more")
        == "Hold for 30 seconds and 10 times more"
    )


def test_a_label_on_a_line_of_its_own_leads_into_the_next() -> None:
    assert whole("Repetitions\n10\nDays per week\nThree") == "Repetitions 10\nDays per week Three"


def test_a_name_is_not_joined_with_the_dose_below_it() -> None:
    assert whole("Heel lifts\n10 times") == "Heel lifts\n10 times"


def test_items_headings_blank_lines_and_new_sentences_stay_apart() -> None:
    for text in ("- bend\n- hold", "## Bridge\nlie down", "bend\n\nhold", "Bend.\nand hold",
                 "Bend\nHold", "a | b\nc | d | e"):  # fmt: skip
        assert whole(text) == text


def test_only_one_space_is_left_between_words() -> None:
    assert whole("  Hold   for\u00a0 30 \r\n  seconds") == "  Hold for 30 seconds"


def test_a_span_goes_back_to_where_its_words_stand() -> None:
    text = "Hold   for\n30  seconds"
    unwrapped = unwrap(text)
    assert unwrapped.text == "Hold for 30 seconds"
    assert unwrapped.placed_back(Span("for 30", 5, 11)) == Span("for\n30", 7, 13)


@given(st.text(alphabet=st.sampled_from("ab1.- |\n\t\r•#*:R"), max_size=80))
def test_every_character_knows_its_place(text: str) -> None:
    unwrapped = unwrap(text)
    assert len(unwrapped.places) == len(unwrapped.text) + 1
    for at, character in enumerate(unwrapped.text):
        if not character.isspace():
            assert text[unwrapped.places[at]] == character


def test_a_wrapped_dose_quotes_its_wrapped_words() -> None:
    text = "Lie on your back and lift your hips. Hold for\n   30    seconds."
    one = read(text).exercises[0]
    assert one.hold_s is not None
    assert one.hold_s.span.text == "Hold for\n   30    seconds"
