import pytest

from unpinch.handout.line import Kind, lines


def kinds(text: str) -> list[Kind]:
    return [line.kind for line in lines(text)]


def content(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines(text)]


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("## Bridge ##", Kind.HEADING, "Bridge"),
        ("**Bridge**", Kind.HEADING, "Bridge"),
        ("- Lie down", Kind.BULLET, "Lie down"),
        ("• Lie down", Kind.BULLET, "Lie down"),
        ("•Lie down", Kind.BULLET, "Lie down"),
        ("* Lie down", Kind.BULLET, "Lie down"),
        ("o Lie down", Kind.BULLET, "Lie down"),
        ("1. Lie down", Kind.NUMBERED, "Lie down"),
        ("(2) Lie down", Kind.NUMBERED, "Lie down"),
        ("3) Lie down", Kind.NUMBERED, "Lie down"),
        ("b) Lie down", Kind.NUMBERED, "Lie down"),
        ("| Sets | 3 |", Kind.ROW, "| Sets | 3 |"),
        ("Sets\t3", Kind.ROW, "Sets\t3"),
        ("|---|---|", Kind.RULE, "|---|---|"),
        ("Lie down", Kind.PLAIN, "Lie down"),
        ("10 times", Kind.PLAIN, "10 times"),
        ("   ", Kind.BLANK, ""),
    ],
)
def test_a_line_is_known_by_its_marks(line: str, kind: Kind, words: str) -> None:
    assert kinds(line) == [kind]
    assert content(line) == [words]


def test_a_line_over_dashes_is_a_heading() -> None:
    assert kinds("Bridge\n======\nLie down") == [Kind.HEADING, Kind.RULE, Kind.PLAIN]


def test_the_number_of_an_item_is_no_part_of_its_words() -> None:
    line = lines("12. Repeat 3 times")[0]
    assert line.number == 12
    assert content("12. Repeat 3 times") == ["Repeat 3 times"]


def test_every_line_end_is_understood() -> None:
    assert content("a\r\nb\nc\rd") == ["a", "b", "c", "d"]
