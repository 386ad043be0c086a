from unpinch.handout.line import lines
from unpinch.handout.sentence import sentences


def cut(text: str) -> list[str]:
    found = lines(text)
    return [text[one.start : one.end] for one in sentences(text, found, 0, len(found))]


def test_sentences_end_at_full_stops() -> None:
    assert cut("Lie down. Bend your knee! Hold it.") == [
        "Lie down.",
        "Bend your knee!",
        "Hold it.",
    ]


def test_a_stop_without_a_space_still_ends_a_sentence_before_a_capital() -> None:
    assert cut("Hang from the bar.Grip it well.") == ["Hang from the bar.", "Grip it well."]


def test_a_decimal_point_and_an_abbreviation_end_nothing() -> None:
    assert cut("Hold for 2.5 mins. then rest.") == ["Hold for 2.5 mins. then rest."]
    assert cut("Use a weight, e.g. a tin, and lift.") == ["Use a weight, e.g. a tin, and lift."]


def test_an_abbreviation_before_a_capital_does_end_a_sentence() -> None:
    assert cut("Hold 30 secs. Repeat.") == ["Hold 30 secs.", "Repeat."]


def test_a_line_that_begins_with_a_capital_begins_a_sentence() -> None:
    assert cut("Hold 30 seconds\nRepeat 3 times") == ["Hold 30 seconds", "Repeat 3 times"]


def test_items_and_blank_lines_part_sentences() -> None:
    assert cut("- bend\n- hold\n\nlower") == ["bend", "hold", "lower"]


def test_a_bullet_in_the_middle_of_a_line_parts_sentences() -> None:
    assert cut("Lie down • Bend your knee • Hold") == ["Lie down •", "Bend your knee •", "Hold"]


def test_a_very_long_sentence_is_cut() -> None:
    pieces = cut("hold your knee " * 400)
    assert max(map(len, pieces)) <= 600
    assert len(pieces) >= 10
