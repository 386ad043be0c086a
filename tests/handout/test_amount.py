import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpinch.handout.amount import Amount, amounts
from unpinch.handout.number import in_words
from unpinch.handout.plain import plain
from unpinch.handout.unit import Unit


def only(text: str) -> Amount:
    found = amounts(plain(text), 0, len(text))
    assert len(found) == 1, found
    return found[0]


dashes = st.sampled_from(["-", "–", " – ", "—", " to ", "-to-", " - ", "- to ", " or "])
ends = st.tuples(st.integers(1, 49), st.integers(1, 40)).map(lambda two: (two[0], sum(two)))


@given(ends, dashes, st.booleans(), st.booleans())
def test_a_range_is_read_back_however_it_is_written(
    both: tuple[int, int], dash: str, low_in_words: bool, high_in_words: bool
) -> None:
    low = in_words(both[0]) if low_in_words else str(both[0])
    high = in_words(both[1]) if high_in_words else str(both[1])
    amount = only(f"hold for {low}{dash}{high} seconds.")
    assert (amount.low, amount.high, amount.unit) == (*both, Unit.SECOND)


@given(st.integers(1, 500), st.sampled_from(["seconds", "secs", "s", "sec", "second"]))
def test_seconds_are_read_back_with_and_without_a_space(value: int, unit: str) -> None:
    assert only(f"hold {value} {unit}.").single == value
    assert only(f"hold {value}{unit}.").single == value
    assert only(f"a {value}-{unit} hold").single == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15 seconds to one minute", 15, 60),
        ("30 sec-1min", 30, 60),
        ("between 30 seconds and 1 minute", 30, 60),
        ("between 5 and 10 seconds", 5, 10),
        ("1 to 3 minutes", 60, 180),
        ("1 min 30 secs", 90, 90),
        ("one minute and thirty seconds", 90, 90),
        ("a minute and a half", 90, 90),
        ("half a minute", 30, 30),
        ("a quarter of a minute", 15, 15),
        ("a second or two", 1, 2),
        ("a breath or two", 1, 2),
        ("at least 30 seconds", 30, None),
        ("at least 15 to 30 seconds", 15, 30),
        ("up to 30 seconds", None, 30),
        ("up to a minute or longer", None, 60),
        ("no longer than 30 seconds", None, 30),
        ("5+ seconds", 5, None),
        ("30 seconds, or longer", 30, None),
        ("30 seconds maximum", None, 30),
        ("2/3 times", 2, 3),
        ("once or twice", 1, 2),
        ("3- to 5-second", 3, 5),
        ("three-to-five seconds", 3, 5),
        ("five to 10", 5, 10),
    ],
)
def test_both_ends_are_read(text: str, low: float | None, high: float | None) -> None:
    amount = only(text)
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("six-count", Unit.COUNT),
        ("5 slow, deep breaths", Unit.BREATH),
        ("10 more times", Unit.TIME),
        ("12 small circles", Unit.MOVEMENT),
        ("90°", Unit.MEASURE),
        ("90-degree", Unit.MEASURE),
        ("6 inches", Unit.MEASURE),
        ("50%", Unit.MEASURE),
        ('30"', Unit.QUOTE),
        ("10 in the other", Unit.NONE),
        ("6 weeks", Unit.WEEK),
        ("3 x", Unit.CROSS),
    ],
)
def test_the_unit_says_what_is_counted(text: str, unit: Unit) -> None:
    assert only(text).unit is unit


def test_numbers_of_different_kinds_are_not_a_range() -> None:
    found = amounts("5 seconds or 10 times", 0, 21)
    assert [amount.unit for amount in found] == [Unit.SECOND, Unit.TIME]


@given(ends, dashes, st.sampled_from(["sets of", "sets x", "rounds of"]))
def test_a_time_behind_sets_is_a_range_too(both: tuple[int, int], dash: str, sets: str) -> None:
    text = f"3 {sets} {both[0]}{dash}{both[1]} sec."
    last = amounts(plain(text), 0, len(text))[-1]
    assert (last.low, last.high, last.unit) == (*both, Unit.SECOND)


@pytest.mark.parametrize("rest", [" rest", " of rest", " break", " between sets"])
def test_a_count_and_the_rest_behind_a_dash_are_two_things(rest: str) -> None:
    text = f"3 sets of 10 - 75 sec{rest}"
    _, count, last = amounts(plain(text), 0, len(text))
    assert (count.single, last.single) == (10, 75)


def test_a_falling_pair_is_not_a_range() -> None:
    assert len(amounts("10 - 5", 0, 6)) == 2


def test_a_label_behind_a_number_belongs_to_the_next_number() -> None:
    found = amounts("sets: 3 reps: 10 hold: 5 sec", 0, 28)
    assert [(amount.single, amount.unit) for amount in found] == [
        (3, Unit.NONE),
        (10, Unit.NONE),
        (5, Unit.SECOND),
    ]


def test_a_unit_is_not_looked_for_beyond_the_sentence() -> None:
    assert amounts("2 sets of 10\ndays per week", 0, 12)[1].unit is Unit.NONE
