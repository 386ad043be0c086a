import pytest

from unpinch.handout import read

ROOM = "Lie on your back. Bend your knee and lift the foot. {}"


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Repeat 10 times.", "unspecified"),
        ("Repeat 10 times with each leg.", "per_side"),
        ("10 per side", "per_side"),
        ("Repeat 10 times, then switch legs.", "per_side"),
        ("Do 5 of each.", "per_side"),
        ("Repeat three times on this leg.", "per_side"),
        ("Circle the foot 10 times in each direction.", "per_direction"),
        ("Circle 10 times clockwise, then 10 times anticlockwise.", "per_direction"),
        ("Make 5 circles each way.", "per_direction"),
        ("Alternate for 20 repetitions.", "total"),
        ("Do 20 in total.", "total"),
        ("Do a total of 20 repetitions.", "total"),
        ("Repeat with the other leg. Repeat 10 times.", "cycle"),
        ("Repeat the whole sequence 5 times.", "cycle"),
        ("Hold each position for 5 seconds. Repeat 8 times.", "cycle"),
        ("Rock from side to side. Repeat 8 times.", "cycle"),
    ],
)
def test_a_count_says_what_it_counts(words: str, scope: str) -> None:
    found = read(ROOM.format(words)).exercises
    assert len(found) == 1
    assert found[0].reps is not None
    assert found[0].reps.scope == scope
