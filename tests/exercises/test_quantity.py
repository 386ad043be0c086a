import pytest

from unpinch.exercises.quantity import (
    QuantityError,
    count,
    count_range,
    say_counts,
    say_time,
    say_times,
    time,
    time_range,
)
from unpinch.terms.dose import Range


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("30 s", 30_000, 30_000),
        ("30s", 30_000, 30_000),
        ("15 s to 60 s", 15_000, 60_000),
        ("15 to 60 s", 15_000, 60_000),
        ("15-60 s", 15_000, 60_000),
        ("15 – 60 s", 15_000, 60_000),
        ("15 seconds to 1 minute", 15_000, 60_000),
        ("1 min", 60_000, 60_000),
        ("1.5 min", 90_000, 90_000),
        ("2.5 s", 2_500, 2_500),
        ("  30 S ", 30_000, 30_000),
    ],
)
def test_times_are_read_as_people_write_them(written: str, low: int, high: int) -> None:
    assert time_range(written) == Range(low, high)


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        (30, '30 has no unit; write "30 s"'),
        ("30", '"30" has no unit; write "30 s"'),
        ("15 s to 60", '"15 s to 60" has no unit; write "15 s to 60 s"'),
        (True, 'true has no unit; write "30 s"'),
        ("1:30", '"1:30" may be minutes or hours; write seconds, such as "90 s"'),
        ("15 to 30 to 60 s", '"15 to 30 to 60 s" is not a time; write "30 s" or "15 s to 60 s"'),
        ("half a minute", '"half a minute" is not a time; write "30 s" or "15 s to 60 s"'),
        ("", '"" is not a time; write "30 s" or "15 s to 60 s"'),
        ("-30 s", '"-30 s" is not a time; write "30 s" or "15 s to 60 s"'),
        ("30 h", '"30 h" has the unit "h"; write "30 s" or "1 min"'),
        ("60 s to 15 s", '"60 s to 15 s" is upside down; write the smaller number first'),
        ("30 to 1 min", '"30 to 1 min" is upside down; write the smaller number first'),
    ],
)
def test_a_time_that_is_not_clear_is_refused_and_never_guessed(written: object, slip: str) -> None:
    with pytest.raises(QuantityError) as refused:
        time_range(written)

    assert str(refused.value) == slip


@pytest.mark.parametrize(
    ("written", "low", "high"), [(3, 3, 3), (" 20 ", 20, 20), ("2 to 3", 2, 3), ("2-3", 2, 3)]
)
def test_counts_are_read_as_people_write_them(written: object, low: int, high: int) -> None:
    assert count_range(written) == Range(low, high)


@pytest.mark.parametrize("written", [True, 2.5, "three", "1.5", "", "1 to 2 to 3", None, [3], "-3"])
def test_what_is_no_count_is_refused(written: object) -> None:
    with pytest.raises(QuantityError, match='write 3 or "2 to 3"'):
        count_range(written)


def test_where_one_value_is_asked_for_a_range_is_refused() -> None:
    with pytest.raises(QuantityError, match="is a range; write one time"):
        time("15 s to 30 s")
    with pytest.raises(QuantityError, match="is a range; write one number, such as 2"):
        count("2 to 3")


def test_quantities_are_said_as_they_are_written() -> None:
    assert say_time(2_500) == "2.5 s"
    assert say_times(Range(15_000, 60_000)) == "15 s to 60 s"
    assert say_times(Range(30_000, 30_000)) == "30 s"
    assert say_counts(Range(2, 3)) == "2 to 3"
    assert say_counts(Range(20, 20)) == "20"
