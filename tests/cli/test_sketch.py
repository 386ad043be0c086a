import pytest

from unpinch.cli.sketch import sketch
from unpinch.exercises import library
from unpinch.terms.side import Side

ALL = library()


@pytest.mark.parametrize("name", sorted(ALL))
@pytest.mark.parametrize("hold", [False, True])
def test_a_sketch_fits_a_terminal_and_is_made_of_dots(name: str, hold: bool) -> None:
    side = ALL[name].dose.first

    lines = sketch(ALL[name], side, None, hold=hold).splitlines()

    assert 3 <= len(lines) <= 20
    assert len({len(line) for line in lines}) == 1
    assert len(lines[0]) <= 60
    assert all(0x2800 <= ord(letter) <= 0x28FF for line in lines for letter in line)


def test_a_raised_leg_is_higher_than_a_lying_one() -> None:
    stretch = ALL["hamstring-stretch"]

    start = sketch(stretch, Side.RIGHT, None, hold=False).splitlines()
    hold = sketch(stretch, Side.RIGHT, None, hold=True).splitlines()

    assert len(hold) > len(start)


def test_the_variation_is_another_drawing() -> None:
    knees = ALL["knees-to-chest"]

    assert sketch(knees, Side.BOTH, "both", hold=True) != sketch(knees, Side.RIGHT, None, hold=True)
