from hypothesis import given
from hypothesis import strategies as st

from unpinch.handout.number import in_words, numbers, word_value
from unpinch.handout.plain import plain


def values(text: str) -> list[float]:
    return [number.value for number in numbers(plain(text), 0, len(text))]


@given(st.integers(0, 99))
def test_a_number_in_words_is_read_back(value: int) -> None:
    assert word_value(in_words(value)) == value
    assert values(f"do {in_words(value)} of them") == [value]


@given(st.integers(0, 999))
def test_a_number_in_digits_is_read_back(value: int) -> None:
    assert values(f"do {value} of them") == [value]


def test_words_and_signs_for_parts_are_numbers() -> None:
    assert values("one and a half minutes") == [1.5]
    assert values("1½ minutes") == [1.5]
    assert values("1 1/2 minutes") == [1.5]
    assert values("half a minute") == [0.5]
    assert values("a dozen") == [12]
    assert values("twenty five") == [25]
    assert values("Twenty-Five") == [25]
    assert values("one hundred and twenty") == [120]


def test_once_and_twice_are_numbers_and_a_is_one_before_a_unit() -> None:
    assert values("once or twice") == [1, 2]
    assert values("hold for a minute") == [1]
    assert values("a breath") == [1]
    assert values("bring a leg up") == []


def test_twice_as_long_compares_and_counts_nothing() -> None:
    assert values("breathe out twice as long as you breathe in") == []
    assert values("take twice the time to lower it") == []
    assert values("do it twice as soon as you are up") == [2]


def test_a_second_is_a_number_only_when_nothing_follows_it() -> None:
    assert values("hold for a second.") == [1]
    assert values("then a second set") == []


def test_what_only_looks_like_a_number_is_passed_over() -> None:
    assert values("on 12/10/2024") == []
    assert values("the 2nd and 3rd time") == []
    assert values("it costs £15 or $20") == []
    assert values("1,000 people") == []
    assert values("call 01234-5678") == []
    assert values("vitamin b12, max10") == []


def test_the_cross_of_x10_does_not_hide_the_number() -> None:
    assert values("x10") == [10]
    assert values("3x10") == [3, 10]
    assert values("(×5)") == [5]
