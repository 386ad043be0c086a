from hypothesis import given
from hypothesis import strategies as st

from unpinch.handout.plain import plain


@given(st.text())
def test_the_plain_text_is_always_as_long_as_the_source(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_dashes_quotes_crosses_and_spaces_become_plain() -> None:
    assert plain("3×10 – “CHILD’S” 90º\u00a0X") == '3x10 - "child\'s" 90° x'


def test_letters_that_grow_when_lowered_stay_in_place() -> None:
    assert plain("İ 10 TIMES")[2:] == "10 times"
